import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Article } from "../../src/news/article.ts";
import { createLibrary } from "../../src/news/create-library.ts";
import { type Event, findEvents } from "../../src/news/events.ts";
import { articleOf } from "./newsroom.ts";
import { type LabelledReport, reports } from "./reports.ts";

const labelled = new Map<string, LabelledReport>(reports.map((report, index) => [`report-${index}`, report]));
const articles = [...labelled].map(([id, { source, at, title, body }]) =>
  articleOf(id, { source, publishedAt: at, title, body }),
);
const library = await createLibrary(articles, () => undefined);
const eventOf = ({ id }: Article) => labelled.get(id)?.event;

/** Every two articles of one group. */
function pairsIn<T>(groups: readonly (readonly T[])[]): [T, T][] {
  return groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b): [T, T] => [a, b])));
}

const idsIn = (events: readonly Event[]) => events.map(({ articles }) => articles.map(({ id }) => id));

describe("reports of what happened, each in its outlet's own words", () => {
  const found = findEvents(articles, library);

  it("are never put together with another event's", () => {
    const wrong = pairsIn(found.map((event) => event.articles)).filter(([a, b]) => eventOf(a) !== eventOf(b));
    expect(wrong.map(([a, b]) => `${a.title} / ${b.title}`)).toEqual([]);
  });

  it("are mostly put together with their own event's", () => {
    const byEvent = [...new Set(articles.map(eventOf))].map((name) => articles.filter((one) => eventOf(one) === name));
    const together = pairsIn(found.map((event) => event.articles)).length;
    expect(together / pairsIn(byEvent).length).toBeGreaterThan(0.8);
  });

  it("are grouped the same in whatever order they come", () => {
    const expected = idsIn(found);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(idsIn(findEvents(shuffled, library))).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });
});

test("every article stands in exactly one event, whatever the articles are", async () => {
  const article = fc.record({
    title: fc.lorem({ maxCount: 8 }),
    body: fc.oneof(fc.lorem({ maxCount: 60 }), fc.constantFrom("", "김정은 위원장이 미사일 발사를 참관했다.", "3")),
    publishedAt: fc.constantFrom("2019", "2019-10", "2019-10-02", "2019-10-03", "2019-10-03T02:00:00Z"),
    source: fc.constantFrom("AP", "Associated Press", "KCNA"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 12 }), async (given) => {
      const all = given.map((facts, index) => articleOf(`a${index}`, facts));
      const events = findEvents(all, await createLibrary(all, () => undefined));
      expect(idsIn(events).flat().sort()).toEqual(all.map(({ id }) => id).sort());
      const vague = events.filter(({ articles }) => articles.some(({ publishedAt = "" }) => publishedAt.length < 10));
      expect(vague.every(({ articles }) => articles.length === 1)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

describe("the same words", () => {
  const launch = {
    title: "North Korea fires two missiles from Wonsan",
    body: "North Korea fired two short-range missiles from Wonsan, the Joint Chiefs of Staff said. They flew 240 km.",
  };
  const eventsOf = async (...given: Article[]) => {
    const events = findEvents(given, await createLibrary(given, () => undefined));
    return idsIn(events).map((ids) => ids.sort().join("+"));
  };

  it("are one event on one day and two a week apart", async () => {
    const first = articleOf("a", { ...launch, source: "AP", publishedAt: "2019-07-25" });
    expect(await eventsOf(first, articleOf("b", { ...launch, source: "BBC", publishedAt: "2019-07-25" }))).toEqual([
      "a+b",
    ]);
    expect(await eventsOf(first, articleOf("b", { ...launch, source: "BBC", publishedAt: "2019-07-31" }))).toEqual([
      "b",
      "a",
    ]);
  });

  it("are an update if one outlet has them twice, but only in much the same words", async () => {
    const first = articleOf("a", { ...launch, source: "Yonhap", publishedAt: "2019-07-25T01:00:00Z" });
    const later = { source: "Yonhap News Agency", publishedAt: "2019-07-25T03:00:00Z" };
    const update = articleOf("b", { ...launch, ...later, body: `${launch.body} Seoul voiced concern.` });
    const other = articleOf("b", {
      ...later,
      title: "North Korea fires artillery after missiles",
      body: "North Korea fired 100 shells from Kosong hours after two missiles from Wonsan, the Joint Chiefs said.",
    });
    expect(await eventsOf(first, update)).toEqual(["a+b"]);
    expect(await eventsOf(first, other)).toEqual(["b", "a"]);
  });
});

test("reports in Korean or Japanese are grouped as well as those in English", async () => {
  const given = [
    [
      "launch",
      "연합뉴스",
      "북한, 원산서 미사일 2발 발사",
      "북한이 2일 오전 원산에서 미사일 두 발을 발사했다고 합참이 밝혔다.",
    ],
    ["launch", "KBS", "합참 “북한 미사일 발사”", "합참은 북한이 오늘 오전 원산에서 미사일 두 발을 쐈다고 발표했다."],
    [
      "hospital",
      "한겨레",
      "김정은, 평양종합병원 현지지도",
      "김정은 위원장이 평양종합병원 건설 현장을 찾아 간부들을 질책했다.",
    ],
    ["farm", "조선일보", "김정은, 광천닭공장 현지지도", "김정은 위원장이 광천닭공장 건설 현장을 둘러봤다고 전했다."],
    [
      "発射",
      "NHK",
      "北朝鮮がミサイル発射 EEZ外に落下",
      "北朝鮮は二日午前、ミサイルを発射し、日本のEEZの外に落下した。",
    ],
    [
      "発射",
      "共同通信",
      "北朝鮮、ミサイル発射 EEZ外か",
      "防衛省は北朝鮮のミサイルが日本のEEZの外に落下したとみられると発表した。",
    ],
  ] as const;
  const all = given.map(([event, source, title, body], index) =>
    articleOf(`${event} ${index}`, { source, title, body, publishedAt: "2019-10-02" }),
  );
  const events = findEvents(all, await createLibrary(all, () => undefined));
  expect(
    idsIn(events)
      .map((ids) => ids.sort().join("+"))
      .sort(),
  ).toEqual(["farm 3", "hospital 2", "launch 0+launch 1", "発射 4+発射 5"]);
});
