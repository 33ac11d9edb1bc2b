import { articlesWith, type Compound } from "./compounds.ts";
import type { Plan } from "./plan.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";

/** What the articles have of the compounds that were asked for. */
export interface Compounds {
  /** Whether an article has more of the plan than pieces of compounds, which alone are no answer. */
  isAnswer(id: number): boolean;
  /** The compounds that name one thing, and who has them side by side. */
  readonly wholes: readonly { readonly compound: Compound; readonly articles: ReadonlySet<number> }[];
}

/** @returns undefined for a plan without compounds */
export function compoundsOf({ wishes }: Plan, index: SearchIndex, reader: Reader): Compounds | undefined {
  const compounds = [...new Set(wishes.flatMap(({ pieceOf }) => pieceOf ?? []))];
  if (compounds.length === 0) return undefined;
  const others = wishes.filter(({ pieceOf }) => !pieceOf).flatMap(({ terms, extra }) => [...terms, ...extra]);
  const complete = new Set(others.flatMap((term) => index.holding([term])));
  const held = compounds.map((compound) => ({ compound, articles: articlesWith(compound, index, reader) }));
  for (const { articles } of held) for (const id of articles) complete.add(id);
  return { isAnswer: (id) => complete.has(id), wholes: held.filter(({ compound }) => compound.whole) };
}
