import type { Article } from "./article.ts";
import type { NewsDate } from "./dates.ts";
import type { Filters } from "./library.ts";
import type { Outlets } from "./outlets.ts";
import type { People } from "./people.ts";

/**
 * Whether an article passes. An article of which only the month or the year is known passes a date filter if all of that
 * month or year does: one of "2019" is after 2019 and before 2019, but not after 2019-04. The undated never pass one.
 */
export function createFilter(filters: Filters, people: People, outlets: Outlets): (article: Article) => boolean {
  const { person, source, after, before } = filters;
  const ofPerson = person === undefined ? undefined : people.articlesOf(person);
  const ofSource = source === undefined ? undefined : outlets.articlesOf(source);
  const from = after === undefined ? undefined : firstMoment(after);
  const to = before === undefined ? undefined : lastMoment(before);
  return (article) =>
    (ofPerson?.has(article.id) ?? true) &&
    (ofSource?.has(article.id) ?? true) &&
    (from === undefined || factsOf(article).first >= from) &&
    (to === undefined || factsOf(article).last <= to);
}

/** What filters ask of an article: worked out once, not for every question anew. */
interface Facts {
  /** Milliseconds since 1970; NaN for the undated, which is neither after nor before anything. */
  readonly first: number;
  readonly last: number;
}

const facts = new WeakMap<Article, Facts>();

function factsOf(article: Article): Facts {
  const known = facts.get(article);
  if (known) return known;
  const { publishedAt: date } = article;
  const found = {
    first: date === undefined ? Number.NaN : firstMoment(date),
    last: date === undefined ? Number.NaN : lastMoment(date),
  };
  facts.set(article, found);
  return found;
}

/** Milliseconds since 1970. */
function firstMoment(date: NewsDate): number {
  return Date.parse(date.includes("T") ? date : `${date}${"-01-01".slice(date.length - 4)}`);
}

/** Milliseconds since 1970. */
function lastMoment(date: NewsDate): number {
  if (date.includes("T")) return Date.parse(date);
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  const next = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return next - 1;
}
