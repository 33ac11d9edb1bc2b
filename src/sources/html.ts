import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readByline } from "./credits.ts";
import type { Draft } from "./draft.ts";
import { type DomDocument, type DomNode, measure, nodeLines } from "./html-lines.ts";
import { readHtmlMetadata } from "./html-metadata.ts";
import { linesOf } from "./lines.ts";
import { defined } from "./metadata.ts";
import { findHolder, readPage } from "./page.ts";
import { cleanLine } from "./text.ts";

/** Where Readability finds less than this part of what the whole page holds, it has taken a footer for the article. */
const leastOfPage = 1 / 4;

/** Readability takes minutes, or fails, for a page far larger or deeper than any news site's. */
const largest = { nodes: 50_000, depth: 120 };

/**
 * The stories of a saved HTML page. What the page says about itself for machines (JSON-LD, OpenGraph, meta tags) comes
 * first; Mozilla's Readability finds the main text, which then goes through the same rules as a page saved as text.
 * @param html may be hostile: nothing in it is run or fetched
 * @param title the headline, where it is known from elsewhere
 */
export function readHtml(html: string, title?: string): readonly Draft[] {
  const bare = withoutElements(html, ["script", "style", "noscript", "svg", "template"]);
  const { document } = parseHTML(/<html[\s>]/i.test(bare) ? bare : `<html><body>${bare}</body></html>`);
  const { articleBody, ...known } = readHtmlMetadata(document, html);
  const read = (lines: readonly string[]) => readPage(lines, title ?? known.title);
  const all = textsOf(document.documentElement);
  const readable = findMain(document);
  const main = read(readable ? textsOf(readable.content) : []);
  const isWhole = size(main) > all.join("").length * leastOfPage;
  const page = isWhole ? [] : read(all);
  const embedded = isWhole || articleBody === undefined ? [] : read(linesOf(articleBody));
  const [first, ...others] = [main, page, embedded].find((found) => size(found) > size(page) * leastOfPage) ?? embedded;
  if (first === undefined) return [];
  const shared = defined({ url: known.url, source: known.source });
  const author = first.author ?? readByline(`By ${cleanLine(readable?.byline ?? "").replace(/^by:? /i, "")}`)?.author;
  const holder = first.holder ?? findHolder(all);
  return [{ ...first, ...defined({ author, holder }), ...known }, ...others.map((story) => ({ ...story, ...shared }))];
}

/** Readability's result, or nothing for a page that it can't cope with. */
function findMain(document: DomDocument): { content: DomNode; byline: string } | undefined {
  const { nodes, depth } = measure(document.documentElement);
  if (nodes > largest.nodes || depth > largest.depth) return undefined;
  try {
    const found = new Readability(document, { serializer: (node) => node }).parse();
    return found?.content ? { content: found.content, byline: found.byline ?? "" } : undefined;
  } catch (error) {
    // It recurses, and the DOM spreads lists into arguments: both end at the size of the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function size(stories: readonly Draft[]): number {
  return stories.flatMap(({ paragraphs }) => paragraphs).join("").length;
}

function textsOf(node: DomNode): string[] {
  return nodeLines(node).map(({ text }) => text);
}

/** Without the elements that hold no text, found by their tags alone: a page of 5 MB may be mostly scripts. */
export function withoutElements(html: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const opening = new RegExp(`<${name}(?=[\\s>/])`, "gi");
    const closing = new RegExp(`</${name}\\s*>`, "gi");
    let kept = "";
    let from = 0;
    for (;;) {
      opening.lastIndex = from;
      const start = opening.exec(rest)?.index;
      if (start === undefined) return kept + rest.slice(from);
      closing.lastIndex = start;
      kept += rest.slice(from, start);
      if (closing.exec(rest) === null) return kept;
      from = closing.lastIndex;
    }
  }, html);
}
