import type { Terms } from "./terms.ts";

/** Something that is wanted, and the terms that stand for it. */
export interface Wanted {
  /** Finding one of them is finding it. */
  readonly terms: ReadonlySet<string>;
  /** They count little. One that is among `terms`, too, is a find, and counts little. */
  readonly extra: ReadonlySet<string>;
  /** How often it was asked for: its terms count so much more. */
  readonly times: number;
  /** What it adds to the share of an article that has it. */
  readonly weight: number;
}

/** How every article answers, by its number. The next call of `score` writes into the same arrays. */
export interface Scores {
  readonly scores: Float32Array;
  /** The sum of the weights of what the article has. */
  readonly shares: Float32Array;
  /** Room for the numbers of those that are chosen: to make it anew takes as long as to score. */
  readonly chosen: Uint32Array;
}

/** The engine: it knows terms and numbers, nothing of words or articles, so that another could take its place. */
export interface SearchIndex {
  readonly articles: number;
  /** In how many articles the term stands. */
  frequency(term: string): number;
  /** How much finding the term says: high for the rare. */
  weight(term: string): number;
  /** How much a term says that stands in an article again and again: see `createSearchIndex`. */
  information(term: string): number;
  /** How much of a term's information an article gives that holds it so often, 0 to 1. */
  saturation(article: number, count: number): number;
  /**
   * Adds to each of the sums how much of a term's information the article at that place gives, at most, times the factor.
   * @param wanted articles, ascending
   */
  addSaturations(term: string, factor: number, wanted: Uint32Array, sums: Float64Array): void;
  /** @param wanted at most 254 */
  score(wanted: readonly Wanted[]): Scores;
  /** The articles that hold all of the terms, ascending. Not to be written into: they may be the index's own. */
  holding(terms: readonly string[]): Uint32Array;
  /** @param article a number that no article has */
  add(article: number, terms: Terms): void;
  /** @param terms those with which it was added */
  remove(article: number, terms: Terms): void;
}
