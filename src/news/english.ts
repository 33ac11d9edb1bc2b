import dictionary from "dictionary-en";
import { americanised } from "./stems.ts";

/** The dictionary as it comes, a word a line: a look through it takes a fraction of a millisecond and no memory. */
const lines = `\n${new TextDecoder().decode(dictionary.dic)}`;

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

/**
 * Whether a word, in small letters, is a correctly spelled English one: then it is no slip of another. Names don't count.
 * Word list: the en_US dictionary of SCOWL, as the package dictionary-en has it.
 */
export function isEnglish(form: string): boolean {
  if (!/^[a-z]{3,}$/.test(form)) return false;
  const bases = endings.flatMap(([ending, instead]) => (ending.test(form) ? form.replace(ending, instead) : []));
  return [form, americanised(form), ...bases].some((base) => base.length > 2 && isListed(base));
}

function isListed(word: string): boolean {
  return lines.includes(`\n${word}/`) || lines.includes(`\n${word}\n`);
}
