import dictionary from "dictionary-en";
import { americanised } from "./stems.ts";

/** Read once, at the start: the dictionary has a word and what may be added to it on each line. */
const lines = new TextDecoder().decode(dictionary.dic);
const listed = new Set(lines.match(/^[a-z]{3,}(?=\/|$)/gm));
const names = new Set(lines.match(/^[A-Z][a-z]{2,}(?=\/|$)/gm)?.map((name) => name.toLowerCase()));

/** Endings that the dictionary mostly leaves out, and what the word has in their place. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/s$/, ""],
  [/es$/, ""],
  [/ies$/, "y"],
  [/(?:ed|ing|er|ers)$/, ""],
  [/(?:ed|ing|er|ers)$/, "e"],
  [/(.)\1(?:ed|ing|er|ers)$/, "$1"],
  [/ied$/, "y"],
  [/ly$/, ""],
  [/ness$/, ""],
];

/** Beginnings that make other words than the dictionary lists ("hypersonic"); short ones would make words of slips ("presure"). */
const beginning = /^(?:un|non|anti|counter|cyber|hyper|inter|multi|over|semi|super|ultra|under)(?=[a-z]{5})/;

/**
 * Whether a word, in small letters, is a correctly spelled English one: then it is no slip of another. Names don't count.
 * Word list: the en_US dictionary of SCOWL, as the package dictionary-en has it.
 */
export function isEnglish(form: string): boolean {
  if (!/^[a-z]{3,}$/.test(form)) return false;
  const bases = [form, form.replace(beginning, "")].flatMap((base) => [
    base,
    americanised(base),
    ...endings.flatMap(([ending, instead]) => (ending.test(base) ? base.replace(ending, instead) : [])),
  ]);
  return bases.some((base) => listed.has(base));
}

/** Whether a word, in small letters, is the correctly spelled name of a person or a place, or of several, and nothing else. */
export function isName(form: string): boolean {
  return !listed.has(form) && (names.has(form) || names.has(form.replace(/s$/, "")));
}
