import type { Parts } from "./answers.ts";
import type { Article } from "./article.ts";
import type { Changes } from "./library.ts";
import { readArticle } from "./reading.ts";

/** Changes what answers are made from: the cost is that of reading the articles that change, not of all there are. */
export function revise(parts: Parts, { put, remove }: Changes): void {
  const { catalogue } = parts;
  const into = new Map(put.map((article) => [article.id, article]));
  const out = new Set([...remove, ...into.keys()].flatMap((id) => catalogue.numberOf(id) ?? []));
  for (const number of out) withdraw(parts, number);
  const numbers = catalogue.change([...out], [...into.values()]);
  for (const [at, article] of [...into.values()].entries()) enter(parts, numbers[at] ?? 0, article);
  parts.headlines.follow(() => catalogue.articles);
}

function withdraw({ catalogue, people, outlets, periods, index, reader, vocabulary }: Parts, number: number): void {
  const article = catalogue.at(number);
  if (!article) return;
  const reading = readArticle(article);
  people.remove(number);
  outlets.remove(number, article);
  periods.remove(article);
  index.remove(number, reading);
  reader.remove(number);
  vocabulary.remove(reading.stretches);
}

function enter(parts: Parts, number: number, article: Article): void {
  const { people, outlets, periods, moments, index, reader, vocabulary } = parts;
  const reading = readArticle(article);
  people.add(number, article);
  outlets.add(number, article);
  periods.add(article);
  moments.set(number, article.publishedAt);
  index.add(number, reading);
  reader.add(number, reading.stretches);
  vocabulary.add(reading.stretches);
}
