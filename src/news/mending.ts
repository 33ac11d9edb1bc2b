import { editDistance } from "./edit-distance.ts";
import { isEnglish, isName } from "./english.ts";
import { givenName } from "./given-names.ts";
import type { Known } from "./known.ts";
import type { Query } from "./query.ts";
import { splitWord } from "./split-word.ts";
import { stem, stopWords } from "./stems.ts";
import { isLikely, isSwap, type KnownWord, slipsIn } from "./vocabulary.ts";
import { familyOf } from "./word-families.ts";
import type { Word } from "./words.ts";

/** What is looked for in place of a word that nothing knows. */
export interface Mended {
  readonly words: readonly Word[];
  /** Terms that fulfil the wish for it. */
  readonly terms: readonly string[];
  /** Where that is something else: how the articles write it. */
  readonly to?: string;
}

type Part = Query["parts"][number];

const mostExpansions = 8;
const mostNamed = 3;
/** "sec", "den": what is shorter is rather a beginning. */
const shortestWord = 4;
/** Korean names of this length have too many neighbours: "Jung", "Jun", "June". */
const longestSyllable = 4;
/** Words in capitals of up to this length are abbreviations, and another one is never meant: "IAEA", "IEA". */
const longestAbbreviation = 5;
/** From this length on, what begins a word is seldom by chance one. */
const shortestBeginning = 6;
/** So many near words are tried as a part of a name. */
const mostTried = 3;

/**
 * An unknown word taken apart, else the name that it is a slip of, else what it is a slip or the beginning of. A correctly
 * spelled English word is neither, but may have relatives, and a correctly spelled name has none. Of 1,500 names out of
 * 1,980 articles, each with a made-up slip, 1,342 are mended to themselves, of as many words 1,384.
 */
export function mended(part: Part, at: number, known: Known): Mended {
  const [word] = part.words.slice(at);
  if (!word || isAbbreviation(word)) return { words: part.words.slice(at, at + 1), terms: [] };
  const { form } = word;
  const parts = splitWord(word, known);
  if (parts) return { words: parts, terms: [], to: parts.map((each) => each.form).join(" ") };
  if (part.isPhrase) return { words: [word], terms: [] };
  const abbreviation = abbreviationOf(form, known);
  if (abbreviation !== undefined) return { words: [{ ...word, form: abbreviation }], terms: [] };
  const name = nameMeant(part.words, at, known);
  if (name) return insteadOf(word, name);
  if (form.length >= shortestWord && isName(form)) return { words: [word], terms: [] };
  if (form.length >= shortestWord && isEnglish(form)) return lookedFor(word, familyOf(form, known.vocabulary), 1);
  const isNamePart = isInName(part, at);
  const longer = isNamePart ? [] : beginnings(part.text, word, known);
  const near = isNamePart && form.length <= longestSyllable ? undefined : slipOf(form, isNamePart, longer, known);
  return near ? insteadOf(word, near) : lookedFor(word, longer, mostNamed);
}

function insteadOf(word: Word, { form, written }: Pick<KnownWord, "form" | "written">): Mended {
  return { words: [{ ...word, form }], terms: [], to: written };
}

/** Any of some words. */
function lookedFor(word: Word, found: readonly KnownWord[], named: number): Mended {
  const terms = found.map(({ form }) => stem(form));
  const distinct = found.filter((_, at) => terms.indexOf(terms[at] ?? "") === at).map(({ written }) => written);
  const more = named > 1 && distinct.length > named ? "…" : "";
  const to = distinct.slice(0, named).join(", ") + more;
  return { words: [word], terms, ...(to !== "" && { to }) };
}

export function isAbbreviation({ capitals, form }: Word): boolean {
  return capitals && form.length <= longestAbbreviation;
}

/** The plural of an abbreviation in small letters, which looks like no English word: "mps", "ngos". */
function abbreviationOf(form: string, { index }: Known): string | undefined {
  const singular = /^([^aeiouy]{2,}o?)s$/.exec(form)?.[1];
  return singular !== undefined && index.frequency(stem(singular)) > 0 ? singular : undefined;
}

/** The near word that, with the one before or behind it, is somebody's name: "Mueller" for the "Muller" of "Robert Muller". */
function nameMeant(words: readonly Word[], at: number, { vocabulary, nameOf }: Known): KnownWord | undefined {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word || word.form.length <= longestSyllable || !(before || next)) return undefined;
  return vocabulary.near(word.form, slipsIn(word.form), mostTried).find(({ form, written }) => {
    const typed = [before && `${before.form} ${written}`, next && `${written} ${next.form}`];
    return typed.some((name) => name !== undefined && nameOf(name)?.toLowerCase().split(/[\s-]/).includes(form));
  });
}

/** A short word with a capital is no beginning of one without. */
function beginnings(text: string, { form, start }: Word, { vocabulary }: Known): readonly KnownWord[] {
  if (form.length < 3) return [];
  const longer = vocabulary.startingWith(form, mostExpansions);
  const isShortName = form.length <= longestSyllable && isCapital(text.charAt(start));
  return isShortName ? longer.filter(({ written }) => isCapital(written)) : longer;
}

/** The nearest word, unless what begins so is rather meant: nobody cuts a word short by a slip, but for its last letter. */
function slipOf(
  form: string,
  isNamePart: boolean,
  longer: readonly KnownWord[],
  { vocabulary }: Known,
): Pick<KnownWord, "form" | "written"> | undefined {
  const slips = slipsIn(form);
  const stopWord = form.length >= shortestWord && slips > 0 && !isNamePart ? stopWordNear(form) : undefined;
  const [longest] = longer;
  const [near] = vocabulary.near(form, longest ? Math.min(1, slips) : slips, 1);
  const isClose = near && isLikely(form, near.form) && editDistance(form, near.form, 1) === 1;
  if (stopWord !== undefined && (!isClose || isSwap(form, stopWord))) return { form: stopWord, written: stopWord };
  if (!near || !longest || near.form.startsWith(form)) return near;
  const isInside = form.length < shortestBeginning && isLikely(form, near.form);
  return isInside && near.articles >= longest.articles ? near : undefined;
}

/** These are in no vocabulary, being everywhere. */
function stopWordNear(form: string): string | undefined {
  const isNear = (word: string) => (isLikely(form, word) || word.startsWith(form)) && editDistance(form, word, 1) === 1;
  return [...stopWords].find(isNear);
}

/** A word beside another in capitals is a name in whole, and so is one before a given name: no beginning of another. */
function isInName({ text, words }: Part, at: number): boolean {
  const [before, word, next, after] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (next && after && givenName(next, after) !== undefined) return true;
  const isBeside = (other: Word | undefined) => other !== undefined && isCapital(text.charAt(other.start));
  return isBeside(word) && (isBeside(before) || isBeside(next));
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
