import { particles } from "./people-names.ts";
import { classOf, type WordClass } from "./people-words.ts";

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
const dotted =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Brig|Sen|Rep|Gov|Rev|Hon|Amb|Pres|Messrs|St|Jr|Sr|Sens|Reps|Mt|Ft)$/u;

/** The words of a paragraph that starts at `offset` of its text. Linear in its length. */
export function tokens(paragraph: string, offset = 0): Token[] {
  const found: Token[] = [];
  let last = 0;
  for (const match of paragraph.matchAll(shape)) {
    const raw = match[0];
    const from = match.index;
    const rest = paragraph.slice(from + raw.length, from + raw.length + 3);
    const isPlural = /\p{Ll}s$/u.test(raw) && pluralPossessive.test(rest);
    const isPossessive = isPlural || (raw.length > 2 && possessive.test(raw));
    let word = isPossessive && !isPlural ? raw.slice(0, -2) : raw;
    let until = from + word.length;
    const between = paragraph.slice(last, from);
    const isInitial = word.endsWith(".");
    if (paragraph[until] === "." && dotted.test(word)) word = paragraph.slice(from, ++until);
    const isCapital = capital.test(word) || arabicArticle.test(word);
    const name = word.endsWith(".") ? word.slice(0, -1) : word;
    const lower = name.toLowerCase().replace(/[’´`]/gu, "'");
    const isUpperShort = name.length <= 4 && name === name.toUpperCase();
    found.push({
      word,
      lower,
      start: offset + from,
      end: offset + until,
      isCapital,
      isInitial,
      isPossessive,
      gap: gapOf(between),
      isFirst: found.length === 0 || (between !== " " && /[.!?…:;"“”‘«»()[\]•–—|/]|--|(?:^|\s)['`]|\n/u.test(between)),
      // "us" and "US", "who" and "WHO": only the capital one is the place or the organisation.
      kind: !isCapital && isUpperShort ? undefined : lower === "us" && !isUpperShort ? "other" : classOf(lower),
    });
    last = isPossessive ? from + raw.length + Number(isPlural) : until;
  }
  return found;
}

function gapOf(between: string): Token["gap"] {
  if (between === " ") return "space";
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
