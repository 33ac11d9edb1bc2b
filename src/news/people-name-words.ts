import { eastFamilies, givenNames, isSyllable, plain, topFamilies, words } from "./people-names.ts";
import type { Token } from "./people-tokens.ts";
import { classFamilies } from "./people-words.ts";

/** Whether the word at `at` may be part of the name that starts at `start`. */
export function isNameWord(list: readonly Token[], at: number, start: number): boolean {
  const token = list[at];
  if (!token?.isCapital) return false;
  if (token.isInitial) {
    // "A." is an article as well, "U.S." a place.
    const isFree = token.kind === undefined || (at > start && token.kind === "other");
    return isFree && /^(?:\p{Lu}\.){1,2}$/u.test(token.word);
  }
  if (/\p{N}/u.test(token.word) || isGlued(token.word)) return false;
  if (token.kind === undefined) return !isAcronym(token) && !isCompound(token.word, at > start);
  if (at === start) {
    // "its chairman Jan Eliasson": behind an office, a word such as the short form of a month is a name.
    const isNamed = token.kind === "other" && token.gap === "space" && list[at - 1]?.kind === "role";
    if (isNamed && givenNames.has(token.lower)) return isPlainNameWord(list[at + 1]);
    return isPlainNameWord(list[at + 1]) && (isGivenName(token) || isOddFamily(list, at));
  }
  const before = list[at - 1];
  const isLast = !(list[at + 1]?.isCapital && list[at + 1]?.gap === "space");
  if (!before || !isLast) return false;
  // "Hun Sen", but not "Sen. Warren"
  if (token.word === "Sen") return before.kind === undefined;
  // "Liu He": a capital letter that no sentence asks for.
  if (
    at === start + 1 &&
    token.kind === "other" &&
    eastFamilies.has(plain(before.word)) &&
    syllableWords.has(token.lower)
  )
    return before.kind === undefined;
  return classFamilies.has(token.lower) && isGivenName(before);
}

/** "a message to To Lam": a capital letter that neither a sentence nor a headline asks for. */
function isOddFamily(list: readonly Token[], at: number): boolean {
  const [before, family, given, next] = [list[at - 1], list[at], list[at + 1], list[at + 2]];
  const isAlone = next?.gap !== "space" || !next.isCapital;
  const isOdd = family?.kind === "other" && !family.isFirst && family.gap === "space" && before?.isCapital === false;
  return isOdd && isAlone && eastFamilies.has(family.lower) && isSyllable(plain(given?.word ?? ""));
}

/** "Bill" before "Clinton", though a bill is a thing as well. */
function isGivenName(token: Token): boolean {
  return (
    givenNames.has(plain(token.word)) && (token.kind === undefined || token.kind === "thing" || token.kind === "role")
  );
}

function isPlainNameWord(token: Token | undefined): boolean {
  return token?.isCapital === true && token.gap === "space" && token.kind === undefined && !isAcronym(token);
}

/** Ordinary words that are syllables of East Asian names as well. */
export const syllableWords = words("he in so do no you an on jun jan sun us");

/** "StandWarren", "LCOc": two words that a page ran together, but not "McCain" or "DeVos". */
export function isGlued(word: string): boolean {
  return /\p{Ll}{4}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word);
}

/** "KCNA", but not "KIM", "XI" or "PANINA". */
function isAcronym(token: Token): boolean {
  const { word, lower } = token;
  if (word !== word.toUpperCase()) return false;
  return (
    !(eastFamilies.has(lower) || givenNames.has(lower)) &&
    (word.length <= 3 || !/[AEIOUY]/.test(word) || (word.length === 4 && !isSyllable(word)))
  );
}

const adjectival = words("born style based led backed like era trained educated owned made run friendly wide turned");

/** "Trump-Kim", "Jinping-Putin": two names, not one. "Jong-Un", "Jean-Claude" and "Al-Assad" are one. */
function isCompound(word: string, isFamily: boolean): boolean {
  const parts = word.split(/[-‐‑]/u);
  if (parts.length < 2) return false;
  // "Korean-born"
  if (adjectival.has(parts.at(-1) ?? "")) return true;
  if (parts.length > 3) return true;
  if (/^\p{Ll}/u.test(parts[1] ?? "")) return false;
  const head = plain(parts[0] ?? "");
  if (givenNames.has(head) || /^(?:al|el|abu|ben|bin|abd)$/.test(head)) return false;
  if (isFamily) return parts.some((part) => topFamilies.has(plain(part)));
  return !parts.every((part) => isSyllable(plain(part)));
}

export function isKnownName(token: Token): boolean {
  return givenNames.has(plain(token.word)) || eastFamilies.has(token.lower);
}
