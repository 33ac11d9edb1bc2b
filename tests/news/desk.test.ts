import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import type { Article } from "../../src/news/article.ts";
import type { Library } from "../../src/news/library.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { meanOf, measure } from "../bench/measures.ts";
import { articleOf, idsOf, libraryWith } from "./newsroom.ts";

/** The starter articles, by a word of their headlines. */
const seedNames = {
  factory: "seed-factory",
  bumpy: "seed-bumpy",
  talks: "seed-talks",
  visuals: "seed-visuals",
  exercises: "seed-drills",
  fourth: "seed-fourth",
};

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const read = (name: string): unknown => parse(readFileSync(pathOf(`./desk/${name}`), "utf8"));

let library: Library;
const questions = new Map<string, Record<string, number>>(Object.entries(Object(read("questions.yaml"))));

beforeAll(async () => {
  const articles: Article[] = [];
  for (const [id, [day, title, body]] of Object.entries<[string, string, string]>(Object(read("articles.yaml")))) {
    articles.push(articleOf(id, { title, body, publishedAt: day }));
  }
  for await (const reading of readFolder(pathOf("../../seeds/articles"))({})) {
    for (const article of "articles" in reading ? reading.articles : []) {
      const name = Object.entries(seedNames).find(([word]) => article.title.includes(word))?.[1];
      articles.push({ ...article, id: name ?? article.id });
    }
  }
  library = await libraryWith(articles);
});

it("is asked eighty questions, about articles that are there", () => {
  expect(questions.size).toBeGreaterThanOrEqual(80);
  for (const grades of questions.values()) for (const id of Object.keys(grades)) expect(library.get(id)?.id).toBe(id);
});

it("answers the questions of this field as well as it did", () => {
  const mean = meanOf([...questions].map(([question, grades]) => measure(idsOf(library, question), grades)));
  // Measured: 0.911, 0.963 and 0.919.
  expect(mean.ndcg10).toBeGreaterThan(0.905);
  expect(mean.mrr10).toBeGreaterThan(0.955);
  expect(mean.recall100).toBeGreaterThan(0.91);
});
