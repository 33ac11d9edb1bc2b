import { givenNamesIn } from "./given-names.ts";
import type { Mark } from "./passage.ts";
import { plainLetters } from "./phrase.ts";
import type { Plan } from "./plan.ts";
import type { SearchIndex } from "./search-index.ts";
import { paragraphs } from "./sentences.ts";
import { keyOf, stem } from "./stems.ts";
import { leadsTo } from "./synonyms.ts";
import { termsOf } from "./terms.ts";
import { isUnspaced, type Word, words as wordsOf } from "./words.ts";

/** Next to this, any number of words weighs little: who asks for a phrase wants to see it. */
const phraseWeight = 100;

/** The keys of each paragraph's words; undefined for a paragraph that has none of `leads`. */
export type Keys = (leads: ReadonlySet<string>) => readonly (readonly string[] | undefined)[];

/**
 * Where a text holds what a plan asks for: in any form, under any name, and the phrases as typed. The single words of a
 * phrase count only where none of the phrases stands in the text.
 * @param keysOf what is known of the text already
 */
export function marksOf(text: string, plan: Plan, index: SearchIndex, keysOf?: Keys): Mark[] {
  const phrases = phraseMarks(text, plan);
  const wishOf = new Map<string, string>();
  for (const [number, { terms, isDemanded, pieceOf }] of plan.wishes.entries()) {
    if (isDemanded && phrases.length > 0) continue;
    const shown = pieceOf?.whole ? [pieceOf.joined] : terms;
    for (const term of shown) if (!wishOf.has(term)) wishOf.set(term, String(number));
  }
  const keys = keysOf?.(leadsOf(wishOf.keys(), plan));
  const words: Mark[] = [];
  for (const [number, { start, end }] of paragraphs(text).entries()) {
    const known = keys?.[number];
    if (keys && !known) continue;
    const paragraph = text.slice(start, end);
    const inside = wordsOf(paragraph);
    const strangers = partsOfStrangers(paragraph, inside, (key) => wishOf.has(key));
    for (const found of termsOf(paragraph, inside, known)) {
      const name = wishOf.get(found.term);
      if (name === undefined || strangers.get(found.start) === found.end) continue;
      words.push({ start: start + found.start, end: start + found.end, name, weight: index.weight(found.term) });
    }
  }
  return [...phrases, ...compoundMarks(text, plan, index), ...words];
}

/** Compounds that name one thing; their words alone are not what was asked for. */
function compoundMarks(text: string, plan: Plan, index: SearchIndex): Mark[] {
  const compounds = new Set(plan.wishes.flatMap(({ pieceOf }) => (pieceOf?.whole ? [pieceOf.whole] : [])));
  if (compounds.size === 0) return [];
  const plain = plainLetters(text);
  return [...compounds].flatMap(({ pattern, keys }, number) =>
    [...plain.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: `compound ${number}`,
      weight: Math.max(...keys.map((key) => index.weight(key))),
    })),
  );
}

/** Keys of which one stands wherever one of the terms does: most paragraphs have none, and needn't be read. */
function leadsOf(terms: Iterable<string>, plan: Plan): ReadonlySet<string> {
  // The parts of a given name, whose term is none of them, are among the keys.
  const leads = new Set(plan.keys);
  for (const term of terms) for (const lead of leadsTo(term) ?? [term, ...firstOf(term)]) leads.add(lead);
  return leads;
}

/** What stands before the number in "A-10", and the first of two characters of an unspaced script. */
function firstOf(term: string): readonly string[] {
  const [head = ""] = term;
  const first = isUnspaced(head) ? head : /^\p{L}+(?=\p{N}+$)/u.exec(term)?.[0];
  return first === undefined ? [] : [stem(first), first.toUpperCase()];
}

/**
 * The words of given names that are not wanted whole, start to end: who asks for Yong-ho doesn't ask for the "ho" of
 * Jong-ho.
 */
function partsOfStrangers(
  text: string,
  found: readonly Word[],
  isWanted: (key: string) => boolean,
): ReadonlyMap<number, number> {
  const names = [...givenNamesIn(text, found).keys()].map((at) => found.slice(at, at + 2));
  const strangers = names.filter((parts) => !parts.every((word) => isWanted(keyOf(word))));
  return new Map(strangers.flat().map(({ start, end }) => [start, end]));
}

function phraseMarks(text: string, plan: Plan): Mark[] {
  if (plan.phrases.length === 0) return [];
  const plain = plainLetters(text);
  return plan.phrases.flatMap(({ pattern }, number) =>
    [...plain.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: `phrase ${number}`,
      weight: phraseWeight,
    })),
  );
}
