import type { Article } from "../news/article.ts";
import type { NewsDate } from "../news/dates.ts";
import type { Excerpt } from "../news/excerpt.ts";
import type { Inline, Text } from "../reply.ts";
import { dateText, outletText } from "../wording.ts";
import { ellipsize } from "./limits.ts";

/**
 * Text as Discord shows it literally: nothing in it formats, mentions or links. Discord drops a backslash before any
 * punctuation; `@everyone` and `@here` get a zero-width space, since a backslash doesn't stop them in old clients.
 */
export function literal(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\*_~|`<>[\]]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(\bdiscord(?:app)?\.(?:gg|com|new))\//gi, "$1\\/")
    .replace(/^( ?)(?=[#+-])/, "$1\\")
    .replace(/^( ?\d+)(?=[.)])/, "$1\\")
    .replace(/@(?=everyone|here)/g, "@\u200b");
}

/** Text for between the brackets of a link, where a backslash wouldn't keep a bracket from ending it. */
export function linkLabel(text: string): string {
  return literal(text.replaceAll("[", "(").replaceAll("]", ")"));
}

/**
 * A reply's text as markdown on one line.
 * @param limit code points of each piece of text in it; cut before markup is added, so that none is ever cut in two
 */
export function inline(text: Text, limit: number): string {
  const pieces = Array.isArray(text) ? (text as readonly Inline[]) : [text as Inline];
  return pieces.map((part) => piece(part, limit)).join("");
}

function piece(part: Inline, limit: number): string {
  if (typeof part === "string") return literal(ellipsize(part, limit));
  if ("strong" in part) return `**${literal(ellipsize(part.strong, limit))}**`;
  if ("code" in part) return code(ellipsize(part.code.replace(/\s+/g, " "), limit));
  if ("date" in part) return dateMark(part.date);
  if ("instant" in part) return timestamp(part.instant, { date: "D", "date-time": "f", relative: "R" }[part.style]);
  if ("channel" in part) return /^\d+$/.test(part.channel) ? `<#${part.channel}>` : literal(`#${part.channel}`);
  if ("link" in part) return `[${literal(ellipsize(part.label, limit))}](${linkTarget(part.link) ?? ""})`;
  return sourceMark(part.source, longestInlineLink);
}

/** Inline code, in which nothing can be escaped: a text with a backtick is shown without it. */
function code(text: string): string {
  return text.includes("`") || text === "" ? literal(text) : `\`${text}\``;
}

/** Characters of an address in the middle of a line. */
const longestInlineLink = 800;

/** Outlet, date and link of an article in the middle of a line. */
function sourceMark(article: Article, limit: number): string {
  const link = linkMark(article, limit);
  return `${literal(outletText(article))}, ${dateMark(article.publishedAt)}${link === undefined ? "" : ` · ${link}`}`;
}

/** The small line under a headline: outlet, date, remarks. */
export function sourceLine(article: Article): string {
  return `${literal(outletText(article))} · ${dateMark(article.publishedAt)}`;
}

/**
 * A link to the article, or why it has none; undefined where no address is known.
 * @param longest address that may be shown, in characters
 */
export function linkMark(article: Article, longest: number): string | undefined {
  if (article.url === undefined) return undefined;
  const href = linkTarget(article.url);
  if (href === undefined) return "its address can't be linked";
  return href.length <= longest ? `[Open article](${href})` : "its address is too long to link";
}

/** The address in a form that can't end a markdown link early; undefined if it is none, or one that hides a login. */
export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol, username, password } = new URL(url);
  if (!/^https?:$/.test(protocol) || username !== "" || password !== "") return undefined;
  return href.replace(/[()<>[\]\\*~`|\s]/g, (character) => encodeCharacter(character));
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/** An instant in the reader's own time zone; a day, month or year as written, which no zone may shift. */
export function dateMark(date: NewsDate | undefined): string {
  return date?.includes("T") ? timestamp(Date.parse(date), "D") : dateText(date);
}

function timestamp(milliseconds: number, style: string): string {
  return `<t:${Math.floor(milliseconds / 1000)}:${style}>`;
}

/** The slice with its matches in bold and an ellipsis, outside it, where a sentence was cut. */
export function excerptMark({ text, matches, cutBefore, cutAfter }: Excerpt): string {
  let marked = cutBefore ? "… " : "";
  let at = 0;
  for (const [from, to] of matches) {
    marked += `${literal(text.slice(at, from))}**${literal(text.slice(from, to))}**`;
    at = to;
  }
  return `${marked}${literal(text.slice(at))}${cutAfter ? " …" : ""}`;
}
