import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import { newestFirst } from "./dates.ts";
import { containment, type Fingerprint, fingerprintOf, guessedResemblance, resemblance, sketchOf } from "./shingles.ts";
import { words } from "./words.ts";

/** Texts that resemble each other at least so much are one: an agency's text with another outlet's small edits. */
const sameText = 0.8;
/**
 * So are two of which the longer holds so much of the shorter, and is not more than so many times as long: an agency's
 * text with a new lead, or without its last paragraphs. A long report that takes in all of a short notice stays another
 * story, and so do two stories with the same background.
 */
const sameInside = 0.8;
const mostLonger = 2;
/** How little two texts can resemble each other of which the one is so far inside the other. */
const leastResemblance = sameInside / (1 + mostLonger - sameInside);
/** A summary and a full text are one only if hardly a word differs. */
const sameAcrossForms = 0.95;
/** Shorter texts say too little for a resemblance: they, and their titles, must agree word for word. */
const shortest = 40;
/** Two texts that may be one share at least one of so many of their smallest hashes, as good as surely. */
const keys = 16;

/**
 * One article for each text: the same address (same `id`) or near-identical text counts as the same.
 * Kept is the full text over a summary, then the one with an address, a date, the longer text; what the kept one
 * lacks (address, author, …) is not invented from the others, but their places go to `alsoAt`.
 * The result, newest first, doesn't depend on the order of the articles.
 */
export async function mergeDuplicates(
  articles: readonly Article[],
  pause: Pause,
): Promise<{ articles: readonly Article[]; merged: number }> {
  const copies = new Map<Article, Article[]>();
  const byId = new Map<string, Article>();
  const find = createFinder();
  for (const article of articles.toSorted(betterFirst)) {
    const kept = byId.get(article.id) ?? find(article);
    // A copy's address counts as the kept one's from now on.
    byId.set(article.id, kept ?? article);
    if (kept) copies.get(kept)?.push(article);
    else copies.set(article, []);
    await pause();
  }
  const all = [...copies].map(([kept, others]) => withPlaces(kept, others));
  all.sort((a, b) => newestFirst(a.publishedAt, b.publishedAt) || (a.id < b.id ? -1 : 1));
  return { articles: all, merged: articles.length - all.length };
}

interface Seen {
  readonly article: Article;
  readonly sketch: Uint32Array;
  /** The article that was compared with it last. */
  tried: Article;
}

/** Finds, for one article after the other, the one seen before that has its text; remembers it if there is none. */
function createFinder(): (article: Article) => Article | undefined {
  const byHash = new Map<number | string, Seen[]>();

  return (article) => {
    const print = fingerprintOf(article.body);
    const sketch = sketchOf(print);
    // As whole numbers of 32 bits with a sign, which a Map keeps without a box.
    const names =
      print.words < shortest ? exactName(article, print) : Array.from(sketch.subarray(0, keys), (hash) => hash | 0);
    for (const name of names) {
      for (const other of byHash.get(name) ?? []) {
        if (other.tried === article) continue;
        other.tried = article;
        if (typeof name === "string" || isSame(article, print, sketch, other)) return other.article;
      }
    }
    const own = { article, sketch, tried: article };
    for (const name of names) {
      const others = byHash.get(name);
      if (others) others.push(own);
      else byHash.set(name, [own]);
    }
    return undefined;
  };
}

function exactName({ title, body }: Article, print: Fingerprint): string[] {
  const forms = (text: string) =>
    words(text)
      .map(({ form }) => form)
      .join(" ");
  return print.words === 0 ? [] : [`${forms(title)}\n${forms(body)}`];
}

function isSame(article: Article, print: Fingerprint, sketch: Uint32Array, other: Seen): boolean {
  const isAcross = article.form !== other.article.form;
  // The guess is cheap and the measure is not: only what may be the same is measured.
  const least = isAcross ? sameAcrossForms : leastResemblance;
  if (guessedResemblance(sketch, other.sketch) < least - 0.2) return false;
  const [own, others] = [print.shingles, fingerprintOf(other.article.body).shingles];
  const resembles = resemblance(own, others);
  if (isAcross) return resembles >= sameAcrossForms;
  const longer = Math.max(own.length, others.length) / Math.min(own.length, others.length);
  return resembles >= sameText || (longer <= mostLonger && containment(own, others) >= sameInside);
}

function betterFirst(a: Article, b: Article): number {
  return (
    Number(a.form === "summary") - Number(b.form === "summary") ||
    Number(a.url === undefined) - Number(b.url === undefined) ||
    Number(a.publishedAt === undefined) - Number(b.publishedAt === undefined) ||
    b.body.length - a.body.length ||
    compare(a.id, b.id) ||
    compare(JSON.stringify(a, sortedKeys), JSON.stringify(b, sortedKeys))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)));
}

function withPlaces(kept: Article, others: readonly Article[]): Article {
  const places = new Map<string, NonNullable<Article["alsoAt"]>[number]>();
  for (const { source, url, alsoAt = [] } of [kept, ...others]) {
    for (const place of [{ ...(source ? { source } : {}), ...(url ? { url } : {}) }, ...alsoAt]) {
      if (place.source !== undefined || place.url !== undefined) places.set(place.url ?? `at ${place.source}`, place);
    }
  }
  places.delete(kept.url ?? `at ${kept.source}`);
  if (places.size === 0) return kept;
  const alsoAt = [...places].sort(([a], [b]) => compare(a, b)).map(([, place]) => place);
  return { ...kept, alsoAt };
}
