import { type Bag, keyIn, timesIn } from "./bags.ts";
import { grown } from "./grown.ts";

/** A word that more than this share of the articles have hardly counts, and would take two thirds of the time. */
const mostHolding = 1 / 4;
/** What fits into one byte. */
export const mostBags = 255;

/**
 * Tells how alike each two of some articles are, 0 to 1: the cosine of their words' (1 + ln tf) idf, where idf counts
 * these articles alone.
 * @returns for `bags`, `mostBags` at most, whose keys are below `keys`: one row for each after the other; nothing is like
 *   itself
 */
export function createComparison(): (bags: readonly Bag[], keys: number) => Float64Array {
  /** By key: how many of the bags hold it, and where its next posting goes; between two calls all of the latter are 0. */
  let heldOf = new Uint8Array();
  let nextOf = new Uint32Array();
  /** The keys that count. */
  let keysOf = new Uint32Array();
  /** What counts of a bag. */
  let entriesOf = new Uint32Array();
  /** The postings, those of one key side by side: the bag's place, and what the key weighs there. */
  let placesOf = new Uint8Array();
  let weightsOf = new Float64Array();

  return (bags, keys) => {
    const size = bags.length;
    const most = bags.reduce((sum, { length }) => sum + length, 1);
    heldOf = grown(heldOf, keys);
    nextOf = grown(nextOf, keys);
    keysOf = grown(keysOf, most);
    entriesOf = grown(entriesOf, most);
    placesOf = grown(placesOf, most);
    weightsOf = grown(weightsOf, most);
    // A constant is read faster than what may change.
    const [held, next, counted, entries] = [heldOf, nextOf, keysOf, entriesOf];
    const [places, weights] = [placesOf, weightsOf];

    held.fill(0);
    for (const bag of bags) {
      for (let at = 0; at < bag.length; at++) {
        const key = keyIn(bag[at] ?? 0);
        held[key] = (held[key] ?? 0) + 1;
      }
    }
    // Tables instead of conditions: which words of an article are shared can't be foreseen.
    const counts = Uint8Array.from({ length: size + 1 }, (_, held) => Number(held > 1 && held <= mostHolding * size));
    const idf = Float64Array.from({ length: size + 1 }, (_, held) => Math.log((size + 1) / (held + 0.5)));
    const squares = new Float64Array(size);
    let room = 0;
    let distinct = 0;
    for (const [place, bag] of bags.entries()) {
      let kept = 0;
      for (let at = 0; at < bag.length; at++) {
        const entry = bag[at] ?? 0;
        entries[kept] = entry;
        kept += counts[held[keyIn(entry)] ?? 0] ?? 0;
      }
      for (let at = 0; at < kept; at++) {
        const entry = entries[at] ?? 0;
        const key = keyIn(entry);
        const holding = held[key] ?? 0;
        let posting = next[key] ?? 0;
        if (posting === 0) {
          counted[distinct++] = key;
          posting = room + 1;
          room += holding;
        }
        next[key] = posting + 1;
        const weight = (tf[timesIn(entry)] ?? 0) * (idf[holding] ?? 0);
        places[posting] = place;
        weights[posting] = weight;
        squares[place] = (squares[place] ?? 0) + weight * weight;
      }
    }
    const products = new Float64Array(size * size);
    let first = 1;
    for (let at = 0; at < distinct; at++) {
      const key = counted[at] ?? 0;
      const end = next[key] ?? 0;
      next[key] = 0;
      for (let one = first + 1; one < end; one++) {
        const row = (places[one] ?? 0) * size;
        const weight = weights[one] ?? 0;
        for (let other = first; other < one; other++) {
          const both = row + (places[other] ?? 0);
          products[both] = (products[both] ?? 0) + weight * (weights[other] ?? 0);
        }
      }
      first = end;
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
