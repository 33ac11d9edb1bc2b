import { isByline } from "./bylines.ts";
import type { Plan, Wish } from "./plan.ts";
import type { SearchIndex, Wanted } from "./search-index.ts";

/** What the index is asked for: the wishes of a plan that any term stands for. */
export function wantedBy(plan: Plan, index: SearchIndex): Wanted[] {
  return plan.wishes
    .filter(({ terms, extra }) => terms.size + extra.size > 0)
    .map(({ terms, extra, times, isDemanded }) => ({
      // What comes from a phrase is there as typed: the words are then enough, though a synonym was meant.
      terms: isDemanded ? new Set([...terms, ...extra]) : terms,
      extra,
      times,
      weight: weightOf({ terms, extra }, index),
    }));
}

/** What was demanded, and no term stands for. */
export function isImpossible({ terms, extra, isDemanded }: Wish): boolean {
  return isDemanded && terms.size + extra.size === 0;
}

/** What the commonest of the terms says: the others only name the same thing. A word says no less for an outlet's name. */
export function weightOf({ terms, extra }: Pick<Wish, "terms" | "extra">, index: SearchIndex): number {
  const all = [...(terms.size > 0 ? terms : extra)];
  const own = all.filter((term) => !isByline(term));
  return Math.min(...(own.length > 0 ? own : all).map((term) => index.weight(term)));
}
