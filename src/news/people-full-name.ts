import {
  compact,
  eastFamilies,
  givenNames,
  isSyllable,
  isSyllables,
  japaneseFamilies,
  plain,
  topFamilies,
  words,
} from "./people-names.ts";
import { isParticle, type Token } from "./people-tokens.ts";

/** A full name, taken apart. */
export interface Name {
  /** Equal for all spellings that are surely one name: family, a space, given name, in small letters. */
  readonly key: string;
  /** Initials or a patronymic between given and family name, or "Jr.": the names that differ only in these have the same `key`. */
  readonly middle: string;
  /** As `compact` gives it. */
  readonly family: string;
  readonly given: string;
  readonly isEastern: boolean;
}

/** Equal for spellings that no article tells apart. */
export function fullKey(name: { readonly key: string; readonly middle: string }): string {
  return `${name.key}|${name.middle}`;
}

export const suffixes = words("jr sr ii iii iv");

/** Splits a run of two to five words into given and family name. */
export function nameOf(run: readonly Token[]): Name | undefined {
  const last = run.at(-1);
  const hasSuffix = last !== undefined && suffixes.has(last.lower);
  const parts = hasSuffix ? run.slice(0, -1) : run;
  const [first, second] = parts;
  const end = parts.at(-1);
  if (!first || !second || !end || end.isInitial) return undefined;
  const rest = parts.slice(1);
  const isSplit = rest.length === 2 && rest.every((token) => isSyllable(plain(token.word)));
  const isHyphened = rest.length === 1 && /[-‐‑]/u.test(second.word);
  const isJoined = rest.length === 1 && isSyllables(plain(second.word));
  const firstIsFamily = isEasternFamily(first, second);
  const lastIsTop = topFamilies.has(plain(end.word));
  const isReversed = lastIsTop && !topFamilies.has(plain(first.word));
  if (firstIsFamily && (isHyphened || ((isSplit || isJoined) && !isReversed))) {
    return eastern(first.word, rest.map((token) => token.word).join(""));
  }
  // "Jong-un Kim", "Myong Gil Kim"
  const before = parts.slice(0, -1);
  const isGiven =
    before.length === 2
      ? before.every((token) => isSyllable(plain(token.word))) && isReversed
      : before.length === 1 &&
        /^\p{L}+[-‐‑]\p{L}+$/u.test(first.word) &&
        first.word.split(/[-‐‑]/u).every((part) => isSyllable(plain(part)));
  if (lastIsTop && isGiven && !before.some((token) => givenNames.has(plain(token.word)))) {
    return eastern(end.word, before.map((token) => token.word).join(""));
  }
  return western(parts, hasSuffix ? last.lower : "");
}

/** "Joe" is a family name in "Joe Song-ho", and none in "Joe Biden". */
function isEasternFamily({ word }: Token, next: Token): boolean {
  const family = plain(word);
  return eastFamilies.has(family) && (!givenNames.has(family) || topFamilies.has(family) || /[-‐‑]/u.test(next.word));
}

function eastern(family: string, given: string): Name {
  const name = { family: compact(family), given: compact(given) };
  // "Kyung-wha" and "Kyung-hwa": one syllable, written in two ways.
  return { ...name, key: `${name.family} ${name.given.replaceAll("wha", "hwa")}`, middle: "", isEastern: true };
}

function western(parts: readonly Token[], suffix: string): Name | undefined {
  const [head, tail] = [parts[0], parts[1]];
  if (parts.length === 2 && head && tail && isJapaneseOrder(head.lower, tail.lower)) {
    const name = { family: compact(head.word), given: compact(tail.word) };
    return { ...name, key: `${name.family} ${name.given}`, middle: suffix, isEastern: false };
  }
  const particle = parts.findIndex((token) => isParticle(token));
  const familyFrom = particle > 0 ? particle : parts.length - 1;
  const given = parts.slice(0, familyFrom);
  const initials = given.slice(1).filter((token) => token.isInitial);
  const written = given.filter((token, index) => index === 0 || !token.isInitial);
  const father = written.length === 2 && isPatronymic(written[1]?.word ?? "") ? written[1] : undefined;
  const names = father ? written.slice(0, 1) : written;
  if (names.length > 2 || parts.length - familyFrom > 4) return undefined;
  const family = compact(
    parts
      .slice(familyFrom)
      .map((token) => token.word)
      .join(""),
  );
  const first = compact(names.map((token) => token.word).join(""));
  if (family.length < 2 || first === "") return undefined;
  const initial = father ? patronymicKey(father.word) : compact(initials.map((token) => token.word).join(""));
  const middle = `${initial}${suffix && `, ${suffix}`}`;
  return { key: `${family} ${first}`, middle, family, given: first, isEastern: false };
}

/** "Vladimirovich", "Anatolyevich", "Ivanovna": between a Russian's given and family name, and often left out. */
const isPatronymic = (word: string) => /^\p{Lu}\p{Ll}+(?:[oe]vit?ch|[oe]vna)$/u.test(word);

/** Equal for the ways to write a patronymic, "Anatoliyevich" and "Anatolyevich". It starts with the initial. */
const patronymicKey = (word: string) => compact(word).replace(/(?<!^)[aeiouyj]/g, "");

/** "Abe Shinzo" */
function isJapaneseOrder(first: string, second: string): boolean {
  return japaneseFamilies.has(first) && !givenNames.has(first) && !japaneseFamilies.has(second);
}
