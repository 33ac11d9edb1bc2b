import { endsSentence } from "./clutter.ts";
import { finalEndings, insetEndings } from "./clutter-phrases.ts";
import { isHeadlineLike, type Line } from "./page-lines.ts";
import { contentWords, coverage, isOnTopic, topicOf } from "./words.ts";

/** What will be a paragraph, or a heading between paragraphs. */
interface Paragraph {
  readonly text: string;
  readonly names: ReadonlySet<string>;
  readonly isHeading: boolean;
}

/** So many scraps in a row are a menu or a list of links; fewer are headings inside the text. */
const listLength = 3;

/**
 * The paragraphs among the lines of a text: clutter and captions are dropped, scraps that no paragraph follows, what
 * the page says twice, and what follows the text without having to do with it. Whatever may be text stays.
 */
export function paragraphsOf(all: readonly Line[], title: string | undefined): string[] {
  const lines = withoutRepeated(all.filter(({ text }) => text !== title));
  const dateline = lines.find((line) => line.dateline);
  const found: Paragraph[] = [];
  let scraps: Line[] = [];
  let inBox = false;
  for (const line of lines) {
    if (line.kind === "end") inBox = true;
    if (line.kind === "scrap" && !endsSentence(line.text)) scraps.push(line);
    else if (line.kind === "scrap" || line.kind === "prose") {
      if (!inBox && isHeading(scraps, found.at(-1)?.text))
        for (const { text, names } of scraps) found.push({ text, names, isHeading: true });
      scraps = [];
      inBox = false;
      const text = line === dateline && line.dateline ? line.dateline.rest : line.text;
      if (!isTeaser(text)) found.push({ text, names: line.names, isHeading: isHeadlineLike(line) });
    }
  }
  const authors = all.flatMap(({ byline }) => byline?.author ?? []);
  return withoutBio(withoutTail(found), authors).map(({ text }) => text);
}

/** A line of so many characters isn't said twice within so many lines of one text. */
const repetition = { characters: 80, lines: 8 };

/** Captions and lines under a headline often stand on a page twice, the second time with the picture's credit. */
function withoutRepeated(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ text, kind }, at) => {
    if (kind !== "prose" || text.length < repetition.characters) return true;
    const above = lines.slice(Math.max(0, at - repetition.lines), at);
    const around = [...above, ...lines.slice(at + 1, at + repetition.lines)];
    // A text that says the same over and over has no captions: it stays, and is seen for what it is.
    const times = above.filter((line) => line.text === text).length;
    if (times === 1 || times === 2) return false;
    return !around.some((line) => line.kind === "caption" && line.text.startsWith(text));
  });
}

/** "… are signing u ... read more" */
export function isTeaser(text: string): boolean {
  return /\bread (?:more|full story|the full story)[\s\])»>.…]{0,3}$/iu.test(text);
}

const listItem = /^(?:[•*·▪-]|\d{1,2}[.)])\s/u;

/** Scraps before the first paragraph are the head's; a long run of them is a menu unless the text announces a list. */
function isHeading(scraps: readonly Line[], above: string | undefined): boolean {
  const [first] = scraps;
  if (first === undefined) return false;
  if (above === undefined) return scraps.length === 1 && first.text.length > 60 && isHeadlineLike(first);
  if (scraps.length < listLength || above.endsWith(":")) return true;
  return scraps.every(({ text }) => listItem.test(text));
}

/** Paragraphs that the text has at least, a tail can't begin above them; and those up to which one is looked for. */
const leastText = 4;
const mostText = 300;
/** A paragraph of the tail repeats less than this part of its words from the text above; the text's own repeat more. */
const foreign = 0.2;

/** Without the line that introduces the author. */
function withoutBio(body: readonly Paragraph[], authors: readonly string[]): readonly Paragraph[] {
  const isBio = authors.some((author) => body.at(-1)?.text.startsWith(`${author} `));
  return isBio && body.length > 1 ? body.slice(0, -1) : body;
}

/**
 * Without the teasers of other stories below the text: they begin with a heading, and nothing from there on speaks of
 * what the text above is about.
 */
function withoutTail(body: readonly Paragraph[]): readonly Paragraph[] {
  if (body.length > mostText || !body.slice(leastText).some(({ isHeading }) => isHeading)) return body;
  const words = body.map(({ text }) => contentWords(text));
  const above = new Set<string>();
  let repeated = 0;
  for (const [at, { isHeading, text }] of body.entries()) {
    const isBorder = isHeading && !listItem.test(text) && at >= leastText && repeated / at >= foreign;
    if (isBorder && isForeign(body, words, at, above)) return body.slice(0, at);
    repeated += coverage(words[at] ?? above, above);
    for (const word of words[at] ?? []) above.add(word);
  }
  return body;
}

function isForeign(
  body: readonly Paragraph[],
  words: readonly ReadonlySet<string>[],
  at: number,
  above: ReadonlySet<string>,
): boolean {
  const topic = topicOf(body.slice(0, at));
  return body
    .slice(at)
    .every((paragraph, index) => !isOnTopic(paragraph, topic) && coverage(words[at + index] ?? above, above) < foreign);
}

/** A page between two lines of the kind "end": the article itself, a box of links inside it, or what follows it. */
interface Segment {
  readonly from: number;
  /** Exclusive; the line there begins the next segment. */
  readonly to: number;
  /** Paragraphs on the page's topic, or all of them where at least half are, and their characters. */
  readonly paragraphs: number;
  readonly weight: number;
}

/** The main segment has at least this part of the characters of the heaviest: comments can outweigh an article. */
const leastOfHeaviest = 1 / 8;
/** Below the main segment the text goes on only in one with so many paragraphs and this part of the main one's size. */
const resuming = { paragraphs: 3, weight: 1 / 5 };
const resumingBelowInset = { paragraphs: 2, weight: 1 / 10 };

/**
 * Where the article's text stands on the page, as `[from, to)`: its main segment begins at `main`. A share row or a
 * box of links above or inside a text doesn't end it; comments and a copyright line do.
 */
export function findText(lines: readonly Line[]): { main: number; to: number } {
  const segments = segmentsOf(lines);
  const heaviest = segments.reduce((most, { weight }) => Math.max(most, weight), 0);
  const at = Math.max(
    0,
    segments.findIndex(({ weight }) => weight > 0 && weight >= heaviest * leastOfHeaviest),
  );
  const main = segments[at];
  if (main === undefined) return { main: 0, to: lines.length };
  let { to } = main;
  for (const next of segments.slice(at + 1)) {
    const ending = lines[next.from]?.text ?? "";
    if (finalEndings.test(ending)) break;
    const least = insetEndings.test(ending) ? resumingBelowInset : resuming;
    if (next.paragraphs >= least.paragraphs && next.weight >= main.weight * least.weight) to = next.to;
  }
  return { main: main.from, to };
}

function segmentsOf(lines: readonly Line[]): Segment[] {
  const isText = (line: Line) => line.kind === "prose" && !isHeadlineLike(line);
  const topic = topicOf(lines.filter((line) => isText(line) || line.kind === "caption"));
  const starts = [0, ...lines.flatMap(({ kind }, at) => (kind === "end" && at > 0 ? [at] : []))];
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? lines.length;
    const texts = lines.slice(from, to).filter(isText);
    const onTopic = topic.size === 0 ? texts : texts.filter((line) => isOnTopic(line, topic));
    const counted = onTopic.length * 2 >= texts.length ? texts : onTopic;
    return { from, to, paragraphs: counted.length, weight: counted.reduce((sum, { text }) => sum + text.length, 0) };
  });
}
