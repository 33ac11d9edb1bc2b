import { ranked } from "./sorted.ts";
import { isStopWord, keyOf } from "./stems.ts";
import { joinTexts, type Texts } from "./texts.ts";
import type { Word } from "./words.ts";

/**
 * Every article word by word, as numbers: what stands beside what. Plain typed arrays, which can be handed to another
 * thread or written to a file as they are.
 */
export interface Transcript {
  /** The forms that occur, ascending; where a form has two keys ("us", "US") it stands here twice. The first is a gap. */
  readonly forms: Texts;
  /** What forms are indexed under, ascending. */
  readonly keys: Texts;
  /** The key of each form. */
  readonly keyOf: Uint32Array;
  /** Of each form: 1 for a stop word and for a gap. */
  readonly stops: Uint8Array;
  /** The forms of all articles, one after the other; a gap after the title and after each paragraph. */
  readonly words: Uint32Array;
  /** Where each article starts in `words`; one more at the end. */
  readonly starts: Uint32Array;
}

export interface TranscriptBuilder {
  /**
   * Adds the title, or the next paragraph, of the article that is being read.
   * @returns the words' keys, and their forms' numbers, which hold until `finish`
   */
  add(found: readonly Word[]): { readonly numbers: readonly number[]; readonly keys: readonly string[] };
  endArticle(): void;
  finish(): Transcript;
}

export function createTranscriptBuilder(): TranscriptBuilder {
  const forms = [""];
  const keys = [""];
  const keyOfForm = [0];
  const formNumbers = new Map<string, number>();
  const keyNumbers = new Map<string, number>();
  const starts = [0];
  let words = new Uint32Array(1 << 16);
  let length = 0;

  function numberOf(word: Word): number {
    const isAbbreviation = word.capitals && isStopWord(word.form);
    const name = isAbbreviation ? keyOf(word) : word.form;
    const known = formNumbers.get(name);
    if (known !== undefined) return known;
    const key = keyOf(word);
    const number = keyNumbers.get(key) ?? keys.push(key) - 1;
    keyNumbers.set(key, number);
    keyOfForm.push(number);
    formNumbers.set(name, forms.length);
    return forms.push(word.form) - 1;
  }

  function push(number: number): void {
    if (length === words.length) {
      const larger = new Uint32Array(length + (length >> 1));
      larger.set(words);
      words = larger;
    }
    words[length++] = number;
  }

  return {
    add(found) {
      const numbers = found.map(numberOf);
      for (const number of numbers) push(number);
      push(0);
      return { numbers, keys: numbers.map((number) => keys[keyOfForm[number] ?? 0] ?? "") };
    },
    endArticle() {
      starts.push(length);
    },
    finish() {
      const sortedForms = ranked(forms);
      const sortedKeys = ranked(keys);
      const keyOf = new Uint32Array(forms.length);
      for (const [form, key] of keyOfForm.entries()) keyOf[sortedForms.rank[form] ?? 0] = sortedKeys.rank[key] ?? 0;
      return {
        forms: joinTexts(sortedForms.sorted),
        keys: joinTexts(sortedKeys.sorted),
        keyOf,
        stops: Uint8Array.from(keyOf, (key) => Number(key === 0 || isStopWord(sortedKeys.sorted[key] ?? ""))),
        words: words.subarray(0, length).map((form) => sortedForms.rank[form] ?? 0),
        starts: Uint32Array.from(starts),
      };
    },
  };
}
