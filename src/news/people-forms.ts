import type { Known } from "./people-census.ts";
import { suffixes } from "./people-full-name.ts";
import { plain } from "./people-names.ts";
import { formsOfName } from "./people-short-names.ts";
import { keyOf } from "./stems.ts";
import { conceptsIn } from "./synonyms.ts";
import { words } from "./words.ts";

/** What of a name that somebody types is looked at, in characters. */
export const longestTyped = 120;

/** The ways to write a person's name, each in small letters without spaces. Plain values: they can be stored. */
export interface NameForms {
  /** Complete names, in both orders. */
  readonly full: readonly string[];
  /** Single parts: family names, given names. */
  readonly parts: readonly string[];
  /** Full names with another form of the given name: "bobmenendez" of Robert Menendez. */
  readonly short: readonly string[];
  /** The beginnings of full names that end with a word or syllable: "kimjong". */
  readonly beginnings: readonly string[];
  /** Of the subjects that a search knows, those that the names are: "김정은" and "Kim Jong Un" are one. */
  readonly concepts: readonly string[];
}

/** @param id the person's */
export function formsOf(id: string, known: Known): NameForms {
  const full = new Set<string>();
  const parts = new Set<string>([...known.families, ...known.given]);
  const beginnings = new Set<string>();
  const isJunior = /(?:\b[JS]r\.?| I{2,3}| IV)$/u.test(known.name);
  for (const family of isJunior ? [] : known.families) {
    for (const given of known.given) full.add(family + given).add(given + family);
  }
  const short = new Set<string>();
  for (const family of known.isEastern ? [] : known.families) {
    for (const form of [...known.given].flatMap(formsOfName)) short.add(form + family).add(family + form);
  }
  full.add(nameWords(id).join(""));
  for (const spelling of known.spellings) {
    const written = nameWords(spelling);
    full.add(written.join(""));
    // "trump jr"
    const suffix = written.at(-1) ?? "";
    if (suffixes.has(suffix)) for (const family of known.families) parts.add(family + suffix);
    for (let end = 1; end < written.length; end++) beginnings.add(written.slice(0, end).join(""));
    // "Mary" of "Mary Jane Watson", "Mohammed" of "Mohammed bin Salman"
    if (!known.isEastern && written[0] && written[0].length > 1) parts.add(written[0]);
  }
  const concepts = new Set(known.spellings.flatMap(conceptsOf));
  return {
    full: [...full],
    parts: [...parts],
    short: [...short],
    beginnings: [...beginnings],
    concepts: [...concepts],
  };
}

/** The subjects that the whole of a text names. */
export function conceptsOf(text: string): string[] {
  const found = words(text);
  const whole = conceptsIn(found, found.map(keyOf)).filter(({ from, to }) => from === 0 && to === found.length);
  return whole.map(({ term }) => term);
}

/** Small words without accents, possessives, zero-width characters and all else that is no letter. */
export function nameWords(typed: string): string[] {
  if (typed.length <= longestTyped && /^[a-z ]*$/i.test(typed)) return typed.toLowerCase().match(/[a-z]+/g) ?? [];
  const text = plain(
    [...typed.slice(0, longestTyped)]
      .join("")
      .normalize("NFKC")
      .replace(/\p{Cf}/gu, ""),
  );
  return (
    text
      .replace(/(?<=\p{L})['’´\x60]s\b/gu, "")
      .replace(/(?<=\p{L})['’´\x60.](?=\p{L})/gu, "")
      .match(/\p{L}+/gu) ?? []
  );
}
