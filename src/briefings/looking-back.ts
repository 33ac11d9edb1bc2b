import { Temporal } from "temporal-polyfill";
import type { Article } from "../news/article.ts";
import { newestFirst } from "../news/dates.ts";
import type { Library } from "../news/library.ts";
import type { Contents } from "./briefing.ts";
import type { Scope } from "./new-articles.ts";

/** An article out of the archive for a day without news. */
export interface OldStory {
  readonly article: Article;
  /** "On this day, 2019" */
  readonly label: string;
}

/** So many of the most relevant articles take turns, a day each. */
const turns = 30;
/** Days within which an article has hardly been forgotten yet. */
const recent = 30;

/**
 * What happened on this day of another year, by the date in that time zone; else what is most relevant to the contents,
 * another one every day.
 */
export function lookBack(
  library: Library,
  contents: Contents,
  scope: Scope,
  now: number,
  timeZone: string,
): OldStory | undefined {
  const today = localDate(now, timeZone);
  const isBefore =
    (date: string) =>
    ({ publishedAt }: Article) =>
      publishedAt !== undefined && publishedAt < date;
  const old = scope.articles.filter(isBefore(today.toString()));
  const [sameDay] = mostCentral(old.filter(isOnDayOf(today, timeZone)), library);
  if (sameDay) return { article: sameDay, label: `On this day, ${dayOf(sameDay, timeZone).slice(0, 4)}` };
  const older = old.filter(isBefore(today.subtract({ days: recent }).toString()));
  const relevant = mostRelevant(library, contents, older.length > 0 ? older : old);
  const article = relevant[Math.floor(now / 86_400_000) % relevant.length];
  return article && { article, label: `From the archive, ${dayOf(article, timeZone).slice(0, 4)}` };
}

export function localDate(instant: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The same month and day of an earlier year. */
function isOnDayOf(today: Temporal.PlainDate, timeZone: string): (article: Article) => boolean {
  // No zone is a whole day or more away from UTC: only these need to be looked at closely.
  const near = [-1, 0, 1].map((days) => today.add({ days }).toString().slice(5));
  return (article) => {
    if (!near.includes(article.publishedAt?.slice(5, 10) ?? "")) return false;
    const day = dayOf(article, timeZone);
    return day.slice(5) === today.toString().slice(5) && day < today.toString();
  };
}

/** The date there, as precisely as it is known. */
function dayOf({ publishedAt = "" }: Article, timeZone: string): string {
  return publishedAt.includes("T") ? localDate(Date.parse(publishedAt), timeZone).toString() : publishedAt;
}

function mostRelevant(library: Library, { about, person }: Contents, old: readonly Article[]): readonly Article[] {
  if (about === undefined) return mostCentral(old, library).slice(0, turns);
  if (old.length === 0) return [];
  const ids = new Set(old.map(({ id }) => id));
  const filter = person === undefined ? {} : { person };
  const { hits } = library.search({ query: about, ...filter, offset: 0, limit: turns });
  return hits.flatMap(({ article }) => (ids.has(article.id) ? article : []));
}

/** Those first whose main person is most in the archive; of equals the newest. */
function mostCentral(articles: readonly Article[], library: Library): readonly Article[] {
  return articles
    .map((article) => ({ article, weight: library.people.namedIn(article.id)[0]?.articles ?? 0 }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        newestFirst(a.article.publishedAt, b.article.publishedAt) ||
        (a.article.id < b.article.id ? -1 : 1),
    )
    .map(({ article }) => article);
}
