import { isEnglish } from "./english.ts";
import type { Known } from "./known.ts";
import { splitWord } from "./split-word.ts";
import { stem } from "./stems.ts";
import { slipsIn } from "./vocabulary.ts";
import { familyOf } from "./word-families.ts";
import type { Word } from "./words.ts";

/** What is looked for in place of a word that nothing knows. */
export interface Mended {
  readonly words: readonly Word[];
  /** Terms that fulfil the wish for it. */
  readonly terms: readonly string[];
  /** Where that is another word: how the articles write it. */
  readonly to?: string;
}

const mostExpansions = 8;
/** "sec", "den": what is shorter is rather a beginning. */
const shortestWord = 4;
/** Korean names of this length have too many neighbours: "Jung", "Jun", "June". */
const longestSyllable = 4;

/**
 * An unknown word taken apart, else what it is the beginning of, else what it is a slip of. A correctly spelled English
 * word is neither, but may have relatives: of ninety common words that an archive of fifty articles lacks, fifteen were
 * mended ("palace" to "place", "money" to "monkey"), now only those with a relative; of seventy slips, 65 and 64.
 * @param isInName it is part of a name, which nobody types half
 */
export function mended(
  word: Word,
  isInName: boolean,
  known: Pick<Known, "index" | "vocabulary" | "isWritten">,
): Mended {
  const { vocabulary } = known;
  const { form } = word;
  const parts = splitWord(word, known);
  if (parts) return { words: parts, terms: [] };
  const isWord = form.length >= shortestWord && isEnglish(form);
  if (isWord) {
    const family = familyOf(form, vocabulary);
    const [relative] = family;
    return { words: [word], terms: family.map(termOf), ...(relative && { to: relative.written }) };
  }
  const longer = form.length < 3 || isInName ? [] : vocabulary.startingWith(form, mostExpansions);
  if (longer.length > 0) return { words: [word], terms: longer.map(termOf) };
  const slips = isInName && form.length <= longestSyllable ? 0 : slipsIn(form);
  const [near] = vocabulary.near(form, slips, 1);
  return near ? { words: [{ ...word, form: near.form }], terms: [], to: near.written } : { words: [word], terms: [] };
}

function termOf({ form }: { readonly form: string }): string {
  return stem(form);
}
