import type { Corpus } from "./corpus.ts";
import { createRandom } from "./measures.ts";

export type Kind = "1-3 words" | "autocomplete" | "typos" | "questions";

/**
 * Words of the ranks that people search for: neither function words nor words that stand in one article only.
 * @param seed another gives other queries
 */
export function queriesFor({ wordAt }: Corpus, count: number, seed = 11): ReadonlyMap<Kind, readonly string[]> {
  const random = createRandom(seed);
  const word = () => wordAt(Math.floor(100 + random() ** 2 * 20_000));
  const several = (number: number, of: () => string) => Array.from({ length: number }, of).join(" ");
  const make = (of: () => string) => Array.from({ length: count }, of);
  return new Map<Kind, readonly string[]>([
    ["1-3 words", make(() => several(1 + Math.floor(random() * 3), word))],
    ["autocomplete", make(() => word().slice(0, 2 + Math.floor(random() * 4)))],
    ["typos", make(() => swapped(word(), random))],
    ["questions", make(() => several(12, () => (random() < 0.4 ? wordAt(Math.floor(random() * 60)) : word())))],
  ]);
}

/** Two neighbours in the wrong order. */
function swapped(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
