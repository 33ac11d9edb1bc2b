import type { Article } from "./article.ts";
import type { Catalogue } from "./catalogue.ts";
import type { NewsDate } from "./dates.ts";
import { grown } from "./grown.ts";
import type { Filters } from "./library.ts";
import type { Outlets } from "./outlets.ts";
import type { People } from "./people.ts";

/** When each article may have been published, by its number: milliseconds since 1970; NaN for the undated. */
export interface Moments {
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** The moments, as articles come. */
export interface OpenMoments extends Moments {
  set(number: number, date: NewsDate | undefined): void;
}

/** @param articles by their numbers */
export function momentsOf(articles: readonly Article[]): Moments {
  return {
    first: Float64Array.from(articles, ({ publishedAt }) => firstMoment(publishedAt)),
    last: Float64Array.from(articles, ({ publishedAt }) => lastMoment(publishedAt)),
  };
}

export function openMoments({ first, last }: Moments): OpenMoments {
  return {
    get first() {
      return first;
    },
    get last() {
      return last;
    },
    set(number, date) {
      first = grown(first, number + 1);
      last = grown(last, number + 1);
      first[number] = firstMoment(date);
      last[number] = lastMoment(date);
    },
  };
}

/**
 * Whether an article passes, by its number. One of which only the month or the year is known passes a date filter if all
 * of that month or year does: one of "2019" is after 2019 and before 2019, but not after 2019-04. The undated, whose
 * moments compare with nothing, never pass one.
 */
export function createFilter(
  filters: Filters,
  known: {
    readonly catalogue: Catalogue;
    readonly people: People;
    readonly outlets: Outlets;
    readonly moments: Moments;
  },
): (number: number) => boolean {
  const { catalogue, people, outlets, moments } = known;
  const { person, source, after, before } = filters;
  const ofPerson = person === undefined ? undefined : people.articlesOf(person);
  const ofSource = source === undefined ? undefined : outlets.articlesOf(source);
  const from = after === undefined ? undefined : firstMoment(after);
  const to = before === undefined ? undefined : lastMoment(before);
  return (number) => {
    const id = catalogue.at(number)?.id ?? "";
    return (
      (ofPerson?.has(id) ?? true) &&
      (ofSource?.has(number) ?? true) &&
      (from === undefined || (moments.first[number] ?? 0) >= from) &&
      (to === undefined || (moments.last[number] ?? 0) <= to)
    );
  };
}

/** Milliseconds since 1970. */
function firstMoment(date: NewsDate | undefined): number {
  if (date === undefined) return Number.NaN;
  return Date.parse(date.includes("T") ? date : `${date}${"-01-01".slice(date.length - 4)}`);
}

/** Milliseconds since 1970. */
function lastMoment(date: NewsDate | undefined): number {
  if (date === undefined) return Number.NaN;
  if (date.includes("T")) return Date.parse(date);
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  const next = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return next - 1;
}
