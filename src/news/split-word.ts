import { compoundPhrase } from "./compounds.ts";
import type { Known } from "./known.ts";
import { phraseOf } from "./phrase.ts";
import type { SearchIndex } from "./search-index.ts";
import { isStopWord, stem } from "./stems.ts";
import type { Word } from "./words.ts";

/** An unknown word is taken apart in so many ways, at most: each is a search. */
const mostSplits = 4;
const shortestApart = 6;

/**
 * An unknown "kimjongun" in its parts, if two to four known words that stand side by side somewhere make it up. Of
 * two, neither is a stop word: "isreal" is a slip.
 */
export function splitWord(
  { form, start, end }: Word,
  { index, isWritten }: Pick<Known, "index" | "isWritten">,
): readonly Word[] | undefined {
  if (form.length < 4 || form.length > 24 || !/^\p{L}+$/u.test(form) || index.frequency(stem(form)) > 0)
    return undefined;
  const candidates = splits(form, 4, index)
    .filter((parts) => parts.filter((part) => !isStopWord(part)).length >= (parts.length === 2 ? 2 : 1))
    .sort((a, b) => a.length - b.length || rarest(b, index) - rarest(a, index))
    .slice(0, mostSplits)
    .map((parts) => parts.map((each) => ({ form: each, start, end, capitals: false })));
  return candidates.find((parts) => isWritten(phraseOf(parts)));
}

/**
 * A known word in the two parts that most articles write it in: "ceasefire" where they write "cease-fire". Whoever types it
 * means both.
 */
export function usuallyApart(
  { form, start, end }: Word,
  { index, countOf }: Pick<Known, "index" | "countOf">,
): readonly Word[] | undefined {
  if (form.length < shortestApart || form.length > 24 || !/^[a-z]+$/.test(form)) return undefined;
  const held = index.frequency(stem(form));
  const isCommoner = (parts: readonly string[]) =>
    rarest(parts, index) > held && index.holding(parts.map(stem)).length > held;
  return splits(form, 2, index)
    .filter((parts) => !parts.some(isStopWord) && isCommoner(parts))
    .map((parts) => parts.map((each) => ({ form: each, start, end, capitals: false })))
    .find((parts) => countOf(compoundPhrase(parts)) > held);
}

function rarest(parts: readonly string[], index: SearchIndex): number {
  return Math.min(...parts.map((part) => index.frequency(stem(part))));
}

function splits(form: string, most: number, index: SearchIndex): string[][] {
  const found: string[][] = [];
  for (let at = 2; most > 1 && at <= form.length - 2; at++) {
    const [head, tail] = [form.slice(0, at), form.slice(at)];
    if (index.frequency(stem(head)) === 0) continue;
    if (index.frequency(stem(tail)) > 0) found.push([head, tail]);
    for (const rest of splits(tail, most - 1, index)) found.push([head, ...rest]);
  }
  return found;
}
