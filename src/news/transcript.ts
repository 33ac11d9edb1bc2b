import { placeOf, ranked } from "./sorted.ts";
import { isStopWord, keyOf } from "./stems.ts";
import type { Word } from "./words.ts";

/**
 * Every article word by word, as numbers: what stands beside what. Plain typed arrays, which can be handed to another
 * thread or written to a file as they are.
 */
export interface Transcript {
  /** The forms that occur, ascending; where a form has two keys ("us", "US") it stands here twice. The first is a gap. */
  readonly forms: readonly string[];
  /** What forms are indexed under, ascending. */
  readonly keys: readonly string[];
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
        forms: sortedForms.sorted,
        keys: sortedKeys.sorted,
        keyOf,
        stops: Uint8Array.from(keyOf, (key) => Number(key === 0 || isStopWord(sortedKeys.sorted[key] ?? ""))),
        words: words.subarray(0, length).map((form) => sortedForms.rank[form] ?? 0),
        starts: Uint32Array.from(starts),
      };
    },
  };
}

/** Reads articles in a transcript. */
export interface Reader {
  /** The numbers of an article's forms in order; 0 is a gap. */
  words(article: number): Uint32Array;
  /** The forms that have a key, by its number. */
  formsOf(key: number): Uint32Array;
  /** The keys of forms. */
  keysOf(forms: Uint32Array): readonly string[];
  /** The numbers under which a form stands in `words`. */
  formNumbers(form: string): readonly number[];
  keyNumber(key: string): number | undefined;
  key(number: number): string;
  /** The numbers of the keys of an article's words in order; stop words and gaps are left out. */
  keys(article: number): Uint32Array;
  /**
   * For each form by its number, which of the keys it has: its place among them plus one; 0 for none of them,
   * `skipped` for a stop word or a gap. Only the first 254 keys are looked at. The next call writes into the same array.
   */
  places(keys: readonly number[]): Uint8Array;
}

export const skipped = 255;

export function createReader({ forms, keys, keyOf, stops, words, starts }: Transcript): Reader {
  const noPlaces = stops.map((isStop) => (isStop ? skipped : 0));
  /** What `places` returns, and for which keys: to copy so much each time would take as long as to read an article. */
  const places = noPlaces.slice();
  let placed: readonly number[] = [];
  const { formsOf, ends } = formsByKey(keyOf, keys.length);
  const wordsOf = (article: number) => words.subarray(starts[article] ?? 0, starts[article + 1] ?? 0);

  const formsWith = (key: number) => formsOf.subarray(ends[key - 1] ?? 0, ends[key]);

  return {
    words: wordsOf,
    formsOf: formsWith,
    keysOf(forms) {
      const found: string[] = [];
      for (let at = 0; at < forms.length; at++) found.push(keys[keyOf[forms[at] ?? 0] ?? 0] ?? "");
      return found;
    },
    formNumbers(form) {
      const first = placeOf(forms, form);
      if (first === undefined || first === 0) return [];
      return forms[first + 1] === form ? [first, first + 1] : [first];
    },
    keyNumber: (key) => placeOf(keys, key),
    key: (number) => keys[number] ?? "",
    keys(article) {
      const read = wordsOf(article);
      const found = new Uint32Array(read.length);
      let size = 0;
      for (let at = 0; at < read.length; at++) {
        const form = read[at] ?? 0;
        if (noPlaces[form] !== skipped) found[size++] = keyOf[form] ?? 0;
      }
      return found.subarray(0, size);
    },
    places(wanted) {
      for (const key of placed) for (const form of formsWith(key)) places[form] = noPlaces[form] ?? 0;
      placed = wanted.slice(0, skipped - 1);
      for (const [place, key] of placed.entries()) {
        for (const form of formsWith(key)) places[form] = place + 1;
      }
      return places;
    },
  };
}

/** The forms of each key, side by side, and where those of each end. */
function formsByKey(keyOf: Uint32Array, keys: number): { formsOf: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(keys);
  for (let form = 0; form < keyOf.length; form++) ends[keyOf[form] ?? 0] = (ends[keyOf[form] ?? 0] ?? 0) + 1;
  for (let key = 1; key < keys; key++) ends[key] = (ends[key] ?? 0) + (ends[key - 1] ?? 0);
  const formsOf = new Uint32Array(keyOf.length);
  const places = ends.slice();
  for (let form = keyOf.length - 1; form >= 0; form--) {
    const place = (places[keyOf[form] ?? 0] ?? 0) - 1;
    places[keyOf[form] ?? 0] = place;
    formsOf[place] = form;
  }
  return { formsOf, ends };
}
