import { wordCount } from "./clutter.ts";
import { defined } from "./metadata.ts";
import { isHeadlineLike, type Line } from "./page-lines.ts";
import { contentWords, coverage } from "./words.ts";

/** A headline as it stands on a page, without the outlet's name behind it. */
export interface Headline {
  readonly title: string;
  /** Index of the line. */
  readonly at: number;
  /** The outlet, where the line names it: "Kim vows to talk | The Example Post". */
  readonly outlet?: string;
}

/** How much of a headline's words its article has to repeat. */
const leastShared = 0.25;
/** Lines above the lead among which the headline is looked for. */
const farthest = 300;

/**
 * The line above the lead that best fits the text below: the text repeats its words, it is near the byline or the
 * lead, it is long enough for a headline, or the page has it twice. Menus and teasers score low in most of these.
 */
export function findHeadline(lines: readonly Line[], lead: number): Headline | undefined {
  const opening = contentWords(textBelow(lines, lead, 3));
  const all = contentWords(textBelow(lines, lead, 60));
  let best: { headline: Headline; score: number } | undefined;
  // A lead that is a question is its own headline where text follows.
  for (let at = Math.max(0, lead - farthest); at <= Math.min(lead, lines.length - 2); at++) {
    const line = lines[at];
    if (line === undefined || !isHeadlineLike(line)) continue;
    const { title, outlet, twice } = withoutOutlet(lines, at);
    const words = wordCount(title);
    const own = contentWords(title);
    const shared = (coverage(own, opening) + coverage(own, all)) / 2;
    if ((shared < leastShared && !twice) || (words < 3 && shared < 1)) continue;
    const score = shared * 3 + Math.min(words, 10) / 10 + (twice ? 0.5 : 0) + nearness(lines, at, lead);
    if (score > (best?.score ?? 0)) best = { headline: { title, at, ...defined({ outlet }) }, score };
  }
  return best?.headline;
}

function textBelow(lines: readonly Line[], lead: number, paragraphs: number): string {
  return lines
    .slice(lead)
    .filter((line) => line.kind === "prose" && !isHeadlineLike(line))
    .slice(0, paragraphs)
    .map(({ text }) => text)
    .join(" ");
}

/** 1 directly above the byline or the lead, less with every further line that isn't part of the head. */
function nearness(lines: readonly Line[], at: number, lead: number): number {
  const between = lines.slice(at + 1, lead);
  const credit = between.findIndex(({ kind }) => kind === "credit");
  const head = credit < 0 ? between : between.slice(0, credit);
  return 1 / (1 + head.filter(({ kind }) => kind === "scrap" || kind === "prose").length);
}

const separator = /^(?<title>.{8,}\S)\s+(?<sign>\||»|::|[-–—•])\s+(?<outlet>[^|»]{2,60})$/u;

/** Takes the outlet off where a bar sets it off, or where the page has the same line without it. */
export function withoutOutlet(lines: readonly Line[], at: number): { title: string; outlet?: string; twice: boolean } {
  const text = lines[at]?.text ?? "";
  const around = lines.slice(Math.max(0, at - farthest), at + farthest);
  const times = (wanted: string) => around.filter((line) => line.text === wanted).length;
  const { title, sign, outlet } = separator.exec(text)?.groups ?? {};
  if (title && outlet && wordCount(outlet) <= 6) {
    const twice = times(title) > 0;
    if (twice || /[|»:]/.test(sign ?? "")) return { title, outlet, twice };
  }
  // The page's title, with the outlet, can stand above the headline proper.
  const full = around.find((line) => line.text !== text && line.text.startsWith(text) && separator.test(line.text));
  const named = full && separator.exec(full.text)?.groups;
  if (named?.title === text && named.outlet) return { title: text, outlet: named.outlet, twice: true };
  return { title: text, twice: times(text) > 1 };
}
