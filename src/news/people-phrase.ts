import { words } from "./people-names.ts";
import type { Token } from "./people-tokens.ts";
import { invertedVerbs, personVerbs, speechVerbs } from "./people-words.ts";

/** Behind these a noun phrase goes on: what stands right of them is no verb. */
const determiners = words("the a an this that these those another each every no its his her their our my your whose");
/** Adjectives in front of an office; what stands before them in small letters is a verb or one of them. */
const qualifiers = words(`
  former ex then late current incoming outgoing acting interim honorary shadow deputy vice assistant associate senior top
  junior fellow retired veteran longtime one-time onetime`);
const prepositions = words(`
  by as at for from in into of off on onto over than toward towards under until upon via with within without about
  after against along amid among around before behind between despite during except including inside like near outside
  past since through unlike versus`);
/** A verb may follow. */
const verbal = words(`
  to will would could can may might must should shall do does did don't didn't not i you he she it we they who which that`);
/** Nouns among the words that are never part of a name. */
const nouns = words(
  "world internet credit photo image video people women men children pandemic coronavirus covid earth",
);
const weekdays = words("monday tuesday wednesday thursday friday saturday sunday");
const irregular = words(
  "beat saw hit let shot fought sought taught caught bought sold told paid held kept lost sent met",
);

/**
 * Where the title before a name starts: "US Secretary of State" before "Mike Pompeo". It ends right before the name and
 * holds a noun for a person or an honorific; `from` itself where there is none.
 */
export function roleStart(list: readonly Token[], from: number): number {
  let found = from;
  for (let at = from - 1; at >= Math.max(0, from - 12); at--) {
    const token = list[at];
    if (!token || list[at + 1]?.gap !== "space") break;
    const isHead = token.kind === "role" || token.kind === "honorific";
    if (token.isPossessive && (isHead || found === from)) break;
    const isPart =
      token.kind === "modifier" ||
      token.kind === "place" ||
      (token.kind === "thing" && !isTime(token)) ||
      (token.lower === "under" && list[at + 1]?.lower === "secretary");
    const isName = token.isCapital && token.kind === undefined && found < from;
    if (isHead) found = at;
    else if (isPart || isName) found = found < from ? at : found;
    // "Secretary of State", "Special Representative for North Korea", but not "envoy of President".
    else if (
      !(found === from
        ? at < from - 1 && links.has(token.lower) && hasRole(list, at)
        : token.lower === "of" && isCapitalThing(list[at - 1]) && !heads.has(list[at + 1]?.lower ?? ""))
    )
      break;
    if (token.gap !== "space") break;
  }
  return found;
}

const links = words("of for on to");
/** Titles by themselves: "President X" stands behind "the Government of". */
const heads = words("president prime premier chancellor king queen emperor then former");

/** "week" of "last week", which is no part of a title. */
function isTime(token: Token): boolean {
  return !token.isCapital && /^(?:day|week|month|year|anniversary|era)$/.test(token.lower);
}

function hasRole(list: readonly Token[], before: number): boolean {
  const [near, far] = [list[before - 1], list[before - 2]];
  return near?.kind === "role" || (near?.gap === "space" && far?.kind === "role" && near.kind !== "other");
}

function isCapitalThing(token: Token | undefined): boolean {
  return token?.isCapital === true && token.kind === "thing";
}

/**
 * Where the noun phrase starts to which the title that starts at `start` belongs: at "Tory" of "Tory shadow education
 * secretary". Undefined where a word before it may belong to it or not, as verbs and nouns look alike.
 */
export function phraseStart(list: readonly Token[], start: number): number | undefined {
  let at = start;
  let isDoubtful = false;
  for (; at > 0 && list[at]?.gap === "space"; at--) {
    const [before, first] = [list[at - 1], list[at]];
    if (!before || !first) break;
    if (before.isPossessive || determiners.has(before.lower)) return isDoubtful ? undefined : at;
    const part = partOf(list, at);
    if (part === "torn") return undefined;
    if (part === "border") break;
    // "the sacked adviser", but not "the vote prompted adviser"
    if (part === "doubtful") isDoubtful ||= !isAdjectival(list, at - 1);
  }
  const [before, first] = [list[at - 1], list[at]];
  // "to replace adviser"
  const mayBeVerb = at < start && isOpen(first) && first?.gap === "space" && verbal.has(before?.lower ?? "");
  return isDoubtful || mayBeVerb ? undefined : at;
}

/** What the word before the one at `at` is to the noun phrase that the latter belongs to. */
function partOf(list: readonly Token[], at: number): "part" | "doubtful" | "border" | "torn" {
  const [before, first] = [list[at - 1], list[at]];
  if (!before || !first) return "border";
  const { lower, kind } = before;
  if (/^(?:and|or|nor)$/.test(lower)) return isShared(list, at) ? "torn" : "border";
  if (/^(?:of|for|on)$/.test(lower)) {
    const head = list[at - 2];
    if (before.gap !== "space" || !head?.isCapital || head.kind === "other") return "border";
    if (!first.isCapital || first.kind === "role") return "border";
    return lower === "of" && head.kind === "thing" && (first.kind === undefined || first.kind === "place")
      ? "part"
      : "torn";
  }
  if (/\p{N}/u.test(before.word)) return isDate(list, at - 1) ? "border" : "torn";
  if (kind === "honorific") return "border";
  // "Moscow-based"
  if (lower.includes("-") && !isQualifier(lower)) return lower.endsWith("-old") ? "border" : "part";
  if (before.isCapital) return capitalPart(before, first);
  if (lower === "then") return determiners.has(list[at - 2]?.lower ?? "") ? "part" : "torn";
  if (isQualifier(lower)) return "part";
  if (/^(?:next|last|only)$/.test(lower)) return "torn";
  if (nouns.has(lower)) return first.isCapital ? "border" : "part";
  if (kind === "other" || isTime(before) || prepositions.has(lower) || isVerb(lower)) return "border";
  if (kind !== undefined) return "part";
  if (isQualifier(first.lower)) return "border";
  if (!first.isCapital) return looksLikeVerb(lower) ? "doubtful" : "part";
  // "wireless Director", "told Director": a longer title in capitals says by itself where it starts.
  return first.kind !== "role" || list[at + 1]?.isCapital || looksLikeVerb(lower) ? "border" : "torn";
}

function capitalPart(before: Token, first: Token): "part" | "border" | "torn" {
  const { lower, kind, word } = before;
  // "Democrats blame adviser"
  const isSubject = (kind === "modifier" || kind === "place") && /[^s]s$/.test(lower) && isOpen(first);
  if (kind !== "other") return isSubject || (before.isFirst && /(?:ing|ed|ly)$/.test(lower)) ? "torn" : "part";
  if (word.length > 1 && word === word.toUpperCase()) return "part";
  if (lower === "most" || lower === "then") return "torn";
  // "Sunday Times editor"
  if (weekdays.has(lower)) return lower === "sunday" && first.kind === "thing" ? "torn" : "border";
  return before.isFirst || !/.{4}s$/.test(lower) ? "border" : "torn";
}

/** "work and pensions secretary", "Housing and Urban Development Secretary", but not "Trump and former adviser". */
function isShared(list: readonly Token[], at: number): boolean {
  const [other, and, first] = [list[at - 2], list[at - 1], list[at]];
  if (!other || !first || and?.gap !== "space" || other.isPossessive || isQualifier(first.lower)) return false;
  if (!other.isCapital) return !first.isCapital && other.kind !== "other" && !isVerb(other.lower);
  if (other.kind === "place" || other.kind === "honorific") return false;
  if (other.kind === "other") return other.word === other.word.toUpperCase();
  const given = other.gap === "space" ? list[at - 3] : undefined;
  if (given?.isCapital && (given.kind === undefined || given.kind === "honorific")) return false;
  return other.kind !== undefined || (first.isCapital && first.kind === undefined);
}

/** Whether the word at `at` stands where no verb can: "of sacked adviser", but not "by sacking adviser". */
function isAdjectival(list: readonly Token[], at: number): boolean {
  const [before, word] = [list[at - 1], list[at]];
  if (!before || word?.gap !== "space") return false;
  if (before.isPossessive || determiners.has(before.lower) || isQualifier(before.lower)) return true;
  return prepositions.has(before.lower) && !word.lower.endsWith("ing");
}

/** "in 2016", "on Aug. 1,", but not "Quangos 2005" */
function isDate(list: readonly Token[], at: number): boolean {
  const [before, number] = [list[at - 1], list[at]];
  return /[,.:]$/.test(number?.word ?? "") || before?.kind === "other";
}

const isQualifier = (lower: string) => qualifiers.has(lower) || lower.startsWith("ex-");
/** A word that no list has: it may be anything. */
const isOpen = (token: Token | undefined) =>
  token?.isCapital === false && token.kind === undefined && !token.lower.includes("-");
const isVerb = (lower: string) => speechVerbs.has(lower) || personVerbs.has(lower) || invertedVerbs.has(lower);
const looksLikeVerb = (lower: string) =>
  irregular.has(lower) || (/(?:ed|ing|s)$/.test(lower) && !/(?:ss|us|ics)$/.test(lower));
