/** One word as it stands in a text, with the offsets of all that belongs to it (the possessive, the dots of "U.S."). */
export interface Word {
  /**
   * The same however the word is written: lower case, without accents, possessive, apostrophes, the dots and the plural
   * of an abbreviation or the commas of a number. "U.S.’s" is `us`, "MPs" is `mp`, "1,000" is `1000`, "Ch’ŏngjin" is
   * `chongjin`.
   */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /**
   * Written as an abbreviation: in capitals, two or more of them, in a text that is not all in capitals, or with dots:
   * "US" and "U.S." as against "us". So is the plural of one: "MPs".
   */
  readonly capitals: boolean;
}

/** Scripts that put no space between words: each of their characters counts as a word of its own. */
const unspaced = "[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]";
const letter = `(?:(?!${unspaced})\\p{L})`;
/** Combining marks, and what is invisible inside a word: soft hyphen, zero-width space and joiners. */
const inside = "[\\p{M}\\u00AD\\u200B-\\u200D\\u2060]";

const wordPattern = new RegExp(
  [
    `${unspaced}${inside}*`,
    "\\p{N}{1,3}(?:,\\p{N}{3})+(?!\\p{N})(?:\\.\\p{N}+)?",
    "\\p{N}+(?:\\.\\p{N}+)*",
    `${letter}(?:\\.${letter})+(?!${letter}|${inside})\\.?(?:['’]s(?!${letter}))?`,
    `${letter}(?:${letter}|${inside})*(?:['’ʼ]${letter}(?:${letter}|${inside})*)*`,
  ].join("|"),
  "gu",
);

/** Words longer than this are cut in their `form`: nobody searches for them. */
const longest = 64;

/** The words of a text in order. Linear in its length. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let hasCapitals = false;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const word = isPlainLetter(unit) ? (plainWordAt(text, at) ?? nextWord(text, at)) : undefined;
    if (word === undefined && unit < 0x80 && !isPlainDigit(unit)) {
      at++;
      continue;
    }
    const next = word ?? nextWord(text, at);
    if (!next) break;
    at = next.end;
    if (next.form === "") continue;
    hasCapitals ||= next.capitals;
    found.push(next);
  }
  return hasCapitals && isShouting(text, found)
    ? found.map((word) => ({ ...word, capitals: isDotted(text.slice(word.start, word.end)) }))
    : found;
}

/** The first word at `from` or after it. */
function nextWord(text: string, from: number): Word | undefined {
  wordPattern.lastIndex = from;
  const match = wordPattern.exec(text);
  if (!match) return undefined;
  const [written] = match;
  const isPlural = /^\p{Lu}{2,}s$/u.test(written);
  const capitals = isPlural || isDotted(written) || /^\p{Lu}{2,}(?:['’]s)?$/u.test(written);
  const form = fold(isPlural ? written.slice(0, -1) : written);
  return { form, start: match.index, end: match.index + written.length, capitals };
}

/**
 * Most words are plain letters with a space or a comma behind them: those are read without the pattern, which makes
 * reading a text several times as fast.
 * @returns undefined where the pattern may see more than that
 */
function plainWordAt(text: string, start: number): Word | undefined {
  let end = start;
  let capitals = 0;
  let unit = text.charCodeAt(end);
  for (; isPlainLetter(unit); unit = text.charCodeAt(++end)) if (unit <= 0x5a) capitals++;
  if (unit >= 0x80 || unit === apostrophe || (unit === dot && end === start + 1)) return undefined;
  const isPlural = capitals > 1 && capitals === end - start - 1 && text.charCodeAt(end - 1) === smallS;
  const written = text.slice(start, Math.min(isPlural ? end - 1 : end, start + longest));
  const form = capitals === 0 ? written : written.toLowerCase();
  return { form, start, end, capitals: isPlural || (capitals === end - start && capitals > 1) };
}

const apostrophe = 0x27;
const dot = 0x2e;
const smallS = 0x73;

export function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

export function isPlainDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** "U.S.", "a.m." */
function isDotted(written: string): boolean {
  return written.charAt(1) === "." && /^\p{L}/u.test(written);
}

/** In a headline all in capitals, capitals say nothing. */
function isShouting(text: string, found: readonly Word[]): boolean {
  return found.length > 3 && !/\p{Ll}/u.test(text);
}

/** @returns whether the word is one character of a script that puts no space between words */
export function isUnspaced(form: string): boolean {
  return form.charCodeAt(0) > 0x10ff && unspacedPattern.test(form);
}
const unspacedPattern = new RegExp(`^${unspaced}$`, "u");

function fold(written: string): string {
  const plain = written.slice(0, longest).toLowerCase();
  if (/^[a-z0-9]+$/.test(plain)) return plain;
  return plain
    .replace(/['’ʼ]s$/u, "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u00AD\u200B-\u200D\u2060'’ʼ.,]/gu, (mark, at, all) =>
      mark === "." && isDigit(all.charAt(at - 1)) ? "." : "",
    )
    .normalize("NFC");
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
