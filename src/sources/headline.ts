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
/** Words below which a line is rather a section's or somebody's name. */
const fewWords = 4;
/**
 * What speaks for a line, found by trying them on 200 saved pages. The line below the least score is no headline: the
 * first sentence serves better than a wrong one.
 */
const weights = { shared: 2, length: 2, signed: 1.5, near: 0.5, twice: 0.25, underAnother: -1.5 };
const leastScore = 3;
/** Words from which a line has the length of a headline. */
const fullLength = 8;
/** Lines above the lead among which the headline is looked for. */
const farthest = 300;

/** A line above the lead that may be the headline, with what speaks for it. */
interface Candidate extends Headline {
  readonly words: number;
  /** Which part of its words the text repeats, 0 to 1: the mean of its beginning and the whole. */
  readonly shared: number;
  readonly twice: boolean;
  /** Whether the byline or the date stands below it. */
  readonly signed: boolean;
  /** Lines that have nothing to do with the text between it and the byline or the lead. */
  readonly strangers: number;
}

/**
 * The line above the lead that best fits the text below: the text repeats its words, the byline or the date stands
 * below it, it is long enough for a headline, it is near, or the page has it twice. Menus and teasers score low in most
 * of these; what stands right below another good candidate is a line under the headline or a caption.
 * @returns nothing rather than a line that doesn't fit
 */
export function findHeadline(lines: readonly Line[], lead: number): Headline | undefined {
  const candidates = candidatesAbove(lines, lead);
  let best: { candidate: Candidate; score: number } | undefined;
  for (const [index, candidate] of candidates.entries()) {
    const score = scoreOf(candidate, isUnder(lines, candidates[index - 1], candidate));
    if (score > (best?.score ?? leastScore)) best = { candidate, score };
  }
  if (best === undefined) return undefined;
  const { title, at, outlet } = best.candidate;
  return { title, at, ...defined({ outlet }) };
}

/** The first of the lines at these places that the text below the lead repeats enough of to be its headline. */
export function firstFitting(lines: readonly Line[], places: readonly number[], lead: number): number | undefined {
  const above = places.filter((at) => at < lead);
  if (above.length === 0) return undefined;
  const all = contentWords(textBelow(lines, lead, 60));
  return above.find((at) => coverage(contentWords(lines[at]?.text ?? ""), all) >= leastShared);
}

function candidatesAbove(lines: readonly Line[], lead: number): readonly Candidate[] {
  const opening = contentWords(textBelow(lines, lead, 3));
  const all = contentWords(textBelow(lines, lead, 60));
  const found: Candidate[] = [];
  let strangers = 0;
  let signed = false;
  // A lead that is a question is its own headline where text follows.
  for (let at = Math.min(lead, lines.length - 2); at >= Math.max(0, lead - farthest); at--) {
    const line = lines[at];
    if (line === undefined) continue;
    if (line.kind === "credit") {
      strangers = 0;
      signed = true;
    }
    if (line.kind !== "scrap" && line.kind !== "prose") continue;
    const own = contentWords(line.text);
    const shared = (coverage(own, opening) + coverage(own, all)) / 2;
    if (isHeadlineLike(line) && !isTimeOrLink(line.text) && shared > 0) {
      const { title, outlet, twice } = withoutOutlet(lines, at);
      const words = wordCount(title);
      const candidate = { title, at, ...defined({ outlet }), words, shared, twice, signed, strangers };
      if (isPossible(candidate)) found.unshift(candidate);
    }
    if (coverage(own, all) < 0.5) strangers++;
    if (strangers > 2) signed = false;
  }
  return found;
}

function isPossible({ words, shared, twice, signed, strangers }: Candidate): boolean {
  if (words < fewWords) return words >= 2 && shared === 1 && (twice || (signed && strangers === 0));
  return shared >= leastShared;
}

function scoreOf({ words, shared, twice, signed, strangers }: Candidate, isUnderAnother: boolean): number {
  return (
    weights.shared * shared +
    weights.length * (words < fewWords ? 0 : Math.min(1, words / fullLength)) +
    weights.near * (4 / (4 + strangers)) +
    (signed ? weights.signed : 0) +
    (twice ? weights.twice : 0) +
    (isUnderAnother ? weights.underAnother : 0)
  );
}

/** Below a line that could be the headline itself, with nothing of any length in between. */
function isUnder(lines: readonly Line[], above: Candidate | undefined, candidate: Candidate): boolean {
  if (above === undefined || above.words < fewWords || above.shared < 0.55) return false;
  return lines
    .slice(above.at + 1, candidate.at)
    .every(({ kind, text }) => kind !== "prose" && (kind !== "scrap" || wordCount(text) < fewWords));
}

function textBelow(lines: readonly Line[], lead: number, paragraphs: number): string {
  const texts: string[] = [];
  for (let at = lead; at < lines.length && texts.length < paragraphs; at++) {
    const line = lines[at];
    if (line?.kind === "prose" && !isHeadlineLike(line)) texts.push(line.text);
  }
  return texts.join(" ");
}

/** "Today 12:01 AM", "21:17 18.11.2019", an address. */
function isTimeOrLink(text: string): boolean {
  return /\b\d{1,2}:\d{2}\b|\b\d{1,2}:\d{2}[ap]m\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}|:\/\/|\S@\w/i.test(text);
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
