import { readHolder, readReporter, splitGlued } from "./credits.ts";
import type { Draft } from "./draft.ts";
import type { Headline } from "./headline.ts";
import { defined } from "./metadata.ts";
import { paragraphsOf } from "./page-body.ts";
import { type Line, readLine } from "./page-lines.ts";
import { giveBackResumed } from "./page-resume.ts";
import { type Section, splitSections } from "./page-sections.ts";
import { contentWords, coverage } from "./words.ts";

/**
 * The stories on a page that was saved as plain text with all that stands around them. First the lines are told apart
 * by their shape, then the heads are found (a headline with a byline, a dateline or the lead below it), then the text
 * below each head is freed of clutter, and a story that another one interrupts gets its text back.
 * @param texts one paragraph, headline or scrap each; see `linesOf`
 * @param title the headline, where it is known from elsewhere
 * @returns the main story first; nothing where there is no prose
 */
export function readPage(texts: readonly string[], title?: string): readonly Draft[] {
  const lines = texts.flatMap(splitGlued).map(readLine);
  const sections = splitSections(lines, title);
  const outlet = outletOf(lines, sections[0]?.headline);
  const stories = sections.map((section) => ({
    ...creditsOf(section),
    paragraphs: paragraphsOf(section.lines, section.headline?.title),
  }));
  return giveBackResumed(stories)
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map((story) => ({ ...outlet, ...story }));
}

function creditsOf({ headline, lines, ending, above }: Section): Omit<Draft, "paragraphs"> {
  const dateline = lines.find((line) => line.dateline)?.dateline;
  const { head, foot } = headAndFoot(lines);
  const around = [...head, ...above, ...foot];
  const bylines = around.flatMap(({ byline }) => byline ?? []);
  const [byline] = bylines;
  const dates = around.flatMap(({ published }) => (published ? [published] : []));
  return defined({
    title: headline?.title,
    author: byline?.author ?? dateline?.author ?? reporterOf(headline, head),
    place: dateline?.place,
    credit: dateline?.agency ?? byline?.agency ?? signatureOf(lines) ?? ending?.signedBy,
    date: dates.find(({ updated }) => !updated)?.date ?? dateline?.date ?? byline?.date ?? dates[0]?.date,
  });
}

/** Whom a line above the text places somewhere, if neither the headline nor the first paragraphs speak of them. */
function reporterOf(headline: Headline | undefined, head: readonly Line[]): string | undefined {
  const prose = head.flatMap(({ kind, text }) => (kind === "prose" ? [text] : []));
  const spoken = contentWords([headline?.title, ...prose].join(" "));
  const text = head.findIndex(({ kind }) => kind === "prose");
  const names = head.slice(0, text).flatMap((line) => readReporter(line.text) ?? []);
  return names.find((name) => coverage(contentWords(name), spoken) === 0);
}

/** The agency at the end of a paragraph or below the last one; above the text its name belongs to a picture. */
function signatureOf(lines: readonly Line[]): string | undefined {
  const text = lines.findIndex(({ kind }) => kind === "prose");
  return lines.findLast(({ signedBy, kind }, at) => signedBy !== undefined && (kind !== "credit" || at > text))
    ?.signedBy;
}

/** What stands above the third paragraph or below the last one: a date on a line inside the text is the text's. */
function headAndFoot(lines: readonly Line[]): { head: readonly Line[]; foot: readonly Line[] } {
  const prose = lines.flatMap(({ kind }, at) => (kind === "prose" ? [at] : []));
  const third = prose[2] ?? lines.length;
  return { head: lines.slice(0, third), foot: lines.slice(Math.max(third, (prose.at(-1) ?? 0) + 1)) };
}

/** The outlet and the holder of the copyright, for all stories: what the page says about itself around them. */
function outletOf(lines: readonly Line[], headline: Headline | undefined): Pick<Draft, "source" | "holder"> {
  return defined({ source: headline?.outlet ?? siteNamed(lines), holder: holderOf(lines) });
}

/** As `readPage` finds it, from the lines of a page whose stories are known already. */
export function findHolder(texts: readonly string[]): Draft["holder"] {
  const at = texts.findIndex((text) => readHolder(text) !== undefined && readLine(text).kind === "end");
  return at < 0 ? undefined : holderOf(texts.slice(Math.max(0, at - 1), at + 1).map(readLine));
}

function holderOf(lines: readonly Line[]): Draft["holder"] {
  for (const [at, { text, kind }] of lines.entries()) {
    const name = kind === "end" ? readHolder(text) : undefined;
    if (name !== undefined) return { name, ofText: lines[at - 1]?.kind === "prose" };
  }
  return undefined;
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
