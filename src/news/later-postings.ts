import type { Terms } from "./terms.ts";

/** The articles of one term that came after the index was made, and how much of those in it has gone. */
interface Later {
  /** Ascending. */
  readonly articles: number[];
  readonly counts: number[];
  goneArticles: number;
  goneCount: number;
}

/** What has changed since postings were frozen. */
export interface LaterPostings {
  of(term: string): Readonly<Later> | undefined;
  add(article: number, terms: Terms): void;
  /** @param isFrozen the article is one of the frozen postings, where its number stays */
  remove(article: number, terms: Terms, isFrozen: boolean): void;
}

/** As in the frozen postings. */
const highestCount = 255;

export function createLaterPostings(): LaterPostings {
  const byTerm = new Map<string, Later>();

  function laterOf(term: string): Later {
    const known = byTerm.get(term) ?? { articles: [], counts: [], goneArticles: 0, goneCount: 0 };
    byTerm.set(term, known);
    return known;
  }

  return {
    of: (term) => byTerm.get(term),
    add(article, terms) {
      for (const [term, count] of countsOf(terms)) {
        const { articles, counts } = laterOf(term);
        const place = firstAtLeast(articles, article);
        articles.splice(place, 0, article);
        counts.splice(place, 0, Math.min(count, highestCount));
      }
    },
    remove(article, terms, isFrozen) {
      for (const [term, count] of countsOf(terms)) {
        const later = laterOf(term);
        if (isFrozen) {
          later.goneArticles++;
          later.goneCount += Math.min(count, highestCount);
          continue;
        }
        const place = firstAtLeast(later.articles, article);
        later.articles.splice(place, 1);
        later.counts.splice(place, 1);
        if (later.articles.length === 0 && later.goneArticles === 0) byTerm.delete(term);
      }
    },
  };
}

function countsOf({ terms }: Terms): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function firstAtLeast(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
