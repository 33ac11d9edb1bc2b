import { eastFamilies, plain, words as wordSet } from "./people-names.ts";
import { roleStart } from "./people-phrase.ts";
import type { Token } from "./people-tokens.ts";
import { speechVerbs } from "./people-words.ts";
import type { Span } from "./sentences.ts";

/** In characters. */
export const longestRole = 100;

/** "X, a former ambassador, is special representative for US affairs": what follows the description of the past. */
export function predicateAfter(
  body: string,
  list: readonly Token[],
  past: Span,
  sentenceEnd: number,
): Span | undefined {
  const verb = list.findIndex((token) => token.start > past.end);
  if (list[verb]?.gap !== "comma" || list[verb]?.lower !== "is") return undefined;
  const at = /^(?:now|currently)$/.test(list[verb + 1]?.lower ?? "") ? verb + 2 : verb + 1;
  const noun = list
    .slice(at)
    .find(
      ({ lower, kind, isPossessive }) =>
        !(/^(?:an?|the)$/.test(lower) || kind === "modifier" || kind === "place" || isPossessive),
    );
  return noun?.kind === "role" ? description(body, list, at, sentenceEnd) : undefined;
}

/** "No Kwang-chol became defence minister in 2018", at the start of a sentence; "X, who was named its envoy", anywhere. */
export function predicateOf(list: readonly Token[], from: number, to: number): Span | undefined {
  const isClause = list[to]?.gap === "comma" && list[to]?.lower === "who";
  const isSubject = list[roleStart(list, from)]?.isFirst === true && list[to]?.gap === "space";
  if (!(isClause || isSubject) || list[to - 1]?.isPossessive) return undefined;
  const at = isClause ? to + 1 : to;
  const [verb, next] = [list[at]?.lower, list[at + 1]?.lower ?? ""];
  if (verb === "became" && next !== "the") return officeAt(list, at + 1);
  if (verb !== "was" || !/^(?:named|appointed|elected)$/.test(next)) return undefined;
  return officeAt(list, list[at + 2]?.lower === "as" ? at + 3 : at + 2);
}

/** "defence minister", "minister of the People's Armed Forces", without when and why. */
function officeAt(list: readonly Token[], start: number): Span | undefined {
  const isPart = ({ kind, isPossessive, lower }: Token) =>
    kind === "modifier" || kind === "place" || kind === "thing" || isPossessive || /^(?:an?|the)$/.test(lower);
  const head = endOf(list, start, isPart);
  let end = endOf(list, head, ({ kind }) => kind === "role");
  if (end === head) return undefined;
  if (list[end]?.gap === "space" && /^(?:of|for|to)$/.test(list[end]?.lower ?? "")) {
    const object = endOf(list, end + 1, (token) => token.isCapital || isPart(token));
    if (object === end + 1) return undefined;
    end = object;
  }
  const [first, last, next] = [list[start], list[end - 1], list[end]];
  const isListed = next?.gap === "space" && /^(?:and|of|for|on)$/.test(next.lower);
  if (!first || !last || isListed || last.isPossessive || isCutShort(last.lower)) return undefined;
  return isKinOfNobody(list.slice(start, end)) ? undefined : { start: first.start, end: last.end };
}

/** Where the words from `at` on end that follow one another and are all such. */
function endOf(list: readonly Token[], at: number, isSuch: (token: Token) => boolean): number {
  const count = list.slice(at, at + 9).findIndex((token) => token.gap !== "space" || !isSuch(token));
  return at + (count < 0 ? Math.min(9, Math.max(0, list.length - at)) : count);
}

export function appositionAfter(
  body: string,
  list: readonly Token[],
  to: number,
  sentenceEnd: number,
): Span | undefined {
  const first = list[to];
  if (
    first?.gap !== "comma" ||
    list[to - 1]?.isPossessive ||
    isBound(first) ||
    /^(?:who|which|where|whose)$/.test(first.lower)
  )
    return undefined;
  const head = list.findIndex((token, at) => at >= to && token.kind === "role") - to;
  const startsWell =
    /^(?:an?|the|former|acting|deputy|vice|senior|then)$/.test(first.lower) ||
    first.isPossessive ||
    head === 0 ||
    first.kind === "place";
  return startsWell ? description(body, list, to, sentenceEnd) : undefined;
}

/** The description of a person that starts at `at` and ends with the next comma or stop. */
function description(body: string, list: readonly Token[], at: number, sentenceEnd: number): Span | undefined {
  const first = list[at];
  if (!first || (first.isPossessive && eastFamilies.has(plain(first.word)))) return undefined;
  const rest = body.slice(first.start, Math.min(sentenceEnd, first.start + longestRole + 1));
  const stop = /\s*(?:[,;:()[\]\u2014"“”]|--|\s\u2013|\u2013\s|\s(?:who|whom|whose|which|that)\s|\.\s*$)/u.exec(rest);
  if (!stop) return undefined;
  const end = first.start + stop.index;
  const words = list.slice(at).filter((token) => token.end <= end);
  const head = headOf(words);
  if (head < 0) return undefined;
  const isSpeech = words.some(
    (token) =>
      (!token.isCapital || (token === words.at(-1) && token.kind === undefined)) &&
      (speechVerbs.has(token.lower) || /^(?:was|were|is|are|has|had|will|would|met)$/.test(token.lower)),
  );
  const isSuperlative = /^(?:first|last|only|second|third|one|same|latest|other)$/.test(words[1]?.lower ?? "");
  const isListed =
    /^,\s*and\b/u.test(body.slice(end, end + 6)) ||
    isNameStart(words[head + 1]) ||
    (first.isCapital &&
      words
        .slice(head + 1)
        .some(
          (token) => token.isCapital && token.kind === undefined && words[words.indexOf(token) - 1]?.kind === "role",
        ));
  if (isSpeech || isSuperlative || isListed || isKinOfNobody(words) || isPairOfPeople(words)) return undefined;
  // The stop of "in the U.S." is the word's own.
  const last = list.findLast((token) => token.start < end);
  const whole = {
    start: first.start,
    end: last && /^(?:\p{L}\.)+$/u.test(last.word) ? Math.min(last.end, sentenceEnd) : end,
  };
  return isCutShort(body.slice(whole.start, whole.end)) ? undefined : whole;
}

const links = wordSet("of for to at in on with from by under within as");

/**
 * The noun for one person that the description is built on: "director" of "the former FBI director for Asia". -1 where it
 * is another noun, as in "advisers to President Moon" and "chief culprits".
 */
function headOf(words: readonly Token[]): number {
  const link = words.findIndex(({ lower, isCapital }) => !isCapital && links.has(lower));
  const phrase = link < 0 ? words : words.slice(0, link);
  const nouns = [...phrase.keys()].filter((at) => phrase[at]?.kind === "role");
  const last = nouns.at(-1) ?? -1;
  const next = phrase[last + 1];
  const isOther = next !== undefined && !next.isCapital && /[^s]s$/.test(next.lower) && next.kind !== "other";
  return isOther || (nouns[0] ?? 0) > 6 ? -1 : last;
}

const isNameStart = (token: Token | undefined) =>
  token?.isCapital === true && token.kind === undefined && token.gap === "space";

/** "the author of", before a title in quotation marks or a bracket: what it needs stands behind. */
function isCutShort(role: string): boolean {
  return /(?:^|[\s-])(?:about|above|across|after|against|along|among|around|as|at|before|behind|below|between|beyond|by|called|despite|dubbed|during|entitled|for|from|in|including|inside|into|like|named|near|of|off|on|onto|outside|over|per|since|than|through|throughout|titled|to|toward|towards|under|until|upon|via|with|within|without|and|or|but|nor|the|an?|its|his|her|their|whose|who|which|that|not|is|was)$/iu.test(
    role.trim(),
  );
}

/** "an aunt", of whomever */
function isKinOfNobody(words: readonly Token[]): boolean {
  return (
    words.length === 2 &&
    /^(?:brother|sister|father|mother|nephew|uncle|aunt|wife|husband|son|daughter|half-brother|grandfather)$/.test(
      words[1]?.lower ?? "",
    )
  );
}

/** "an aide to Vice President Mike Pence and Lt. Col. Alexander Vindman": the second may be another in the list. */
function isPairOfPeople(words: readonly Token[]): boolean {
  return words.some((token, at) => {
    const [next, second] = [words[at + 1], words[at + 2]];
    if (token.lower !== "and" || !next?.isCapital) return false;
    return next.kind === "honorific" || (next.kind === undefined && second?.isCapital && second.kind === undefined);
  });
}

/** "his foreign minister" */
export function isBound(token: Token | undefined): boolean {
  return token !== undefined && /^(?:his|her|their|its|my|our|your|whose)$/.test(token.lower);
}
