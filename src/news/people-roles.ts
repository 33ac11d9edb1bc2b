import { roleStart } from "./people-context.ts";
import { type Token, tokens } from "./people-tokens.ts";
import { speechVerbs } from "./people-words.ts";
import type { Span } from "./sentences.ts";

/** In characters. */
const longestRole = 100;

/**
 * How a sentence describes the person whom it names at `mention`: the title before the name ("US Secretary of State"), or
 * what stands between commas after it ("a professor at the University of North Korean Studies"). A description that
 * needs its context ("his foreign minister", "the first leader to do so") is none.
 */
export function roleOf(body: string, sentence: Span, mention: Span): Span | undefined {
  // A sentence can be as long as a hostile text; a description stands near the name.
  const start = Math.max(sentence.start, mention.start - 2 * longestRole);
  const end = Math.min(sentence.end, mention.end + 2 * longestRole);
  const list = tokens(body.slice(start, end), start);
  const from = list.findIndex((token) => token.start === mention.start);
  const to = list.findIndex((token) => token.end >= mention.end) + 1;
  if (from < 0 || to <= from) return undefined;
  const role = titleBefore(list, from) ?? nounBefore(body, list, from, to) ?? appositionAfter(body, list, to, end);
  return role && role.end - role.start <= longestRole && isWhole(body, role) ? role : undefined;
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
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !words.some((token) => token.kind === "role") || isBound(list[start - 1])) return undefined;
  return { start: first.start, end: last.end };
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
  const [first, before] = [list[start], list[start - 1]];
  const isDefinite =
    list.slice(start, from).some((token) => token.isPossessive) || (first?.gap === "space" && before?.lower === "the");
  if (!first || !isDefinite || isBound(before)) return undefined;
  return { start: first.start, end: noun.end };
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
  const rest = body.slice(first.start, Math.min(sentenceEnd, first.start + longestRole + 1));
  const stop = /[,;:()\u2013\u2014"“”]|--|\s(?:who|whom|whose|which|that)\s|\.\s*$/u.exec(rest);
  if (!stop) return undefined;
  const end = first.start + stop.index;
  const words = list.slice(to).filter((token) => token.end <= end);
  const head = words.findIndex((token) => token.kind === "role");
  const startsWell =
    /^(?:an?|the|former|acting|deputy|vice|senior|then)$/.test(first.lower) ||
    first.isPossessive ||
    head === 0 ||
    first.kind === "place";
  if (head < 0 || head > 6 || !startsWell) return undefined;
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
  return { start: first.start, end: words.at(-1)?.end ?? end };
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
