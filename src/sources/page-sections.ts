import { wordCount } from "./clutter.ts";
import { findHeadline, firstFitting, type Headline, withoutOutlet } from "./headline.ts";
import { defined } from "./metadata.ts";
import { findText, isTeaser } from "./page-body.ts";
import { isHeadlineLike, isShortSentence, type Line } from "./page-lines.ts";
import { isOnTopic, topicOf } from "./words.ts";

/** A story's place on the page: its headline and the lines below it, up to the next story or the end of the text. */
export interface Section {
  readonly headline?: Headline;
  readonly lines: readonly Line[];
  /** The line that ends the text, where one does. */
  readonly ending?: Line;
  /** Bylines and dates above the headline, where some outlets have theirs, and others that of the day of the visit. */
  readonly above: readonly Line[];
}

/** A page with more stories is a list of teasers. */
const mostStories = 20;

/**
 * The stories of a page, the main one first.
 * @param title the headline of the main one, where it is known from elsewhere
 * @returns nothing where there is no prose
 */
export function splitSections(lines: readonly Line[], title: string | undefined): readonly Section[] {
  const text = findBeginning(lines);
  if (text === undefined) return [];
  const heads = lines.flatMap((_, at) => (isHead(lines, at) ? [at] : []));
  const headline = mainHeadline(lines, text, heads, title);
  const start = headline === undefined ? text.first : headline.at + 1;
  // Above the lead only another head like the first one can begin a story; anything else there is a list of teasers.
  const from = headline !== undefined && heads.includes(headline.at) ? start : text.lead;
  const later = heads.filter((at) => at >= from).slice(0, mostStories);
  const parts = [start, ...later.map((at) => at + 1)].map((begin, index) => {
    const part = lines.slice(begin, later[index]);
    const { to } = findText(part);
    return { lines: part.slice(0, to), ending: part[to] };
  });
  const above = creditsAbove(lines, start);
  const main = { lines: parts[0]?.lines ?? [], above, ...defined({ headline, ending: parts[0]?.ending }) };
  const others = later.flatMap((at, index) => {
    const { lines: own = [], ending } = parts[index + 1] ?? {};
    const isLate = parts[index]?.ending !== undefined;
    const head = { ...withoutOutlet(lines, at), at };
    return isStory(own, isLate) ? [{ headline: head, lines: own, above: [], ...defined({ ending }) }] : [];
  });
  return [main, ...others];
}

/**
 * The first paragraph of the text, and the first that is surely about what the page is about (the lead): a cookie
 * banner or an appeal above a headline is not.
 */
function findBeginning(lines: readonly Line[]): { first: number; lead: number } | undefined {
  const isText = (line: Line) => line.kind === "prose" && !isHeadlineLike(line);
  const topic = topicOf(lines.filter(isText));
  const { main } = findText(lines);
  const first = lines.findIndex((line, at) => at >= main && isText(line));
  const onTopic = lines.findIndex(
    (line, at) => at >= main && isText(line) && (line.dateline !== undefined || isOnTopic(line, topic)),
  );
  const any = lines.findIndex(({ kind }) => kind === "prose");
  const lead = [onTopic, first, any, lines.findIndex(isShortSentence)].find((at) => at >= 0);
  return lead === undefined ? undefined : { first: first < 0 ? lead : first, lead };
}

function mainHeadline(
  lines: readonly Line[],
  { first, lead }: { first: number; lead: number },
  heads: readonly number[],
  title: string | undefined,
): Headline | undefined {
  const named = lines.findLastIndex(({ text }, at) => at < lead && text.toLowerCase() === title?.toLowerCase());
  if (title !== undefined && named >= 0) return { title, at: named };
  const head = firstFitting(lines, heads, lead);
  // Known, but not on the page: the text starts with the first paragraph, even if that isn't on the topic yet.
  if (title !== undefined && head === undefined) return { title, at: first - 1 };
  const best = findHeadline(lines, lead) ?? bareHeadline(lines, first);
  if (head === undefined || (best !== undefined && best.at < head)) return best;
  return { ...withoutOutlet(lines, head), at: head };
}

/** Lines that a text without a page around it has above its first paragraph: headline, name, office, date. */
const mostAbove = 5;

/** Where hardly anything stands above the text, no page was saved with it: if nothing fits, its first line is the headline. */
function bareHeadline(lines: readonly Line[], first: number): Headline | undefined {
  if (first > mostAbove) return undefined;
  const at = lines.findIndex(({ kind }) => kind !== "credit");
  const line = lines[at];
  if (line === undefined || at >= first) return undefined;
  const fitting = findHeadline(lines, first);
  if (fitting !== undefined) return fitting;
  const between = lines.slice(at + 1, first).filter(({ kind }) => kind !== "credit");
  const isBare = between.every(({ text }) => isNameOrOffice(text)) && lines.every(({ kind }) => kind !== "clutter");
  return isBare && (isHeadlineLike(line) || isShortSentence(line)) ? { title: line.text, at } : undefined;
}

/** "Kim Hye-ran", "Professor at Ewha Womans University" */
function isNameOrOffice(text: string): boolean {
  return text.length < 80 && text.split(" ").every((word) => /^\p{Lu}/u.test(word) || /^\p{Ll}{1,3}$/u.test(word));
}

function creditsAbove(lines: readonly Line[], start: number): readonly Line[] {
  return lines.slice(Math.max(0, start - 6), start).filter(({ kind }) => kind === "credit");
}

/** A headline with a dateline below it, or with a byline and then more than a teaser. */
function isHead(lines: readonly Line[], at: number): boolean {
  const headline = lines[at];
  if (headline === undefined || !isHeadlineLike(headline) || wordCount(headline.text) < 4) return false;
  // A byline that says more than names.
  if (headline.text.startsWith("by ")) return false;
  let signed = false;
  for (const [index, line] of lines.slice(at + 1, at + 7).entries()) {
    if (line.dateline) return true;
    if (line.kind === "prose")
      return signed && lines.slice(at + 1 + index, at + 4 + index).every(({ kind }) => kind === "prose");
    if (line.byline) signed = true;
    else if (!isBesideHead(line)) return false;
  }
  return false;
}

function isBesideHead({ kind }: Line): boolean {
  return kind === "credit" || kind === "caption" || kind === "clutter" || kind === "label";
}

/** A further story is more than a teaser; among what follows the text of another it takes at least two paragraphs. */
function isStory(lines: readonly Line[], isLate: boolean): boolean {
  const [only, second] = lines.filter(({ kind }) => kind === "prose");
  // One without any text may have been interrupted by another story; that is judged later.
  if (only === undefined) return !isLate;
  return second !== undefined || !(isLate || isTeaser(only.text) || /(?:…|\.\.\.)$/.test(only.text));
}
