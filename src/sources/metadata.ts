import { type Document, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import { canonicalUrl } from "../news/article.ts";
import type { NewsDate } from "../news/dates.ts";
import { cleanLine, shorten } from "./text.ts";
import { readDate } from "./text-dates.ts";
import { Unreadable } from "./unreadable.ts";

/** What is known about an article besides its text, checked and cleaned. */
export interface Metadata {
  readonly title?: string;
  readonly source?: string;
  readonly credit?: string;
  readonly author?: string;
  readonly place?: string;
  readonly date?: NewsDate;
  readonly url?: string;
  readonly form?: "full" | "summary";
  readonly part?: number;
}

/** Other names for the keys, as front matter, feeds and news APIs write them: without case, `-`, `_` and spaces. */
const synonyms: Readonly<Record<keyof Metadata | "body", readonly string[]>> = {
  title: ["title", "headline"],
  source: ["source", "outlet", "publisher", "site", "sitename", "website", "publication", "newspaper"],
  credit: ["credit", "agency", "wire", "copyright", "copyrightholder"],
  author: ["author", "authors", "byline", "by", "creator", "writer"],
  place: ["place", "dateline", "location", "city"],
  date: [
    "date",
    "published",
    "publishedat",
    "publishedon",
    "datepublished",
    "pubdate",
    "publishdate",
    "publicationdate",
  ],
  url: ["url", "link", "canonical", "canonicalurl", "permalink", "address", "sourceurl"],
  form: ["form"],
  part: ["part"],
  body: ["body", "text", "content", "articlebody", "bodytext", "fulltext", "contenttext", "contenthtml"],
};

/** Longest texts, in characters. */
const limits = { title: 300, name: 120, url: 2000 };

/** A mapping's values under the names above, as given; `undefined`, `null` and empty ones are left out. */
export type RawMetadata = { readonly [K in keyof typeof synonyms]?: { readonly key: string; readonly value: unknown } };

export function pickKnown(mapping: Readonly<Record<string, unknown>>): RawMetadata {
  const given = new Map(
    Object.entries(mapping).map(([key, value]) => [key.toLowerCase().replace(/[-_ ]/g, ""), { key, value }]),
  );
  const picked: { -readonly [K in keyof RawMetadata]: RawMetadata[K] } = {};
  for (const name of Object.keys(synonyms) as (keyof typeof synonyms)[]) {
    const found = synonyms[name]
      .map((synonym) => given.get(synonym))
      .find((entry) => entry !== undefined && entry.value != null && entry.value !== "");
    if (found) picked[name] = found;
  }
  return picked;
}

/** @throws Unreadable naming the key whose value can't be used; `where` says where it stands ("the front matter"). */
export function checkMetadata(raw: RawMetadata, where: string): Metadata {
  const text = (name: keyof Metadata, limit: number) => {
    const entry = raw[name];
    if (entry === undefined) return undefined;
    const value = plainText(entry.value);
    if (value === undefined)
      throw new Unreadable(`In ${where}, “${entry.key}” is not a text: write it on one line, in quotes.`);
    return cleanLine(value) === "" ? undefined : shorten(cleanLine(value), limit);
  };
  const wrong = (name: keyof Metadata, advice: string) =>
    new Unreadable(
      `In ${where}, “${raw[name]?.key}” is “${shorten(cleanLine(String(plainText(raw[name]?.value) ?? "not a text")), 60)}”: ${advice}.`,
    );

  const url = text("url", limits.url);
  const date = dateOf(raw.date?.value);
  const form = text("form", limits.name)?.toLowerCase();
  const part = raw.part === undefined ? undefined : Number(raw.part.value);
  if (url !== undefined && canonicalUrl(url) === undefined)
    throw wrong("url", "write a whole address, starting with https://");
  if (raw.date !== undefined && date === undefined) throw wrong("date", "write it like 2019-04-25, 2019-04 or 2019");
  if (form !== undefined && form !== "full" && form !== "summary") throw wrong("form", "write full or summary");
  if (part !== undefined && !(Number.isInteger(part) && part > 0 && part < 1000))
    throw wrong("part", "write 1, 2, 3, …");
  return defined({
    title: text("title", limits.title),
    source: text("source", limits.name),
    credit: text("credit", limits.name),
    author: text("author", limits.name)?.replace(/^by /i, ""),
    place: text("place", limits.name),
    date,
    url,
    form,
    part,
  });
}

/** Without the keys whose value is undefined. */
export function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/**
 * Splits YAML front matter, between two lines `---` at the very start, from the text.
 * A text that merely starts with a rule has none. @throws Unreadable where front matter is meant but not valid.
 */
export function splitFrontMatter(text: string): { metadata: RawMetadata; body: string } {
  const [, blank = "", whole = ""] = /^\uFEFF?(\n*)(.*)$/s.exec(text) ?? [];
  const opening = /^---[ \t]*\n/.exec(whole);
  if (!opening) return { metadata: {}, body: text };
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(whole.slice(start));
  const looksMeant = /^[A-Za-z][\w -]{0,30}:(?:[ \t]|\n)/.test(whole.slice(start));
  if (!closing) {
    if (!looksMeant) return { metadata: {}, body: text };
    throw new Unreadable("The front matter is never closed: put a line with --- after its last key.");
  }
  const source = whole.slice(start, start + closing.index);
  const body = whole.slice(start + closing.index + closing[0].length);
  if (!looksMeant && !isYamlLike(source)) return { metadata: {}, body: text };
  return { metadata: readMapping(source, "the front matter", blank.length + 2), body };
}

/** Every line, blank ones aside, is a key, indented, an entry of a list or a comment: no prose between two rules. */
function isYamlLike(source: string): boolean {
  return source
    .split("\n")
    .every((line) => /^(?:[ \t#-]|$|["']?[A-Za-z][\w -]{0,30}["']?[ \t]*:(?:[ \t]|$))/.test(line));
}

/**
 * A YAML (or JSON) mapping; `date: 2019-04-25` stays a text.
 * @param firstLine the number of the source's first line in its file
 * @throws Unreadable
 */
export function readMapping(source: string, where: string, firstLine = 1): RawMetadata {
  const lines = new LineCounter();
  const document = parseDocument(source, { schema: "core", lineCounter: lines, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const place = openedAt(document, error) ?? error.pos[0];
    const line = Math.min(lines.linePos(place).line, source.trimEnd().split("\n").length) + firstLine - 1;
    throw new Unreadable(
      `In ${where}, line ${line} is not valid YAML: put values that hold “: ”, “#” or quotes between quotes.`,
    );
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    throw new Unreadable(`In ${where}, an alias can't be followed: write the values out.`);
  }
  if (value === null) return {};
  if (!isMapping(value)) throw new Unreadable(`In ${where}, there are no “key: value” lines: write, say, “title: …”.`);
  return pickKnown(value);
}

/** A quotation mark that is never closed is noticed at the end of the text: where the last value begins. */
function openedAt(document: Document, { code, pos }: YAMLError): number | undefined {
  let start: number | undefined;
  if (code !== "MISSING_CHAR") return undefined;
  visit(document, {
    Scalar(_, { range }) {
      if (range && range[0] < pos[0]) start = range[0];
    },
  });
  return start;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text out of a text, a number, a list of them, or an object with a name, as news APIs and JSON-LD give them. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const items = value.map(plainText);
    return items.length > 0 && items.every((item) => item !== undefined) ? items.join(", ") : undefined;
  }
  return isMapping(value) && value.name !== value ? plainText(value.name) : undefined;
}

/** Numbers from 10⁹ on are Unix time, in seconds or milliseconds. */
function dateOf(value: unknown): NewsDate | undefined {
  if (typeof value === "number" && value >= 1e9 && value < 1e14) {
    return readDate(new Date(value < 1e11 ? value * 1000 : value).toISOString());
  }
  const text = plainText(value);
  return text === undefined ? undefined : readDate(cleanLine(text));
}
