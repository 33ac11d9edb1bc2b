import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/news/article.ts";
import { mergeDuplicates } from "../../src/news/stories.ts";
import { articleOf } from "./newsroom.ts";

const merge = (articles: readonly Article[]) => mergeDuplicates(articles, () => undefined);

/** A text of words that no other seed has in that order. */
function textOf(seed: number, words = 200): string {
  let state = seed;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `word${(state >>> 8) % 5000}`;
  }).join(" ");
}

describe("articles with the same text", () => {
  it("become one with the other's place kept, edits or not", async () => {
    const text = textOf(1);
    const edited = text.replace(/^\S+ \S+/, "Three other words").replace(/ (\S+)$/, ", $1 indeed.");
    const { articles, merged } = await merge([
      articleOf("a", { body: text, url: "https://one.example/a", source: "One", publishedAt: "2019-04-25" }),
      articleOf("b", { body: `By our staff. ${edited}`, url: "https://two.example/b", source: "Two" }),
    ]);
    expect(merged).toBe(1);
    expect(articles).toMatchObject([{ id: "a", alsoAt: [{ source: "Two", url: "https://two.example/b" }] }]);
  });

  it("become one where only the lead was written anew, or the end left out", async () => {
    const text = textOf(1, 120);
    const bodies = [
      [`${textOf(2, 25)} ${text}`, `${textOf(3, 25)} ${text}`],
      [`${text} ${textOf(2, 100)}`, text],
    ];
    for (const [one = "", other = ""] of bodies) {
      expect((await merge([articleOf("a", { body: one }), articleOf("b", { body: other })])).merged).toBe(1);
      expect((await merge([articleOf("a", { body: other }), articleOf("b", { body: one })])).merged).toBe(1);
    }
  });

  it("stay two where they share their background, or where a report takes in a notice", async () => {
    const [background, notice] = [textOf(1, 80), textOf(4, 60)];
    const { merged } = await merge([
      articleOf("a", { body: `${textOf(2, 40)} ${background}` }),
      articleOf("b", { body: `${textOf(3, 90)} ${background}` }),
      articleOf("c", { body: notice }),
      articleOf("d", { body: `${notice} ${textOf(5, 100)}` }),
    ]);
    expect(merged).toBe(0);
  });

  it("stay two where a third of the text differs", async () => {
    const common = textOf(1, 140);
    const { merged } = await merge([
      articleOf("a", { body: `${common} ${textOf(2, 60)}` }),
      articleOf("b", { body: `${common} ${textOf(3, 60)}` }),
    ]);
    expect(merged).toBe(0);
  });

  it("with the same id are always one, the full text before the summary", async () => {
    const { articles } = await merge([
      articleOf("a", { body: "In short.", form: "summary", url: "https://one.example/a", publishedAt: "2019" }),
      articleOf("a", { body: textOf(1), form: "full" }),
    ]);
    expect(articles).toMatchObject([{ id: "a", form: "full", alsoAt: [{ url: "https://one.example/a" }] }]);
    expect(articles[0]).not.toHaveProperty("url");
  });

  it("keeps the one with an address, then the dated, then the longer", async () => {
    const body = textOf(1);
    const kept = async (...given: Article[]) => (await merge(given)).articles.map(({ id }) => id);
    expect(
      await kept(articleOf("a", { body, publishedAt: "2019" }), articleOf("b", { body, url: "https://b.example/" })),
    ).toEqual(["b"]);
    expect(await kept(articleOf("a", { body: `${body} more` }), articleOf("b", { body, publishedAt: "2019" }))).toEqual(
      ["b"],
    );
    expect(await kept(articleOf("a", { body }), articleOf("b", { body: `${body} more` }))).toEqual(["b"]);
  });

  it("are not told from short or empty texts unless title and text agree", async () => {
    const { merged } = await merge([
      articleOf("a", { title: "Kim in Hanoi", body: "" }),
      articleOf("b", { title: "Kim in Hanoi", body: "" }),
      articleOf("c", { title: "Kim in Hanoi", body: "Read more." }),
      articleOf("d", { title: "Putin in Seoul", body: "Read more." }),
      articleOf("e", { title: "KIM IN HANOI", body: "Read more!" }),
    ]);
    expect(merged).toBe(1);
  });

  it("keep a summary apart from a full text that merely resembles it", async () => {
    const body = textOf(1);
    const similar = `${textOf(9, 15)} ${body}`;
    const both = [articleOf("a", { body }), articleOf("b", { body: similar })] as const;
    expect((await merge(both)).merged).toBe(1);
    expect((await merge([both[0], { ...both[1], form: "summary" }])).merged).toBe(0);
  });
});

describe("merging", () => {
  it("gives the same whatever the order, one for each text at most, and loses no place", async () => {
    const article = fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      seed: fc.integer({ min: 1, max: 3 }),
      tail: fc.constantFrom("", " and more", ` ${textOf(7, 12)}`, ` ${textOf(8, 50)}`, ` ${textOf(9, 80)}`),
      form: fc.constantFrom("full" as const, "summary" as const),
      url: fc.option(fc.constantFrom("https://a.example/", "https://b.example/"), { nil: undefined }),
      date: fc.option(fc.constantFrom("2018", "2019-04"), { nil: undefined }),
    });
    const articles = fc.array(article, { maxLength: 8 }).map((all) =>
      all.map(({ id, seed, tail, form, url, date }) =>
        articleOf(id, {
          body: textOf(seed, 60) + tail,
          form,
          ...(url ? { url } : {}),
          ...(date ? { publishedAt: date } : {}),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        articles.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        async ([all, shuffled]) => {
          const result = await merge(all);
          expect(await merge(shuffled)).toEqual(result);
          expect(result.articles.length + result.merged).toBe(all.length);
          expect(new Set(result.articles.map(({ id }) => id)).size).toBe(result.articles.length);
          const places = result.articles.flatMap(({ url, alsoAt = [] }) => [url, ...alsoAt.map((place) => place.url)]);
          for (const { url } of all) if (url) expect(places).toContain(url);
        },
      ),
    );
  });
});
