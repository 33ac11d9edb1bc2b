import type { Article } from "./article.ts";
import { bestPassage, isWithin, type Mark } from "./passage.ts";
import { keptSentences, paragraphs, type Span } from "./sentences.ts";
import { words } from "./words.ts";

/** One contiguous slice of an article's body; ellipses are the renderer's and never part of `text`. */
export interface Excerpt {
  /** `body.slice(start, start + text.length)`, always inside one paragraph. */
  readonly text: string;
  readonly start: number;
  /** What the question matched, as `[from, to)` offsets in `text`, in order, not overlapping. */
  readonly matches: readonly (readonly [from: number, to: number])[];
  /** The slice starts or ends inside a sentence or a quotation: the renderer shows an ellipsis there. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/**
 * The one place where excerpts are made. White space at the ends is left out, a slice that would leave its paragraph
 * ends with it, and one that would start or end inside a character as people see it (an emoji of several code points)
 * is made shorter.
 * @param matches offsets in `body`, in any order; what lies outside the slice is left out
 */
export function excerptOf(body: string, start: number, end: number, matches: readonly Span[] = []): Excerpt {
  const paragraph = paragraphs(body).find((each) => each.end > start) ?? { start: body.length, end: body.length };
  let from = graphemeBorder(body, Math.max(start, paragraph.start), "after");
  let to = graphemeBorder(body, Math.min(end, paragraph.end), "before");
  while (from < to && /\s/u.test(body.charAt(from))) from++;
  while (to > from && /\s/u.test(body.charAt(to - 1))) to--;
  to = Math.max(from, to);
  const around = keptSentences(body.slice(paragraph.start, paragraph.end));
  // Pages cut sentences, too: one that goes on in small letters began somewhere else.
  const goesOn = /^\p{Ll}{2}/u.test(body.slice(from, from + 4));
  const isStart = !goesOn && around.some((sentence) => paragraph.start + sentence.start === from);
  const isEnd = around.some((sentence) => paragraph.start + sentence.end === to);
  return {
    text: body.slice(from, to),
    start: from,
    matches: merged(body, from, to, matches),
    cutBefore: from < to && (!isStart || isInQuotation(body.slice(paragraph.start, from))),
    cutAfter: from < to && (!isEnd || isInQuotation(body.slice(paragraph.start, to))),
  };
}

/** Whether a quotation that starts in the text goes on behind it. A mark of inches ("a 6" gun") opens none. */
function isInQuotation(text: string): boolean {
  let open = "";
  for (const { 0: mark, index } of text.matchAll(/``|''|["“”„«»「」]/gu)) {
    if (open !== "") open = closing[open]?.includes(mark) ? "" : open;
    else if (mark in closing && (mark !== '"' || /^$|[\s([{\-–—/]/u.test(text.charAt(index - 1)))) open = mark;
  }
  return open !== "";
}
/** What closes each; the first is a newswire's. */
const closing: Readonly<Record<string, string>> = {
  "``": "''",
  '"': '"',
  "“": "”",
  "„": "“”",
  "«": "»",
  "「": "」",
};

/**
 * The passage of the body that answers best: see `bestPassage`. Without any mark in the body, its lead.
 * @param limit in code points
 */
export function excerptAround(article: Article, marks: readonly Mark[], limit: number): Excerpt {
  const passage = bestPassage(article.body, marks, limit);
  return passage ? excerptOf(article.body, passage.start, passage.end, marks) : leadExcerpt(article, limit);
}

/**
 * How an article starts: its first paragraph of prose, as far as it fits. Where the first sentence had to serve as the
 * title, the lead starts after it, if there is more.
 * @param limit in code points
 */
export function leadExcerpt(article: Article, limit: number): Excerpt {
  const { body } = article;
  const all = paragraphs(body);
  const prose = all.filter(({ start, end }) => isProse(body.slice(start, end)));
  for (const { start, end } of prose.length > 0 ? prose : all) {
    const inside = keptSentences(body.slice(start, end)).map((each) => ({
      start: start + each.start,
      end: start + each.end,
    }));
    const first = inside.find((each) => !repeatsTitle(article, body.slice(each.start, each.end)));
    if (first) return fitted(body, { start: first.start, end }, limit);
  }
  return fitted(body, prose[0] ?? all[0] ?? { start: 0, end: 0 }, limit);
}

/** A shorter excerpt out of a longer one that keeps what was matched as far as it fits. */
export function shorten(excerpt: Excerpt, limit: number): Excerpt {
  const { text, matches } = excerpt;
  if (isWithin(text, limit)) return excerpt;
  const marks = matches.map(([start, end]) => ({ start, end, name: text.slice(start, end).toLowerCase(), weight: 1 }));
  const whole = { start: 0, end: text.length };
  const passage = bestPassage(text, marks, limit);
  const short = passage ? excerptOf(text, passage.start, passage.end, marks) : fitted(text, whole, limit);
  const reachesEnd = short.start + short.text.length === text.length;
  return {
    ...short,
    start: excerpt.start + short.start,
    cutBefore: short.start === 0 ? excerpt.cutBefore : short.cutBefore,
    cutAfter: reachesEnd ? excerpt.cutAfter : short.cutAfter,
  };
}

function fitted(body: string, span: Span, limit: number): Excerpt {
  const passage = bestPassage(
    body.slice(0, span.end),
    [{ start: span.start, end: span.start + 1, name: "", weight: 1 }],
    limit,
  );
  return excerptOf(body, passage?.start ?? span.start, passage?.end ?? span.start);
}

/** Not a section heading, a byline or a stray number. A Korean, Chinese or Japanese character says as much as two letters. */
function isProse(paragraph: string): boolean {
  const dense =
    paragraph.match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return paragraph.length + dense >= 60 && /[.!?…。！？]["'”’»)\]]*\s*$/u.test(paragraph);
}

function repeatsTitle(article: Article, sentence: string): boolean {
  const plain = (text: string) =>
    words(text)
      .map(({ form }) => form)
      .join(" ");
  const [title, start] = [plain(article.title), plain(sentence)];
  return title !== "" && (start === title || (article.titleFrom === "first-sentence" && start.startsWith(title)));
}

/** Sorted, inside the slice, as offsets in it; what is parted only by a space or a hyphen becomes one. */
function merged(body: string, from: number, to: number, matches: readonly Span[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  const inside = matches
    .filter(({ start, end }) => start >= from && end <= to && end > start)
    .flatMap((match) => outsideBrackets(body, match));
  for (const { start, end } of inside.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1);
    if (last && /^[\s\-‐‑’']?$/u.test(body.slice(from + last[1], Math.max(start, from + last[1])))) {
      last[1] = Math.max(last[1], end - from);
    } else {
      found.push([start - from, end - from]);
    }
  }
  return found;
}

/** The match, or what it is made of where a bracket in it has no partner: "Stephen) Biegun" is "Stephen" and "Biegun". */
function outsideBrackets(body: string, { start, end }: Span): readonly Span[] {
  const text = body.slice(start, end);
  if (!/[()[\]{}（）]/u.test(text) || isBalanced(text)) return [{ start, end }];
  return [...text.matchAll(/[^\s()[\]{}（）]+/gu)].map((word) => ({
    start: start + word.index,
    end: start + word.index + word[0].length,
  }));
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[()[\]{}（）]/gu)) {
    depth += /[([{（]/u.test(bracket) ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** How far around a place the characters are looked at, in code units. */
const reach = 80;

/** The nearest place that splits no character, at or after `at`, or at or before it. */
function graphemeBorder(text: string, at: number, side: "after" | "before"): number {
  if (at <= 0 || at >= text.length || isPlain(text.charCodeAt(at)) || isLineEnd(text, at)) return at;
  const from = Math.max(0, at - reach);
  const { index = at - from, segment = "" } =
    graphemes.segment(text.slice(from, at + reach)).containing(at - from) ?? {};
  const start = from + index;
  if (start === at) return at;
  return side === "before" ? start : start + segment.length;
}

/** Nothing joins a line feed to what stands before it but a carriage return. */
function isLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x0a && text.charCodeAt(at - 1) !== 0x0d;
}

/** A character that is never the second part of what people see as one. */
function isPlain(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f;
}
