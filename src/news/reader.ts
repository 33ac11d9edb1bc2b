import { type Bag, createBags } from "./bags.ts";
import { grown } from "./grown.ts";
import type { Reading } from "./reading.ts";
import { isStopWord } from "./stems.ts";
import { countOf, placeOf, textAt } from "./texts.ts";
import type { Transcript } from "./transcript.ts";

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
  /** An article's keys, stop words left out. */
  bag(article: number): Bag;
  /** How many keys there are; the number of each is below it. */
  readonly keyCount: number;
  /**
   * For each form by its number, which of the keys it has: its place among them plus one; 0 for none of them,
   * `skipped` for a stop word or a gap. Only the first 254 keys are looked at. The next call writes into the same array.
   */
  places(keys: readonly number[]): Uint8Array;
  /**
   * Takes up an article.
   * @param article a number that no article has
   * @param stretches its title and its paragraphs
   */
  add(article: number, stretches: Reading["stretches"]): void;
  remove(article: number): void;
}

export const skipped = 255;

export function createReader(transcript: Transcript): Reader {
  const { forms, keys, words, starts } = transcript;
  const keyCount = countOf(keys);
  const { formsOf, ends } = formsByKey(transcript.keyOf, keyCount);
  let { keyOf } = transcript;
  let noPlaces = transcript.stops.map((isStop) => (isStop ? skipped : 0));
  /** What `places` returns, and for which keys: to copy so much each time would take as long as to read an article. */
  let places = noPlaces.slice();
  let placed: readonly number[] = [];
  /** What came later: the articles, and the forms and keys that only they have, behind those of the transcript. */
  const later = new Map<number, Uint32Array>();
  const laterForms = new Map<string, number[]>();
  const laterKeys: string[] = [];
  const laterKeyNumbers = new Map<string, number>();
  const laterFormsOf = new Map<number, number[]>();
  let size = countOf(forms);
  const bags = createBags();
  /** Those that were asked for: to make a text anew each time takes longer than all that is done with it. */
  const keyTexts: (string | undefined)[] = new Array(keyCount).fill(undefined);

  const wordsOf = (article: number) =>
    later.get(article) ?? words.subarray(starts[article] ?? 0, starts[article + 1] ?? 0);
  const keyAt = (number: number) => (keyTexts[number] ??= textAt(keys, number) ?? laterKeys[number - keyCount] ?? "");
  const keyNumber = (key: string) => placeOf(keys, key) ?? laterKeyNumbers.get(key);

  function formNumbers(form: string): readonly number[] {
    const first = placeOf(forms, form);
    const others = laterForms.get(form) ?? [];
    if (first === undefined || first === 0) return others;
    return textAt(forms, first + 1) === form ? [first, first + 1, ...others] : [first, ...others];
  }

  function formsWith(key: number): Uint32Array {
    const frozen = key < keyCount ? formsOf.subarray(ends[key - 1] ?? 0, ends[key]) : new Uint32Array();
    const others = laterFormsOf.get(key);
    return others ? Uint32Array.of(...frozen, ...others) : frozen;
  }

  function newKey(key: string): number {
    const number = keyCount + laterKeys.push(key) - 1;
    laterKeyNumbers.set(key, number);
    return number;
  }

  function numberOf(form: string, key: string): number {
    const known = formNumbers(form).find((number) => keyAt(keyOf[number] ?? 0) === key);
    if (known !== undefined) return known;
    const number = size++;
    keyOf = grown(keyOf, size);
    noPlaces = grown(noPlaces, size);
    const ofKey = keyNumber(key) ?? newKey(key);
    keyOf[number] = ofKey;
    places = grown(places, size);
    places[number] = noPlaces[number] = isStopWord(key) ? skipped : 0;
    laterForms.set(form, [...(laterForms.get(form) ?? []), number]);
    laterFormsOf.set(ofKey, [...(laterFormsOf.get(ofKey) ?? []), number]);
    return number;
  }

  return {
    words: wordsOf,
    formsOf: formsWith,
    keysOf(forms) {
      const found: string[] = [];
      for (let at = 0; at < forms.length; at++) found.push(keyAt(keyOf[forms[at] ?? 0] ?? 0));
      return found;
    },
    formNumbers,
    keyNumber,
    key: keyAt,
    bag: (article) => bags.of(article, wordsOf(article), keyOf, noPlaces),
    get keyCount() {
      return keyCount + laterKeys.length;
    },
    places(wanted) {
      for (const key of placed) for (const form of formsWith(key)) places[form] = noPlaces[form] ?? 0;
      placed = wanted.slice(0, skipped - 1);
      for (const [place, key] of placed.entries()) {
        for (const form of formsWith(key)) places[form] = place + 1;
      }
      return places;
    },
    add(article, stretches) {
      const read: number[] = [];
      /** Most words stand in an article again and again. */
      const numbers = new Map<string, number>();
      for (const { found, keys } of stretches) {
        for (const [at, { form }] of found.entries()) {
          const key = keys[at] ?? "";
          const before = numbers.get(form);
          const isSame = before !== undefined && keyAt(keyOf[before] ?? 0) === key;
          const number = isSame ? before : numberOf(form, key);
          if (!isSame) numbers.set(form, number);
          read.push(number);
        }
        read.push(0);
      }
      later.set(article, Uint32Array.from(read));
    },
    remove(article) {
      bags.forget(article);
      later.delete(article);
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
