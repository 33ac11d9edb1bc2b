import { remembered } from "./remembered.ts";
import { isStopWord } from "./stems.ts";

/** Offsets of one sentence, without the white space around it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the sentences of a text stand, in order. Together they hold everything but the white space between them; none
 * crosses a paragraph ("\n\n"). Where a full stop may or may not end a sentence ("U.S. President", "at 5 p.m. Monday")
 * the text stays in one piece: a long sentence does less harm than half a one. Linear in the length of the text.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  for (const paragraph of paragraphs(text)) {
    let start = paragraph.start;
    for (const stop of text.slice(paragraph.start, paragraph.end).matchAll(stops)) {
      const at = paragraph.start + stop.index;
      const end = at + stop[0].length;
      if (end >= paragraph.end || isListNumber(text, start, at) || !endsSentence(text, at, end)) continue;
      found.push({ start, end });
      start = skipSpace(text, end);
    }
    if (start < paragraph.end) found.push({ start, end: paragraph.end });
  }
  return found;
}

/** `sentences` of a text that will be asked for again soon, as the best paragraph of an article is. */
export const keptSentences: (text: string) => readonly Span[] = remembered(sentences, 500);

/** Where the paragraphs stand, without the white space around them; empty ones are left out. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  for (let from = 0; from <= text.length; ) {
    const gap = text.indexOf("\n\n", from);
    const until = gap < 0 ? text.length : gap;
    let start = from;
    while (start < until && isSpace(text, start)) start++;
    let end = until;
    while (end > start && isSpace(text, end - 1)) end--;
    if (end > start) found.push({ start, end });
    from = until + 2;
  }
  return found;
}

/** A run of stops with the quotation marks and brackets that close after it. */
const stops = /[.!?…。！？｡]+["'”’»›」』）)\]]*/gu;
const opening = /["'“‘„«‹「『（([¿¡*]*/uy;
const space = /\s*/uy;

function endsSentence(text: string, at: number, end: number): boolean {
  // 「行く。」と言った: what the quotation belongs to goes on.
  if (/[。！？｡]/u.test(text.charAt(at))) return !/^.[」』”’]\p{Script=Hiragana}/u.test(text.slice(end - 2, end + 1));
  const next = skipSpace(text, end);
  opening.lastIndex = next;
  opening.test(text);
  const rest = text.slice(opening.lastIndex, opening.lastIndex + 24);
  const word = text.slice(Math.max(0, at - 24), at).replace(/^.*[^\p{L}\p{N}.]/su, "");
  if (next === end) return isMissingSpace(word, rest);
  if (/^[\p{Ll},;:.!?…)\]%]/u.test(rest)) return false;
  if (/[?!]/u.test(text.charAt(at))) return !isAttributed(text.slice(at, end), text.slice(next, next + 80));
  return text.charAt(at) !== "." || text.charAt(at + 1) === "." || !isAbbreviation(word, rest);
}

/** "Really?" Choe Son Hui asked. */
function isAttributed(stop: string, rest: string): boolean {
  return /["'”’»›]$/u.test(stop) && attribution.test(rest);
}
const attribution =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|tweeted|replied|shouted)\b/u;

/** "1. Denuclearise" */
function isListNumber(text: string, start: number, at: number): boolean {
  return at - start <= 3 && /^\p{N}+$/u.test(text.slice(start, at));
}

/** "after the talks.The two" */
function isMissingSpace(word: string, rest: string): boolean {
  return /^\p{Ll}{3,}$/u.test(word) && /^\p{Lu}\p{Ll}+\s/u.test(rest);
}

/** Whether the full stop after the word belongs to the word and not to a sentence that ends there. */
function isAbbreviation(word: string, rest: string): boolean {
  const written = word.slice(word.lastIndexOf(".") + 1);
  const following = /^\p{L}+/u.exec(rest)?.[0] ?? "";
  const isStart = starters.has(isInCapitals(following) ? capitalised(following) : following);
  // "MR. KIM" in a text all in capitals.
  const last = isInCapitals(written) ? capitalised(written) : written;
  if (beforeNames.has(last)) return true;
  if (/^\p{N}/u.test(rest) && (beforeNumbers.has(last) || ambiguous.has(last))) return true;
  const isShort = /^[\p{Lu}\p{Ll}]$/u.test(last);
  return (isShort || ambiguous.has(last) || isShortening(written, following)) && !isStart;
}

/** "ID. SPACE", "MSG. PAK": two capitals, or three without a vowel, and more capitals follow. */
function isShortening(word: string, following: string): boolean {
  return isInCapitals(following) && /^(?:\p{Lu}{2}|[^\P{Lu}AEIOUY]{3})$/u.test(word) && !isStopWord(word.toLowerCase());
}

function isInCapitals(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function skipSpace(text: string, from: number): number {
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

const words = (list: string) => new Set(list.split(" "));

/** Never the end of a sentence. */
const beforeNames = words(
  "Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Gen Gens Lt Col Maj Sgt Capt Cmdr Adm Brig Cpl Pvt Sen Sens Rep Reps Gov Govs " +
    "Rev Hon Amb Pres Supt Atty Asst Sec Spc Cdr St Ste Mt Ft vs cf viz",
);

/** Part of what follows if that is a number. */
const beforeNumbers = words("No Nos no nos Art Arts Vol Fig Ch pp para approx ca");

/** Ends a sentence only if the next word is one that sentences start with. */
const ambiguous = words(
  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jr Sr Inc Co Corp Ltd Bros " +
    "Dept Univ Assn Ave Blvd al Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Mo Mont Neb Nev " +
    "Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo",
);

const starters = words(
  "The A An He She It They We I You In On At But And For From By To Of This That These Those There Here When While As If His " +
    "Her Its Their Our My However After Before Although Though Yet So Since With Without Both Some Most No Not None Nor Or " +
    "What Who How Why Where Meanwhile Also Many Any All Even Such Still Then Now Only Once Under Until Despite During Asked",
);
