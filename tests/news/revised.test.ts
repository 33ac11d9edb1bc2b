import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/news/article.ts";
import { createLibrary } from "../../src/news/create-library.ts";
import type { Library } from "../../src/news/library.ts";
import { articleOf, idsOf } from "./newsroom.ts";

const pause = () => undefined;
/** `npm test` tries a few; more find rarer cases. */
const runs = Number(process.env.REVISION_RUNS ?? 20);
const anew = (articles: readonly Article[]) => createLibrary(articles, pause);

const word = fc.constantFrom(
  ..."summit missile talks sanctions test-fired U.S. us the of Kim Jong Un Trump Hwasong-15 북한 정상회담 launched".split(
    " ",
  ),
);
const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
const article = fc
  .record({
    id: fc.constantFrom(..."abcdefgh"),
    title: text,
    body: fc.array(text, { minLength: 1, maxLength: 3 }).map((paragraphs) => paragraphs.join("\n\n")),
    publishedAt: fc.constantFrom("2019", "2019-04", "2019-04-25", "2019-10-05T10:00:00Z", undefined),
    source: fc.constantFrom("AFP", "Agence France-Presse", "Yonhap", undefined),
  })
  .map(({ id, publishedAt, source, ...given }) =>
    articleOf(id, { ...given, ...(publishedAt && { publishedAt }), ...(source && { source }) }),
  );
const articles = fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 8 });
const changes = fc.array(
  fc.record({ put: articles, remove: fc.array(fc.constantFrom(..."abcdefgh"), { maxLength: 4 }) }),
  { minLength: 1, maxLength: 4 },
);
const queries = [
  "summit",
  "missile talks",
  "us sanctions",
  '"test-fired"',
  "summit -talks",
  "hwasong-15 launched",
  "북한",
  "mising",
  "afp summit",
  "what did the U.S. say of the missile talks and the sanctions",
];

function answersOf(library: Library) {
  return {
    articles: library.articles.map(({ id, body }) => [id, body]),
    sources: library.sources,
    periods: library.periods,
    latest: library.latest({ about: "summit", limit: 5 }),
    found: queries.map((query) => {
      const { hits, ...rest } = library.search({ query, offset: 0, limit: 10 });
      const shown = hits.map(({ article, excerpt, score }) => [article.id, excerpt, score.toFixed(3)]);
      const newest = library.search({ query, sort: "newest", offset: 0, limit: 10, after: "2019-04" });
      return { ...rest, didYouMean: [], shown, newest: newest.hits.map(({ article }) => article.id) };
    }),
  };
}

describe("a library whose articles have changed", () => {
  it("answers as one that is made anew of the same articles", async () => {
    await fc.assert(
      fc.asyncProperty(articles, changes, async (first, all) => {
        const now = new Map(first.map((one) => [one.id, one]));
        let library = await anew(first);
        for (const { put, remove } of all) {
          library = library.revised({ put, remove });
          for (const id of remove) now.delete(id);
          for (const one of put) now.set(one.id, one);
          expect(answersOf(library)).toEqual(answersOf(await anew([...now.values()])));
        }
      }),
      { numRuns: runs },
    );
  });

  const kim = (id: string, body: string, publishedAt = "2019-02-01") => articleOf(id, { body, publishedAt });
  const first = [
    kim("a", "North Korean leader Kim Jong Un met U.S. President Donald Trump in Hanoi. Kim smiled."),
    kim("b", "Secretary of State Mike Pompeo said that talks go on. Pompeo left on Monday.", "2019-03-01"),
  ];

  it("names whom a new article names of those who are known, and shows it on their cards", async () => {
    const before = await anew(first);
    const library = before.revised({
      put: [
        kim(
          "c",
          "North Korean leader Kim Jong Un inspected a farm. Kim said that the harvest of the year was larger than ever and thanked the workers who had brought it in.",
          "2019-05-01",
        ),
      ],
      remove: [],
    });
    expect([...library.people.articlesOf("kim-jong-un")]).toEqual(["c", "a"]);
    expect(library.people.namedIn("c").map(({ name, articles }) => [name, articles])).toEqual([["Kim Jong Un", 2]]);
    const card = library.people.card("kim-jong-un", { sentences: 3, with: 3 });
    expect([card?.first, card?.last, card?.role?.article.id]).toEqual(["2019-02-01", "2019-05-01", "c"]);
    expect(card?.sentences.map(({ article }) => article.id)).toContain("c");
    expect(idsOf(library, "kim jong un").toSorted()).toEqual(["a", "c"]);
    expect(library.search({ query: "inspected", person: "kim-jong-un", offset: 0, limit: 5 }).total).toBe(1);
  });

  it("names nobody whom it doesn't know for certain", async () => {
    const library = (await anew(first)).revised({
      put: [kim("c", "Senator Bob Smith met Kim Yo Jong. Kim said nothing, and Smith said little.")],
      remove: [],
    });
    expect(library.people.namedIn("c")).toEqual([]);
    expect(library.people.resolve("smith").kind).toBe("none");
  });

  it("forgets who is named no more, and knows them again", async () => {
    const before = await anew(first);
    const without = before.revised({ put: [], remove: ["b"] });
    expect(without.people.resolve("pompeo")).toMatchObject({ kind: "none" });
    expect(without.people.complete("pomp", 5)).toEqual([]);
    expect(without.people.get("mike-pompeo")).toBeUndefined();
    expect(without.people.all.map(({ name }) => name)).not.toContain("Mike Pompeo");
    expect(without.get("b")).toBeUndefined();
    const again = without.revised({ put: first.slice(1), remove: [] });
    expect(again.people.resolve("pompeo")).toMatchObject({ kind: "one", person: { articles: 1 } });
    expect(again.people.all.map(({ name }) => name)).toContain("Mike Pompeo");
  });

  it("completes words and headlines of new articles, and none of those that are gone", async () => {
    const before = await anew([articleOf("a", { title: "Submarine seen", body: "A trawler saw it." })]);
    expect(before.complete("trawl", 5)).toEqual(["trawler"]);
    const library = before.revised({
      put: [articleOf("b", { title: "Trawlers return", body: "The crews wept." })],
      remove: ["a"],
    });
    expect(library.complete("trawl", 5)).toEqual(["Trawlers", "Trawlers return"]);
    expect(library.complete("subm", 5)).toEqual([]);
    expect(library.search({ query: "trwlers", offset: 0, limit: 1 }).corrections).toEqual([
      { from: "trwlers", to: "Trawlers" },
    ]);
  });

  it("lets an answer that has begun go on: the library that it was given still answers", async () => {
    const before = await anew(first);
    const { articles } = before;
    before.revised({ put: [], remove: ["a"] });
    expect(before.articles).toBe(articles);
    expect(articles.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(before.search({ query: "talks", offset: 0, limit: 5 }).hits).toHaveLength(1);
    expect(before.excerpt(first[0] ?? articleOf("x"), "hanoi", 100).text).toContain("Hanoi");
  });

  it("does not grow with articles that change again and again", async () => {
    let library = await anew(first);
    for (let round = 0; round < 300; round++) {
      library = library.revised({ put: [kim("c", `Round ${round} of the talks with Kim Jong Un began.`)], remove: [] });
    }
    expect(library.articles).toHaveLength(3);
    expect(library.frequency("talk")).toBe(2);
    expect(idsOf(library, "round 299")).toEqual(["c"]);
    expect(idsOf(library, '"round 298"')).toEqual([]);
    expect(library.people.get("kim-jong-un")?.articles).toBe(2);
  });
});
