import { amongThose, type Test } from "./conditions.ts";
import { givenName } from "./given-names.ts";
import type { Known } from "./known.ts";
import { type Phrase, phraseOf } from "./phrase.ts";
import { phraseSearch } from "./phrase-search.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";
import { stem } from "./stems.ts";
import type { Word } from "./words.ts";

/**
 * Words that were typed with hyphens between them. One that names a single thing ("Secretary-General", "Punggye-ri") is
 * there where its words stand side by side or joined; one that names several ("Trump-Kim"), where all of them stand.
 */
export interface Compound {
  /** What its words are found under when written as one. */
  readonly joined: string;
  /** Where it names a single thing: its words. */
  readonly whole?: Phrase;
  /** Else what each of its words is found under. */
  readonly pieces: readonly ReadonlySet<string>[];
}

/** Words name one thing if, of the articles with all of them, at least this part has them side by side. */
export const leastShare = 0.25;

/** The stretches `[from, to)` of words that hyphens join. */
export function hyphenedIn(text: string, words: readonly Word[]): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (isHyphened(text, words[to - 1], words[to])) to++;
    if (to > from + 1) found.push({ from, to });
    from = to;
  }
  return found;
}

function isHyphened(text: string, word: Word | undefined, next: Word | undefined): boolean {
  if (!word || !next) return false;
  // What was typed as one and taken apart has one place.
  if (next.start === word.start) return true;
  return next.start === word.end + 1 && /[-‐‑–]/u.test(text.charAt(word.end));
}

/**
 * The compound that the words are, or undefined where no article has it.
 * @param pieces what each of the words is found under; stop words are left out
 */
export function compoundOf(
  words: readonly Word[],
  pieces: readonly ReadonlySet<string>[],
  { index, countOf, isWritten }: Pick<Known, "index" | "countOf" | "isWritten">,
): Compound | undefined {
  const joined = stem(words.map(({ form }) => form).join(""));
  const phrase = compoundPhrase(words);
  const [first, second] = words;
  const isName = first && second && words.length === 2 && givenName(first, second) !== undefined;
  const beside = countOf(phrase);
  const isOneThing = beside > 0 && beside >= leastShare * index.holding(phrase.keys).length;
  if (isOneThing || index.frequency(joined) > 0 || (isName && isWritten(phrase))) {
    return { joined, whole: phrase, pieces };
  }
  const open = { joined, pieces };
  if (isName) return undefined;
  const hasEach = havingEach(open, index);
  return Array.from(pieces[0] ?? [], (term) => index.holding([term])).some((ids) => ids.some(hasEach))
    ? open
    : undefined;
}

/** The words side by side, the last of them in singular or plural: "cease-fires" are one with "cease-fire". */
export function compoundPhrase(words: readonly Word[]): Phrase {
  return phraseOf(words, inOtherNumber(words.at(-1)?.form ?? ""));
}

function inOtherNumber(form: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(form)) return [];
  const others = [form.replace(/ies$/, "y"), form.replace(/(?<!s)s$/, ""), form.replace(/y$/, "ies"), `${form}s`];
  return others.filter((other) => other !== form);
}

/** Whether an article has the compound. */
export function testFor(compound: Compound, index: SearchIndex, reader: Reader): Test {
  const { joined, whole } = compound;
  const isJoined = amongThose([index.holding([joined])]);
  const isThere = whole
    ? amongThose([index.holding(whole.keys).filter(phraseSearch(whole, reader))])
    : havingEach(compound, index);
  return (id) => isThere(id) || isJoined(id);
}

/** Whether an article has each of the pieces, wherever. */
function havingEach({ pieces }: Compound, index: SearchIndex): Test {
  const tests = pieces.map((terms) => amongThose(Array.from(terms, (term) => index.holding([term]))));
  return (id) => tests.every((hasPiece) => hasPiece(id));
}
