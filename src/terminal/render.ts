import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import type { Command } from "../command.ts";
import type { NewsDate } from "../news/dates.ts";
import type { Excerpt } from "../news/excerpt.ts";
import type { Citation, Inline, Invocation, Reply, Text } from "../reply.ts";
import { dateText, outletText, remarks, reportsOf } from "../wording.ts";
import { type Asked, writeLine } from "./parse.ts";
import { printable } from "./printable.ts";

/** How the terminal shows a reply. */
export interface Look {
  /** Columns; `Infinity` leaves lines as long as they are. */
  readonly width: number;
  /** Without colour, matched words stand between asterisks. */
  readonly color: boolean;
  /** What was asked: without it a reply of several pages can't say how to ask for the next. */
  readonly asked?: Asked;
  /** What can be asked: with them a line to type is written the simplest way. */
  readonly commands?: readonly Command[];
}

type Style = Parameters<typeof styleText>[0];

/** The reply as lines of text, each ended by a line break. What Discord makes a button is shown as what to type. */
export function renderTerminal(reply: Reply, look: Look): string {
  const numberFrom = reply.numberFrom;
  const blocks = [
    [heading(reply.heading, look), ...(reply.lines ?? []).map((line) => paragraph(line, look))],
    ...(reply.citations ?? []).map((citation, index) => [
      cite(citation, numberFrom === undefined ? "•" : `${numberFrom + index}.`, look),
    ]),
    (reply.closing ?? []).map((line) => paragraph(line, look)),
    whatNext(reply, look),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join("\n")}\n`)
    .join("\n");
}

function cite(citation: Citation, mark: string, look: Look): string {
  const { article, excerpt, others } = citation;
  const reports = others ? reportsOf(citation) : [{ ...article, outlet: outletText(article) }];
  const outlets = reports.map(({ outlet }) => outlet).join(", ");
  const about = [outlets, dayText(article.publishedAt), ...remarks(citation)].join(" · ");
  const indent = " ".repeat(mark.length + 1);
  const inner = { ...look, width: look.width - indent.length };
  const lines = [
    wrap(paint(printable(article.title), inner, "bold"), inner),
    wrap(paint(printable(about), inner, "dim"), inner),
    ...(excerpt ? [wrap(quote(excerpt, inner), inner)] : []),
    ...reports.flatMap(({ url }) => address(url, inner)),
  ];
  return `${mark} ${lines.join("\n").replaceAll("\n", `\n${indent}`)}`;
}

/** The slice of the article as it is; only the ellipses and the marks around matched words are ours. */
function quote({ text, matches, cutBefore, cutAfter }: Excerpt, look: Look): string {
  let shown = cutBefore ? "… " : "";
  let at = 0;
  for (const [from, to] of matches) {
    const match = printable(text.slice(from, to));
    shown += printable(text.slice(at, from)) + (look.color ? paint(match, look, ["bold", "yellow"]) : `*${match}*`);
    at = to;
  }
  return shown + printable(text.slice(at)) + (cutAfter ? " …" : "");
}

function whatNext({ pages, actions = [], choices }: Reply, look: Look): string[] {
  const lines: string[] = [];
  if (pages && pages.of > 1) {
    lines.push(`Page ${pages.page} of ${pages.of}`);
    const page = (label: string, number: number): string[] =>
      look.asked ? [`${label}: ${typedAs(atPage(look.asked, number), look)}`] : [];
    if (pages.page < pages.of) lines.push(...page("Next", pages.page + 1));
    if (pages.page > 1) lines.push(...page("Previous", pages.page - 1));
  }
  lines.push(...actions.map((action) => offer(action, look)));
  if (choices) lines.push(printable(choices.prompt), ...choices.options.map((option) => `  ${offer(option, look)}`));
  return lines.map((line) => wrap(line, look));
}

function atPage({ command, options }: Asked, page: number): Asked {
  return { command, options: { ...options, page } };
}

function offer(invocation: Invocation, look: Look): string {
  const { label, description } = invocation;
  return `${printable(description === undefined ? label : `${label} (${description})`)}: ${typedAs(invocation, look)}`;
}

function typedAs(asked: Asked, look: Look): string {
  return paint(printable(writeLine(asked, look.commands)), look, "cyan");
}

/** One style for the whole: an end of bold inside it would end all of it. */
function heading(text: Text, look: Look): string {
  return wrap(paint(textOf(text), look, "bold"), look);
}

/** The text without any style. */
export function textOf(text: Text): string {
  return [text]
    .flat()
    .map((inline) => inlineText(inline, { width: Number.POSITIVE_INFINITY, color: false }))
    .join("");
}

/** The text, and below it the addresses of the articles that it names. */
function paragraph(text: Text, look: Look): string {
  const inlines = [text].flat();
  const addresses = inlines.flatMap((inline) =>
    typeof inline === "object" && "source" in inline ? address(inline.source.url, look) : [],
  );
  return [wrap(inlines.map((inline) => inlineText(inline, look)).join(""), look), ...addresses].join("\n");
}

function inlineText(inline: Inline, look: Look): string {
  if (typeof inline === "string") return printable(inline);
  if ("strong" in inline) return paint(printable(inline.strong), look, "bold");
  if ("code" in inline) return paint(printable(inline.code), look, "cyan");
  if ("date" in inline) return dayText(inline.date);
  if ("instant" in inline) return localTime(inline.instant, inline.style === "date");
  if ("channel" in inline) return printable(`#${inline.name ?? inline.channel}`);
  if ("link" in inline) return printable(`${inline.label}: ${inline.link}`);
  return printable(`${outletText(inline.source)}, ${dayText(inline.source.publishedAt)}`);
}

/** An instant by its day here; a day, month or year as written, which no time zone may shift. */
function dayText(date: NewsDate | undefined): string {
  return date?.includes("T") ? localTime(Date.parse(date), true) : dateText(date);
}

/** In the time zone of this machine. A relative time would soon be wrong on a screen that stands still. */
function localTime(instant: number, dayOnly: boolean): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", ...(dayOnly ? {} : { timeStyle: "short" }) });
  return format.format(instant);
}

/** Never wrapped, so that it can be clicked or copied. */
function address(url: string | undefined, look: Look): string[] {
  return url === undefined ? [] : [paint(printable(url), look, "cyan")];
}

function paint(text: string, look: Look, style: Style): string {
  return look.color ? styleText(style, text, { validateStream: false }) : text;
}

function wrap(text: string, { width }: Look): string {
  return Number.isFinite(width) ? wrapAnsi(text, Math.max(width, 10), { hard: true }) : text;
}
