import { type Compound, compoundOf, hyphenedIn } from "./compounds.ts";
import { givenName } from "./given-names.ts";
import type { Known } from "./known.ts";
import { isFamily, spelledOtherwise } from "./name-spellings.ts";
import { phraseOf } from "./phrase.ts";
import type { Span } from "./sentences.ts";
import { isStopWord, keyOf, stem } from "./stems.ts";
import { isUnspaced, type Word } from "./words.ts";

/** So many compounds are looked for: each is a search. */
const mostCompounds = 5;

/** A wish in the making: which words of its part it takes. */
export interface Draft {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
  readonly terms: Set<string>;
  readonly extra: Set<string>;
  readonly isDemanded: boolean;
  readonly pieceOf?: Compound;
}

/** The drafts with given names in all the spellings that are known of them. */
export function withNames(
  drafts: readonly Draft[],
  text: string,
  words: readonly Word[],
  { index, nameOf }: Pick<Known, "index" | "nameOf">,
): readonly Draft[] {
  return spelledOtherwise(text, words, nameOf).reduce((before, { from, to, terms }) => {
    const known = terms.filter((term) => index.frequency(term) > 0);
    const keys = words.slice(from, to).map(keyOf);
    const name = { from, to, keys, terms: new Set(known), extra: new Set<string>(), isDemanded: false };
    return known.length > 0 ? replaced(before, name) : before;
  }, drafts);
}

/**
 * The drafts with an empty one for each full name of somebody whom no article names: who asks for "Park Geun-hye" doesn't
 * ask for parks. Typed with a hyphen or with capitals, so that it is surely a name.
 */
export function withoutStrangers(
  drafts: readonly Draft[],
  text: string,
  words: readonly Word[],
  { index, isWritten }: Pick<Known, "index" | "isWritten">,
): readonly Draft[] {
  const isStranger = (at: number) => {
    const [family, first, second] = words.slice(at, at + 3);
    if (!family || !first || !second || !isFamily(family.form) || isStopWord(first.form)) return false;
    const given = givenName(first, second);
    const between = text.slice(first.end, second.start);
    const isName = /^[-‐‑]$/u.test(between) || [family, first, second].every((word) => isCapital(text, word));
    if (given === undefined || !isName || text.slice(family.end, first.start) !== " ") return false;
    const isKnown = [given, stem(first.form + second.form)].some((term) => index.frequency(term) > 0);
    const isSpelledOtherwise = drafts.some(
      ({ from, to, terms }) => terms.size > 0 && to > from + 1 && from <= at + 1 && to >= at + 3,
    );
    return !isKnown && !isSpelledOtherwise && !isWritten(phraseOf([family, first, second]));
  };
  const strangers = [...words.keys()].filter(isStranger);
  return strangers.reduce((before, from) => replaced(before, nothingAt(from, from + 3)), drafts);
}

function isCapital(text: string, { start }: Word): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 2));
}

/** What nothing fulfils. */
function nothingAt(from: number, to: number): Draft {
  return { from, to, keys: [], terms: new Set(), extra: new Set(), isDemanded: false };
}

/** The drafts with the pieces of compounds marked as such, and with one empty draft for each compound that nothing has. */
export function withCompounds(
  drafts: readonly Draft[],
  text: string,
  words: readonly Word[],
  known: Pick<Known, "index" | "countOf" | "isWritten">,
): readonly Draft[] {
  let result = drafts;
  for (const { from, to } of hyphenedIn(text, words).slice(0, mostCompounds)) {
    const pieces = result.filter((draft) => draft.from < to && draft.to > from);
    if (pieces.length < 2 || pieces.some((draft) => draft.from < from || draft.to > to)) continue;
    const terms = pieces.map((draft) => new Set([...draft.terms, ...draft.extra]));
    const pieceOf = compoundOf(words.slice(from, to), terms, known);
    result = pieceOf
      ? result.map((draft) => (pieces.includes(draft) ? { ...draft, pieceOf } : draft))
      : replaced(result, nothingAt(from, to));
  }
  return result;
}

/** The drafts with one in place of those whose words it takes; as they were where one of them takes other words, too. */
export function replaced(drafts: readonly Draft[], draft: Draft): readonly Draft[] {
  const { from, to } = draft;
  const inside = drafts.filter((other) => other.from < to && other.to > from);
  const [first] = inside;
  if (!first || inside.some((other) => other.from < from || other.to > to)) return drafts;
  return drafts.toSpliced(drafts.indexOf(first), inside.length, draft);
}

/** Where in the text that was typed stands what no article has; the characters of an unspaced script in one piece. */
export function unknownIn(drafts: readonly Draft[], words: readonly Word[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const [number, { from, to, terms, extra }] of drafts.entries()) {
    if (terms.size + extra.size > 0) continue;
    const next = drafts[number + 1]?.from ?? words.length;
    let until = to;
    while (until < next && isTail(words, until)) until++;
    const [start, end] = [words[from]?.start ?? 0, words[until - 1]?.end ?? 0];
    const last = found.at(-1);
    if (last && last.end >= start) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** The last character of an unspaced run, which has been looked for with the one before it. */
export function isTail(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return !!before && !!word && before.end === word.start && isUnspaced(before.form) && isUnspaced(word.form);
}
