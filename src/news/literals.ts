import { type Phrase, phraseOf } from "./phrase.ts";
import { phraseSearch } from "./phrase-search.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";
import { isStopWord, keyOf } from "./stems.ts";
import type { Word } from "./words.ts";

/** Stop words that make no other thing of the word behind them, as "under" does of "secretary". */
const idle = new Set(
  "a an the and or but if is are was were be been did do does who what when where why how which that this to so".split(
    " ",
  ),
);
const mostLiterals = 4;

/**
 * What says more as it was typed than its words do apart: with a stop word inside or before it ("chief of staff", "under
 * secretary"), and what was typed without a space ("C&I", "testfired" for "test-fired").
 */
export function literalsIn(text: string, words: readonly Word[]): readonly Phrase[] {
  const found: Phrase[] = [];
  for (let from = 0; from + 1 < words.length && found.length < mostLiterals; ) {
    const to = endOfLiteral(text, words, from);
    if (to > from + 1) found.push(phraseOf(words.slice(from, to)));
    // The last word may begin another: "minister of state for trade".
    from = Math.max(from + 1, to - 1);
  }
  return found;
}

/** `from + 1` where none starts there. */
function endOfLiteral(text: string, words: readonly Word[], from: number): number {
  let to = from + 1;
  while (isGlued(text, words[to - 1], words[to])) to++;
  if (to > from + 1 || idle.has(words[from]?.form ?? "")) return to;
  while (isStop(words[to])) to++;
  const hasStop = isStop(words[from]) || to > from + 1;
  return hasStop && to < words.length ? to + 1 : from + 1;
}

/** Typed as one, or with a sign between them that is no hyphen: those are compounds. */
function isGlued(text: string, word: Word | undefined, next: Word | undefined): boolean {
  if (!word || !next) return false;
  return next.start === word.start || /^[&/+]$/u.test(text.slice(word.end, next.start));
}

function isStop(word: Word | undefined): boolean {
  return word !== undefined && isStopWord(keyOf(word));
}

/**
 * What it adds to the scores of articles that they hold phrases as typed: as much as their words can be worth at most, so
 * that such an article stands before all that have the words apart.
 */
export function addLiterals(
  literals: readonly Phrase[],
  ids: Uint32Array,
  scores: Float32Array,
  { index, reader }: { readonly index: SearchIndex; readonly reader: Reader },
): void {
  for (const literal of literals) {
    const worth = literal.keys.reduce((sum, key) => sum + (isStopWord(key) ? 0 : index.information(key)), 0);
    for (const id of ids.filter(phraseSearch(literal, reader))) scores[id] = (scores[id] ?? 0) + worth;
  }
}
