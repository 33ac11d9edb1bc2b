import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import { newestFirst } from "./dates.ts";
import { grown } from "./grown.ts";

/** The articles by number, by id and by date. A number stays an article's own as long as it is there. */
export interface Catalogue {
  /** How many there are. */
  readonly size: number;
  /** Newest first. A list that was asked for never changes: after a change there is another. */
  readonly articles: readonly Article[];
  /** The numbers of `articles`; what is behind `size` has no meaning. */
  readonly order: Uint32Array;
  /** By an article's number, its place among `articles`: the newer of two has the lower one. */
  readonly places: Uint32Array;
  at(number: number): Article | undefined;
  numberOf(id: string): number | undefined;
  /** Takes articles out and puts others in, which get free numbers; their ids must be new, or be taken out at once. */
  change(out: readonly number[], into: readonly Article[]): readonly number[];
}

/** Newest first; of the same time always in the same order. */
export function inOrder(a: Article, b: Article): number {
  return newestFirst(a.publishedAt, b.publishedAt) || (a.id < b.id ? -1 : 1);
}

/** @param given in order: an article's number is its place here */
export async function createCatalogue(given: readonly Article[], pause: Pause): Promise<Catalogue> {
  let articles: readonly Article[] | undefined = given;
  let size = given.length;
  let order = Uint32Array.from(given.keys());
  let places = order.slice();
  const byNumber: (Article | undefined)[] = [...given];
  const numbers = new Map<string, number>();
  for (const [number, { id }] of given.entries()) {
    numbers.set(id, number);
    // To ask after each of a hundred thousand would take longer than all the rest.
    if (number % 16 === 0) await pause();
  }
  /** Numbers that later articles had. What the index keeps of the first ones still bears theirs. */
  const free: number[] = [];

  function takeOut(number: number): void {
    const article = byNumber[number];
    const place = article ? placeOf(article) : size;
    if (order[place] !== number) return;
    order.copyWithin(place, place + 1, size--);
    byNumber[number] = undefined;
    numbers.delete(article?.id ?? "");
    if (number >= given.length) free.push(number);
  }

  function putIn(article: Article): number {
    const number = free.pop() ?? byNumber.length;
    const place = placeOf(article);
    order = grown(order, size + 1);
    order.copyWithin(place + 1, place, size++);
    order[place] = number;
    byNumber[number] = article;
    numbers.set(article.id, number);
    return number;
  }

  /** Where an article stands in the order, or would stand. */
  function placeOf(article: Article): number {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = byNumber[order[middle] ?? 0];
      if (other && inOrder(other, article) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    get size() {
      return size;
    },
    get articles() {
      articles ??= Array.from(order.subarray(0, size), (number) => byNumber[number]).filter((one) => one !== undefined);
      return articles;
    },
    get order() {
      return order;
    },
    get places() {
      return places;
    },
    at: (number) => byNumber[number],
    numberOf: (id) => numbers.get(id),
    change(out, into) {
      for (const number of out) takeOut(number);
      const given = into.map(putIn);
      places = grown(places, byNumber.length);
      for (let place = 0; place < size; place++) places[order[place] ?? 0] = place;
      articles = undefined;
      return given;
    },
  };
}
