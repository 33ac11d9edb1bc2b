import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Article } from "../news/article.ts";
import { decode, wordDocument } from "./decode.ts";
import { finish } from "./draft.ts";
import { readHtml } from "./html.ts";
import { type Entry, readJson, readJsonLines } from "./json.ts";
import { linesOf } from "./lines.ts";
import { readMarkdown } from "./markdown.ts";
import { checkMetadata, type Metadata, splitFrontMatter } from "./metadata.ts";
import { readPage } from "./page.ts";
import { readSidecars } from "./sidecar.ts";
import type { Reading } from "./source.ts";
import type { FoundFile } from "./tree.ts";
import { Unreadable } from "./unreadable.ts";

/** Bytes. An article is a few thousand; anything larger isn't one. */
const largest = 10_000_000;

type Format = "text" | "markdown" | "html" | "json" | "json-lines";

const formats: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".json": "json",
  ".jsonl": "json-lines",
  ".ndjson": "json-lines",
};

/** Text, but never an article. */
const foreign =
  /^\.(?:css|csv|tsv|js|mjs|cjs|ts|jsx|tsx|py|sh|bat|sql|xml|rss|atom|svg|ini|toml|lock|log|map|mht|mhtml|eml)$/i;

/**
 * What one file of the folder becomes: its articles, or the reason why it has none. A JSON file of many articles gives
 * a reading for each that can't be used, besides one for the rest.
 */
export async function readFoundFile(dir: string, found: FoundFile): Promise<readonly Reading[]> {
  const { file } = found;
  try {
    return await readings(dir, found);
  } catch (error) {
    if (error instanceof Unreadable) return [{ file, reason: error.message }];
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return [{ file, reason: reasons.get(code) ?? "It could not be read: the log says why.", cause: error }];
  }
}

const reasons = new Map([
  ["EACCES", "It may not be read: check its permissions."],
  ["EPERM", "It may not be read: check its permissions."],
  ["ENOENT", "It vanished while the folder was read: run the re-index again."],
]);

async function readings(dir: string, { file, sidecars }: FoundFile): Promise<readonly Reading[]> {
  const path = join(dir, file);
  const { size } = await stat(path);
  if (size > largest)
    throw new Unreadable(`It has ${Math.round(size / 1e6)} MB, the limit is 10 MB: split it up, or remove it.`);
  const extension = extname(file);
  if (/^\.ya?ml$/i.test(extension)) {
    throw new Unreadable("It describes no article: give it the name of the text beside it, or remove it.");
  }
  if (foreign.test(extension))
    throw new Unreadable(`A ${extension} file is not a kind that the bot reads: use .txt, .md, .html or .json.`);
  if (/^\.(?:doc|docx|docm)$/i.test(extension)) throw new Unreadable(wordDocument);
  const beside = await readSidecars(dir, sidecars);
  const text = decode(await readFile(path));
  const format = formats[extension.toLowerCase()] ?? "text";
  if (format === "json") return readEntries(file, readJson(text));
  if (format === "json-lines") return readEntries(file, readJsonLines(text));
  const { metadata, body } = splitFrontMatter(text);
  const known: Metadata = { ...checkMetadata(metadata, "the front matter"), ...beside };
  const isHtml = format === "html" || (format === "text" && /^\s{0,99}<(?:!doctype html|html|\?xml)/i.test(body));
  const stories = isHtml
    ? readHtml(body, known.title)
    : format === "markdown"
      ? await readMarkdown(body)
      : readPage(linesOf(body), known.title);
  return [{ file, articles: finish(stories, known, file) }];
}

function readEntries(file: string, entries: readonly Entry[]): readonly Reading[] {
  const articles: Article[] = [];
  const problems: Reading[] = [];
  for (const { number, read } of entries) {
    try {
      const { story, metadata } = read();
      const part = metadata.part ?? (metadata.url === undefined ? number : 1);
      articles.push(...finish([story], { ...metadata, part }, file));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push({ file: entries.length > 1 ? `${file}, entry ${number}` : file, reason: error.message });
    }
  }
  return articles.length > 0 ? [{ file, articles }, ...problems] : problems;
}
