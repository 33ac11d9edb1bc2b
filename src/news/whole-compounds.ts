import { type Compound, testFor } from "./compounds.ts";
import { amongThose, type Test } from "./conditions.ts";
import type { Plan } from "./plan.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";

/** What the articles have of the compounds that were asked for. */
export interface Compounds {
  /** Whether an article has more of the plan than pieces of compounds, which alone are no answer. */
  readonly isAnswer: Test;
  /** The compounds that name one thing, and whether an article has it whole. */
  readonly wholes: readonly { readonly compound: Compound; readonly hasWhole: Test }[];
}

/** @returns undefined for a plan without compounds */
export function compoundsOf({ wishes }: Plan, index: SearchIndex, reader: Reader): Compounds | undefined {
  const compounds = [...new Set(wishes.flatMap(({ pieceOf }) => pieceOf ?? []))];
  if (compounds.length === 0) return undefined;
  const others = wishes.filter(({ pieceOf }) => !pieceOf).flatMap(({ terms, extra }) => [...terms, ...extra]);
  const hasOther = amongThose(others.map((term) => index.holding([term])));
  const tests = compounds.map((compound) => ({ compound, hasWhole: testFor(compound, index, reader) }));
  return {
    isAnswer: (id) => hasOther(id) || tests.some(({ hasWhole }) => hasWhole(id)),
    wholes: tests.filter(({ compound }) => compound.whole),
  };
}
