import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOf } from "../../src/news/best.ts";
import { createSearchIndex } from "../../src/news/create-search-index.ts";
import { phraseOf } from "../../src/news/phrase.ts";
import { phraseSearch } from "../../src/news/phrase-search.ts";
import { createPostingsBuilder } from "../../src/news/postings.ts";
import { createReader } from "../../src/news/reader.ts";
import { createTranscriptBuilder } from "../../src/news/transcript.ts";
import { words } from "../../src/news/words.ts";

const readerOf = (...articles: readonly (readonly string[])[]) => {
  const builder = createTranscriptBuilder();
  for (const paragraphs of articles) {
    for (const paragraph of paragraphs) builder.add(words(paragraph));
    builder.endArticle();
  }
  return createReader(builder.finish());
};
const holds = (phrase: string, reader: ReturnType<typeof readerOf>) => phraseSearch(phraseOf(words(phrase)), reader);

describe("a phrase", () => {
  it.each([
    ["jong un", "Kim Jongun left", true],
    ["first ever", "The FIRST-EVER summit", true],
    ["first ever", "The first summit ever", false],
    ["us left", "The U.S. left", true],
    ["kims sister", "Kims sister", true],
    ["nowhere", "The summit", false],
  ])("%s stands in %s: %s", (phrase, text, expected) => {
    expect(holds(phrase, readerOf([text]))(0)).toBe(expected);
  });

  it("does not cross a paragraph or an article", () => {
    const reader = readerOf(["one two", "three four"], ["five six"]);
    expect(holds("two three", reader)(0)).toBe(false);
    expect(holds("four five", reader)(0)).toBe(false);
    expect(holds("three four", reader)(0)).toBe(true);
    expect(holds("three four", reader)(1)).toBe(false);
  });

  it("is found wherever its words stand side by side, as a plain search through them finds it", () => {
    const letters = fc.array(fc.constantFrom("aa", "bb", "cc"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        letters,
        fc.array(fc.constantFrom("aa", "bb", "cc"), { minLength: 1, maxLength: 4 }),
        (text, phrase) => {
          const expected = ` ${text.join(" ")} `.includes(` ${phrase.join(" ")} `);
          expect(holds(phrase.join(" "), readerOf([text.join(" ")]))(0)).toBe(expected);
        },
      ),
    );
  });
});

describe("the frozen index", () => {
  const term = fc.constantFrom("a", "b", "c", "constructor", "__proto__", "1");
  const collection = fc.array(fc.array(term, { maxLength: 8 }), { minLength: 1, maxLength: 8 });

  it("holds what was added, and finds what holds all of some terms", async () => {
    await fc.assert(
      fc.asyncProperty(collection, fc.array(term, { minLength: 1, maxLength: 3 }), async (articles, wanted) => {
        const builder = createPostingsBuilder();
        for (const terms of articles) builder.add({ terms, length: terms.length });
        const index = createSearchIndex(await builder.finish(() => undefined));
        const having = (all: typeof wanted) =>
          articles.flatMap((terms, id) => (all.every((one) => terms.includes(one)) ? [id] : []));
        for (const one of wanted) expect(index.frequency(one)).toBe(having([one]).length);
        expect([...index.holding(wanted)]).toEqual(having(wanted));
        for (const one of wanted) {
          const counts = articles.map((terms) => terms.filter((other) => other === one).length);
          for (const ids of [[...articles.keys()], [...articles.keys()].filter((id) => id % 2 === 1)]) {
            const sums = new Float64Array(ids.length).fill(1);
            index.addSaturations(one, 2, new Uint32Array(ids), sums);
            expect([...sums]).toEqual(ids.map((id) => 1 + 2 * index.saturation(id, counts[id] ?? 0)));
          }
        }
        const { scores } = index.score([{ terms: new Set(wanted), extra: new Set(), times: 1, weight: 1 }]);
        const scored = [...scores].flatMap((score, id) => (score > 0 ? [id] : []));
        expect(scored).toEqual(
          articles.flatMap((terms, id) => (wanted.some((one) => terms.includes(one)) ? [id] : [])),
        );
      }),
    );
  });

  it("scores an article higher the more often it holds a term, all else being equal", async () => {
    const builder = createPostingsBuilder();
    for (const terms of [
      ["a", "b", "b"],
      ["a", "a", "b"],
      ["c", "c", "c"],
    ])
      builder.add({ terms, length: 3 });
    const index = createSearchIndex(await builder.finish(() => undefined));
    const { scores } = index.score([{ terms: new Set(["a"]), extra: new Set(), times: 1, weight: 1 }]);
    expect(scores[1]).toBeGreaterThan(scores[0] ?? 0);
    expect(scores[2]).toBe(0);
  });
});

describe("the best of many", () => {
  it("are the first ones of all of them in order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(30), (scores, most) => {
        const isBetter = (a: number, b: number) =>
          (scores[a] ?? 0) > (scores[b] ?? 0) || (scores[a] === scores[b] && a < b);
        const all = [...scores.keys()].sort((a, b) => (isBetter(a, b) ? -1 : 1));
        const best = bestOf([...scores.keys()], most, (id) => scores[id] ?? 0);
        expect([...best]).toEqual(all.slice(0, most));
      }),
    );
  });
});
