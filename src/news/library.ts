import type { Article } from "./article.ts";
import type { NewsDate } from "./dates.ts";
import type { Excerpt } from "./excerpt.ts";
import type { People, Person } from "./people.ts";

/**
 * Everything that is known at one moment: an answer can keep using it while a new one is built.
 * `search` and `latest` throw a UserError for a query without a word in it (empty, only punctuation, only exclusions).
 */
export interface Library {
  /** Newest first, the undated last. */
  readonly articles: readonly Article[];
  readonly people: People;
  /** Outlets and agencies, each under its commonest name, with their number of articles, most first. */
  readonly sources: readonly { readonly name: string; readonly articles: number }[];
  /** Years and months, each once, of which there are articles: the years first, newest first. */
  readonly periods: readonly NewsDate[];
  get(id: string): Article | undefined;
  /** Newest first. `about` is a query as in `search`, used as a filter: every word must be found. */
  latest(request: { source?: string; about?: string; limit: number }): { articles: readonly Article[]; total: number };
  search(request: SearchRequest): SearchResult;
  /** The passage of the article that answers the query best, at most `limit` characters (code points). */
  excerpt(article: Article, query: string, limit: number): Excerpt;
  /** In how many articles a term of `termsOf` stands. */
  frequency(term: string): number;
  /** For autocomplete of a query: what could complete what is typed so far (people, words, headlines), best first. */
  complete(typed: string, limit: number): readonly string[];
  /**
   * The library with some articles put in, removed or changed, in milliseconds: it takes over what this one is made of.
   * This one finds from now on what the other finds, and keeps the list of `articles` that was asked of it.
   */
  revised(changes: Changes): Library;
}

export interface Changes {
  /** Each takes the place of the article with its id, if there is one. */
  readonly put: readonly Article[];
  /** Ids; one that no article has is passed over. */
  readonly remove: readonly string[];
}

/** What narrows a search besides its words. `after` and `before` are inclusive. */
export interface Filters {
  /** A person's id. */
  readonly person?: string;
  /** A name out of `Library.sources`, or another of the same outlet's. */
  readonly source?: string;
  readonly after?: NewsDate;
  readonly before?: NewsDate;
}

export interface SearchRequest extends Filters {
  readonly query: string;
  /** Instead of the best first: the newest of those that have at least half of what is asked for. */
  readonly sort?: "newest";
  /** Hits to skip, and to return. */
  readonly offset: number;
  readonly limit: number;
}

export interface SearchResult {
  readonly hits: readonly { readonly article: Article; readonly excerpt: Excerpt; readonly score: number }[];
  /** All hits, not only those returned. */
  readonly total: number;
  /** The query is a few words, and no hit has all of those that are known. */
  readonly isPartial: boolean;
  /** Words that nothing knows, and what was looked for instead: one known word, two that make it up, or some of several. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Words and compounds, as typed, that no article has: nothing else was looked for instead. */
  readonly unknown: readonly string[];
  /** People whose name is nearly what is typed, where nobody is named so; `query` is the same with that name. */
  readonly didYouMean: readonly { readonly person: Person; readonly query: string }[];
  /** Where there is no hit, and nobody was nearly named: queries in a near spelling that would have some. */
  readonly suggestions: readonly string[];
  /** Where there is no hit: the same query without an exclusion or its quotation marks, and how many that finds. */
  readonly wider: readonly { readonly query: string; readonly without: string; readonly total: number }[];
  /** Where there is no hit: filters whose removal would give some, and how many. */
  readonly withoutFilter: readonly { readonly filter: keyof Filters; readonly total: number }[];
}
