import type { Article } from "../../src/news/article.ts";
import { createCatalogue, indexIds } from "../../src/news/catalogue.ts";
import { libraryOf } from "../../src/news/create-library.ts";
import { newestFirst } from "../../src/news/dates.ts";
import { findPeople } from "../../src/news/find-people.ts";
import type { Library } from "../../src/news/library.ts";
import { openPeople } from "../../src/news/open-people.ts";
import type { People } from "../../src/news/people.ts";

/** An article with what a test cares about; the rest is plain. */
export function articleOf(id: string, given: Partial<Article> = {}): Article {
  return { id, title: `Headline ${id}`, titleFrom: "headline", body: "", form: "full", ...given };
}

/** People where there are none. */
export const nobody: People = {
  all: [],
  get: () => undefined,
  resolve: () => ({ kind: "none", near: [] }),
  nearlyNamed: () => [],
  complete: () => [],
  articlesOf: () => new Set(),
  namedIn: () => [],
  card: () => undefined,
};

/** Whom the articles name. */
export async function peopleIn(given: readonly Article[]): Promise<People> {
  const articles = given.toSorted((a, b) => newestFirst(a.publishedAt, b.publishedAt));
  const pause = () => undefined;
  return openPeople(await findPeople(articles, pause), createCatalogue(articles, indexIds(articles)), pause);
}

/** A library of articles in which people play no part, or the part given. */
export function libraryWith(articles: readonly Article[], people: Partial<People> = {}): Promise<Library> {
  return libraryOf(articles, { ...nobody, ...people }, () => undefined);
}

/** A library of one-paragraph articles, by id. */
export function libraryOfTexts(texts: Readonly<Record<string, string>>): Promise<Library> {
  return libraryWith(Object.entries(texts).map(([id, body]) => articleOf(id, { title: "-", body })));
}

/** The ids of what a query finds, best first. */
export function idsOf(library: Library, query: string): string[] {
  return library.search({ query, offset: 0, limit: 100 }).hits.map(({ article }) => article.id);
}

/** The first hit's excerpt with its matches in brackets. */
export function markedIn(library: Library, query: string): string | undefined {
  const excerpt = library.search({ query, offset: 0, limit: 1 }).hits[0]?.excerpt;
  let text = excerpt?.text;
  for (const [from, to] of excerpt?.matches.toReversed() ?? []) {
    text = `${text?.slice(0, from)}[${text?.slice(from, to)}]${text?.slice(to)}`;
  }
  return text;
}
