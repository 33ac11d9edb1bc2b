import type { Pause } from "../pacing.ts";

/**
 * Which articles hold which terms, frozen: terms and typed arrays, which can be handed to another thread or written to a
 * file as they are. A term's number is its place in `terms`, an article's number the order in which it was added.
 */
export interface Postings {
  readonly terms: readonly string[];
  /** Where each term's articles start in `articles`; one more at the end. */
  readonly starts: Uint32Array;
  /** Ascending for each term. */
  readonly articles: Uint32Array;
  /** How often that article holds the term, at most 255. */
  readonly counts: Uint8Array;
  /** Of each article. */
  readonly lengths: Uint32Array;
}

export interface PostingsBuilder {
  /**
   * Adds the next article.
   * @param held terms in any order, as often as they count
   */
  add(held: readonly string[], length: number): void;
  finish(pause: Pause): Promise<Postings>;
}

/** So many postings are put in order between two pauses. */
const piece = 100_000;

/**
 * Counts each article's terms, and puts the counts in the order of the terms in the end. MiniSearch, which did that
 * before, keeps every posting as an entry of a Map and has to be read out through its serialised form: a third of the
 * time that building a library took, and its answers are objects, one for every hit, which at 100,000 articles cost
 * 1.5 GB and most of a second. `miniSearchOf` gives the same postings in MiniSearch's own format.
 */
export function createPostingsBuilder(): PostingsBuilder {
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  const ends = [0];
  let held = new Uint32Array(1 << 16);
  let counts = new Uint8Array(1 << 16);
  let size = 0;
  /** Where the article that is being added, or the last one that had it, counts each term. */
  const places: number[] = [];

  function note(term: string, first: number): void {
    let number = numbers.get(term);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(term, number);
      places.push(-1);
    }
    const place = places[number] ?? -1;
    if (place >= first) {
      counts[place] = Math.min((counts[place] ?? 0) + 1, 255);
      return;
    }
    if (size === held.length) {
      held = enlarged(held, new Uint32Array(size + (size >> 1)));
      counts = enlarged(counts, new Uint8Array(size + (size >> 1)));
    }
    places[number] = size;
    held[size] = number;
    counts[size++] = 1;
  }

  return {
    add(terms, length) {
      const first = size;
      for (const term of terms) note(term, first);
      ends.push(size);
      lengths.push(length);
    },
    async finish(pause) {
      const byTerm = await inverted(held.subarray(0, size), counts, ends, numbers.size, pause);
      return { terms: [...numbers.keys()], lengths: Uint32Array.from(lengths), ...byTerm };
    },
  };
}

function enlarged<A extends Uint32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** From the terms of each article to the articles of each term, by counting (Knuth's distribution counting). */
async function inverted(held: Uint32Array, counts: Uint8Array, ends: readonly number[], terms: number, pause: Pause) {
  const starts = new Uint32Array(terms + 1);
  for (let place = 0; place < held.length; place++) {
    const term = at(held, place);
    starts[term + 1] = at(starts, term + 1) + 1;
    if (place % piece === 0) await pause();
  }
  for (let term = 0; term < terms; term++) starts[term + 1] = at(starts, term + 1) + at(starts, term);
  const next = starts.slice();
  const articles = new Uint32Array(held.length);
  const ordered = new Uint8Array(held.length);
  let article = 0;
  for (let place = 0; place < held.length; place++) {
    while (place >= (ends[article + 1] ?? 0)) article++;
    const term = at(held, place);
    const to = at(next, term);
    next[term] = to + 1;
    articles[to] = article;
    ordered[to] = counts[place] ?? 0;
    if (place % piece === 0) await pause();
  }
  return { starts, articles, counts: ordered };
}

function at(array: Uint32Array, place: number): number {
  return array[place] ?? 0;
}
