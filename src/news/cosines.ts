import { type Bag, keyIn, timesIn } from "./bags.ts";
import { grown } from "./grown.ts";

/** A word that more than this share of the articles have hardly counts, and would take half of the time. */
const mostHolding = 1 / 3;
/** What fits into a posting; more are not looked at, which only very long articles have. */
const mostPostings = 2 ** 19 - 1;
export const mostBags = 2 ** 7 - 1;

/**
 * Tells how alike each two of some articles are, 0 to 1: the cosine of their words' (1 + ln tf) idf, where idf counts
 * these articles alone.
 * @returns for `bags`, `mostBags` at most, whose keys are below `keys`: one row for each after the other; nothing is like
 *   itself
 */
export function createComparison(): (bags: readonly Bag[], keys: number) => Float64Array {
  /** By key, the latest of its postings, which count from 1. Between two calls all are 0. */
  let latestOf = new Uint32Array();
  /** The keys, each once. */
  let distinctOf = new Uint32Array();
  /** The key's posting before, the article, and how often it has the key: in one number, all three are read at once. */
  let postingsOf = new Uint32Array();

  return (bags, keys) => {
    const size = bags.length;
    const most = bags.reduce((sum, { length }) => sum + length, 1);
    latestOf = grown(latestOf, keys);
    distinctOf = grown(distinctOf, most);
    postingsOf = grown(postingsOf, most);
    // A constant is read faster than what may change.
    const [latest, distinct, postings] = [latestOf, distinctOf, postingsOf];
    let end = 0;
    let count = 0;
    for (const [place, bag] of bags.entries()) {
      for (let at = 0; at < bag.length && end < mostPostings; at++) {
        const entry = bag[at] ?? 0;
        const key = keyIn(entry);
        const before = latest[key] ?? 0;
        distinct[count] = key;
        // One more if there was none before. A condition would take longer: nobody can foresee it.
        count += (before - 1) >>> 31;
        latest[key] = ++end;
        postings[end] = (before << 12) | (place << 5) | timesIn(entry);
      }
    }
    const products = new Float64Array(size * size);
    const squares = new Float64Array(size);
    const places = new Uint8Array(size);
    const weights = new Float64Array(size);
    for (let at = 0; at < count; at++) {
      const key = distinct[at] ?? 0;
      let posting = postings[latest[key] ?? 0] ?? 0;
      latest[key] = 0;
      if (posting >>> 12 === 0) continue;
      let held = 0;
      for (; posting > 0; posting = postings[posting >>> 12] ?? 0) {
        places[held] = (posting >>> 5) & 127;
        weights[held++] = tf[posting & 31] ?? 0;
      }
      if (held > mostHolding * size) continue;
      const idf = Math.log((size + 1) / (held + 0.5));
      for (let one = 0; one < held; one++) {
        const place = places[one] ?? 0;
        const weight = (weights[one] ?? 0) * idf;
        weights[one] = weight;
        squares[place] = (squares[place] ?? 0) + weight * weight;
        for (let other = 0; other < one; other++) {
          const both = (places[other] ?? 0) * size + place;
          products[both] = (products[both] ?? 0) + weight * (weights[other] ?? 0);
        }
      }
    }
    return normalised(products, squares);
  };
}

const tf = Float64Array.from({ length: 32 }, (_, times) => 1 + Math.log(Math.max(1, times)));

/** @param products of each two, below the diagonal */
function normalised(products: Float64Array, squares: Float64Array): Float64Array {
  const size = squares.length;
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < one; other++) {
      const square = (squares[one] ?? 0) * (squares[other] ?? 0);
      const cosine = square > 0 ? (products[one * size + other] ?? 0) / Math.sqrt(square) : 0;
      products[one * size + other] = products[other * size + one] = cosine;
    }
  }
  return products;
}
