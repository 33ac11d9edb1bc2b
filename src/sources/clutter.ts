import { appeals, koreanSiteTalk, siteTalk, staffCredits } from "./appeal-phrases.ts";
import {
  agencyNames,
  captionEndings,
  captionOpenings,
  captionPlaces,
  captionScenes,
  endings,
  legalLine,
  menuWords,
  reports,
  shareWords,
} from "./clutter-phrases.ts";

/** What a line of a saved page is, as far as the line alone tells. */
export type Kind =
  /** Whole sentences. */
  | "prose"
  /** Neither a sentence nor known clutter: a headline, a heading inside the text, a menu entry. */
  | "scrap"
  /** A section label: "NUKEWARS", ". Military Space News ." */
  | "label"
  /** A picture's caption or credit. */
  | "caption"
  /** Never part of an article, wherever it stands. */
  | "clutter"
  /** What follows the article begins here: related links, comments, share rows under the text, legal lines. */
  | "end";

/** Characters up to which a line can be a heading or an appeal; whole paragraphs are longer. */
const shortLine = 200;
/** Words from which a line is a paragraph, with and without a full stop at its end. */
const proseWords = { closed: 8, open: 20 };
/** Words up to which a sentence can be a picture's caption. */
const sceneWords = 25;

/** What broadcasters set between the parts of a report: "[Anchor Lead]", "[Pkg]". */
const scriptMark =
  /^\[(?:anchor|lead|anchor lead|intro|pkg|package|vcr|sot|report|reporter|stand-?up|closing|앵커|앵커 멘트|리포트)\]$/iu;

/** By the line alone; what its surroundings add is for `readPage`. */
export function kindOf(line: string): Kind {
  const words = wordCount(line);
  const sentence = endsSentence(line) && words >= proseWords.closed;
  const short = line.length <= shortLine;
  if (!/\p{L}/u.test(line)) return "clutter";
  if (short && !/[.!?]$/.test(line) && endings.test(line)) return "end";
  if (isLegal(line)) return "end";
  if ((short && appeals.test(line)) || isRowOf(line, shareWords) || (words >= 2 && isRowOf(line, menuWords))) {
    return "clutter";
  }
  if (staffCredits.test(line) || scriptMark.test(line)) return "clutter";
  if (countSiteTalk(line) > (line.length > 300 ? 1 : 0) && !isReported(line)) return "clutter";
  if (isCaption(line, words)) return "caption";
  if (sentence || words >= proseWords.open || (endsSentence(line) && line.length >= 40)) return "prose";
  return isLabel(line, words) ? "label" : "scrap";
}

const wide = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu;
/** The same for a text of English letters, many times faster. */
const englishWord = /[a-z\d][a-z\d'’.,-]*/gi;

/** Words; two and a half characters of Chinese, Japanese or Korean count for one. */
export function wordCount(text: string): number {
  if (!/[^\0-\x7f‘’“”–—…]/.test(text)) return text.match(englishWord)?.length ?? 0;
  const characters = text.match(wide)?.length ?? 0;
  const spaced = characters > 0 ? text.replace(wide, " ") : text;
  return (spaced.match(word)?.length ?? 0) + characters / 2.5;
}

export function endsSentence(text: string): boolean {
  return /[.!?…。！？]["'”’»)\]」』]{0,3}$/u.test(text);
}

/** A copyright line, or a paragraph of terms that starts with one. */
function isLegal(line: string): boolean {
  if (isReported(line)) return false;
  return legalLine.test(line.slice(0, 300)) && (line.length <= shortLine || countSiteTalk(line) > 0);
}

function countSiteTalk(line: string): number {
  return (line.match(siteTalk)?.length ?? 0) + (line.match(koreanSiteTalk)?.length ?? 0);
}

/** What somebody is quoted with is text, whatever it speaks of: cookies in an article about spying are no banner. */
function isReported(line: string): boolean {
  return /["“”]/.test(line) && /\b(?:said|says|told|added|wrote|according)\b/i.test(line);
}

/** Nothing but such words; a page's buttons often come out doubled ("DiggDigg"). */
function isRowOf(line: string, words: ReadonlySet<string>): boolean {
  if (line.length > 400) return false;
  for (const [token] of line.toLowerCase().matchAll(/[\p{L}-]+/gu)) {
    if (!words.has(token) && !words.has(token.slice(0, token.length / 2))) return false;
  }
  return true;
}

const bracketed = /[([](?<credit>[^()[\]]{2,100})[)\]]\.?$/u;
const trailing = /(?:\s[/|–—-] ?|©\s?|\bvia )(?<credit>[\p{Lu}][\p{L} /.]{1,50})$/iu;

/** "North Korean leader Kim Jong Un. (COURTESY OF KCNA)", "Photo: Reuters", "A launcher in a parade | AP Photo". */
function isCaption(line: string, words: number): boolean {
  if (words > 60 || line.length > 400) return false;
  if (captionOpenings.test(line) || captionEndings.test(line) || captionPlaces.test(line)) return true;
  const credit = (bracketed.exec(line) ?? trailing.exec(line))?.groups?.credit;
  if (credit === undefined) return false;
  if (/\b(?:photos?|images?|pictures?|courtesy|handout|file|pool|credit|getty)\b/i.test(credit)) return true;
  if (!agencyNames.test(credit.trim())) return false;
  // "… in Busan (Yonhap)." is a sentence, unless it tells of a picture.
  if (/[)\]]\.$/.test(line)) return words < proseWords.closed || isScene(line, words);
  return words < sceneWords || !endsSentence(line.slice(0, -credit.length - 1));
}

/** "The border near Nogales, Ariz." */
const endsInState = /, \p{Lu}\p{Ll}{2,5}\.$/u;

/** What an agency has put under a picture; where that isn't sure, the line is taken for text. */
export function isScene(line: string, words = wordCount(line)): boolean {
  return words < sceneWords && !reports.test(line) && (captionScenes.test(line) || endsInState.test(line));
}

/** Capitals alone, or set between dots and stars as no sentence is. */
function isLabel(line: string, words: number): boolean {
  if (/^[.:|»«~=_]\s?\p{L}/u.test(line) && words < 8) return true;
  return words <= 3 && line === line.toUpperCase() && line !== line.toLowerCase();
}
