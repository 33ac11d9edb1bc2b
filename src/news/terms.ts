import { amountAt } from "./amounts.ts";
import { givenNameAt } from "./given-names.ts";
import { keyOf } from "./stems.ts";
import { conceptsIn } from "./synonyms.ts";
import { isUnspaced, type Word, words } from "./words.ts";

/** Something that a text can be found under, and where it stands there. */
export interface Term {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** What an article is found under, and how long it is. */
export interface Terms {
  /** In any order, as often as they count; none contains a space. */
  readonly terms: readonly string[];
  /** In words that are no stop words. */
  readonly length: number;
}

/**
 * All that a text can be found under: the stems of its words, the subjects that they name, pairs of characters where a
 * script has no spaces, a word with its number where they are written together ("Hwasong-15", "F35"), amounts, and given
 * names whole.
 * @param keys the words' keys, where they are known
 */
export function termsOf(
  text: string,
  found: readonly Word[] = words(text),
  keys: readonly string[] = found.map(keyOf),
): Term[] {
  const terms: Term[] = [];
  eachTerm(text, found, keys, (term, from, to) => {
    terms.push({ term, start: found[from]?.start ?? 0, end: found[to - 1]?.end ?? 0 });
  });
  return terms;
}

/** As `termsOf`, without a list: `take` hears of each term and its words, `to` exclusive. */
export function eachTerm(
  text: string,
  found: readonly Word[],
  keys: readonly string[],
  take: (term: string, from: number, to: number) => void,
): void {
  for (let at = 0; at < found.length; at++) {
    take(keys[at] ?? "", at, at + 1);
    const amount = amountAt(text, found, at);
    if (amount) take(amount.term, at, amount.to);
    const [word, next] = [found[at], found[at + 1]];
    if (!word || !next || next.start > word.end + 1) continue;
    const pair = pairOf(text, word, next);
    if (pair) take(pair, at, at + 2);
    const given = givenNameAt(text, found, at);
    if (given) take(given, at, at + 2);
  }
  for (const { term, from, to } of conceptsIn(found, keys)) take(term, from, to);
}

/** What two neighbours are also found under together, if anything. */
export function pairOf(text: string, word: Word, next: Word): string | undefined {
  const gap = next.start - word.end;
  if (gap > 1 || text.charCodeAt(word.end) === 0x20) return undefined;
  if (gap === 0 && isUnspaced(word.form) && isUnspaced(next.form)) return word.form + next.form;
  const together = gap === 0 || (gap === 1 && /[-‐‑–]/u.test(text.charAt(word.end)));
  return together && /^\p{L}+$/u.test(word.form) && /^\p{N}+$/u.test(next.form) ? word.form + next.form : undefined;
}
