import type { Article } from "../news/article.ts";
import type { LibraryData } from "../news/index-articles.ts";
import type { Bearer } from "../news/people-later.ts";
import type { Nameable } from "../news/people-resolve.ts";
import type { Pause } from "../pacing.ts";

/** A piece of a packed library, each in a buffer of its own. A long list is several parts of one name, in order. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A list is cut into parts of about so many characters: one is read in a few milliseconds. */
const longestPart = 50_000;

/**
 * A library's data as bytes, which go to another thread or into a file as they are. Numbers stay as they lie in memory,
 * in the order of bytes of the machine; lists of texts and records are JSON; the bodies are one long text in UTF-8.
 */
export function packLibrary({ articles, people, postings, transcript, spellings }: LibraryData): readonly Part[] {
  return [
    ...listParts(
      "articles",
      articles.map(({ body: _, ...facts }) => facts),
    ),
    ...textParts(articles.map(({ body }) => body)),
    ...listParts("people", people.people),
    ...listParts("people.bearers", people.bearers),
    ...listParts("people.common", people.common),
    part("people.mentions", people.mentions),
    part("people.mentionStarts", people.mentionStarts),
    part("people.present", people.present),
    part("people.presentStarts", people.presentStarts),
    ...listParts("postings.terms", postings.terms),
    part("postings.starts", postings.starts),
    part("postings.articles", postings.articles),
    part("postings.counts", postings.counts),
    part("postings.lengths", postings.lengths),
    ...listParts("transcript.forms", transcript.forms),
    ...listParts("transcript.keys", transcript.keys),
    part("transcript.keyOf", transcript.keyOf),
    part("transcript.stops", transcript.stops),
    part("transcript.words", transcript.words),
    part("transcript.starts", transcript.starts),
    ...listParts("spellings.forms", spellings.forms),
    ...listParts("spellings.written", spellings.written),
    part("spellings.articles", spellings.articles),
  ];
}

/**
 * The data again, a little at a time. The bodies stay in their bytes: each is decoded when it is read.
 * @param parts what `packLibrary` gave, unchanged
 */
export async function unpackLibrary(parts: readonly Part[], pause: Pause): Promise<LibraryData> {
  const numbers = (name: string) => {
    const { buffer, byteOffset, byteLength } = bytesOf(parts, name);
    return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
  };
  // The types are those that `packLibrary` was given.
  const list = async <T>(name: string): Promise<readonly T[]> => {
    const items: T[] = [];
    for (const { bytes } of parts.filter((part) => part.name === name)) {
      for (const item of JSON.parse(textIn(bytes)) as readonly T[]) items.push(item);
      await pause();
    }
    return items;
  };
  const bodyOf = bodiesIn(bytesOf(parts, "bodies"), numbers("bodyStarts"));
  const articles: Article[] = [];
  for (const facts of await list<Omit<Article, "body">>("articles")) {
    const number = articles.length;
    articles.push({
      ...facts,
      get body() {
        return bodyOf(number);
      },
    });
    if (number % 16 === 0) await pause();
  }
  return {
    articles,
    people: {
      people: await list<Nameable>("people"),
      bearers: await list<Bearer>("people.bearers"),
      common: await list<string>("people.common"),
      mentions: numbers("people.mentions"),
      mentionStarts: numbers("people.mentionStarts"),
      present: numbers("people.present"),
      presentStarts: numbers("people.presentStarts"),
    },
    postings: {
      terms: await list<string>("postings.terms"),
      starts: numbers("postings.starts"),
      articles: numbers("postings.articles"),
      counts: bytesOf(parts, "postings.counts"),
      lengths: numbers("postings.lengths"),
    },
    transcript: {
      forms: await list<string>("transcript.forms"),
      keys: await list<string>("transcript.keys"),
      keyOf: numbers("transcript.keyOf"),
      stops: bytesOf(parts, "transcript.stops"),
      words: numbers("transcript.words"),
      starts: numbers("transcript.starts"),
    },
    spellings: {
      forms: await list<string>("spellings.forms"),
      written: await list<string>("spellings.written"),
      articles: numbers("spellings.articles"),
    },
  };
}

function part(name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array): Part {
  // A copy has a buffer of its own, which can be handed over without the rest.
  return { name, bytes: new Uint8Array(buffer, byteOffset, byteLength).slice() };
}

function bytesOf(parts: readonly Part[], name: string): Uint8Array<ArrayBuffer> {
  const found = parts.find((part) => part.name === name);
  if (!found) throw new Error(`The packed library lacks "${name}".`);
  return found.bytes;
}

function listParts(name: string, items: readonly unknown[]): Part[] {
  const parts: Part[] = [];
  let texts: string[] = [];
  let length = 0;
  const flush = () => {
    parts.push({ name, bytes: encoder.encode(`[${texts.join(",")}]`) });
    texts = [];
    length = 0;
  };
  for (const item of items) {
    const text = JSON.stringify(item);
    texts.push(text);
    length += text.length;
    if (length > longestPart) flush();
  }
  flush();
  return parts;
}

function textParts(texts: readonly string[]): readonly Part[] {
  const starts = new Uint32Array(texts.length + 1);
  for (const [number, text] of texts.entries()) starts[number + 1] = (starts[number] ?? 0) + Buffer.byteLength(text);
  const bytes = new Uint8Array(starts[texts.length] ?? 0);
  for (const [number, text] of texts.entries()) encoder.encodeInto(text, bytes.subarray(starts[number]));
  return [{ name: "bodies", bytes }, part("bodyStarts", starts)];
}

/** Who reads a body asks for it again and again: the last one is kept. */
function bodiesIn(bytes: Uint8Array, starts: Uint32Array): (number: number) => string {
  let last = -1;
  let body = "";
  return (number) => {
    if (number === last) return body;
    body = textIn(bytes.subarray(starts[number], starts[number + 1]));
    last = number;
    return body;
  };
}

const encoder = new TextEncoder();

function textIn({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
}
