import MiniSearch from "minisearch";

/** An article that holds some of the terms asked for. */
export interface Match {
  readonly id: number;
  readonly score: number;
  /** Which of them. */
  readonly terms: readonly string[];
}

/** The engine: it knows terms and numbers, nothing of words or articles, so that another could take its place. */
export interface SearchIndex {
  /** @param terms in any order, repeated as often as the article holds them; none contains a space */
  add(id: number, terms: readonly string[]): void;
  /** In how many articles the term stands. */
  frequency(term: string): number;
  /** How much finding the term says: high for the rare. */
  weight(term: string): number;
  /** Everything that holds at least one of the terms, scored by BM25; each term counts by its factor. */
  search(terms: ReadonlyMap<string, number>): readonly Match[];
}

/**
 * MiniSearch with plain BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). Its own addition
 * to it, the factor for the number of matched terms, is taken out again: it ranks worse on public test collections.
 */
export function createSearchIndex(): SearchIndex {
  const engine = new MiniSearch<{ id: number; terms: string }>({
    fields: ["terms"],
    tokenize: (terms) => terms.split(" "),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } },
  });
  const frequencies = new Map<string, number>();
  let articles = 0;
  const frequency = (term: string) => frequencies.get(term) ?? 0;

  return {
    add(id, terms) {
      articles++;
      for (const term of new Set(terms)) frequencies.set(term, frequency(term) + 1);
      engine.add({ id, terms: terms.join(" ") });
    },
    frequency,
    weight: (term) => Math.log(1 + (articles - frequency(term) + 0.5) / (frequency(term) + 0.5)),
    search(terms) {
      const known = [...terms.keys()].filter((term) => frequency(term) > 0);
      if (known.length === 0) return [];
      const results = engine.search(known.join(" "), { boostTerm: (term) => terms.get(term) ?? 1 });
      return results.map((result) => ({
        id: Number(result.id),
        score: result.score / Math.max(1, result.queryTerms.length),
        terms: result.terms,
      }));
    },
  };
}
