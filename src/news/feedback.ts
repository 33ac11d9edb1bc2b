import type { Ranked } from "./ranking.ts";
import { type Reader, skipped } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";

/** So many of the best articles are believed. */
export const believed = 10;
/** So many of their words are taken up. */
const taken = 20;
/** The part of the whole question that stays with the words that were typed. */
const typedShare = 0.8;
/** Of each article, the stretch of so many words is read that holds most of what was asked for. */
const stretch = 60;
/** What finding a word again in a stretch adds. */
const repetition = 0.1;

/**
 * Words that go with a question, by what the best articles say where they answer it: the relevance model of Lavrenko
 * and Croft, "Relevance-based language models" (2001), mixed with the question (RM3 in Abdul-Jaleel and others, "UMass
 * at TREC 2004"). It reads passages, not whole articles, and keeps most of the weight with what was typed: so it does
 * not lose the one article that answers a narrow question. By itself it changes nDCG@10 on Medline by 0.017, on CISI by
 * 0.005, on Cranfield by 0.004, on TIME not at all, on NPL by -0.002, on LISA by -0.013; with `closenessOf` before it,
 * six of the seven public collections tried gain and CISI loses 0.002. With half of the weight TIME loses 0.025.
 * @param best the `believed` best articles so far, best first
 * @param asked the keys of the question
 * @param weight the sum of the factors of the question's terms
 * @param articles ascending
 * @returns what it adds to an article's score, which reads the article; and the most that it can add to each of `articles`
 */
export function feedback(
  best: readonly Ranked[],
  asked: readonly string[],
  weight: number,
  articles: Uint32Array,
  index: SearchIndex,
  reader: Reader,
): { readonly of: (article: number) => number; readonly most: Float64Array } {
  const words = wordsOf(best, informationOf(asked, index, reader), reader).slice(0, taken);
  const sum = words.reduce((sum, { share }) => sum + share, 0);
  const scale = (((1 - typedShare) / typedShare) * weight) / (sum || 1);
  const worths = words.map(({ key, share }) => scale * share * index.information(reader.key(key)));
  const places = reader.places(words.map(({ key }) => key));
  // Counting what is no word of these, too, is faster than telling it apart: half of an article is skipped, unforeseeably.
  const counts = new Uint32Array(skipped + 1);

  const of = (article: number) => {
    counts.fill(0);
    const read = reader.words(article);
    for (let at = 0; at < read.length; at++) {
      const place = places[read[at] ?? 0] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    let score = 0;
    for (let place = 0; place < worths.length; place++) {
      const count = counts[place + 1] ?? 0;
      if (count > 0) score += (worths[place] ?? 0) * index.saturation(article, count);
    }
    return score;
  };
  const highest = new Float64Array(articles.length);
  for (const [place, { key }] of words.entries()) {
    index.addSaturations(reader.key(key), worths[place] ?? 0, articles, highest);
  }
  return { of, most: highest };
}

function informationOf(asked: readonly string[], index: SearchIndex, reader: Reader): Map<number, number> {
  return new Map(
    asked.flatMap((key) => {
      const number = reader.keyNumber(key);
      return number === undefined ? [] : [[number, index.information(key)] as const];
    }),
  );
}

/** The words of the articles' stretches that stand in two of them at least, with their share, most first. */
function wordsOf(articles: readonly Ranked[], asked: ReadonlyMap<number, number>, reader: Reader) {
  const total = articles.reduce((sum, { score }) => sum + score, 0);
  const read = articles.map(({ id }) => bestStretch(reader.keys(id), asked));
  // A word of an article is one number, so that equal words come together when they are sorted.
  const found = new Float64Array(read.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const [article, keys] of read.entries()) {
    for (let at = 0; at < keys.length; at++) found[end++] = (keys[at] ?? 0) * read.length + article;
  }
  found.sort();
  const words: { readonly key: number; readonly share: number }[] = [];
  for (let at = 0; at < found.length; ) {
    const key = Math.floor((found[at] ?? 0) / read.length);
    let [share, holding] = [0, 0];
    while (at < found.length && Math.floor((found[at] ?? 0) / read.length) === key) {
      const own = found[at] ?? 0;
      let here = 0;
      for (; found[at] === own; at++) here++;
      const article = own - key * read.length;
      share += (((articles[article]?.score ?? 0) / total) * here) / (read[article]?.length ?? 1);
      holding++;
    }
    if (holding > 1) words.push({ key, share });
  }
  return words.sort((a, b) => b.share - a.share || a.key - b.key);
}

/** The first of the stretches with most of what is asked for. */
function bestStretch(words: Uint32Array, asked: ReadonlyMap<number, number>): Uint32Array {
  if (words.length <= stretch) return words;
  const inside = new Map<number, number>();
  const finds: number[] = [];
  for (let at = 0; at < words.length; at++) if (asked.has(words[at] ?? 0)) finds.push(at);
  let score = 0;
  let best = -1;
  let start = 0;
  let gone = 0;
  for (const at of finds) {
    score += moved(words[at], 1);
    for (let old = finds[gone] ?? at; old <= at - stretch; old = finds[++gone] ?? at) score += moved(words[old], -1);
    if (score > best + 1e-9) {
      best = score;
      start = Math.max(0, at - stretch + 1);
    }
  }
  return words.subarray(start, start + stretch);

  /** What the score gains when a word comes in, or loses when it goes. */
  function moved(key: number | undefined, step: 1 | -1): number {
    const information = key === undefined ? undefined : asked.get(key);
    if (key === undefined || information === undefined) return 0;
    const before = inside.get(key) ?? 0;
    inside.set(key, before + step);
    const isOnly = before + Math.min(step, 0) === 0;
    return step * information * (isOnly ? 1 : repetition);
  }
}
