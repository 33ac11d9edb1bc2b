import { amountAt } from "./amounts.ts";
import { givenNamesIn, isGivenName } from "./given-names.ts";
import { type Mark, mostWorth, worthOf } from "./passage.ts";
import { plainLetters } from "./phrase.ts";
import type { Plan } from "./plan.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";
import { paragraphs, type Span } from "./sentences.ts";
import { keyOf, stem } from "./stems.ts";
import { conceptsIn, leadsTo } from "./synonyms.ts";
import { pairOf } from "./terms.ts";
import { isUnspaced, type Word, words as wordsOf } from "./words.ts";

/** Next to this, any number of words weighs little: who asks for a phrase wants to see it. */
const phraseWeight = 100;

/** An article whose text the index knows. */
interface Indexed {
  readonly article: number;
  /** The length of the passage that is looked for, in code points: a paragraph that can't hold the best is left out. */
  readonly limit: number;
}

/** What is looked for in a text, word by word. */
interface Wanted {
  /** The wish that a term fulfils. */
  readonly wishOf: ReadonlyMap<string, string>;
  readonly leads: Leads;
  /** Of one wish, most paragraphs hold as much as they can. */
  readonly isChoice: boolean;
}

/** What may begin with a word, by the number of its form: of which wish, and what it weighs. */
type Leads = ReadonlyMap<number, readonly { readonly wish: string; readonly weight: number }[]>;

/** A paragraph in which something may begin: the keys of its words, and at which of them. */
interface Candidate {
  readonly span: Span;
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  /** No passage of it is worth more. */
  readonly most: number;
}

/**
 * Finds where texts hold what a plan asks for: in any form, under any name, and the phrases as typed. The single words of
 * a phrase count only where none of the phrases stands in the text.
 */
export function createMarker(
  plan: Plan,
  index: SearchIndex,
  reader: Reader,
): (text: string, indexed?: Indexed) => Mark[] {
  const phrases = plan.phrases.map(({ pattern }, number) => ({
    pattern,
    name: `phrase ${number}`,
    weight: phraseWeight,
  }));
  const compounds = compoundsOf(plan, index);
  const all = wantedOf(plan, plan.wishes, index, reader);
  const freely = plan.wishes.filter(({ isDemanded }) => !isDemanded);
  const besidePhrases = phrases.length > 0 ? wantedOf(plan, freely, index, reader) : all;

  return (text, indexed) => {
    const asTyped = patternMarks(text, phrases);
    const whole = [...asTyped, ...patternMarks(text, compounds)];
    const wanted = asTyped.length > 0 ? besidePhrases : all;
    const marksIn = (candidate: Candidate) => wordMarks(text, candidate, wanted.wishOf, index);
    if (!indexed) return [...whole, ...allIn(text).flatMap(marksIn)];
    const candidates = candidatesIn(text, indexed.article, wanted.leads, reader);
    if (whole.length > 0 || !wanted.isChoice) return [...whole, ...candidates.flatMap(marksIn)];
    const marks: Mark[] = [];
    let best = 0;
    for (const candidate of candidates.sort((a, b) => b.most - a.most)) {
      if (candidate.most < best - 1e-9) break;
      const found = marksIn(candidate);
      marks.push(...found);
      best = Math.max(best, worthOf(text, candidate.span, found, indexed.limit));
    }
    return marks;
  };
}

function wantedOf(plan: Plan, wishes: Plan["wishes"], index: SearchIndex, reader: Reader): Wanted {
  const wishOf = new Map<string, string>();
  for (const [number, { terms, pieceOf }] of wishes.entries()) {
    const shown = pieceOf?.whole ? [pieceOf.joined] : terms;
    for (const term of shown) if (!wishOf.has(term)) wishOf.set(term, String(number));
  }
  return { wishOf, leads: leadsOf(wishOf, plan, index, reader), isChoice: new Set(wishOf.values()).size > 1 };
}

/** Keys of which one stands wherever one of the terms does: most paragraphs have none, and needn't be read. */
function leadsOf(wishOf: ReadonlyMap<string, string>, plan: Plan, index: SearchIndex, reader: Reader): Leads {
  const byKey = new Map<number, { readonly wish: string; readonly weight: number }[]>();
  for (const [term, wish] of wishOf) {
    const beginning = { wish, weight: index.weight(term) };
    // The parts of a given name, whose term is none of them, are among the keys that were typed.
    const keys = isGivenName(term) ? plan.keys : (leadsTo(term) ?? [term, ...firstOf(term)]);
    for (const key of new Set(keys)) {
      const number = reader.keyNumber(key);
      const known = number === undefined ? undefined : byKey.get(number);
      if (known) known.push(beginning);
      else if (number !== undefined) byKey.set(number, [beginning]);
    }
  }
  const leads = new Map<number, readonly { readonly wish: string; readonly weight: number }[]>();
  for (const [key, beginnings] of byKey) for (const form of reader.formsOf(key)) leads.set(form, beginnings);
  return leads;
}

/** What stands before the number in "A-10", the number of an amount, and the first of two unspaced characters. */
function firstOf(term: string): readonly string[] {
  const [head = ""] = term;
  const first = isUnspaced(head) ? head : /^(?:\p{L}+(?=\p{N}+$)|\p{N}[\p{N}.]*(?=\D))/u.exec(term)?.[0];
  return first === undefined ? [] : [stem(first), first.toUpperCase()];
}

function candidatesIn(text: string, article: number, leads: Leads, reader: Reader): Candidate[] {
  const forms = reader.words(article);
  const found: Candidate[] = [];
  // The first is the title.
  let start = forms.indexOf(0) + 1;
  for (const span of paragraphs(text)) {
    const starts: number[] = [];
    const heaviest = new Map<string, number>();
    let all = 0;
    let at = start;
    for (let form = forms[at] ?? 0; form !== 0; form = forms[++at] ?? 0) {
      const beginnings = leads.get(form);
      if (!beginnings) continue;
      starts.push(at - start);
      for (const { wish, weight } of beginnings) {
        heaviest.set(wish, Math.max(weight, heaviest.get(wish) ?? 0));
        all += weight;
      }
    }
    if (starts.length > 0) {
      found.push({
        span,
        keys: reader.keysOf(forms.subarray(start, at)),
        starts,
        most: mostWorth(heaviest.values(), all),
      });
    }
    start = at + 1;
  }
  return found;
}

/** The paragraphs of a text of which nothing is known. */
function allIn(text: string): Candidate[] {
  return paragraphs(text).map((span) => {
    const keys = wordsOf(text.slice(span.start, span.end)).map(keyOf);
    return { span, keys, starts: [...keys.keys()], most: Number.POSITIVE_INFINITY };
  });
}

/** The marks of what `termsOf` finds. */
function wordMarks(
  text: string,
  { span, keys, starts }: Candidate,
  wishOf: ReadonlyMap<string, string>,
  index: SearchIndex,
): Mark[] {
  const paragraph = text.slice(span.start, span.end);
  const found = wordsOf(paragraph);
  const givenNames = givenNamesIn(paragraph, found);
  const strangers = partsOfStrangers(givenNames, found, wishOf);
  const marks: Mark[] = [];
  const mark = (term: string | undefined, first: Word | undefined, last: Word | undefined) => {
    const name = term === undefined ? undefined : wishOf.get(term);
    if (term === undefined || name === undefined || !first || !last || strangers.get(first.start) === last.end) return;
    marks.push({ start: span.start + first.start, end: span.start + last.end, name, weight: index.weight(term) });
  };
  for (const at of starts) {
    const [word, next] = [found[at], found[at + 1]];
    mark(keys[at], word, word);
    if (word && next) mark(pairOf(paragraph, word, next), word, next);
    const amount = amountAt(paragraph, found, at);
    if (amount) mark(amount.term, word, found[amount.to - 1]);
  }
  for (const [at, name] of givenNames) mark(name, found[at], found[at + 1]);
  for (const { term, from, to } of conceptsIn(found, keys)) mark(term, found[from], found[to - 1]);
  return marks;
}

/**
 * The words of given names that are not wanted whole, start to end: who asks for Yong-ho doesn't ask for the "ho" of
 * Jong-ho, and who asks for Kim Jong Nam not for the "Kim" of Kim Jong Un.
 */
function partsOfStrangers(
  givenNames: ReadonlyMap<number, string>,
  found: readonly Word[],
  wishOf: ReadonlyMap<string, string>,
): ReadonlyMap<number, number> {
  if (givenNames.size === 0) return new Map();
  const isFullName = [...wishOf.keys()].some(isGivenName);
  const strangers = [...givenNames].flatMap(([at, name]) => {
    if (wishOf.has(name)) return [];
    const family = isFullName && found[at - 1]?.end === (found[at]?.start ?? 0) - 1 ? 1 : 0;
    const given = found.slice(at, at + 2);
    return given.every((word) => wishOf.has(keyOf(word))) ? [] : found.slice(at - family, at + 2);
  });
  return new Map(strangers.map(({ start, end }) => [start, end]));
}

interface Pattern {
  readonly pattern: RegExp;
  readonly name: string;
  readonly weight: number;
}

/** Compounds that name one thing; their words alone are not what was asked for. */
function compoundsOf(plan: Plan, index: SearchIndex): Pattern[] {
  const compounds = new Set(plan.wishes.flatMap(({ pieceOf }) => (pieceOf?.whole ? [pieceOf.whole] : [])));
  return [...compounds].map(({ pattern, keys }, number) => ({
    pattern,
    name: `compound ${number}`,
    weight: Math.max(...keys.map((key) => index.weight(key))),
  }));
}

function patternMarks(text: string, patterns: readonly Pattern[]): Mark[] {
  if (patterns.length === 0) return [];
  const plain = plainLetters(text);
  return patterns.flatMap(({ pattern, name, weight }) =>
    [...plain.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name,
      weight,
    })),
  );
}
