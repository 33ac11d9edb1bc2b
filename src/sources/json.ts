import type { Draft } from "./draft.ts";
import { htmlLines } from "./html-lines.ts";
import { linesOf } from "./lines.ts";
import { checkMetadata, isMapping, type Metadata, pickKnown } from "./metadata.ts";
import { looksLikeHtml } from "./text.ts";
import { Unreadable } from "./unreadable.ts";

/** One article of a JSON file, or why it can't be one. */
export interface Entry {
  /** From 1. */
  readonly number: number;
  readonly read: () => { readonly story: Draft; readonly metadata: Metadata };
}

/** Names under which a file can hold its list. */
const lists = ["articles", "items", "entries", "results"];

/**
 * The articles of a JSON file: one object, a list, or `{ "articles": […] }`. The keys are those of front matter, and
 * `body` (or `text`, `content`) holds the text, plain or HTML.
 * @throws Unreadable if the file isn't JSON; a single bad entry only throws when it is read
 */
export function readJson(text: string): readonly Entry[] {
  const value = parse(text, "The file");
  const list = Array.isArray(value)
    ? value
    : isMapping(value)
      ? lists.map((key) => value[key]).find(Array.isArray)
      : undefined;
  const values: readonly unknown[] = list ?? [value];
  if (values.length === 0) throw new Unreadable("The file holds an empty list: put articles into it, or remove it.");
  return values.map((entry, index) => ({ number: index + 1, read: () => readEntry(entry) }));
}

/** JSON Lines: one article a line. */
export function readJsonLines(text: string): readonly Entry[] {
  const lines = text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [{ line, number: index + 1 }]));
  return lines.map(({ line, number }) => ({ number, read: () => readEntry(parse(line, "The line")) }));
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Unreadable(`${what} is not valid JSON, or only the beginning of it: save it again, complete.`);
  }
}

function readEntry(entry: unknown): ReturnType<Entry["read"]> {
  if (!isMapping(entry)) throw new Unreadable('It is not an object: write { "title": …, "body": … }.');
  const raw = pickKnown(entry);
  const metadata = checkMetadata(raw, "the JSON");
  const body = raw.body?.value;
  if (typeof body !== "string" || body.trim() === "") {
    throw new Unreadable("It has no text: put the article's text under “body”.");
  }
  const paragraphs = looksLikeHtml(body) ? htmlLines(body).map((line) => line.text) : linesOf(body);
  return { story: { paragraphs }, metadata };
}
