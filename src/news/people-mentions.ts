import { evidence, type Surroundings, surroundings } from "./people-context.ts";
import { type Name, nameOf, suffixes } from "./people-full-name.ts";
import { isGlued, isKnownName, isNameWord, syllableWords } from "./people-name-words.ts";
import { eastFamilies, givenNames, isSyllable, japaneseFamilies, plain, topFamilies, words } from "./people-names.ts";
import { isParticle, type Token } from "./people-tokens.ts";
import { royalTitles } from "./people-words.ts";

/** Capitalised words that may name a person. `from` and `to` count tokens, `to` exclusive. */
export interface Sighting extends Surroundings {
  readonly from: number;
  readonly to: number;
  /** Undefined for a family name alone. */
  readonly name?: Name;
}

/** The longest run of name words that is looked at. */
const longest = 5;

/**
 * Every sighting of a paragraph, in order.
 * @param isCommon whether the collection also writes the word in small letters
 */
export function sightings(list: readonly Token[], isCommon: (lower: string) => boolean): Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < list.length; ) {
    const end = list[at]?.isCapital ? runEnd(list, at, isCommon) : at;
    if (end === at) {
      at++;
      continue;
    }
    const sighting = judge(list, nameStart(list, at, end), end, isCommon);
    if (sighting) found.push(sighting);
    at = end;
  }
  return found;
}

/** Where the run of name words that starts at `at` ends; `at` itself if none starts there. */
function runEnd(list: readonly Token[], at: number, isCommon: (lower: string) => boolean): number {
  const east = easternEnd(list, at);
  if (east > at) return east;
  const first = list[at];
  if (isRoyal(list, at)) return at + 2;
  if (!first || !isNameWord(list, at, at)) return at;
  if (first.isFirst && isCommon(first.lower) && !isKnownName(first)) return at;
  let end = at + 1;
  while (end < list.length && end - at <= longest) {
    const token = list[end];
    if (!token || list[end - 1]?.isPossessive) break;
    if (suffixes.has(token.lower) && token.isCapital && token.gap !== "break") {
      end++;
      break;
    }
    if (token.gap !== "space") break;
    if (isNameWord(list, end, at)) end++;
    else {
      const after = particlesEnd(list, end);
      if (after === end || !isNameWord(list, after, at)) break;
      end = after + 1;
    }
  }
  return end;
}

/**
 * "Chancellor of the Exchequer Kenneth Clarke": a word after "the" or "of" or first in a sentence, before a given name, is
 * none; nor is a word before an East Asian name, as in "Affairs Choe Son-hui".
 */
function nameStart(list: readonly Token[], from: number, to: number): number {
  const [first, second] = [list[from], list[from + 1]];
  if (to - from < 3 || !first || !second || isKnownName(first) || first.isInitial) return from;
  if (easternEnd(list, from + 1) === to) return from + 1;
  const isLoose = first.isFirst || (first.gap === "space" && /^(?:the|of)$/.test(list[from - 1]?.lower ?? ""));
  return isLoose && isGiven(second.word) ? from + 1 : from;
}

/** "Eva" and "Eva-Marie" */
function isGiven(word: string): boolean {
  return plain(word)
    .split(/[-‐‑]/u)
    .every((part) => givenNames.has(part));
}

/** "Prince Andrew", but not "Crown Prince Mohammed bin Salman": the title stands for the family name. */
function isRoyal(list: readonly Token[], at: number): boolean {
  const [title, given, next] = [list[at], list[at + 1], list[at + 2]];
  if (!title?.isCapital || !royalTitles.has(title.lower) || title.isPossessive) return false;
  if (!given?.isCapital || given.gap !== "space" || !givenNames.has(plain(given.word))) return false;
  return given.isPossessive || next?.gap !== "space" || !(isParticle(next) || isNameWord(list, at + 2, at + 1));
}

function particlesEnd(list: readonly Token[], at: number): number {
  let end = at;
  while (end < at + 3) {
    const token = list[end];
    if (!token || !isParticle(token) || token.gap !== "space") break;
    end++;
  }
  return list[end]?.gap === "space" ? end : at;
}

/** The end of an East Asian name, family name first, that starts at `at`; `at` if there is none. */
function easternEnd(list: readonly Token[], at: number): number {
  const family = list[at];
  const given = list[at + 1];
  if (!family?.isCapital || !given?.isCapital || given.gap !== "space" || family.isPossessive) return at;
  if (!eastFamilies.has(plain(family.word)) || isGlued(given.word)) return at;
  if (/^\p{L}+[-‐‑]\p{L}+$/u.test(given.word)) {
    return given.word.split(/[-‐‑]/u).every((part) => isSyllable(plain(part))) && given.kind === undefined
      ? at + 2
      : at;
  }
  if (family.isFirst && family.kind !== undefined && !list[at + 2]?.isCapital) return at;
  const second = list[at + 2];
  const isPair =
    !given.isPossessive &&
    second?.isCapital === true &&
    second.gap === "space" &&
    isNameSyllable(given) &&
    isNameSyllable(second) &&
    // "To Check Out"
    !(family.kind === "other" && (given.kind === "other" || second.kind === "other"));
  if (isPair && !(topFamilies.has(plain(second.word)) && !topFamilies.has(plain(family.word)))) return at + 3;
  return at;
}

/** "In" and "Young" are words and syllables, "UN" is an organisation as well; "North" or "Says" are none. */
function isNameSyllable(token: Token): boolean {
  const isFree =
    token.kind === undefined || syllableWords.has(token.lower) || token.kind === "modifier" || token.lower === "un";
  return isFree && isSyllable(plain(token.word));
}

/** Named as people are. */
const firms = words("morgan-stanley mercedes-benz perkins-coie reed-smith jones-day philip-morris clarence-house");

function judge(
  list: readonly Token[],
  from: number,
  to: number,
  isCommon: (lower: string) => boolean,
): Sighting | undefined {
  const run = list.slice(from, to);
  const name = run.length > 1 ? nameOf(run) : undefined;
  if (run.length > 1 && (!name || firms.has(run.map(({ lower }) => lower).join("-")))) return undefined;
  const context = surroundings(list, from, to);
  const shape = name ? shapeOf(run, name, isCommon) : 0;
  // "Online Leader Success Mindset"
  const isPhrase = name !== undefined && shape === 0 && run.every(({ lower }) => isCommon(lower));
  const around = isPhrase ? context.evidence & ~evidence.title.bit : context.evidence;
  return { from, to, ...(name ? { name } : {}), ...context, evidence: around | shape };
}

/** A word of open syllables: "Sakie", "Shinzo", "Jun". */
const japaneseGiven = /^(?:(?:[kgstzdnhbpmyrwjf]y?|ch|sh|ts)?[aiueo]n?){2,5}$/;

const longJapanese = /^(?:(?:[kgstzdnhbpmyrwjf]y?|ch|sh|ts)?[aiueo]n?){3,6}$/;

function shapeOf(run: readonly Token[], name: Name, isCommon: (lower: string) => boolean): number {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return 0;
  if (name.isEastern) {
    if (run.length >= 3 || run.some((token) => /[-‐‑]/u.test(token.word))) return evidence.eastern.bit;
    return isSyllable(name.given) ? evidence.easternShort.bit : evidence.easternJoined.bit;
  }
  let bits = royalTitles.has(first.lower) ? evidence.givenName.bit : 0;
  // "Sakie Yokota"
  if (japaneseFamilies.has(name.family) && japaneseGiven.test(name.given)) bits |= evidence.givenName.bit;
  const isLong = ({ word }: Token) => longJapanese.test(plain(word));
  if (run.length === 2 && run.every(isLong) && !run.some(({ lower }) => isCommon(lower))) bits |= evidence.japanese.bit;
  // "Doan Thi Huong": "Thi" is nothing but the second name of Vietnamese women.
  if (run.length > 2 && run[1]?.lower === "thi") bits |= evidence.givenName.bit;
  // "Soo Kim"
  if (topFamilies.has(name.family) && isSyllable(name.given)) bits |= evidence.easternShort.bit;
  if (givenNames.has(plain(first.word)))
    bits |= (isCommon(last.lower) ? evidence.givenNameOnly : evidence.givenName).bit;
  if (run.some((token) => token.isInitial)) bits |= evidence.initial.bit;
  return bits;
}
