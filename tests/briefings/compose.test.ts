import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Contents } from "../../src/briefings/briefing.ts";
import { compose, type Material } from "../../src/briefings/compose.ts";
import { type Article, articleId } from "../../src/news/article.ts";
import { createLibrary } from "../../src/news/create-library.ts";
import type { Reply } from "../../src/reply.ts";
import { textOf } from "../../src/terminal/render.ts";
import { articleOf } from "../news/newsroom.ts";

const hour = 60 * 60 * 1000;
const now = Date.parse("2026-12-01T08:00:00Z");
const since = now - 24 * hour;

async function briefingOf(articles: readonly Article[], given: Partial<Material> & Partial<Contents> = {}) {
  const { items = 5, ifNothingNew = "post", about, person, ...rest } = given;
  return compose({
    library: await createLibrary(articles, () => undefined),
    contents: { items, ifNothingNew, ...(about !== undefined && { about }), ...(person !== undefined && { person }) },
    since,
    now,
    covered: new Set(),
    arrived: new Set(),
    timeZone: "Asia/Seoul",
    ...rest,
  });
}

/** Everything outside the citations. */
const linesOf = ({ heading, lines = [], closing = [] }: Reply) => [heading, ...lines, ...closing].map(textOf);
const titlesOf = ({ citations = [] }: Reply) => citations.map(({ article }) => article.title);

/** Texts that have nothing in common, so that each is a story. */
const subjects = [
  "Farmers harvest maize early",
  "Ferry resumes after storm",
  "Choir performs abroad",
  "Smugglers caught near river",
  "Museum opens gallery",
  "Vaccines reach clinics",
] as const;
const apart = (index: number, facts: Partial<Article> = {}) =>
  articleOf(`s${index}`, {
    title: subjects[index] ?? `Subject${index} alone${index}`,
    body: `${subjects[index] ?? `Subject${index} alone${index}`}, a report says.`,
    publishedAt: "2026-12-01T01:00:00Z",
    ...facts,
  });

const launch = (id: string, source: string, publishedAt: string, facts: Partial<Article> = {}) =>
  articleOf(id, {
    title: "North Korea fires two missiles from Wonsan",
    body: "North Korea fired two missiles from Wonsan on Tuesday, the Joint Chiefs of Staff said. They flew 240 km.",
    url: `https://${source.toLowerCase()}.example/${id}`,
    source,
    publishedAt,
    ...facts,
  });

describe("new is", () => {
  const isNew = async (publishedAt: string | undefined, given: Partial<Material> = {}) =>
    !(await briefingOf([apart(0, publishedAt === undefined ? {} : { publishedAt })], given)).nothingNew;

  it.each([
    ["an article of after the last briefing", "2026-11-30T08:00:01Z", true],
    ["not one of that very moment or before", "2026-11-30T08:00:00Z", false],
    ["one of the day on which the last briefing was, whose hour isn't known", "2026-11-30", true],
    ["not one of the day before", "2026-11-29", false],
    ["one of today", "2026-12-01", true],
    ["not one from the future", "2026-12-01T08:00:01Z", false],
    ["not one of tomorrow", "2026-12-02", false],
    ["not one of which only the month is known", "2026-12", false],
  ])("%s", async (_, publishedAt, expected) => {
    expect(await isNew(publishedAt)).toBe(expected);
  });

  it("never an undated article", async () => {
    const { publishedAt: _, ...undated } = apart(0);
    expect((await briefingOf([undated], { arrived: new Set(["s0"]) })).nothingNew).toBe(true);
  });

  it("one that came late, for seven days", async () => {
    const arrived = new Set(["s0"]);
    expect(await isNew("2026-11-25", { arrived })).toBe(true);
    expect(await isNew("2026-11-24T07:59:59Z", { arrived })).toBe(false);
    expect(await isNew("2026-11-24T08:00:00Z", { arrived })).toBe(true);
  });

  it("nothing that an earlier briefing took up, under whichever copy's address", async () => {
    const covered = new Set(["s0", articleId("https://a.example/old")]);
    expect(await isNew("2026-12-01", { covered })).toBe(false);
    const copy = apart(1, { alsoAt: [{ url: "https://a.example/old" }] });
    expect((await briefingOf([copy], { covered })).nothingNew).toBe(true);
  });
});

test("what is covered is every new article, shown or not, so that the next briefing has none of them", async () => {
  const articles = Array.from({ length: 6 }, (_, index) => apart(index));
  const { covered, reply } = await briefingOf(articles, { items: 3 });
  expect(covered.toSorted()).toEqual(articles.map(({ id }) => id));
  expect(titlesOf(reply)).toHaveLength(3);
  expect(linesOf(reply)).toContain("3 more new stories: /latest");
  expect((await briefingOf(articles, { covered: new Set(covered) })).nothingNew).toBe(true);
});

describe("one event reported by several outlets", () => {
  it("is one item with every outlet and who was first", async () => {
    const { reply } = await briefingOf([
      launch("a", "AP", "2026-12-01T03:00:00Z"),
      launch("b", "BBC", "2026-12-01T02:00:00Z", { form: "summary" }),
      launch("c", "CBS", "2026-12-01T01:00:00Z"),
    ]);
    expect(reply.citations).toHaveLength(1);
    const [item] = reply.citations ?? [];
    expect([item?.article, ...(item?.others ?? [])].map((one) => one?.source)).toEqual(["AP", "CBS", "BBC"]);
    expect(item?.first?.source).toBe("CBS");
  });

  it.each([
    ["two days, neither of which tells the hour", "2026-12-01", "2026-12-01", undefined],
    ["an hour within a day of which no more is known", "2026-12-01T01:00:00Z", "2026-12-01", undefined],
    ["the same second", "2026-12-01T01:00:00Z", "2026-12-01T01:00:00Z", undefined],
    ["an hour before a day", "2026-11-30T23:00:00Z", "2026-12-01", "AP"],
    ["a day before an hour of the next", "2026-11-30", "2026-12-01T00:00:00Z", "AP"],
  ])("says who was first only if the dates tell: %s", async (_, a, b, expected) => {
    const { reply } = await briefingOf([launch("a", "AP", a), launch("b", "BBC", b)]);
    expect(reply.citations).toHaveLength(1);
    expect(reply.citations?.[0]?.first?.source).toBe(expected);
  });

  it("doesn't say so where a copy's date isn't known", async () => {
    const { reply } = await briefingOf([
      launch("a", "AP", "2026-12-01T03:00:00Z", { alsoAt: [{ source: "CBS", url: "https://cbs.example/a" }] }),
      launch("b", "BBC", "2026-12-01T02:00:00Z"),
    ]);
    expect(reply.citations?.[0]).not.toHaveProperty("first");
  });

  it("shows the fullest report: one with an address, in full, that says most", async () => {
    const short = "Two missiles were fired from Wonsan by North Korea, the Joint Chiefs of Staff said.";
    const { reply } = await briefingOf([
      launch("a", "AP", "2026-12-01T03:00:00Z", { body: short }),
      launch("b", "BBC", "2026-12-01T02:00:00Z"),
      launch("c", "CBS", "2026-12-01T01:00:00Z", { form: "summary" }),
    ]);
    expect(reply.citations?.[0]?.article.source).toBe("BBC");
  });
});

describe("the order", () => {
  it("has the story of most outlets first, then the newer one", async () => {
    const { reply } = await briefingOf([
      apart(0, { publishedAt: "2026-11-30T20:00:00Z" }),
      apart(1, { publishedAt: "2026-12-01T07:00:00Z" }),
      launch("a", "AP", "2026-11-30T12:00:00Z"),
      launch("b", "BBC", "2026-11-30T12:00:00Z"),
    ]);
    expect(titlesOf(reply)).toEqual(["North Korea fires two missiles from Wonsan", subjects[1], subjects[0]]);
  });

  it("has no second item on the same thing while others wait", async () => {
    const again = {
      title: "North Korea fires missiles from Wonsan to test Seoul",
      body: "With two missiles from Wonsan North Korea tested Seoul, analysts said after the Joint Chiefs of Staff spoke.",
    };
    const { reply } = await briefingOf([
      launch("a", "AP", "2026-12-01T07:00:00Z"),
      launch("b", "AP", "2026-12-01T07:30:00Z", again),
      apart(0, { publishedAt: "2026-11-30T09:00:00Z" }),
    ]);
    expect(titlesOf(reply)).toEqual([again.title, subjects[0], "North Korea fires two missiles from Wonsan"]);
  });
});

test("who was in the news is named with the number of articles, whoever the briefing is about left out", async () => {
  const articles = [
    apart(0, { body: "President Donald Trump met North Korean leader Kim Jong Un. Trump smiled. Kim nodded." }),
    apart(1, {
      body: "North Korean leader Kim Jong Un saw a farm. Kim Jong Un left soon, said President Donald Trump.",
    }),
    apart(2, { body: "North Korean leader Kim Jong Un saw a school. Kim Jong Un left soon after." }),
  ];
  const { reply } = await briefingOf(articles);
  expect(linesOf(reply)).toContain("In the news: Kim Jong Un (3 articles), Donald Trump (2)");
  const about = await briefingOf(articles, { person: "kim-jong-un" });
  expect(linesOf(about.reply)).toContain("In the news: Donald Trump (2 articles)");
  expect(linesOf(about.reply)[0]).toBe("North Korea briefing on Kim Jong Un, 1 December 2026");
});

describe("a briefing about something", () => {
  it("shows only that, at the passage that tells of it", async () => {
    const body = `${subjects[0]}, a report says.\n\nSanctions on fuel hit the harvest hard, and nobody knows for how long they will.`;
    const { reply, covered } = await briefingOf([apart(0, { body }), apart(1)], { about: "sanctions" });
    expect(covered).toEqual(["s0"]);
    expect(reply.citations?.[0]?.excerpt?.text).toMatch(/^Sanctions on fuel/);
    expect(linesOf(reply)[0]).toBe("North Korea briefing about sanctions, 1 December 2026");
  });

  it("names its words where it tells how to see the rest", async () => {
    const articles = Array.from({ length: 4 }, (_, index) => apart(index));
    const { reply } = await briefingOf(articles, { about: "report", items: 3 });
    expect(linesOf(reply)).toContain("1 more new story: /latest about:report");
  });

  it("that can't be found any more says so and breaks nothing", async () => {
    const gone = await briefingOf([apart(0)], { person: "nobody-at-all" });
    expect(gone.nothingNew).toBe(true);
    expect(linesOf(gone.reply)).toContain("Nobody in the archive goes by nobody-at-all any more.");
    expect((await briefingOf([apart(0)], { about: "!!" })).nothingNew).toBe(true);
  });
});

describe("where nothing is new", () => {
  const times = async (articles: readonly Article[], given: Partial<Material> & Partial<Contents> = {}) => {
    const { reply, nothingNew, covered } = await briefingOf(articles, given);
    expect({ nothingNew, covered }).toEqual({ nothingNew: true, covered: [] });
    return [linesOf(reply).at(-1), ...titlesOf(reply)];
  };

  it("the same day of an earlier year is shown, by the channel's own date", async () => {
    const [there, other] = [
      apart(0, { publishedAt: "2019-11-30T16:00:00Z" }),
      apart(1, { publishedAt: "2018-11-30T14:00:00Z" }),
    ];
    expect(await times([there, other])).toEqual(["On this day, 2019:", subjects[0]]);
    expect(await times([there, other], { now: Date.parse("2026-11-30T08:00:00Z") })).toEqual([
      "On this day, 2018:",
      subjects[1],
    ]);
  });

  it("else something older from the archive with its year, another one the next day", async () => {
    const articles = [apart(0, { publishedAt: "2019" }), apart(1, { publishedAt: "2018-03" })];
    const [today, tomorrow] = [await times(articles), await times(articles, { now: now + 24 * hour })];
    expect([today, tomorrow].sort()).toEqual([
      ["From the archive, 2018:", subjects[1]],
      ["From the archive, 2019:", subjects[0]],
    ]);
  });

  it("that is about what the briefing is about", async () => {
    const articles = [apart(0, { publishedAt: "2019" }), apart(1, { publishedAt: "2018" })];
    expect(await times(articles, { about: "ferry" })).toEqual(["From the archive, 2018:", subjects[1]]);
  });

  it("an empty archive leaves the one sentence", async () => {
    expect(await times([])).toEqual([expect.stringMatching(/^Nothing new since /)]);
  });
});

test("a late briefing says so and carries the date that it was due on", async () => {
  const { reply } = await briefingOf([apart(0)], { late: Date.parse("2026-11-30T14:00:00Z") });
  expect(textOf(reply.heading)).toBe("North Korea briefing, 30 November 2026");
  expect(linesOf(reply)[1]).toMatch(/^Due at .+, posted late because the bot was down\.$/);
});

test("the same archive gives the same briefing, in whatever order it holds its articles", async () => {
  const articles = [
    ...Array.from({ length: 6 }, (_, index) => apart(index)),
    launch("a", "AP", "2026-12-01"),
    launch("b", "BBC", "2026-12-01"),
  ];
  const expected = await briefingOf(articles);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(articles, { minLength: articles.length }), async (shuffled) => {
      expect(await briefingOf(shuffled)).toEqual(expected);
    }),
    { numRuns: 10 },
  );
});
