import { holdsPhrase, type Phrase } from "./phrase.ts";
import type { Plan, Wish } from "./plan.ts";
import type { SearchIndex } from "./search-index.ts";
import { isStopWord } from "./stems.ts";

/** An article that answers a query. */
export interface Ranked {
  readonly id: number;
  readonly score: number;
}

/** A synonym scores as the words typed do, but for this much of their own score. */
const literalBonus = 0.15;

/** Queries of up to so many words are deliberate, word by word; longer ones are rather descriptions. */
const fewWords = 4;

/**
 * The articles that answer a plan, in no order. The score is BM25. For a short query it is multiplied by the share of
 * the query's weight (its words, the rare ones weighing more) that the article has, so that an article with all the
 * words normally wins; on the long queries of public test collections that does harm, so there it is left out.
 *
 * Not every article with one of the words is an answer. It must have half of the weight of a query of up to three
 * words; of a longer one less, down to a quarter. So "kim putin summit" doesn't find every article with a Kim in it.
 * @param textsOf title and body of an article
 * @param demandAll every word must be there
 */
export function rank(
  plan: Plan,
  index: SearchIndex,
  textsOf: (id: number) => readonly string[],
  demandAll = false,
): readonly Ranked[] {
  const wishes = plan.wishes.filter(({ terms, extra }) => terms.size + extra.size > 0);
  if (wishes.length < plan.wishes.length && (demandAll || plan.wishes.some(isImpossible))) return [];
  const weights = wishes.map((wish) => weightOf(wish, index));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const needed = demandAll ? 1 : Math.min(0.5, Math.max(0.25, 1.5 / wishes.length));
  const isExcluded = exclusion(plan, index, textsOf);

  const ranked: Ranked[] = [];
  for (const match of index.search(factors(wishes))) {
    const has = new Set(match.terms);
    let share = 0;
    let lacksDemanded = false;
    for (const [number, wish] of wishes.entries()) {
      if (fulfils(has, wish.terms) || (wish.isDemanded && fulfils(has, wish.extra))) share += weights[number] ?? 0;
      else lacksDemanded ||= wish.isDemanded;
    }
    // Sums of fractions: what is all of it may come out a hair short.
    if (lacksDemanded || share / total < needed - 1e-9) continue;
    if (!plan.phrases.every((phrase) => textsOf(match.id).some((text) => holdsPhrase(text, phrase)))) continue;
    if (isExcluded(match.id)) continue;
    ranked.push({ id: match.id, score: wishes.length > fewWords ? match.score : match.score * (share / total) });
  }
  return ranked;
}

function isImpossible({ terms, extra, isDemanded }: Wish): boolean {
  return isDemanded && terms.size + extra.size === 0;
}

function fulfils(has: ReadonlySet<string>, terms: ReadonlySet<string>): boolean {
  for (const term of terms) if (has.has(term)) return true;
  return false;
}

/** What the wish's commonest term says: the others only name the same thing. */
function weightOf({ terms, extra }: Wish, index: SearchIndex): number {
  return Math.min(...[...(terms.size > 0 ? terms : extra)].map((term) => index.weight(term)));
}

function factors(wishes: readonly Wish[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { terms, extra } of wishes) {
    for (const term of terms) sum.set(term, (sum.get(term) ?? 0) + 1);
    for (const term of extra) sum.set(term, (sum.get(term) ?? 0) + literalBonus);
  }
  return sum;
}

/** Ids of the articles that can be found under every one of the terms. */
export function holdingAll(index: SearchIndex, terms: readonly string[]): readonly number[] {
  const wanted = new Set(terms);
  const matches = index.search(new Map([...wanted].map((term) => [term, 1])));
  return matches.filter((match) => match.terms.length === wanted.size).map(({ id }) => id);
}

function exclusion(plan: Plan, index: SearchIndex, textsOf: (id: number) => readonly string[]) {
  const words = new Set<number>();
  const phrases: { phrase: Phrase; candidates: ReadonlySet<number> }[] = [];
  for (const excluded of plan.excluded) {
    if ("key" in excluded) {
      for (const id of holdingAll(index, [excluded.key])) words.add(id);
    } else {
      const keys = excluded.keys.filter((key) => !isStopWord(key));
      phrases.push({
        phrase: excluded,
        candidates: new Set(holdingAll(index, keys.length > 0 ? keys : excluded.keys)),
      });
    }
  }
  return (id: number): boolean =>
    words.has(id) ||
    phrases.some(
      ({ phrase, candidates }) => candidates.has(id) && textsOf(id).some((text) => holdsPhrase(text, phrase)),
    );
}
