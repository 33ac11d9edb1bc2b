import { roleStart } from "./people-context.ts";
import { sightings } from "./people-mentions.ts";
import { eastFamilies, plain } from "./people-names.ts";
import { type Token, tokens } from "./people-tokens.ts";
import { speechVerbs } from "./people-words.ts";
import type { Span } from "./sentences.ts";

/** In characters. */
const longestRole = 100;

/**
 * How a sentence describes the person whom it names at `mention`: the title before the name ("US Secretary of State"), or
 * what stands between commas after it ("a professor at the University of North Korean Studies"). A description that
 * needs its context ("his foreign minister", "Kim's sister", "the first leader to do so") is none. An office of the past is
 * told only where the sentence names no other.
 */
export function roleOf(body: string, sentence: Span, mention: Span): Span | undefined {
  // A sentence can be as long as a hostile text; a description stands near the name.
  const start = Math.max(sentence.start, mention.start - 2 * longestRole);
  const end = Math.min(sentence.end, mention.end + 2 * longestRole);
  const list = tokens(body.slice(start, end), start);
  const from = list.findIndex((token) => token.start === mention.start);
  const to = list.findIndex((token) => token.end >= mention.end) + 1;
  if (from < 0 || to <= from) return undefined;
  const after = appositionAfter(body, list, to, end);
  const roles = [
    titleBefore(list, from),
    nounBefore(body, list, from, to),
    after,
    after && isPast(body, after) ? predicateAfter(body, list, after, end) : undefined,
    predicateOf(list, from, to),
  ].filter((role) => role !== undefined && role.end - role.start <= longestRole && isWhole(body, role));
  return roles.find((role) => role && !isPast(body, role)) ?? roles[0];
}

/** "a former ambassador to Spain" */
export function isPast(body: string, { start, end }: Span): boolean {
  return /^(?:(?:an?|the|[\p{L}.’']+['’]s)\s){0,2}(?:former|ex|then|one-time|onetime|retired)\b/iu.test(
    body.slice(start, end),
  );
}

/** Not what is left of "Johnson & Johnson chairman", nor words that a page ran together, as in "Won't StandWarren Mayor". */
function isWhole(body: string, { start, end }: Span): boolean {
  const isCut = /[&+] ?$|[/'’\-‐‑–]$/u.test(body.slice(Math.max(0, start - 2), start));
  return !isCut && !/\p{Ll}{4}\p{Lu}\p{Ll}/u.test(body.slice(start, end));
}

function titleBefore(list: readonly Token[], from: number): Span | undefined {
  let start = roleStart(list, from);
  while (start < from && (list[start]?.kind === "honorific" || list[start]?.lower === "of")) start++;
  const words = list.slice(start, from);
  while (words.at(-1)?.kind === "honorific") words.pop();
  const last = words.at(-1);
  if (!last || !words.some((token) => token.kind === "role")) return undefined;
  const first = list[withPossessor(list, start, from)];
  return first && { start: first.start, end: last.end };
}

/** "North Korea's top negotiator, Kim Myong Gil, said" */
function nounBefore(body: string, list: readonly Token[], from: number, to: number): Span | undefined {
  const name = list[from];
  const noun = list[from - 1];
  if (name?.gap !== "comma" || noun?.kind !== "role" || noun.isPossessive) return undefined;
  if (list[to] && !/^,\s/u.test(body.slice(list[to - 1]?.end))) return undefined;
  let start = from - 1;
  while (start > 0 && list[start]?.gap === "space") {
    const before = list[start - 1];
    const isPart =
      before?.kind === "role" || before?.kind === "modifier" || before?.kind === "place" || before?.kind === "thing";
    if (!before || !(isPart || before.isPossessive)) break;
    start--;
  }
  const isDefinite =
    list.slice(start, from).some((token) => token.isPossessive) ||
    (list[start]?.gap === "space" && list[start - 1]?.lower === "the");
  const first = isDefinite ? list[withPossessor(list, start, from)] : undefined;
  return first && { start: first.start, end: noun.end };
}

/**
 * Where the description between `start` and `from` starts together with the whole name of its possessor: at "Kim" of
 * "Kim Jong Un's sister", wherever in it `start` is. -1 where the possessor isn't told: "his minister", "Kim's sister".
 */
function withPossessor(list: readonly Token[], start: number, from: number): number {
  const [first, before] = [list[start], list[start - 1]];
  if (isBound(before) && first?.gap === "space") return -1;
  const isBehind = before?.isPossessive === true && before.isCapital && first?.gap === "space";
  const owner = isBehind
    ? start - 1
    : list.findIndex((token, at) => at >= start && at < from && token.isPossessive && token.isCapital);
  if (owner < 0) return start;
  const all = sightings(list, () => false);
  const name = all.find((each) => each.from <= owner && owner < each.to);
  if (name && !name.name && eastFamilies.has(plain(list[owner]?.word ?? ""))) return -1;
  let at = Math.min(start, name?.from ?? owner);
  while (at > 0 && list[at]?.gap === "space" && list[at - 1]?.isCapital && list[at - 1]?.kind !== "other") at--;
  // "the Ministry of Defense's spokesman"
  // "Kim Jong Un and South Korea's President"
  const isOther = list[at - 1]?.lower === "and" && list[owner]?.kind === "place" && all.some(({ to }) => to === at - 1);
  const isTorn =
    list[at]?.gap === "space" &&
    /^(?:of|for|and)$/.test(list[at - 1]?.lower ?? "") &&
    list[at - 2]?.isCapital &&
    !isOther;
  return isTorn || (list[at]?.gap === "space" && isBound(list[at - 1])) ? -1 : at;
}

/** "X, a former ambassador, is special representative for US affairs": what follows the description of the past. */
function predicateAfter(body: string, list: readonly Token[], past: Span, sentenceEnd: number): Span | undefined {
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
function predicateOf(list: readonly Token[], from: number, to: number): Span | undefined {
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
  const isListed = next?.gap === "space" && next.lower === "and";
  if (!first || !last || isListed || last.isPossessive || isCutShort(last.lower)) return undefined;
  return isKinOfNobody(list.slice(start, end)) ? undefined : { start: first.start, end: last.end };
}

/** Where the words from `at` on end that follow one another and are all such. */
function endOf(list: readonly Token[], at: number, isSuch: (token: Token) => boolean): number {
  const count = list.slice(at, at + 9).findIndex((token) => token.gap !== "space" || !isSuch(token));
  return at + (count < 0 ? Math.min(9, Math.max(0, list.length - at)) : count);
}

function appositionAfter(body: string, list: readonly Token[], to: number, sentenceEnd: number): Span | undefined {
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
  const stop = /\s*(?:[,;:()\u2013\u2014"“”]|--|\s(?:who|whom|whose|which|that)\s|\.\s*$)/u.exec(rest);
  if (!stop) return undefined;
  const end = first.start + stop.index;
  const words = list.slice(at).filter((token) => token.end <= end);
  const head = words.findIndex((token) => token.kind === "role");
  if (head < 0 || head > 6) return undefined;
  const isSpeech = words.some(
    (token) =>
      !token.isCapital &&
      (speechVerbs.has(token.lower) || /^(?:was|were|is|are|has|had|will|would|met)$/.test(token.lower)),
  );
  const isSuperlative = /^(?:first|last|only|second|third|one|same|latest|other)$/.test(words[1]?.lower ?? "");
  const isListed =
    /^,\s*and\b/u.test(body.slice(end, end + 6)) ||
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
function isBound(token: Token | undefined): boolean {
  return token !== undefined && /^(?:his|her|their|its|my|our|your|whose)$/.test(token.lower);
}
