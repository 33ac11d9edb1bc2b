import type { Article } from "./article.ts";
import { isByline } from "./bylines.ts";
import type { Catalogue } from "./catalogue.ts";
import { completions, type Headlines } from "./completion.ts";
import { type Excerpt, excerptAround } from "./excerpt.ts";
import { createFilter, type OpenMoments } from "./filters.ts";
import type { Known } from "./known.ts";
import type { Changes, Filters, Library, SearchRequest, SearchResult } from "./library.ts";
import { createMarker } from "./marks.ts";
import type { OpenPeople } from "./open-people.ts";
import type { Outlets } from "./outlets.ts";
import type { Periods } from "./periods.ts";
import { phraseSearch } from "./phrase-search.ts";
import { type Plan, planQuery } from "./plan.ts";
import { parseQuery } from "./query.ts";
import { holding, type Ranking, rank } from "./ranking.ts";
import type { Reader } from "./reader.ts";
import type { SearchIndex } from "./search-index.ts";
import { peopleMeant, suggestionsFor, widerThan } from "./suggestions.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The length of the excerpts in search results, in code points. */
const excerptLength = 300;
const mostSuggestions = 5;
/** Of very many articles with all words of a phrase, so many at most are read to tell how many have the phrase. */
const mostCounted = 1000;

/** What answers are made from. All of it changes as articles come and go. */
export interface Parts {
  readonly catalogue: Catalogue;
  readonly people: OpenPeople;
  readonly outlets: Outlets;
  readonly moments: OpenMoments;
  readonly periods: Periods;
  readonly index: SearchIndex;
  readonly reader: Reader;
  readonly vocabulary: Vocabulary;
  readonly headlines: Headlines;
}

/**
 * The answers that a finished index can give.
 * @param revise changes the parts
 */
export function createAnswers(parts: Parts, revise: (changes: Changes) => void): Library {
  const { catalogue, people, outlets, index, reader, vocabulary, headlines } = parts;

  const known: Known = {
    index,
    vocabulary,
    isWritten(phrase) {
      return index.holding(phrase.keys).some(phraseSearch(phrase, reader));
    },
    countOf(phrase) {
      const all = index.holding(phrase.keys);
      const step = Math.ceil(all.length / mostCounted);
      const some = all.filter((_, place) => place % step === 0);
      return step * some.filter(phraseSearch(phrase, reader)).length;
    },
    nameOf(typed) {
      const found = people.resolve(typed);
      return found.kind === "one" ? found.person.name : undefined;
    },
  };

  const planFor = (typed: string) => planQuery(parseQuery(typed), known);

  /** The excerpts of articles that answer a plan. */
  function excerptsFor(plan: Plan, limit: number): (article: Article) => Excerpt {
    const marksIn = createMarker(plan, index, reader);
    return (article) => {
      const number = catalogue.numberOf(article.id);
      // An article that somebody kept from an older library may say something else by now.
      const isOurs = number !== undefined && catalogue.at(number) === article;
      return excerptAround(article, marksIn(article.body, isOurs ? { article: number, limit } : undefined), limit);
    };
  }

  function passing(filters: Filters): ((id: number) => boolean) | undefined {
    return filterNames(filters).length === 0 ? undefined : createFilter(filters, parts);
  }

  function find(plan: Plan, filters: Filters, most: number, sort?: "newest"): Ranking {
    // Nothing makes one article of an outlet better than another.
    const isOutlet = plan.wishes.every(({ terms }) => terms.size > 0 && [...terms].every(isByline));
    if (sort === undefined && !isOutlet) return rank(plan, parts, passing(filters), most);
    const { ids, isPartial } = holding(plan, 0.5, parts, passing(filters));
    return { best: ids.slice(0, most).map((id) => ({ id, score: 0 })), total: ids.length, isPartial };
  }

  function search({ query, sort, offset, limit, ...filters }: SearchRequest): SearchResult {
    const plan = planFor(query);
    const { best, total, isPartial } = find(plan, filters, offset + limit, sort);
    const excerptOf = excerptsFor(plan, excerptLength);
    const hits = best.slice(offset).flatMap(({ id, score }) => {
      const article = catalogue.at(id);
      return article ? [{ article, score, excerpt: excerptOf(article) }] : [];
    });
    const { corrections, unknown } = plan;
    const didYouMean = corrections.length > 0 ? [] : peopleMeant(query, people, known.isWritten);
    const facts = { hits, total, isPartial, corrections, unknown, didYouMean };
    if (total > 0) return { ...facts, suggestions: [], wider: [], withoutFilter: [] };
    const count = (text: string) => find(planFor(text), filters, 0).total;
    return {
      ...facts,
      suggestions: didYouMean.length > 0 ? [] : suggestionsFor(query, { vocabulary, index }, count, mostSuggestions),
      wider: widerThan(query, count),
      withoutFilter: filterNames(filters).flatMap((filter) => {
        const { [filter]: _, ...others } = filters;
        const { total } = find(plan, others, 0);
        return total > 0 ? [{ filter, total }] : [];
      }),
    };
  }

  let articles: Library["articles"] | undefined;
  return {
    get articles() {
      articles ??= catalogue.articles;
      return articles;
    },
    people,
    get sources() {
      return outlets.all;
    },
    get periods() {
      return parts.periods.all();
    },
    get: (id) => catalogue.at(catalogue.numberOf(id) ?? -1),
    latest({ source, about, limit }) {
      const filters = source === undefined ? {} : { source };
      if (about === undefined) {
        const passes = createFilter(filters, parts);
        const newest = catalogue.articles;
        const all = source === undefined ? newest : newest.filter((_, place) => passes(catalogue.order[place] ?? 0));
        return { articles: all.slice(0, limit), total: all.length };
      }
      const plan = planFor(about);
      const { ids } = holding(plan, 1, parts, passing(filters));
      return { articles: ids.slice(0, limit).flatMap((id) => catalogue.at(id) ?? []), total: ids.length };
    },
    search: remembering(search),
    excerpt(article, query, limit) {
      return excerptsFor(planFor(query), limit)(article);
    },
    frequency: index.frequency,
    complete: (typed, limit) => completions(typed, limit, { people, headlines, vocabulary }),
    revised(changes) {
      revise(changes);
      return createAnswers(parts, revise);
    },
  };
}

/**
 * Many people press the same button: the latest answers are kept. What a library answers never changes.
 * @param most how many are kept
 */
function remembering<A, R>(answer: (asked: A) => R, most = 64): (asked: A) => R {
  const kept = new Map<string, R>();
  return (asked) => {
    const key = JSON.stringify(asked);
    const known = kept.get(key) ?? answer(asked);
    kept.delete(key);
    kept.set(key, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return known;
  };
}

function filterNames(filters: Filters): (keyof Filters)[] {
  return (["person", "source", "after", "before"] as const).filter((name) => filters[name] !== undefined);
}
