import { phraseSearch } from "./phrase-search.ts";
import type { Plan } from "./plan.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";
import { isStopWord } from "./stems.ts";

/** Whether an article is one of those wanted; where there is none, all are. */
export type Test = (id: number) => boolean;

/** That the phrases stand in it. */
export function demands(plan: Plan, reader: Reader): Test | undefined {
  const phrases = plan.phrases.map((phrase) => phraseSearch(phrase, reader));
  return phrases.length === 0 ? undefined : (id) => phrases.every((isHeld) => isHeld(id));
}

/** That nothing stands in it that was excluded. */
export function exclusion(
  plan: Plan,
  { index, reader }: { readonly index: SearchIndex; readonly reader: Reader },
): Test | undefined {
  if (plan.excluded.length === 0) return undefined;
  const excluded = plan.excluded.map((one) => {
    if ("key" in one) return index.holding([one.key]);
    const keys = one.keys.filter((key) => !isStopWord(key));
    return index.holding(keys.length > 0 ? keys : one.keys).filter(phraseSearch(one, reader));
  });
  const isExcluded = amongThose(excluded);
  return (id) => !isExcluded(id);
}

/** That it is one of those. @param lists each ascending */
export function amongThose(lists: readonly Uint32Array[]): Test {
  const last = lists.reduce((last, ids) => Math.max(last, ids.at(-1) ?? -1), -1);
  const marked = new Uint8Array(last + 1);
  for (const ids of lists) for (let at = 0; at < ids.length; at++) marked[ids[at] ?? 0] = 1;
  return (id) => marked[id] === 1;
}
