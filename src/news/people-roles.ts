import { appositionAfter, isBound, longestRole, predicateAfter, predicateOf } from "./people-descriptions.ts";
import { sightings } from "./people-mentions.ts";
import { eastFamilies, plain } from "./people-names.ts";
import { phraseStart, roleStart } from "./people-phrase.ts";
import { type Token, tokens } from "./people-tokens.ts";
import { judgements } from "./people-words.ts";
import type { Span } from "./sentences.ts";

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
  ].filter(
    (role) => role !== undefined && role.end - role.start <= longestRole && isWhole(body, role) && isSober(body, role),
  );
  return roles.find((role) => role && !isPast(body, role)) ?? roles[0];
}

/** "a former ambassador to Spain", "Democratic former President", but not "an aide to former President Bush" */
export function isPast(body: string, { start, end }: Span): boolean {
  const list = tokens(body.slice(start, end));
  const head = list.findIndex(({ kind }) => kind === "role");
  return list.slice(0, head + 1).some(({ lower }) => /^(?:former|one-?time|retired|(?:ex|then)(?:-.+)?)$/.test(lower));
}

/** Not what is left of "Johnson & Johnson chairman", nor words that a page ran together, as in "Won't StandWarren Mayor". */
function isWhole(body: string, { start, end }: Span): boolean {
  const isCut = /[&+] ?$|[/'’\-‐‑–.\p{L}\p{N}]$/u.test(body.slice(Math.max(0, start - 2), start));
  return !isCut && !/\p{Ll}{4}\p{Lu}\p{Ll}/u.test(body.slice(start, end));
}

/** Not "the war maniac and fascist dictator", which is no office, nor what somebody shouts. */
function isSober(body: string, { start, end }: Span): boolean {
  return (
    !/[!?]/.test(body.slice(start, end)) && !tokens(body.slice(start, end)).some(({ lower }) => judgements.has(lower))
  );
}

function titleBefore(list: readonly Token[], from: number): Span | undefined {
  let start = roleStart(list, from);
  while (start < from && (list[start]?.kind === "honorific" || list[start]?.lower === "of")) start++;
  // "he noted Representative X"
  if (
    list[start]?.lower === "noted" &&
    list[start - 1]?.gap !== undefined &&
    !/^(?:an?|the)$/.test(list[start - 1]?.lower ?? "")
  )
    start++;
  const words = list.slice(start, from);
  while (words.at(-1)?.kind === "honorific") words.pop();
  const last = words.at(-1);
  // "fellow Democrat" says nothing of an office.
  if (!last || !words.some(({ kind, lower }) => kind === "role" && lower !== "fellow")) return undefined;
  const whole = phraseStart(list, start);
  const first = whole === undefined ? undefined : list[withPossessor(list, whole, from)];
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
