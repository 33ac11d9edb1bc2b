import { defineCommand, type RawOptions } from "../src/command.ts";
import { UserError } from "../src/errors.ts";
import type { Filters, SearchResult } from "../src/news/library.ts";
import type { Person } from "../src/news/people.ts";
import { date, integer, oneOf, person, queryText, required, source } from "../src/options.ts";
import type { Inline, Invocation, Reply, Text } from "../src/reply.ts";
import { count, dateText } from "../src/wording.ts";

const pageSize = 5;

export const search = defineCommand({
  name: "search",
  description: "Find articles by words, people, outlet and date, best first",
  examples: ["/search summit", '/search "Demilitarized Zone" -Hanoi after:2019-04', "/search sanctions person:pompeo"],
  options: {
    query: required(queryText({ description: 'Words; "exact phrase"; -without' })),
    person: person({ description: "Only articles that name this person" }),
    source: source({ description: "Only from this outlet or agency" }),
    after: date({ description: "Not older than: 2019-04-25, 2019-04, 2019 or “30 days”" }),
    before: date({ description: "Not newer than: 2019-04-25, 2019-04, 2019 or “30 days”" }),
    sort: oneOf({ description: "What comes first: best (as usual) or newest", words: ["best", "newest"] }),
    page: integer({ description: "Page of the results, five articles each", min: 1, max: 1000 }),
  },
  run({ query, person, source, after, before, sort, page = 1 }, { library }) {
    if (after !== undefined && before !== undefined && after > before && !after.startsWith(before)) {
      throw new UserError(
        `after (${dateText(after)}) is later than before (${dateText(before)}): nothing lies between.`,
      );
    }
    const filters: Filters = {
      ...(person && { person: person.id }),
      ...(source !== undefined && { source }),
      ...(after !== undefined && { after }),
      ...(before !== undefined && { before }),
    };
    const pageOf = (number: number) =>
      library.search({
        query,
        ...filters,
        ...(sort === "newest" && { sort }),
        offset: (number - 1) * pageSize,
        limit: pageSize,
      });
    const first = pageOf(page);
    const pages = Math.max(1, Math.ceil(first.total / pageSize));
    const shown = Math.min(page, pages);
    const result = shown === page ? first : pageOf(shown);
    const filterLine = describe(filters, person);
    const lines = [
      ...corrections(result),
      ...unknown(result, query),
      ...didYouMean(result),
      ...(filterLine ? [filterLine] : []),
      ...(result.isPartial
        ? [filterLine ? "None of these has all of the words." : "No article has all of these words."]
        : []),
      ...(page > pages ? [`There is no page ${page}: this is the last.`] : []),
    ];
    if (result.total === 0) return nothingFound(query, filters, result, lines);
    return {
      heading: [{ strong: query }, `: ${count(result.total, "article")}`],
      lines,
      citations: result.hits,
      actions: meant(result, { query, ...filters }),
      numberFrom: (shown - 1) * pageSize + 1,
      pages: { page: shown, of: pages },
    };
  },
});

function corrections({ corrections }: SearchResult): Text[] {
  return corrections.map(({ from, to }) => ["No article has ", { strong: from }, "; looked for ", { strong: to }, "."]);
}

/** So many of the words that no article has are named. */
const mostNamed = 5;

function unknown({ unknown, total }: SearchResult, query: string): Text[] {
  const [first, ...others] = unknown.slice(0, mostNamed).map((word): Inline => ({ strong: word }));
  // "Nothing found" says it already.
  if (first === undefined || (total === 0 && unknown[0] === query)) return [];
  const more = unknown.length > mostNamed ? [" or some other words"] : [];
  return [["No article has ", first, ...others.flatMap((word) => [", ", word]), ...more, "."]];
}

function describe(filters: Filters, person: Person | undefined): Text | undefined {
  const parts: Inline[][] = [];
  if (person) parts.push(["naming ", { strong: person.name }]);
  if (filters.source !== undefined) parts.push(["from ", { strong: filters.source }]);
  if (filters.after !== undefined) parts.push(["since ", { date: filters.after }]);
  if (filters.before !== undefined) parts.push(["until ", { date: filters.before }]);
  if (parts.length === 0) return undefined;
  return ["Only ", ...parts.flatMap((part, index) => (index === 0 ? part : [", ", ...part])), "."];
}

function didYouMean({ didYouMean }: SearchResult): Text[] {
  const names = didYouMean.slice(0, 2).map(({ person }): Inline => ({ strong: person.name }));
  const [one, other] = names;
  if (one === undefined) return [];
  return [["No article names anybody so. Did you mean ", one, ...(other === undefined ? [] : [" or ", other]), "?"]];
}

function meant({ didYouMean }: SearchResult, asked: RawOptions): Invocation[] {
  return didYouMean.slice(0, 2).map(({ query }) => searchFor(query, asked));
}

function searchFor(query: string, asked: RawOptions, label = `Search “${query}”`): Invocation {
  return { label, command: "search", options: { ...asked, query } };
}

function nothingFound(query: string, filters: Filters, result: SearchResult, lines: readonly Text[]): Reply {
  const again: RawOptions = { query, ...filters };
  const near = [
    ...meant(result, again),
    ...result.suggestions.slice(0, 2).map((suggestion) => searchFor(suggestion, again)),
  ].slice(0, 2);
  const wider = result.wider.map((each) => searchFor(each.query, again, `Without ${each.without}: ${each.total}`));
  const unfiltered = result.withoutFilter.map(({ filter, total }): Invocation => {
    const { [filter]: _dropped, ...rest } = again;
    return { label: `Without “${filter}”: ${total}`, command: "search", options: rest };
  });
  const hints: Text[] = [];
  if (result.suggestions.length > 0) hints.push("A near spelling finds some:");
  if (wider.length + unfiltered.length > 0) hints.push("Asking for less finds some:");
  if (near.length + hints.length === 0) hints.push("Try fewer or other words; /latest shows what is new.");
  return {
    heading: ["Nothing found for ", { strong: query }],
    lines: [...lines, ...hints],
    actions: [...near, ...wider, ...unfiltered].slice(0, 5),
  };
}
