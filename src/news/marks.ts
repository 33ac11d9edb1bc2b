import { givenNamesIn, isGivenName } from "./given-names.ts";
import { type Mark, mostWorth, worthOf } from "./passage.ts";
import { plainLetters } from "./phrase.ts";
import type { Plan } from "./plan.ts";
import type { SearchIndex } from "./search-index.ts";
import { paragraphs, type Span } from "./sentences.ts";
import { keyOf, stem } from "./stems.ts";
import { leadsTo } from "./synonyms.ts";
import { termsOf } from "./terms.ts";
import { isUnspaced, type Word, words as wordsOf } from "./words.ts";

/** Next to this, any number of words weighs little: who asks for a phrase wants to see it. */
const phraseWeight = 100;

/** What is known of a text already. */
export interface Read {
  /** The keys of each paragraph's words; undefined for a paragraph that has none of `leads`. */
  readonly keysOf: (leads: ReadonlySet<string>) => readonly (readonly string[] | undefined)[];
  /** The length of the passage that is looked for, in code points: a paragraph that can't hold the best is left out. */
  readonly limit: number;
}

/**
 * Where a text holds what a plan asks for: in any form, under any name, and the phrases as typed. The single words of a
 * phrase count only where none of the phrases stands in the text.
 */
export function marksOf(text: string, plan: Plan, index: SearchIndex, read?: Read): Mark[] {
  const phrases = phraseMarks(text, plan);
  const whole = [...phrases, ...compoundMarks(text, plan, index)];
  const wishOf = new Map<string, string>();
  for (const [number, { terms, isDemanded, pieceOf }] of plan.wishes.entries()) {
    if (isDemanded && phrases.length > 0) continue;
    const shown = pieceOf?.whole ? [pieceOf.joined] : terms;
    for (const term of shown) if (!wishOf.has(term)) wishOf.set(term, String(number));
  }

  function wordMarks({ start, end }: Span, known?: readonly string[]): Mark[] {
    const paragraph = text.slice(start, end);
    const inside = wordsOf(paragraph);
    const strangers = partsOfStrangers(paragraph, inside, wishOf);
    return termsOf(paragraph, inside, known).flatMap((found) => {
      const name = wishOf.get(found.term);
      if (name === undefined || strangers.get(found.start) === found.end) return [];
      return [{ start: start + found.start, end: start + found.end, name, weight: index.weight(found.term) }];
    });
  }

  if (!read) return [...whole, ...paragraphs(text).flatMap((each) => wordMarks(each))];
  const leads = leadsOf(wishOf, plan, index);
  const keys = read.keysOf(new Set(leads.keys()));
  // Of one wish, most paragraphs hold as much as they can.
  const isChoice = whole.length === 0 && new Set(wishOf.values()).size > 1;
  const all = paragraphs(text).flatMap((span, number) => {
    const known = keys[number];
    return known ? [{ span, known, most: isChoice ? mostIn(known, leads) : 0 }] : [];
  });
  if (!isChoice) return [...whole, ...all.flatMap(({ span, known }) => wordMarks(span, known))];
  const marks: Mark[] = [];
  let best = 0;
  for (const { span, known, most } of all.sort((a, b) => b.most - a.most)) {
    if (most < best - 1e-9) break;
    const found = wordMarks(span, known);
    marks.push(...found);
    best = Math.max(best, worthOf(text, span, found, read.limit));
  }
  return marks;
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

/** What may begin with a key: of which wish, and what it weighs. */
type Leads = ReadonlyMap<string, readonly { readonly wish: string; readonly weight: number }[]>;

/** Keys of which one stands wherever one of the terms does: most paragraphs have none, and needn't be read. */
function leadsOf(wishOf: ReadonlyMap<string, string>, plan: Plan, index: SearchIndex): Leads {
  const leads = new Map<string, { readonly wish: string; readonly weight: number }[]>();
  for (const [term, wish] of wishOf) {
    const beginning = { wish, weight: index.weight(term) };
    // The parts of a given name, whose term is none of them, are among the keys that were typed.
    const keys = isGivenName(term) ? plan.keys : (leadsTo(term) ?? [term, ...firstOf(term)]);
    for (const key of new Set(keys)) {
      const known = leads.get(key);
      if (known) known.push(beginning);
      else leads.set(key, [beginning]);
    }
  }
  return leads;
}

/** No passage of a paragraph with these keys is worth more. */
function mostIn(keys: readonly string[], leads: Leads): number {
  const heaviest = new Map<string, number>();
  let all = 0;
  for (const key of keys) {
    for (const { wish, weight } of leads.get(key) ?? []) {
      heaviest.set(wish, Math.max(weight, heaviest.get(wish) ?? 0));
      all += weight;
    }
  }
  return mostWorth(heaviest.values(), all);
}

/** What stands before the number in "A-10", and the first of two characters of an unspaced script. */
function firstOf(term: string): readonly string[] {
  const [head = ""] = term;
  const first = isUnspaced(head) ? head : /^\p{L}+(?=\p{N}+$)/u.exec(term)?.[0];
  return first === undefined ? [] : [stem(first), first.toUpperCase()];
}

/**
 * The words of given names that are not wanted whole, start to end: who asks for Yong-ho doesn't ask for the "ho" of
 * Jong-ho, and who asks for Kim Jong Nam not for the "Kim" of Kim Jong Un.
 */
function partsOfStrangers(
  text: string,
  found: readonly Word[],
  wishOf: ReadonlyMap<string, string>,
): ReadonlyMap<number, number> {
  const isFullName = [...wishOf.keys()].some(isGivenName);
  const strangers = [...givenNamesIn(text, found)].flatMap(([at, name]) => {
    if (wishOf.has(name)) return [];
    const family = isFullName && found[at - 1]?.end === (found[at]?.start ?? 0) - 1 ? 1 : 0;
    const given = found.slice(at, at + 2);
    return given.every((word) => wishOf.has(keyOf(word))) ? [] : found.slice(at - family, at + 2);
  });
  return new Map(strangers.map(({ start, end }) => [start, end]));
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
