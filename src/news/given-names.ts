import { eastFamilies, isSyllable } from "./people-names.ts";
import type { Word } from "./words.ts";

/** The term of a given name of two syllables, if the words are one. */
export function givenName(first: Word, second: Word): string | undefined {
  return isPart(first.form) && isPart(second.form) ? givenNameTerm(first.form + second.form) : undefined;
}

/** Of both syllables in one; its `@` stands in no word, so "so on" is never "soon". */
export function givenNameTerm(joined: string): string {
  return `@${joined}`;
}

export function isGivenName(term: string): boolean {
  return term.startsWith("@");
}

/** "Kyung-wha" is a common way to write "Kyung-hwa". */
function isPart(form: string): boolean {
  return isSyllable(form) || isSyllable(form.replace(/^wh/, "hw"));
}

/** The given names of two syllables that a text surely holds, by the number of their first word. */
export function givenNamesIn(text: string, found: readonly Word[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (let at = 0; at + 1 < found.length; at++) {
    const name = givenNameAt(text, found, at);
    if (name !== undefined) names.set(at, name);
  }
  return names;
}

/** One that surely starts there: with a hyphen ("Jong-un", "Jong-Un"), or in capitals behind a family name ("Kim Jong Un"). */
export function givenNameAt(text: string, found: readonly Word[], at: number): string | undefined {
  const [first, second] = [found[at], found[at + 1]];
  if (!first || !isCapital(text, first) || second?.start !== first.end + 1) return undefined;
  const isHyphened = /[-‐‑]/u.test(text.charAt(first.end));
  if (!isHyphened && !(isCapital(text, second) && isBehindFamily(text, found[at - 1], first))) return undefined;
  return givenName(first, second);
}

function isBehindFamily(text: string, before: Word | undefined, word: Word): boolean {
  return (
    before !== undefined && before.end + 1 === word.start && isCapital(text, before) && eastFamilies.has(before.form)
  );
}

function isCapital(text: string, { start }: Word): boolean {
  const unit = text.charCodeAt(start);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(text.charAt(start));
}
