import { bestOf } from "./best.ts";
import type { Catalogue } from "./catalogue.ts";
import { addCloseness } from "./closeness.ts";
import { demands, exclusion, type Test } from "./conditions.ts";
import { likeness } from "./likeness.ts";
import { addLiterals } from "./literals.ts";
import type { Plan } from "./plan.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex, Wanted } from "./search-index.ts";
import { isImpossible, wantedBy, weightOf } from "./wanted.ts";
import { compoundsOf } from "./whole-compounds.ts";

/** An article that answers a query. */
export interface Ranked {
  readonly id: number;
  readonly score: number;
}

/** What answers a query. */
export interface Ranking {
  readonly best: readonly Ranked[];
  /** All answers, not only the best. */
  readonly total: number;
  /** It is a short query, and no answer has all that it asks for. */
  readonly isPartial: boolean;
}

/** What is searched. */
export interface Collection {
  readonly catalogue: Catalogue;
  readonly index: SearchIndex;
  readonly reader: Reader;
}

/** Queries of up to so many words are deliberate, word by word; longer ones are rather descriptions. */
const fewWords = 4;
/** Scores that differ by less than this part are equal. */
const precision = 1000;
/** So many of the best are read for what stands there as it was typed, and so many for how close its words are. */
const mostRead = 300;
const mostClose = 100;
/**
 * So many are compared with one another, each with the nearest of them. A few words say by themselves what is meant: on
 * queries of two to four words, taken out of the questions of the public collections, comparing a hundred is hardly better.
 */
const comparison = { ofFew: { most: 60, nearest: 8 }, ofMany: { most: mostClose, nearest: 12 } };

/**
 * The articles that answer a plan, best first, the newest of equals; and how many there are in all.
 * For a short query the score is multiplied by the square root of the share of the query's weight (its words, the rare
 * ones weighing more) that the article has, so that an article with all the words normally wins; on the long queries of
 * public test collections that does harm, so there it is left out, as the share itself does on short ones. The words of
 * a compound that names one thing ("ship-to-ship transfers") count in that only where they stand side by side.
 * @param passes what else an article must fulfil
 * @param most how many are returned
 */
export function rank(plan: Plan, collection: Collection, passes: Test | undefined, most: number): Ranking {
  const { catalogue, index, reader } = collection;
  const { places } = catalogue;
  const wanted = wantedBy(plan, index);
  const { ids, scores, shares, isPartial } = answering(plan, wanted, collection, passes);
  const total = ids.length;
  if (most === 0) return { best: [], total, isPartial };
  const isShort = wanted.length <= fewWords;
  const scoreOf = (id: number) => (scores[id] ?? 0) * (isShort ? Math.sqrt(shares[id] ?? 0) : 1);
  // Of the thousands most are worse than the best so far: no more is done for them than this.
  const worth = (id: number) => rounded(scoreOf(id));
  const isRead = isShort && plan.literals.length > 0;
  let chosen = bestOf(ids, Math.max(isRead ? mostRead : mostClose, most), worth, places);
  if (isRead) {
    addLiterals(plan.literals, chosen.subarray(0, mostRead), scores, collection);
    chosen = bestOf(chosen, chosen.length, worth, places);
  }
  const ranked = (ids: ArrayLike<number>) => Array.from(ids, (id) => ({ id, score: scoreOf(id) }));
  if (wanted.length < 2) return { best: ranked(chosen.subarray(0, most)), total, isPartial };

  const first = chosen.slice(0, mostClose).sort();
  addCloseness(first, { keys: plan.keys, isShort }, scores, collection);
  const closest = bestOf(first, first.length, worth, places);
  const { most: compared, nearest } = isShort ? comparison.ofFew : comparison.ofMany;
  const candidates = closest.subarray(0, compared);
  const own = Float64Array.from(candidates, scoreOf);
  for (const [place, gain] of likeness(candidates, own, nearest, reader).entries()) {
    const id = candidates[place] ?? 0;
    scores[id] = (scores[id] ?? 0) + gain;
  }
  const best = bestOf(candidates, candidates.length, worth, places);
  const others = [...closest.subarray(compared, most), ...chosen.subarray(mostClose, most)];
  return { best: ranked([...best.subarray(0, most), ...others]), total, isPartial };
}

/**
 * The articles that have so much of what a plan asks for, newest first.
 * @param share 1 for every word
 */
export function holding(
  plan: Plan,
  share: number,
  collection: Collection,
  passes?: Test,
): { readonly ids: readonly number[]; readonly isPartial: boolean } {
  const { ids, isPartial } = answering(plan, wantedBy(plan, collection.index), collection, passes, share);
  return { ids: [...ids], isPartial };
}

interface Answering {
  /** Newest first. */
  readonly ids: Uint32Array;
  readonly scores: Float32Array;
  /** Of the whole query's weight, what an article has; compounds that name one thing count where they stand whole. */
  readonly shares: Float32Array;
  readonly isPartial: boolean;
}

/**
 * Not every article with one of the words is an answer to a short query. It must have half of the weight of a query of
 * up to three words, of one of four a little less: so "kim putin summit" doesn't find every article with a Kim in it.
 * Where no article has all of the words, half of that part of what the best one has is enough: else the rare one of two
 * words that never meet would hide all that there is on the other.
 * A description finds whatever has one of its words: on the public collections any threshold loses right answers, and
 * the best come first anyway.
 */
function answering(
  plan: Plan,
  wanted: readonly Wanted[],
  collection: Collection,
  passes: Test | undefined,
  share?: number,
): Answering {
  const { index, reader } = collection;
  const { scores, shares, chosen } = index.score(wanted);
  if (wanted.length < plan.wishes.length && (share === 1 || plan.wishes.some(isImpossible))) {
    return { ids: chosen.subarray(0, 0), scores, shares, isPartial: false };
  }
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const needed = share ?? (wanted.length > fewWords ? 0 : Math.min(0.5, 1.5 / wanted.length));
  const compounds = compoundsOf(plan, index, reader);
  const tests = [compounds?.isAnswer, demands(plan, reader), exclusion(plan, collection), passes].filter(
    (test) => test !== undefined,
  );
  const passing = (id: number) => tests.length === 0 || tests.every((passes) => passes(id));
  // Sums of fractions: what is all of it may come out a hair short.
  const hair = 1e-5 * total;
  const having = (least: number) => atLeast(least, shares, passing, collection.catalogue, chosen);
  let ids = having(needed * total - hair);
  let most = mostOf(ids, shares);
  const isRelaxed = needed > 0 && needed < 1 && plan.phrases.length === 0 && most < total - hair;
  if (isRelaxed) {
    if (ids.length === 0) most = mostOf(having(0), shares);
    ids = having((needed / 2) * most - hair);
  }
  for (let at = 0; at < ids.length; at++) shares[ids[at] ?? 0] = (shares[ids[at] ?? 0] ?? 0) / total;
  const wholes = (compounds?.wholes ?? []).map(({ compound, hasWhole }) => {
    const pieces = plan.wishes.filter(({ pieceOf }) => pieceOf === compound);
    return { hasWhole, share: pieces.reduce((sum, wish) => sum + weightOf(wish, index), 0) / total };
  });
  for (const id of wholes.length > 0 ? ids : []) {
    const lacking = wholes.reduce((sum, { hasWhole, share }) => sum + (hasWhole(id) ? 0 : share), 0);
    shares[id] = (shares[id] ?? 0) * (1 - lacking);
  }
  const isShort = wanted.length > 1 && wanted.length <= fewWords;
  const isPartial = isShort && ids.length > 0 && !ids.some((id) => (shares[id] ?? 0) > 1 - 1e-4);
  return { ids, scores, shares, isPartial };
}

/**
 * The articles that have so much, and something at all, newest first.
 * @param room is filled with them
 */
function atLeast(
  least: number,
  shares: Float32Array,
  passes: Test,
  { order, size }: Catalogue,
  room: Uint32Array,
): Uint32Array {
  let found = 0;
  for (let place = 0; place < size; place++) {
    const id = order[place] ?? 0;
    const has = shares[id] ?? 0;
    if (has > 0 && has >= least && passes(id)) room[found++] = id;
  }
  return room.subarray(0, found);
}

function mostOf(ids: Uint32Array, shares: Float32Array): number {
  let most = 0;
  for (let at = 0; at < ids.length; at++) most = Math.max(most, shares[ids[at] ?? 0] ?? 0);
  return most;
}

function rounded(score: number): number {
  return Math.round(score * precision);
}
