import { keptSentences, paragraphs, type Span } from "./sentences.ts";

/** A place in a text that a question asks for. */
export interface Mark extends Span {
  /** What is asked for there: finding the same thing twice says little more than finding it once. */
  readonly name: string;
  /** How much finding it says. */
  readonly weight: number;
}

interface Candidate extends Span {
  readonly score: number;
}

/** Of the score of a whole sentence, what a piece of one is worth: readers prefer to start at a capital. */
const pieceFactor = 0.85;
/** Of its score, what a heading is worth: it names what the text below it says. */
const headingFactor = 0.25;
const longestHeading = 100;
/** What finding the same thing again adds. */
const repetition = 0.05;
/** What it multiplies the score by that all stands in one place. */
const closest = 1.1;

/** More places than this are not weighed: only a text made to keep us busy has so many. */
const mostMarks = 3000;

/**
 * The stretch of text that holds most of what is asked for: whole sentences as long as they fit, else a piece of one
 * that is cut between words. It never leaves a paragraph. The first of equals wins, the more compact of several.
 * @param limit its length, in code points
 * @returns undefined if no mark stands inside a paragraph, or none fits
 */
export function bestPassage(text: string, marks: readonly Mark[], limit: number): Span | undefined {
  const sorted = inOrder(marks);
  let best: Candidate | undefined;
  let next = 0;
  for (const paragraph of paragraphs(text)) {
    const inside: Mark[] = [];
    for (let mark = sorted[next]; mark && mark.start < paragraph.end; mark = sorted[++next]) {
      if (mark.start >= paragraph.start && mark.end <= paragraph.end) inside.push(mark);
    }
    const candidate = bestIn(text, paragraph, inside, limit);
    if (candidate && (!best || candidate.score > best.score + 1e-9)) best = candidate;
  }
  return best && { start: best.start, end: best.end };
}

/** How much the best passage of a paragraph holds of what is asked for: the score that `bestPassage` compares. */
export function worthOf(text: string, paragraph: Span, marks: readonly Mark[], limit: number): number {
  return bestIn(text, paragraph, inOrder(marks), limit)?.score ?? 0;
}

/** No passage is worth more that has marks of these weights: the heaviest for each name, and all that there are. */
export function mostWorth(heaviest: Iterable<number>, all: number): number {
  let sum = repetition * all;
  for (const weight of heaviest) sum += weight;
  return closest * sum;
}

function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  sorted.length = Math.min(sorted.length, mostMarks);
  return sorted;
}

function bestIn(text: string, paragraph: Span, marks: readonly Mark[], limit: number): Candidate | undefined {
  if (marks.length === 0) return undefined;
  const factor = isHeading(text.slice(paragraph.start, paragraph.end)) ? headingFactor : 1;
  let best: Candidate | undefined;
  for (const candidate of candidatesIn(text, paragraph, marks, limit)) {
    const score = factor * candidate.score;
    if (!best || score > best.score + 1e-9) best = { ...candidate, score };
  }
  return best;
}

/** A short line that ends no sentence: "- North Korean labourers -". */
function isHeading(paragraph: string): boolean {
  return paragraph.length <= longestHeading && !/[.!?…。！？｡:;,]["'”’»›」』）)\]]*$/u.test(paragraph);
}

function* candidatesIn(text: string, paragraph: Span, marks: readonly Mark[], limit: number): Generator<Candidate> {
  const inside = keptSentences(text.slice(paragraph.start, paragraph.end)).map(({ start, end }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
  }));
  let first = 0;
  for (const [number, sentence] of inside.entries()) {
    while (marks[first] && (marks[first]?.start ?? 0) < sentence.start) first++;
    const mark = marks[first];
    if (!mark || mark.start >= sentence.end) continue;
    if (fits(text, sentence, limit)) {
      let { end } = sentence;
      for (const following of inside.slice(number + 1, number + 20)) {
        if (!fits(text, { start: sentence.start, end: following.end }, limit)) break;
        end = following.end;
      }
      yield { start: sentence.start, end, score: scoreOf(marks, first, { start: sentence.start, end }) };
    } else {
      yield* piecesOf(text, sentence, marks, first, limit);
    }
  }
}

/** Pieces of a sentence that is too long, one for each mark that it could start with. */
function* piecesOf(
  text: string,
  sentence: Span,
  marks: readonly Mark[],
  first: number,
  limit: number,
): Generator<Candidate> {
  for (let index = first; index < marks.length; index++) {
    const mark = marks[index];
    if (!mark || mark.start >= sentence.end) return;
    let { end } = mark;
    if (!fits(text, mark, limit)) continue;
    for (let other = index + 1; other < marks.length; other++) {
      const { start: from = 0, end: to = 0 } = marks[other] ?? {};
      if (from >= sentence.end || !fits(text, { start: mark.start, end: Math.max(end, to) }, limit)) break;
      end = Math.max(end, to);
    }
    const piece = widened(text, sentence, { start: mark.start, end }, limit);
    yield { ...piece, score: pieceFactor * scoreOf(marks, index, piece) };
  }
}

/** The span with as much of its sentence around it as fits: the start of the sentence if possible, else both sides. */
function widened(text: string, sentence: Span, span: Span, limit: number): Span {
  if (fits(text, { start: sentence.start, end: span.end }, limit)) {
    return { start: sentence.start, end: lastWordEnd(text, span.end, sentence.start, sentence.end, limit) };
  }
  const spare = limit - lengthOf(text, span);
  let start = back(text, span.start, Math.floor(spare / 3), sentence.start);
  const space = /\s/u.exec(text.slice(start, span.start));
  if (start > sentence.start && !/\s/u.test(text.charAt(start - 1)))
    start = space ? start + space.index + 1 : span.start;
  return { start, end: lastWordEnd(text, span.end, start, sentence.end, limit) };
}

/** Where the last word ends that fits, `least` at least; in a text without spaces, the last character that fits. */
function lastWordEnd(text: string, least: number, start: number, most: number, limit: number): number {
  let end = start;
  for (let count = 0; end < most && count < limit; count++) end += sizeAt(text, end);
  end = Math.min(end, most);
  if (end === most || /\s/u.test(text.charAt(end))) return Math.max(least, end);
  let word = end;
  while (word > least && !/\s/u.test(text.charAt(word - 1))) word--;
  return word > least ? word : unspacedEnd(text, least, end);
}

/** No space between the last match and the limit: a long word is left out, a script without spaces is not. */
function unspacedEnd(text: string, least: number, end: number): number {
  return /[\u2e80-\uffff]/u.test(text.charAt(least)) || end - least > 60 ? end : least;
}

function scoreOf(marks: readonly Mark[], first: number, span: Span): number {
  const seen = new Set<string>();
  let score = 0;
  let last = span.start;
  for (let index = first; index < marks.length; index++) {
    const mark = marks[index];
    if (!mark || mark.start >= span.end) break;
    if (mark.end > span.end) continue;
    score += seen.has(mark.name) ? repetition * mark.weight : mark.weight;
    if (!seen.has(mark.name)) last = mark.end;
    seen.add(mark.name);
  }
  // Words that stand close together are more likely about one thing.
  const spread = (last - (marks[first]?.start ?? last)) / Math.max(1, span.end - span.start);
  return seen.size > 1 ? score * (closest - (closest - 1) * spread) : score;
}

/** @param limit in code points */
export function isWithin(text: string, limit: number): boolean {
  return fits(text, { start: 0, end: text.length }, limit);
}

function fits(text: string, span: Span, limit: number): boolean {
  return span.end - span.start <= limit || (span.end - span.start <= 2 * limit && lengthOf(text, span) <= limit);
}

/** In code points. */
function lengthOf(text: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at += sizeAt(text, at)) count++;
  return count;
}

function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function back(text: string, from: number, most: number, least: number): number {
  let at = from;
  for (let count = 0; count < most && at > least; count++) at -= at > 1 && sizeAt(text, at - 2) === 2 ? 2 : 1;
  return Math.max(at, least);
}
