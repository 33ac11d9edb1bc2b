import type { Article } from "./article.ts";
import type { NewsDate } from "./dates.ts";
import type { Excerpt } from "./excerpt.ts";

/** Somebody whom the articles name in full at least once. Two people who share a family name are two of these; two who share a full name are one. */
export interface Person {
  /** Stable slug of the name without accents or hyphens: `kim-jong-un`. At most 60 characters. */
  readonly id: string;
  /** The name as the articles write it most often: "Kim Jong Un". */
  readonly name: string;
  /** The family name as written: "Kim", "Pompeo". */
  readonly family: string;
  /** In how many articles the person is named. */
  readonly articles: number;
  /** The articles show that several people bear the name; nothing tells which of them an article means. */
  readonly mayBeSeveral?: true;
}

export type Resolution =
  | { readonly kind: "one"; readonly person: Person }
  /** Several people fit: ask which, most mentioned first. */
  | { readonly kind: "several"; readonly people: readonly Person[] }
  /** Nobody fits; `near` holds people with a similar name, at most five. */
  | { readonly kind: "none"; readonly near: readonly Person[] };

export interface Card {
  readonly person: Person;
  /** How the newest article that gives one describes the person: a slice of that article's body. None for several people. */
  readonly role?: { readonly text: string; readonly article: Article };
  readonly first: NewsDate | undefined;
  readonly last: NewsDate | undefined;
  /** How many of the person's articles have no date. */
  readonly undated: number;
  /** The most telling sentences about the person, each from another article, best first. */
  readonly sentences: readonly { readonly article: Article; readonly excerpt: Excerpt }[];
  /** Who is named in the same articles, most often first. */
  readonly with: readonly { readonly person: Person; readonly articles: number }[];
}

export interface People {
  /** Everybody, most mentioned first. */
  readonly all: readonly Person[];
  get(id: string): Person | undefined;
  /** From what somebody typed: an id, a full name in any spelling, a family name, a given name, a name that `knownSpellings` has in other letters. */
  resolve(typed: string): Resolution;
  /** Who has a full name that is a slip or two away from what is typed, its first letter the same, nearest first. */
  nearlyNamed(typed: string): readonly Person[];
  /** For autocomplete: who starts with what is typed so far, most mentioned first. */
  complete(typed: string, limit: number): readonly Person[];
  /** Ids of the articles that are about or name the person beyond doubt. */
  articlesOf(id: string): ReadonlySet<string>;
  /** Persons named in one article, most mentions first. */
  namedIn(articleId: string): readonly Person[];
  card(id: string, limits: { sentences: number; with: number }): Card | undefined;
}
