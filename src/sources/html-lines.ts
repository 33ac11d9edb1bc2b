import { parseHTML } from "linkedom";
import { cleanLine } from "./text.ts";

/** The text of one block of a page. */
export interface HtmlLine {
  readonly text: string;
  /** The block's element, in lower case: "p", "h2", "li". */
  readonly element: string;
}

const blocks = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td th thead tr ul".split(
    " ",
  ),
);
const left = new Set(
  "button canvas embed figcaption iframe img input math noscript object script select style svg template textarea title video audio head".split(
    " ",
  ),
);

/** The visible text of HTML, one entry for each block that holds any. */
export function htmlLines(html: string): HtmlLine[] {
  return nodeLines(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
}

/** What is needed of a parsed page: the types of the libraries assume a browser. */
export interface DomDocument {
  readonly documentElement: DomNode;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

interface DomElement extends DomNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

/** Goes through the tree without recursion: a hostile page can be nested a hundred thousand levels deep. */
export function nodeLines(root: DomNode): HtmlLine[] {
  const lines: HtmlLine[] = [];
  const open: string[] = [root.nodeName.toLowerCase()];
  let text = "";
  // Kept apart, as looking at the end of a text that is being built takes time in proportion to its length.
  let end = "";
  const flush = () => {
    const cleaned = cleanLine(text);
    if (cleaned !== "") lines.push({ text: cleaned, element: open.at(-1) ?? "" });
    text = "";
    end = "";
  };
  const add = (more: string) => {
    text += isGlued(end, more) ? ` ${more}` : more;
    end = (end + more.slice(-4)).slice(-4);
  };
  let node = root.firstChild;
  while (node !== null) {
    const name: string = node.nodeName.toLowerCase();
    if (node.nodeType === 3) add(node.nodeValue ?? "");
    if (name === "br") flush();
    if (node.nodeType === 1 && blocks.has(name)) {
      flush();
      open.push(name);
    }
    const inside: DomNode | null = node.nodeType === 1 && !left.has(name) ? node.firstChild : null;
    if (inside !== null) {
      node = inside;
      continue;
    }
    if (blocks.has(name)) close();
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node !== null && blocks.has(node.nodeName.toLowerCase())) close();
    }
    node = node?.nextSibling ?? null;
  }
  flush();
  return lines;

  function close(): void {
    flush();
    open.pop();
  }
}

/** Two elements without white space between them are two words where capitals say so: "Trump" and "Pompeo". */
function isGlued(before: string, after: string): boolean {
  return /(?:\p{Ll}{2}[.!?:]?|\p{Ll}[)”"])$/u.test(before) && /^["“]?\p{Lu}\p{Ll}/u.test(after);
}

/** How many nodes are below a node, and how deep the deepest stands. */
export function measure(root: DomNode): { nodes: number; depth: number } {
  let nodes = 0;
  let depth = 0;
  const open: { node: DomNode | null; level: number }[] = [{ node: root.firstChild, level: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level } = next;
    if (node === null) continue;
    nodes++;
    depth = Math.max(depth, level);
    open.push({ node: node.nextSibling, level }, { node: node.firstChild, level: level + 1 });
  }
  return { nodes, depth };
}
