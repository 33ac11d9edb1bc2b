import { wordCount } from "./clutter.ts";
import { readHolder } from "./credits.ts";
import type { Draft } from "./draft.ts";
import { findHeadline, type Headline, withoutOutlet } from "./headline.ts";
import { defined } from "./metadata.ts";
import { findText, isTeaser, paragraphsOf } from "./page-body.ts";
import { isHeadlineLike, isShortSentence, type Line, readLine } from "./page-lines.ts";
import { giveBackResumed } from "./page-resume.ts";
import { isOnTopic, topicOf } from "./words.ts";

/** A story's place on the page: its headline and the lines below it, up to the next story or the end of the text. */
interface Section {
  readonly headline?: Headline;
  readonly lines: readonly Line[];
  /** It stands among what follows the text of the story before. */
  readonly late: boolean;
}

/** A page with more stories is a list of teasers. */
const mostStories = 20;

/**
 * The stories on a page that was saved as plain text with all that stands around them. First the lines are told apart
 * by their shape, then the heads are found (a headline with a byline, a dateline or the lead below it), then the text
 * below each head is freed of clutter, and a story that another one interrupts gets its text back.
 * @param texts one paragraph, headline or scrap each; see `linesOf`
 * @param title the headline, where it is known from elsewhere
 * @returns the main story first; nothing where there is no prose
 */
export function readPage(texts: readonly string[], title?: string): readonly Draft[] {
  const lines = texts.map(readLine);
  const lead = leadOf(lines);
  if (lead < 0) return [];
  const [main, ...others] = splitSections(lines, lead, title);
  if (main === undefined) return [];
  const stories = [main, ...others.filter(isStory)].map((section) => ({
    ...creditsOf(section),
    paragraphs: paragraphsOf(section.lines, section.headline?.title),
  }));
  const outlet = outletOf(lines, main.headline);
  return giveBackResumed(stories)
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map((story) => ({ ...outlet, ...story }));
}

/** The first paragraph that is about what the page is about: a cookie banner or an appeal above it is not. */
function leadOf(lines: readonly Line[]): number {
  const isText = (line: Line) => line.kind === "prose" && !isHeadlineLike(line);
  const topic = topicOf(lines.filter(isText).map(({ text }) => text));
  const { main } = findText(lines);
  const candidates = [
    lines.findIndex((line, at) => at >= main && isText(line) && isOnTopic(line.text, topic)),
    lines.findIndex((line, at) => at >= main && isText(line)),
    lines.findIndex(({ kind }) => kind === "prose"),
    lines.findIndex(isShortSentence),
  ];
  return candidates.find((at) => at >= 0) ?? -1;
}

function splitSections(lines: readonly Line[], lead: number, title: string | undefined): readonly Section[] {
  const heads = lines.flatMap((_, at) => (isHead(lines, at) ? [at] : []));
  const headline = mainHeadline(lines, lead, heads, title);
  const start = headline === undefined ? firstText(lines, lead) : headline.at + 1;
  const later = heads.filter((at) => at >= start).slice(0, mostStories);
  const parts = [start, ...later.map((at) => at + 1)].map((from, index) => lines.slice(from, later[index]));
  return parts.map((part, index) => {
    const { to } = findText(part);
    const at = later[index - 1];
    const before = parts[index - 1] ?? [];
    if (at === undefined)
      return { ...defined({ headline }), lines: [...creditsAbove(lines, start), ...part.slice(0, to)], late: false };
    return {
      headline: { ...withoutOutlet(lines, at), at },
      lines: part.slice(0, to),
      late: findText(before).to < before.length,
    };
  });
}

function mainHeadline(
  lines: readonly Line[],
  lead: number,
  heads: readonly number[],
  title: string | undefined,
): Headline | undefined {
  const named = lines.findLastIndex(({ text }, at) => at < lead && text.toLowerCase() === title?.toLowerCase());
  if (title !== undefined && named >= 0) return { title, at: named };
  const [first] = heads;
  if (first !== undefined && first < lead) return { ...withoutOutlet(lines, first), at: first };
  if (title !== undefined) return { title, at: firstText(lines, lead) - 1 };
  return findHeadline(lines, lead);
}

/** Without a headline the text starts with the first paragraph, even where it isn't on the topic yet. */
function firstText(lines: readonly Line[], lead: number): number {
  const { main } = findText(lines);
  const first = lines.findIndex((line, at) => at >= main && line.kind === "prose" && !isHeadlineLike(line));
  return first < 0 ? lead : Math.min(first, lead);
}

/** Some outlets put the date or the author above the headline. */
function creditsAbove(lines: readonly Line[], start: number): readonly Line[] {
  return lines.slice(Math.max(0, start - 6), start).filter(({ kind }) => kind === "credit");
}

/** A headline with a dateline below it, or with a byline and then more than a teaser. */
function isHead(lines: readonly Line[], at: number): boolean {
  const headline = lines[at];
  if (headline === undefined || !isHeadlineLike(headline) || wordCount(headline.text) < 4) return false;
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
function isStory({ lines, late }: Section): boolean {
  const prose = lines.filter(({ kind }) => kind === "prose");
  const [only, second] = prose;
  // One without any text may have been interrupted by another story; that is judged later.
  if (only === undefined) return !late;
  return second !== undefined || !(late || isTeaser(only.text) || /(?:…|\.\.\.)$/.test(only.text));
}

function creditsOf({ headline, lines }: Section): Omit<Draft, "paragraphs"> {
  const dateline = lines.find((line) => line.dateline)?.dateline;
  const byline = headAndFoot(lines).find((line) => line.byline)?.byline;
  const dates = headAndFoot(lines).flatMap(({ published }) => (published ? [published] : []));
  return defined({
    title: headline?.title,
    author: byline?.author ?? dateline?.author,
    place: dateline?.place,
    credit: dateline?.agency ?? byline?.agency,
    date: dates.find(({ updated }) => !updated)?.date ?? dateline?.date ?? byline?.date ?? dates[0]?.date,
  });
}

/** What stands above the third paragraph or below the last one: a date on a line inside the text is the text's. */
function headAndFoot(lines: readonly Line[]): readonly Line[] {
  const prose = lines.flatMap(({ kind }, at) => (kind === "prose" ? [at] : []));
  const last = prose.at(-1) ?? 0;
  return lines.filter((_, at) => at < (prose[2] ?? lines.length) || at > last);
}

/** The outlet and the holder of the copyright, for all stories: what the page says about itself around them. */
function outletOf(lines: readonly Line[], headline: Headline | undefined): Pick<Draft, "source" | "holder"> {
  const source = headline?.outlet ?? siteNamed(lines);
  for (const [at, { text, kind }] of lines.entries()) {
    const name = kind === "end" ? readHolder(text) : undefined;
    if (name !== undefined) return defined({ source, holder: { name, ofText: lines[at - 1]?.kind === "prose" } });
  }
  return defined({ source });
}

const site = /(?<![\w.@-])(\p{Lu}[\p{L}\d-]{2,30})\.(?:com|net|org|co\.\w\w|kr|jp|news)\b/gu;

/** A site that the clutter names by its domain at least twice: "at SpaceWar.com" is SpaceWar. */
function siteNamed(lines: readonly Line[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text, kind } of lines) {
    if (kind === "prose" || kind === "credit") continue;
    for (const [, name = ""] of text.matchAll(site)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] > 1 ? best[0] : undefined;
}
