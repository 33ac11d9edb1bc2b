import type { Article } from "./article.ts";
import { newestFirst } from "./dates.ts";
import { type Filed, filedUnder, fileUnder } from "./filed.ts";
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

/** The numbers of articles by their ids. */
export function indexIds(articles: readonly Article[]): Filed {
  return fileUnder(articles.map(({ id }) => [id]));
}

/**
 * @param given in order: an article's number is its place here
 * @param ids of `indexIds`
 */
export function createCatalogue(given: readonly Article[], ids: Filed): Catalogue {
  let articles: readonly Article[] | undefined = given;
  let size = given.length;
  let order = new Uint32Array(size).map((_, number) => number);
  let places = order.slice();
  const byNumber: (Article | undefined)[] = [...given];
  /** Of those that came later. */
  const numbers = new Map<string, number>();
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

  function numberOf(id: string): number | undefined {
    const number = numbers.get(id) ?? filedUnder(ids, id)[0];
    return number !== undefined && byNumber[number]?.id === id ? number : undefined;
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
    numberOf,
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
