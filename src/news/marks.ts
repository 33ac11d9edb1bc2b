import { givenNamesIn } from "./given-names.ts";
import type { Mark } from "./passage.ts";
import { plainLetters } from "./phrase.ts";
import type { Plan } from "./plan.ts";
import type { SearchIndex } from "./search-index.ts";
import { paragraphs } from "./sentences.ts";
import { keyOf } from "./stems.ts";
import { leadsTo } from "./synonyms.ts";
import { termsOf } from "./terms.ts";
import { type Word, words as wordsOf } from "./words.ts";

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
  for (const [number, { terms, isDemanded }] of plan.wishes.entries()) {
    if (isDemanded && phrases.length > 0) continue;
    for (const term of terms) if (!wishOf.has(term)) wishOf.set(term, String(number));
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
  return [...phrases, ...words];
}

/** Keys of which one stands wherever one of the terms does: most paragraphs have none, and needn't be read. */
function leadsOf(terms: Iterable<string>, plan: Plan): ReadonlySet<string> {
  // Terms of two words ("Hwasong-15", a given name) start with one that was typed.
  return new Set([...plan.keys, ...[...terms].flatMap((term) => [...(leadsTo(term) ?? [term])])]);
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
