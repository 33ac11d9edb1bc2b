import { bylineOf, bylinesIn, withBylines } from "./bylines.ts";
import { type Compound, compoundPhrase } from "./compounds.ts";
import { type Draft, unknownIn, withCompounds, withNames, withoutStrangers } from "./drafts.ts";
import { addJoined, draftsOf, knownOf } from "./first-drafts.ts";
import type { Known } from "./known.ts";
import { literalsIn } from "./literals.ts";
import { mended } from "./mending.ts";
import { type Phrase, phraseOf } from "./phrase.ts";
import type { Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { usuallyApart } from "./split-word.ts";
import { isStopWord, keyOf } from "./stems.ts";
import type { Word } from "./words.ts";

/** One thing that is wanted: a word, or several that name one subject. */
export interface Wish {
  /** The terms that fulfil it. None where nothing known does. */
  readonly terms: ReadonlySet<string>;
  /**
   * Terms that count little: the very words that were typed, where a synonym fulfils the wish as well. One that is among
   * `terms`, too, fulfils the wish and counts little.
   */
  readonly extra: ReadonlySet<string>;
  /** How often it was typed. */
  readonly times: number;
  /** It comes from a phrase: an article without it can't hold the phrase. */
  readonly isDemanded: boolean;
  /** It is a piece of a compound, which alone is no answer. */
  readonly pieceOf?: Compound;
}

/** A query in the terms of the index. */
export interface Plan {
  readonly wishes: readonly Wish[];
  /** The keys of the words that were typed, in order, stop words left out. */
  readonly keys: readonly string[];
  readonly phrases: readonly Phrase[];
  /** What an article holds better as it was typed. */
  readonly literals: readonly Phrase[];
  /** What must not stand in an article: phrases, or words in whatever form. */
  readonly excluded: readonly (Phrase | { readonly key: string })[];
  readonly corrections: readonly Correction[];
  /** What no article has, as typed. */
  readonly unknown: readonly string[];
}

interface Correction {
  readonly from: string;
  readonly to: string;
}

/** More wishes than this are not looked at. */
const mostWishes = 200;
const mostPhrases = 8;
/** In a text of more words than this, quotation marks quote: they demand nothing. */
const longestDemand = 12;
/** So many unknown words are mended: each way is a search. */
const mostMended = 5;

export function planQuery(query: Query, known: Known): Plan {
  const corrections: Correction[] = [];
  const unknown = new Set<string>();
  const wishes = new Map<string, Wish>();
  const typed: string[] = [];
  const literals: Phrase[] = [];
  const size = query.parts.reduce((sum, { words }) => sum + words.length, 0);
  const parts = query.parts.map((part) => {
    const words = withoutShouts(part, known.index);
    return mendedPart({ ...part, words, isPhrase: size <= longestDemand && isDemand(part, known) }, known);
  });
  const onlyStopWords = parts.every((part) => part.mended.every((word) => isStopWord(keyOf(word))));
  for (const part of parts) {
    const found = wishesOf(part, { withStopWords: onlyStopWords, withCompounds: size <= longestDemand }, known);
    corrections.push(...found.corrections);
    if (size <= longestDemand) literals.push(...literalsIn(part.text, part.mended));
    for (const text of found.unknown) unknown.add(text);
    for (const { keys, terms, extra, isDemanded, pieceOf } of found.drafts) {
      const name = [...terms, "", ...extra].join(" ");
      const before = wishes.get(name);
      if (!before && wishes.size === mostWishes) continue;
      const isPiece = pieceOf && (!before || before.pieceOf);
      wishes.set(name, { terms, extra, isDemanded, times: (before?.times ?? 0) + 1, ...(isPiece && { pieceOf }) });
      typed.push(...keys);
    }
  }
  return {
    wishes: [...wishes.values()],
    keys: typed,
    literals,
    phrases: distinct(parts.filter((part) => part.isPhrase)).map((part) => phraseOf(part.words)),
    excluded: distinct(query.excluded).flatMap(({ words, isPhrase }) => {
      const byline = { key: bylineOf(words) };
      if (isPhrase) return [phraseOf(words), byline];
      const [word] = words;
      if (!word || words.length > 1) return [compoundPhrase(words), byline];
      const apart = usuallyApart(word, known);
      return [{ key: keyOf(word) }, ...(apart ? [compoundPhrase(apart)] : []), byline];
    }),
    corrections,
    unknown: [...unknown],
  };
}

/** "NOT", "OR": a stop word in capitals is an abbreviation only where some article has it so, or what it stands for. */
function withoutShouts(part: Query["parts"][number], index: SearchIndex): readonly Word[] {
  const isKnown = knownOf(part, index);
  return part.words.map((word, at) => {
    const isShout = word.capitals && !isKnown[at] && isStopWord(word.form);
    return isShout ? { ...word, capitals: false } : word;
  });
}

/** An outlet's name in quotation marks, which no article has in its text, is the outlet. */
function isDemand({ isPhrase, words }: Query["parts"][number], { index, isWritten }: Known): boolean {
  return isPhrase && (index.frequency(bylineOf(words)) === 0 || isWritten(phraseOf(words)));
}

/** The first few that differ. */
function distinct<T extends { readonly words: readonly Word[] }>(parts: readonly T[]): readonly T[] {
  const byForms = new Map(parts.map((part) => [part.words.map(({ form }) => form).join(" "), part]));
  return [...byForms.values()].slice(0, mostPhrases);
}

/** A part of a query, and what is looked for in place of its words that nothing knows. */
interface MendedPart {
  readonly text: string;
  readonly words: readonly Word[];
  readonly isPhrase: boolean;
  readonly bylines: ReturnType<typeof bylinesIn> | undefined;
  readonly mended: readonly Word[];
  /** By where a word starts: terms that fulfil the wish for it, and what has been made of it. */
  readonly instead: ReadonlyMap<number, readonly string[]>;
  readonly corrections: ReadonlyMap<number, Correction>;
}

function mendedPart(part: Query["parts"][number], known: Known): MendedPart {
  const isKnown = knownOf(part, known.index);
  const bylines = part.isPhrase ? undefined : bylinesIn(part.words, isKnown, known);
  const corrections = new Map<number, Correction>();
  const instead = new Map<number, readonly string[]>();
  let tried = 0;
  const words = part.words.flatMap((word, at) => {
    if (bylines?.words.has(word.start)) return [word];
    if (isKnown[at]) return (!part.isPhrase && usuallyApart(word, known)) || [word];
    if (++tried > mostMended) return [word];
    const { words, terms, to } = mended(part, at, known);
    if (to !== undefined) corrections.set(word.start, { from: part.text.slice(word.start, word.end), to });
    instead.set(word.start, terms);
    return words;
  });
  return { ...part, bylines, mended: words, instead, corrections };
}

function wishesOf(
  part: MendedPart,
  asked: { readonly withStopWords: boolean; readonly withCompounds: boolean },
  known: Known,
): {
  readonly drafts: readonly Draft[];
  readonly corrections: readonly Correction[];
  readonly unknown: string[];
} {
  const { bylines, mended: words, instead } = part;
  const corrections = new Map(part.corrections);
  const typed = draftsOf({ ...part, words }, asked.withStopWords, known);
  const single = bylines ? withBylines(typed, words, bylines) : typed;
  for (const draft of single) {
    addJoined(draft, words, known.index);
    if (draft.terms.size > 0) continue;
    for (const term of instead.get(words[draft.from]?.start ?? -1) ?? []) draft.terms.add(term);
  }
  const isSearched = asked.withCompounds && !part.isPhrase;
  const drafts = isSearched
    ? [withNames, withCompounds, withoutStrangers].reduce(
        (before, each) => each(before, part.text, words, known),
        single,
      )
    : single;
  const unknown = unknownIn(drafts, words);
  for (const { start, end } of unknown) {
    for (const at of corrections.keys()) if (at >= start && at < end) corrections.delete(at);
  }
  return {
    drafts,
    corrections: [...corrections.values()],
    unknown: unknown.map(({ start, end }) => part.text.slice(start, part.text.charAt(end) === "%" ? end + 1 : end)),
  };
}
