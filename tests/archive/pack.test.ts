import fc from "fast-check";
import { expect, it } from "vitest";
import { createUnpacker, packLibrary } from "../../src/archive/pack.ts";
import { createLibrary, openLibrary } from "../../src/news/create-library.ts";
import { indexArticles, type LibraryData } from "../../src/news/index-articles.ts";
import { anArticle } from "../fakes/articles.ts";
import { passages } from "../news/people-passages.ts";

const noPause = () => undefined;

function unpacked(data: LibraryData): Promise<LibraryData> {
  const unpacker = createUnpacker(noPause);
  for (const part of packLibrary(data)) unpacker.take(part);
  return unpacker.finish();
}

it("a library that was packed answers as one that was not", async () => {
  const articles = passages.map(({ text }, at) =>
    anArticle({
      title: `Report ${at}`,
      body: text,
      source: at % 2 ? "AFP" : "Yonhap",
      publishedAt: `2019-0${1 + (at % 9)}`,
    }),
  );
  const plain = await createLibrary(articles, noPause);
  const data = await indexArticles(articles, noPause);
  const packed = await openLibrary(await unpacked(data), noPause);
  expect(packed.articles).toEqual(plain.articles);
  expect(packed.sources).toEqual(plain.sources);
  expect(packed.people.all).toEqual(plain.people.all);
  for (const { id } of plain.people.all) {
    const limits = { sentences: 3, with: 5 };
    expect(packed.people.card(id, limits)).toEqual(plain.people.card(id, limits));
  }
  for (const query of ["kim", "north korea summit", '"united states"', "presidnet", "김정은", "-kim minister", "zzz"]) {
    const asked = { query, offset: 0, limit: 20 };
    expect(packed.search(asked)).toEqual(plain.search(asked));
    expect(packed.complete(query, 25)).toEqual(plain.complete(query, 25));
  }
});

it("every fact and every body comes back, whatever is written in them", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  const article = fc.record({ id: fc.uuid(), title: text, body: text, author: text, source: text });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 5 }), async (given) => {
      const data = await indexArticles(
        given.map((facts) => ({ ...facts, titleFrom: "headline", form: "full" })),
        noPause,
      );
      expect(await unpacked(data)).toEqual(data);
    }),
  );
});

it("a body whose characters are broken keeps its length", async () => {
  const data = await indexArticles([anArticle({ body: "A \uD800 lone half \uDC00." })], noPause);
  const [article] = (await unpacked(data)).articles;
  expect(article?.body).toBe("A \uFFFD lone half \uFFFD.");
});

it("a library of which a part is missing or is not what it should be is refused", async () => {
  const data = await indexArticles([anArticle({})], noPause);
  const without = createUnpacker(noPause);
  for (const part of packLibrary(data)) if (part.name !== "postings.counts") without.take(part);
  await expect(without.finish()).rejects.toThrow("not whole");
  const broken = createUnpacker(noPause);
  for (const part of packLibrary(data))
    broken.take(part.kind === "list" ? { ...part, bytes: part.bytes.subarray(1) } : part);
  await expect(broken.finish()).rejects.toThrow(SyntaxError);
});
