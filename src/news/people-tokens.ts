import { particles, words } from "./people-names.ts";
import { classOf, classOfPlain, type WordClass } from "./people-words.ts";
import { remembered } from "./remembered.ts";
import { isPlainDigit, isPlainLetter } from "./words.ts";

/** A word of a text. `end` excludes a possessive ending; `text.slice(start, end)` is the word. */
export interface Token {
  readonly word: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  readonly isInitial: boolean;
  readonly isPossessive: boolean;
  /** What stands between the word before and this one. */
  readonly gap: "space" | "comma" | "slash" | "break";
  /** First of a sentence or a quotation: its capital letter says nothing. */
  readonly isFirst: boolean;
  readonly kind: WordClass | undefined;
}

const shape =
  /(?:\p{Lu}\.)+(?!\p{L}{2})|\p{Lu}\.(?=\p{Lu}\p{Ll})|[\p{L}\p{M}]+(?:[-‐‑'’´`][\p{L}\p{M}]+)*|\p{N}[\p{N}.,:]*/gu;
const possessive = /['’´`][sS]$/u;
/** What follows "Workers" in "Workers' Party". */
const pluralPossessive = /^['’] \p{L}/u;
const arabicArticle = /^(?:al|el|ad|as|an|ul|ben|bin)-\p{Lu}/u;
const capital = /^\p{Lu}/u;
/** Written with a full stop that belongs to it. */
const dotted = words(
  "Mr Mrs Ms Dr Prof Gen Lt Col Maj Sgt Capt Cmdr Adm Brig Sen Rep Gov Rev Hon Amb Pres Messrs St Jr Sr Sens Reps Mt Ft",
);
const dot = 0x2e;
const space = 0x20;
const firstSmall = 0x61;

/** The words of a paragraph that starts at `offset` of its text. Linear in its length. */
export function tokens(paragraph: string, offset = 0): Token[] {
  const found: Token[] = [];
  let last = 0;
  for (let at = 0; at < paragraph.length; ) {
    const unit = paragraph.charCodeAt(at);
    if (unit < 0x80 && !isPlainLetter(unit) && !isPlainDigit(unit)) {
      at++;
      continue;
    }
    let from = at;
    at = plainEnd(paragraph, from);
    const isPlain = at > from;
    if (!isPlain) {
      shape.lastIndex = from;
      const match = shape.exec(paragraph);
      if (!match) break;
      from = match.index;
      at = from + match[0].length;
    }
    const raw = paragraph.slice(from, at);
    const isPlural = !isPlain && /\p{Ll}s$/u.test(raw) && pluralPossessive.test(paragraph.slice(at, at + 3));
    const isPossessive = isPlural || (!isPlain && raw.length > 2 && possessive.test(raw));
    let word = isPossessive && !isPlural ? raw.slice(0, -2) : raw;
    let until = from + word.length;
    const isInitial = word.endsWith(".");
    if (paragraph.charCodeAt(until) === dot && dotted.has(word)) word = paragraph.slice(from, ++until);
    const isCapital = isPlain ? unit < firstSmall : capital.test(word) || arabicArticle.test(word);
    const name = word.endsWith(".") ? word.slice(0, -1) : word;
    const lower = isPlain ? name.toLowerCase() : name.toLowerCase().replace(/[’´`]/gu, "'");
    const isSpace = from === last + 1 && paragraph.charCodeAt(last) === space;
    const { gap, isBreak } = isSpace ? oneSpace : between(paragraph.slice(last, from));
    found.push({
      word,
      lower,
      start: offset + from,
      end: offset + until,
      isCapital,
      isInitial,
      isPossessive,
      gap,
      isFirst: found.length === 0 || isBreak,
      kind: kindOf(lower, isCapital, name.length <= 4 && name === name.toUpperCase(), isPlain),
    });
    last = isPossessive ? at + Number(isPlural) : until;
  }
  return found;
}

/** "us" and "US", "who" and "WHO": only the capital one is the place or the organisation. */
function kindOf(lower: string, isCapital: boolean, isUpperShort: boolean, isPlain: boolean): Token["kind"] {
  if (!isCapital && isUpperShort) return undefined;
  if (lower === "us" && !isUpperShort) return "other";
  return isPlain ? classOfPlain(lower) : classOf(lower);
}

/**
 * Where a word of plain letters ends that starts at `from`: most do, and are read without the pattern, many times faster.
 * @returns `from` itself where the pattern may see something else
 */
function plainEnd(text: string, from: number): number {
  let end = from;
  let unit = text.charCodeAt(end);
  while (isPlainLetter(unit)) unit = text.charCodeAt(++end);
  const isJoined = unit >= 0x80 || joiners.includes(unit) || (unit === dot && end === from + 1);
  return isJoined ? from : end;
}

const joiners = Array.from("-'`", (mark) => mark.charCodeAt(0));

/** What the text between two words says. */
const between = remembered((text: string): Pick<Token, "gap"> & { readonly isBreak: boolean } => {
  return { gap: gapOf(text), isBreak: /[.!?…:;"“”‘«»()[\]•–—|/]|--|(?:^|\s)['`]|\n/u.test(text) };
});

const oneSpace = between(" ");

function gapOf(between: string): Token["gap"] {
  if (/^[ \u00a0\u2009\u202f]{1,2}$/u.test(between)) return "space";
  if (/^ ?[/|]/u.test(between)) return "slash";
  return /^, ?["'“‘]?$/u.test(between) ? "comma" : "break";
}

export function isParticle(token: Token): boolean {
  return !token.isCapital && particles.has(token.lower);
}

/** Whether a paragraph is written in headline capitals or all in capitals: there, a capital letter proves nothing. */
export function isHeadline(paragraph: string, list: readonly Token[]): boolean {
  if (!/\p{Ll}/u.test(paragraph)) return true;
  if (/[.!?…]["'”’)]*\s*$/u.test(paragraph)) return false;
  const long = list.filter((token) => token.word.length > 3 && (token.isCapital || token.kind !== "other"));
  const small = long.filter((token) => !token.isCapital);
  return long.length > 3 && small.length * 8 < long.length;
}
