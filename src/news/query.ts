import { UserError } from "../errors.ts";
import type { Span } from "./sentences.ts";
import { isStopWord } from "./stems.ts";
import { type Word, words } from "./words.ts";

/** What somebody typed, taken apart: `word`, `"an exact phrase"`, `-excluded`, `-"an excluded phrase"`. */
export interface Query {
  /** Stretches of plain text, a phrase being one of them: what stands in two of them was not typed side by side. */
  readonly parts: readonly { readonly text: string; readonly words: readonly Word[]; readonly isPhrase: boolean }[];
  /** `start` and `end` are where it was typed, minus and all. */
  readonly excluded: readonly (Span & { readonly words: readonly Word[]; readonly isPhrase: boolean })[];
}

/** Longer questions are cut here, at a word: enough for a paragraph, too little to keep anybody waiting. */
const longest = 2000;

/**
 * Any quotation mark opens or closes a phrase; one without a partner is ignored, and so is a minus without a word.
 * @throws UserError if nothing is left to look for
 */
export function parseQuery(typed: string): Query {
  const parts: Query["parts"][number][] = [];
  const excluded: Query["excluded"][number][] = [];
  const text = clipped(typed);
  let plain = "";
  const flush = () => {
    const found = withCountries(words(plain));
    if (found.length > 0) parts.push({ text: plain, words: found, isPhrase: false });
    plain = "";
  };
  for (const piece of text.matchAll(
    /(?<minus>(?<!\S)[-−–]+)?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]|(?<word>[^\s"“”„«»]+))|\s+/gu,
  )) {
    const { minus, phrase, word } = piece.groups ?? {};
    if (minus !== undefined) {
      const found = withCountries(words(phrase ?? word ?? ""));
      const [start, end] = [piece.index, piece.index + piece[0].length];
      if (found.length > 0) excluded.push({ words: found, isPhrase: phrase !== undefined, start, end });
    } else if (word !== undefined) {
      plain += `${word} `;
    } else if (phrase !== undefined) {
      flush();
      const found = withCountries(words(phrase));
      if (found.length > 0) parts.push({ text: phrase, words: found, isPhrase: true });
    }
  }
  flush();
  if (parts.length === 0) throw new UserError(emptyReason(typed, excluded.length > 0));
  return { parts, excluded };
}

/**
 * Whoever types in small letters means the country by "us", and the organisation by an "un" that nothing stands before
 * (as in "Kim Jong un").
 */
function withCountries(typed: readonly Word[]): readonly Word[] {
  return typed.map((word, at) => {
    const before = typed[at - 1];
    const isCountry = word.form === "us" || (word.form === "un" && (!before || isStopWord(before.form)));
    return isCountry ? { ...word, capitals: true } : word;
  });
}

function emptyReason(typed: string, hasExclusions: boolean): string {
  if (hasExclusions)
    return "Only exclusions were given. Please add at least one word to look for, as in: summit -Hanoi";
  if (typed.trim() === "") return "Nothing to look for was given. Please type a word, as in: summit";
  return "There is no word to look for in that. Please type at least one, as in: summit";
}

function clipped(typed: string): string {
  if (typed.length <= longest) return typed;
  const space = typed.lastIndexOf(" ", longest);
  return typed.slice(0, space > 0 ? space : longest);
}
