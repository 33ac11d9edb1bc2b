import { phraseSearch } from "./phrase-search.ts";
import type { Plan } from "./plan.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";
import { isStopWord } from "./stems.ts";

/** Whether an article is one of those wanted; where there is none, all are. */
export type Test = (id: number) => boolean;

/** That the phrases stand in it. */
export function demands(plan: Plan, reader: Reader): Test | undefined {
  const phrases = plan.phrases.map(({ forms }) => phraseSearch(forms, reader));
  return phrases.length === 0 ? undefined : (id) => phrases.every((isHeld) => isHeld(id));
}

/** That nothing stands in it that was excluded. */
export function exclusion(
  plan: Plan,
  { index, reader }: { readonly index: SearchIndex; readonly reader: Reader },
): Test | undefined {
  if (plan.excluded.length === 0) return undefined;
  const excluded = new Set<number>();
  for (const one of plan.excluded) {
    if ("key" in one) {
      for (const id of index.holding([one.key])) excluded.add(id);
    } else {
      const isHeld = phraseSearch(one.forms, reader);
      const keys = one.keys.filter((key) => !isStopWord(key));
      for (const id of index.holding(keys.length > 0 ? keys : one.keys)) if (isHeld(id)) excluded.add(id);
    }
  }
  return (id) => !excluded.has(id);
}
