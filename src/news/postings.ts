import MiniSearch from "minisearch";
import type { Pause } from "../pacing.ts";
import { ranked } from "./sorted.ts";
import type { Terms } from "./terms.ts";
import { joinTexts, type Texts } from "./texts.ts";

/**
 * Which articles hold which terms, frozen: terms and typed arrays, which can be handed to another thread or written to a
 * file as they are. A term's number is its place in `terms`, an article's number the order in which it was added.
 */
export interface Postings {
  /** Ascending. */
  readonly terms: Texts;
  /** Where each term's articles start in `articles`; one more at the end. */
  readonly starts: Uint32Array;
  /** Ascending for each term. */
  readonly articles: Uint32Array;
  /** How often that article holds the term, at most 255. */
  readonly counts: Uint8Array;
  /** How often all articles together hold each term, the counts added up. */
  readonly occurrences: Uint32Array;
  /** Of each article. */
  readonly lengths: Uint32Array;
}

export interface PostingsBuilder {
  /** Adds the next article. */
  add(terms: Terms): void;
  finish(pause: Pause): Promise<Postings>;
}

/** What MiniSearch indexed of a run of articles. */
interface Segment {
  readonly first: number;
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
  readonly counts: Uint8Array;
}

/**
 * MiniSearch keeps every posting as an entry of a Map and answers with an object for every hit, which at 100,000
 * articles costs 1.5 GB and most of a second. So it indexes a run of articles at a time; the run is frozen, and all of
 * them are merged in the end. In short runs its trees stay small: with 20 articles in each, all of them take three fifths
 * of the time that they take with 500.
 */
const run = 20;

export function createPostingsBuilder(): PostingsBuilder {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const segments: Segment[] = [];
  const lengths: number[] = [];
  let engine = createEngine();

  function numberOf(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, terms.length);
    return terms.push(term) - 1;
  }

  function freezeRun(): void {
    if (engine.documentCount === 0) return;
    segments.push(frozen(engine, lengths.length - engine.documentCount, numberOf));
    engine = createEngine();
  }

  return {
    add({ terms, length }) {
      engine.add({ id: lengths.length, terms: terms.join(" ") });
      lengths.push(length);
      if (engine.documentCount >= run) freezeRun();
    },
    async finish(pause) {
      freezeRun();
      const { sorted, rank } = ranked(terms);
      for (const segment of segments) segment.terms.set(segment.terms.map((term) => at(rank, term)));
      return {
        terms: joinTexts(sorted),
        lengths: Uint32Array.from(lengths),
        ...(await merged(segments, terms.length, pause)),
      };
    },
  };
}

function createEngine() {
  return new MiniSearch<{ id: number; terms: string }>({
    fields: ["terms"],
    tokenize: (terms) => terms.split(" "),
    processTerm: (term) => term,
  });
}

/** Reads the engine's serialised form, the one that `MiniSearch.loadJSON` reads. */
function frozen(engine: ReturnType<typeof createEngine>, first: number, numberOf: (term: string) => number): Segment {
  const { index } = engine.toJSON();
  const terms = new Uint32Array(index.length);
  const starts = new Uint32Array(index.length + 1);
  const articles: number[] = [];
  const counts: number[] = [];
  for (const [place, [term, fields]] of index.entries()) {
    terms[place] = numberOf(term);
    const held = fields[0] ?? {};
    for (const article in held) {
      articles.push(first + Number(article));
      counts.push(Math.min(held[article] ?? 0, 255));
    }
    starts[place + 1] = articles.length;
  }
  return { first, terms, starts, articles: Uint32Array.from(articles), counts: Uint8Array.from(counts) };
}

async function merged(segments: readonly Segment[], terms: number, pause: Pause) {
  const starts = new Uint32Array(terms + 1);
  for (const segment of segments) {
    for (const [place, term] of segment.terms.entries()) {
      starts[term + 1] = at(starts, term + 1) + at(segment.starts, place + 1) - at(segment.starts, place);
    }
    await pause();
  }
  for (let term = 0; term < terms; term++) starts[term + 1] = at(starts, term + 1) + at(starts, term);
  const next = starts.slice();
  const articles = new Uint32Array(at(starts, terms));
  const counts = new Uint8Array(articles.length);
  for (const segment of segments) {
    for (const [place, term] of segment.terms.entries()) {
      const [from, to] = [at(segment.starts, place), at(segment.starts, place + 1)];
      articles.set(segment.articles.subarray(from, to), at(next, term));
      counts.set(segment.counts.subarray(from, to), at(next, term));
      next[term] = at(next, term) + to - from;
    }
    await pause();
  }
  const occurrences = new Uint32Array(terms);
  for (let term = 0; term < terms; term++) {
    occurrences[term] = counts.subarray(at(starts, term), at(starts, term + 1)).reduce((sum, count) => sum + count, 0);
  }
  return { starts, articles, counts, occurrences };
}

function at(array: Uint32Array, place: number): number {
  return array[place] ?? 0;
}
