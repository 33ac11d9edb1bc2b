import type { Article } from "../news/article.ts";
import type { LibraryData } from "../news/index-articles.ts";
import type { Pause } from "../pacing.ts";

/** A piece of a packed library, each in a buffer of its own. A long list is several parts of one name, in order. */
export interface Part {
  /** Where the value belongs: "postings.terms.starts". */
  readonly name: string;
  readonly kind: Kind;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many parts there are in all. */
  readonly of: number;
}

/** Records in JSON, a text in UTF-16, or numbers as they lie in memory, in the order of bytes of the machine. */
type Kind = "list" | "text" | "bytes" | "integers" | "fractions";

/** As `LibraryData`, with the bodies as one long text in UTF-8. */
interface Packed extends Omit<LibraryData, "articles"> {
  readonly articles: readonly Omit<Article, "body">[];
  readonly bodies: { readonly bytes: Uint8Array; readonly starts: Uint32Array };
}

/** A list is cut into parts of about so many characters: one is read in a few milliseconds. */
const longestPart = 50_000;

/** A library's data as bytes, which go to another thread or into a file as they are. */
export function packLibrary(data: LibraryData): readonly Part[] {
  const packed: Packed = {
    ...data,
    articles: data.articles.map(({ body: _, ...facts }) => facts),
    bodies: packBodies(data.articles),
  };
  const parts = partsOf("", packed);
  // The lists first: they take longest to unpack, and that can begin while the rest is still being read.
  const sorted = [...parts.filter(({ kind }) => kind === "list"), ...parts.filter(({ kind }) => kind !== "list")];
  return sorted.map((part) => ({ ...part, of: parts.length }));
}

/** Makes a library's data out of its parts, a little at a time, while they are still coming in. */
export interface Unpacker {
  /** @param part of those that `packLibrary` gave, in their order */
  take(part: Part): void;
  /** To be called after the last part. The bodies stay in their bytes: each is decoded when it is read. */
  finish(): Promise<LibraryData>;
}

export function createUnpacker(pause: Pause): Unpacker {
  const values: Record<string, unknown> = {};
  let taken = 0;
  let missing = 1;
  let work = Promise.resolve();

  async function read({ name, kind, bytes, of }: Part): Promise<void> {
    missing = of - ++taken;
    const path = name.split(".");
    const last = path.pop() ?? "";
    let place = values;
    for (const step of path) {
      place[step] ??= {};
      place = place[step] as typeof values;
    }
    if (kind === "list") {
      place[last] ??= [];
      const items = place[last] as unknown[];
      for (const item of JSON.parse(textIn(bytes)) as readonly unknown[]) items.push(item);
    } else {
      place[last] = unpacked[kind](bytes);
    }
    await pause();
  }

  return {
    take(part) {
      work = work.then(() => read(part));
      // Who calls `finish` hears of it.
      work.catch(() => {});
    },
    async finish() {
      await work;
      if (missing !== 0) throw new Error("The packed library is not whole.");
      // They are what `packLibrary` was given.
      const { articles, bodies, ...rest } = values as unknown as Packed;
      return { ...rest, articles: await withBodies(articles, bodies, pause) };
    },
  };
}

const unpacked: Readonly<Record<Exclude<Kind, "list">, (bytes: Uint8Array<ArrayBuffer>) => unknown>> = {
  text: (bytes) => bufferOf(bytes).toString("utf16le"),
  bytes: (bytes) => bytes,
  integers: ({ buffer, byteOffset, byteLength }) =>
    new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT),
  fractions: ({ buffer, byteOffset, byteLength }) =>
    new Float64Array(buffer, byteOffset, byteLength / Float64Array.BYTES_PER_ELEMENT),
};

function partsOf(name: string, value: unknown): Omit<Part, "of">[] {
  // A word that was cut may end in half a character, which UTF-8 can't hold.
  if (typeof value === "string") return [{ name, kind: "text", bytes: copy(Buffer.from(value, "utf16le")) }];
  if (value instanceof Uint8Array) return [{ name, kind: "bytes", bytes: copy(value) }];
  if (value instanceof Uint32Array) return [{ name, kind: "integers", bytes: copy(value) }];
  if (value instanceof Float64Array) return [{ name, kind: "fractions", bytes: copy(value) }];
  if (Array.isArray(value)) return listParts(name, value);
  if (typeof value !== "object" || value === null) throw new Error(`"${name}" can't be packed.`);
  return Object.entries(value).flatMap(([key, inner]) => partsOf(name === "" ? key : `${name}.${key}`, inner));
}

/** In a buffer of its own, which can be handed over without the rest. */
function copy({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array | Float64Array): Uint8Array<ArrayBuffer> {
  if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) return new Uint8Array(buffer);
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

function listParts(name: string, items: readonly unknown[]): Omit<Part, "of">[] {
  const parts: Omit<Part, "of">[] = [];
  let texts: string[] = [];
  let length = 0;
  const flush = () => {
    parts.push({ name, kind: "list", bytes: encoder.encode(`[${texts.join(",")}]`) });
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

function packBodies(articles: readonly Article[]): Packed["bodies"] {
  const starts = new Uint32Array(articles.length + 1);
  for (const [number, { body }] of articles.entries()) {
    starts[number + 1] = (starts[number] ?? 0) + Buffer.byteLength(body);
  }
  const bytes = new Uint8Array(starts[articles.length] ?? 0);
  for (const [number, { body }] of articles.entries()) encoder.encodeInto(body, bytes.subarray(starts[number]));
  return { bytes, starts };
}

async function withBodies(facts: Packed["articles"], bodies: Packed["bodies"], pause: Pause): Promise<Article[]> {
  const bodyOf = bodiesIn(bodies);
  const articles: Article[] = [];
  for (const [number, one] of facts.entries()) {
    articles.push({
      ...one,
      get body() {
        return bodyOf(number);
      },
    });
    if (number % 16 === 0) await pause();
  }
  return articles;
}

/** Who reads a body asks for it again and again: the last one is kept. */
function bodiesIn({ bytes, starts }: Packed["bodies"]): (number: number) => string {
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

function textIn(bytes: Uint8Array): string {
  return bufferOf(bytes).toString("utf8");
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
