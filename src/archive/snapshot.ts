import { randomUUID } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { endianness } from "node:os";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { Intake } from "./index-source.ts";
import type { Part } from "./pack.ts";

/** What an earlier run made of the same files: it needn't be made again. */
export interface Snapshot {
  readonly intake: Intake;
  readonly parts: readonly Part[];
}

interface Header {
  /** Of the files that were read, and of the program that read them. */
  readonly fingerprint: string;
  readonly intake: Intake;
  readonly parts: readonly (Omit<Part, "bytes"> & { readonly length: number; readonly checksum: number })[];
}

/** The first bytes of the file: what it is, in which form, and from a machine of which order of bytes. */
const mark = Buffer.from(`news index 3 ${endianness()}\n`);
const numberSize = 4;

/**
 * Writes the snapshot beside its place: renamed, it takes the place of an older one, whole or not at all.
 * @returns the file that it is in
 * @throws Error of the file system
 */
export function draftSnapshot(file: string, fingerprint: string, { intake, parts }: Snapshot): string {
  const header: Header = {
    fingerprint,
    intake,
    parts: parts.map(({ bytes, ...part }) => ({ ...part, length: bytes.length, checksum: crc32(bytes) })),
  };
  const head = Buffer.from(JSON.stringify(header));
  mkdirSync(dirname(file), { recursive: true });
  removeAbandoned(file);
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    const open = openSync(draft, "wx");
    try {
      for (const bytes of [mark, numberBytes(head.length), numberBytes(crc32(head)), head]) writeAll(open, bytes);
      for (const { bytes } of parts) writeAll(open, bytes);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    return draft;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * @param onPart hears of each part as soon as it is read; what it was given of a damaged snapshot must not be used
 * @returns what became of the files, or why there is none: nothing of a damaged one, or of one of other files, is ever used
 * @throws Error of the file system, unless the file is simply missing
 */
export function readSnapshot(
  file: string,
  fingerprint: string,
  onPart: (part: Part) => void,
): Pick<Snapshot, "intake"> | { readonly unfit: "missing" | "old" | "damaged" } {
  if (!statSync(file, { throwIfNoEntry: false })) return { unfit: "missing" };
  const open = openSync(file, "r");
  try {
    if (!readBytes(open, mark.length)?.equals(mark)) return { unfit: "old" };
    const [length, checksum] = [readNumber(open), readNumber(open)];
    const head = length === undefined ? undefined : readBytes(open, length);
    if (!head || crc32(head) !== checksum) return { unfit: "damaged" };
    const header = JSON.parse(head.toString("utf8")) as Header;
    if (header.fingerprint !== fingerprint) return { unfit: "old" };
    for (const { length, checksum, ...facts } of header.parts) {
      const bytes = readBytes(open, length);
      if (!bytes || crc32(bytes) !== checksum) return { unfit: "damaged" };
      onPart({ ...facts, bytes });
    }
    return { intake: header.intake };
  } finally {
    closeSync(open);
  }
}

/** What processes left that were ended while they wrote; one that is still at it is done within the hour. */
function removeAbandoned(file: string): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(file)}.`) || !name.endsWith(".tmp")) continue;
    const draft = join(folder, name);
    const written = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (written < Date.now() - 3_600_000) rmSync(draft, { force: true });
  }
}

function numberBytes(number: number): Buffer {
  const bytes = Buffer.alloc(numberSize);
  bytes.writeUInt32LE(number);
  return bytes;
}

function readNumber(open: number): number | undefined {
  return readBytes(open, numberSize)?.readUInt32LE();
}

/** So many bytes in a buffer of their own, or undefined where the file ends before. */
function readBytes(open: number, length: number): Buffer<ArrayBuffer> | undefined {
  // A damaged length could ask for any amount of memory.
  if (length > fstatSync(open).size) return undefined;
  const bytes = Buffer.from(new ArrayBuffer(length));
  for (let at = 0; at < length; ) {
    const read = readSync(open, bytes, at, length - at, null);
    if (read === 0) return undefined;
    at += read;
  }
  return bytes;
}

function writeAll(open: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at);
}
