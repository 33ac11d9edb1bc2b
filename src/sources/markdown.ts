import { marked } from "marked";
import type { Draft } from "./draft.ts";
import { htmlLines } from "./html-lines.ts";
import { defined } from "./metadata.ts";

/** A Markdown text, all of which is the article's; its first line is the headline if it is a heading of level 1. */
export async function readMarkdown(text: string): Promise<readonly Draft[]> {
  const lines = htmlLines(await marked.parse(text, { gfm: true }));
  const [first, ...rest] = lines;
  const title = first?.element === "h1" ? first.text : undefined;
  const body = title === undefined ? lines : rest;
  return [{ ...defined({ title }), paragraphs: body.map((line) => line.text) }];
}
