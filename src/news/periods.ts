import type { Article } from "./article.ts";
import type { NewsDate } from "./dates.ts";

/** The years and the months of which there are articles. */
export interface Periods {
  /** Each once: the years first, newest first. */
  all(): readonly NewsDate[];
  add(article: Article): void;
  remove(article: Article): void;
}

export function createPeriods(): Periods {
  const counts = new Map<NewsDate, number>();

  function count({ publishedAt = "" }: Article, by: 1 | -1): void {
    for (const length of ["2019".length, "2019-04".length]) {
      if (publishedAt.length >= length) countOne(publishedAt.slice(0, length), by);
    }
  }

  function countOne(period: NewsDate, by: 1 | -1): void {
    const left = (counts.get(period) ?? 0) + by;
    if (left > 0) counts.set(period, left);
    else counts.delete(period);
  }

  return {
    all: () => [...counts.keys()].sort((a, b) => a.length - b.length || (a < b ? 1 : -1)),
    add: (article) => count(article, 1),
    remove: (article) => count(article, -1),
  };
}
