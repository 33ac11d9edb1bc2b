import type { Article } from "../news/article.ts";
import type { LibraryData } from "../news/index-articles.ts";
import type { Bearer } from "../news/people-later.ts";
import type { Nameable } from "../news/people-resolve.ts";
import type { Pause } from "../pacing.ts";

/** A piece of a packed library, each in a buffer of its own. A long list is several parts of one name, in order. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The bytes are a list in JSON, not numbers or text. */
  readonly isList?: true;
}

/** A list is cut into parts of about so many characters: one is read in a few milliseconds. */
const longestPart = 50_000;

/**
 * A library's data as bytes, which go to another thread or into a file as they are. Numbers stay as they lie in memory,
 * in the order of bytes of the machine; lists of texts and records are JSON; the bodies are one long text in UTF-8.
 */
export function packLibrary({ articles, people, postings, transcript, spellings }: LibraryData): readonly Part[] {
  return [
    // The lists first: they take longest to unpack, and that can begin while the rest is still being read.
    ...listParts(
      "articles",
      articles.map(({ body: _, ...facts }) => facts),
    ),
    ...listParts("people", people.people),
    ...listParts("people.bearers", people.bearers),
    ...listParts("people.common", people.common),
    ...listParts("postings.terms", postings.terms),
    ...listParts("transcript.forms", transcript.forms),
    ...listParts("transcript.keys", transcript.keys),
    ...listParts("spellings.forms", spellings.forms),
    ...listParts("spellings.written", spellings.written),
    ...textParts(articles.map(({ body }) => body)),
    part("people.mentions", people.mentions),
    part("people.mentionStarts", people.mentionStarts),
    part("people.present", people.present),
    part("people.presentStarts", people.presentStarts),
    part("postings.starts", postings.starts),
    part("postings.articles", postings.articles),
    part("postings.counts", postings.counts),
    part("postings.lengths", postings.lengths),
    part("transcript.keyOf", transcript.keyOf),
    part("transcript.stops", transcript.stops),
    part("transcript.words", transcript.words),
    part("transcript.starts", transcript.starts),
    part("spellings.articles", spellings.articles),
  ];
}

/** Makes a library's data out of its parts, a little at a time, while they are still coming in. */
export interface Unpacker {
  /** @param part of those that `packLibrary` gave, in their order */
  take(part: Part): void;
  /** To be called after the last part. The bodies stay in their bytes: each is decoded when it is read. */
  finish(): Promise<LibraryData>;
}

export function createUnpacker(pause: Pause): Unpacker {
  const arrays = new Map<string, Uint8Array<ArrayBuffer>>();
  const lists = new Map<string, unknown[]>();
  let work = Promise.resolve();

  async function read({ name, bytes, isList }: Part): Promise<void> {
    if (!isList) {
      arrays.set(name, bytes);
      return;
    }
    const items = lists.get(name) ?? [];
    lists.set(name, items);
    for (const item of JSON.parse(textIn(bytes)) as readonly unknown[]) items.push(item);
    await pause();
  }

  function bytesOf(name: string): Uint8Array<ArrayBuffer> {
    const found = arrays.get(name);
    if (!found) throw new Error(`The packed library lacks "${name}".`);
    return found;
  }

  function numbers(name: string): Uint32Array {
    const { buffer, byteOffset, byteLength } = bytesOf(name);
    return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
  }

  /** The types are those that `packLibrary` was given. */
  const list = <T>(name: string) => (lists.get(name) ?? []) as readonly T[];

  return {
    take(part) {
      work = work.then(() => read(part));
      // Who calls `finish` hears of it.
      work.catch(() => {});
    },
    async finish() {
      await work;
      const bodyOf = bodiesIn(bytesOf("bodies"), numbers("bodyStarts"));
      const articles: Article[] = [];
      for (const facts of list<Omit<Article, "body">>("articles")) {
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
          people: list<Nameable>("people"),
          bearers: list<Bearer>("people.bearers"),
          common: list<string>("people.common"),
          mentions: numbers("people.mentions"),
          mentionStarts: numbers("people.mentionStarts"),
          present: numbers("people.present"),
          presentStarts: numbers("people.presentStarts"),
        },
        postings: {
          terms: list<string>("postings.terms"),
          starts: numbers("postings.starts"),
          articles: numbers("postings.articles"),
          counts: bytesOf("postings.counts"),
          lengths: numbers("postings.lengths"),
        },
        transcript: {
          forms: list<string>("transcript.forms"),
          keys: list<string>("transcript.keys"),
          keyOf: numbers("transcript.keyOf"),
          stops: bytesOf("transcript.stops"),
          words: numbers("transcript.words"),
          starts: numbers("transcript.starts"),
        },
        spellings: {
          forms: list<string>("spellings.forms"),
          written: list<string>("spellings.written"),
          articles: numbers("spellings.articles"),
        },
      };
    },
  };
}

function part(name: string, { buffer, byteOffset, byteLength }: Uint8Array | Uint32Array): Part {
  // A copy has a buffer of its own, which can be handed over without the rest.
  return { name, bytes: new Uint8Array(buffer, byteOffset, byteLength).slice() };
}

function listParts(name: string, items: readonly unknown[]): Part[] {
  const parts: Part[] = [];
  let texts: string[] = [];
  let length = 0;
  const flush = () => {
    parts.push({ name, bytes: encoder.encode(`[${texts.join(",")}]`), isList: true });
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
