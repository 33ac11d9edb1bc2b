import type { Name } from "./people-full-name.ts";

/** What all romanisations of a Korean given name have in common. */
function consonants(given: string): string {
  return alike(given.replace(/ch/g, "j").replace(/[aeiouywh]/g, ""));
}

/**
 * Equal for the Revised Romanization of a given name (2000) and for the ways in which the North and most outlets write
 * it: "Jeong-eun", "Jong-eun" and "Jong Un". Names that differ in Korean can be equal as well: it takes more to tell that
 * two people are one. What is the North's "o" and the South's "u" ("Chol", "Chul") stays two.
 */
export function romanised(given: string): string {
  const vowels = given.replace(/wha/g, "hwa").replace(/eo/g, "o").replace(/eu|oo/g, "u");
  return alike(vowels.replace(/ch/g, "j").replace(/([ktp])h/g, "$1"));
}

const voiced: Readonly<Record<string, string>> = { k: "g", t: "d", p: "b", r: "l" };

function alike(letters: string): string {
  return letters.replace(/[ktpr]/g, (letter) => voiced[letter] ?? letter);
}

export function areRomanised(one: Name, other: Name): boolean {
  return one.isEastern && other.isEastern && consonants(one.given) === consonants(other.given);
}
