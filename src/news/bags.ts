import { grown } from "./grown.ts";

/** An article's keys, each once, with how often it stands there: `key * 32 + times`, at most 31 times. */
export type Bag = Uint32Array;

export const keyIn = (entry: number) => entry >>> 5;
export const timesIn = (entry: number) => entry & 31;

const mostTimes = 31;
/** So many are kept: those that were found once will be found again. */
const mostKept = 4000;

export interface Bags {
  /**
   * @param words the numbers of the article's forms
   * @param keyOf the key of each form
   * @param leftOut by form, 0 for what counts
   */
  of(article: number, words: Uint32Array, keyOf: Uint32Array, leftOut: Uint8Array): Bag;
  forget(article: number): void;
}

export function createBags(): Bags {
  const kept = new Map<number, Bag>();
  /** By key; between two articles all are 0. */
  let times = new Uint8Array();
  let found = new Uint32Array();

  return {
    of(article, words, keyOf, leftOut) {
      const before = kept.get(article);
      if (before) return before;
      times = grown(times, keyOf.length);
      found = grown(found, words.length);
      let size = 0;
      for (let at = 0; at < words.length; at++) {
        const form = words[at] ?? 0;
        if (leftOut[form] !== 0) continue;
        const key = keyOf[form] ?? 0;
        const already = times[key] ?? 0;
        if (already === 0) found[size++] = key;
        if (already < mostTimes) times[key] = already + 1;
      }
      const bag = found.slice(0, size);
      for (let at = 0; at < size; at++) {
        const key = bag[at] ?? 0;
        bag[at] = key * 32 + (times[key] ?? 0);
        times[key] = 0;
      }
      if (kept.size >= mostKept) kept.clear();
      kept.set(article, bag);
      return bag;
    },
    forget(article) {
      kept.delete(article);
    },
  };
}
