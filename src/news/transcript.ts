import { isStopWord, keyOf } from "./stems.ts";
import type { Word } from "./words.ts";

/**
 * Every article word by word, as numbers: what stands beside what. Plain typed arrays, which can be handed to another
 * thread or written to a file as they are.
 */
export interface Transcript {
  /** The forms that occur; where a form has two keys ("us", "US") it stands here twice. Number 0 is a gap. */
  readonly forms: readonly string[];
  /** What forms are indexed under. */
  readonly keys: readonly string[];
  /** The key of each form. */
  readonly keyOf: Uint32Array;
  /** The forms of all articles, one after the other; a gap after the title and after each paragraph. */
  readonly words: Uint32Array;
  /** Where each article starts in `words`; one more at the end. */
  readonly starts: Uint32Array;
}

export interface TranscriptBuilder {
  /**
   * Adds the title, or the next paragraph, of the article that is being read.
   * @returns the words' keys
   */
  add(found: readonly Word[]): readonly string[];
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
      return numbers.map((number) => keys[keyOfForm[number] ?? 0] ?? "");
    },
    endArticle() {
      starts.push(length);
    },
    finish: () => ({
      forms,
      keys,
      keyOf: Uint32Array.from(keyOfForm),
      words: words.slice(0, length),
      starts: Uint32Array.from(starts),
    }),
  };
}

/** Reads articles in a transcript. */
export interface Reader {
  /** The numbers of an article's forms in order; 0 is a gap. */
  words(article: number): Uint32Array;
  /** The keys of all words, paragraph by paragraph, the title left out. */
  paragraphs(article: number): readonly (readonly string[])[];
  /** The numbers under which a form stands in `words`. */
  formNumbers(form: string): readonly number[];
  keyNumber(key: string): number | undefined;
  key(number: number): string;
  /** The numbers of the keys of an article's words in order; stop words and gaps are left out. */
  keys(article: number): Uint32Array;
  /**
   * For each form by its number, which of the keys it has: its place among them plus one; 0 for none of them,
   * `skipped` for a stop word or a gap. Only the first 254 keys are looked at.
   */
  places(keys: readonly number[]): Uint8Array;
}

export const skipped = 255;

export function createReader({ forms, keys, keyOf, words, starts }: Transcript): Reader {
  const keyNumbers = new Map(keys.map((key, number) => [key, number]));
  const isSkipped = keys.map((key) => key === "" || isStopWord(key));
  const noPlaces = Uint8Array.from(keyOf, (key) => (isSkipped[key] ? skipped : 0));
  const byForm = new Map<string, number[]>();
  const byKey: number[][] = keys.map(() => []);
  for (const [number, form] of forms.entries()) {
    byKey[keyOf[number] ?? 0]?.push(number);
    const known = byForm.get(form);
    if (known) known.push(number);
    else if (form !== "") byForm.set(form, [number]);
  }
  const wordsOf = (article: number) => words.subarray(starts[article] ?? 0, starts[article + 1] ?? 0);
  return {
    words: wordsOf,
    paragraphs(article) {
      const found: string[][] = [[]];
      for (const form of wordsOf(article)) {
        if (form === 0) found.push([]);
        else found.at(-1)?.push(keys[keyOf[form] ?? 0] ?? "");
      }
      return found.slice(1, -1);
    },
    formNumbers: (form) => byForm.get(form) ?? [],
    keyNumber: (key) => keyNumbers.get(key),
    key: (number) => keys[number] ?? "",
    keys: (article) =>
      wordsOf(article)
        .filter((form) => noPlaces[form] !== skipped)
        .map((form) => keyOf[form] ?? 0),
    places(wanted) {
      const places = noPlaces.slice();
      for (const [place, key] of wanted.slice(0, skipped - 1).entries()) {
        for (const form of byKey[key] ?? []) places[form] = place + 1;
      }
      return places;
    },
  };
}
