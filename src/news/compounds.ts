import { givenName } from "./given-names.ts";
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
  return !!word && !!next && next.start === word.end + 1 && /[-‐‑–]/u.test(text.charAt(word.end));
}

/**
 * The compound that the words are, or undefined where no article has it.
 * @param pieces what each of the words is found under; stop words are left out
 * @param shareOf of the articles with all of a phrase's words, the part that has them side by side
 */
export function compoundOf(
  words: readonly Word[],
  pieces: readonly ReadonlySet<string>[],
  index: SearchIndex,
  shareOf: (phrase: Phrase) => number,
): Compound | undefined {
  const joined = stem(words.map(({ form }) => form).join(""));
  const phrase = phraseOf(words);
  const share = shareOf(phrase);
  const [first, second] = words;
  const isName = first && second && words.length === 2 && givenName(first, second) !== undefined;
  if (share >= leastShare || index.frequency(joined) > 0 || (isName && share > 0)) {
    return { joined, whole: phrase, pieces };
  }
  const open = { joined, pieces };
  return !isName && together(open, index).size > 0 ? open : undefined;
}

/** The articles that have the compound. */
export function articlesWith(compound: Compound, index: SearchIndex, reader: Reader): ReadonlySet<number> {
  const { joined, whole } = compound;
  const beside = whole
    ? index.holding(whole.keys).filter(phraseSearch(whole.forms, reader))
    : together(compound, index);
  return new Set([...beside, ...index.holding([joined])]);
}

/** The articles that have each of the pieces, wherever. */
function together({ pieces }: Compound, index: SearchIndex): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = pieces.map(
    (terms) => new Set([...terms].flatMap((term) => index.holding([term]))),
  );
  return new Set([...first].filter((id) => others.every((ids) => ids.has(id))));
}
