import { isEnglish, isName } from "./english.ts";
import type { SearchResult } from "./library.ts";
import { isAbbreviation } from "./mending.ts";
import type { People } from "./people.ts";
import { type Phrase, phraseOf } from "./phrase.ts";
import { parseQuery, type Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { isStopWord, stem } from "./stems.ts";
import { pairOf } from "./terms.ts";
import { slipsIn, type Vocabulary } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** Tried for each word of a query, at most. */
const nearest = 3;
/** In a shorter word a third slip makes another word of it. */
const shortestFar = 9;
/** Queries tried in all: each is a search. */
const most = 8;

/** Numbers of one series are looked for so far from the one that was typed; so many are offered. */
const farthest = 20;
const mostNumbers = 2;

/** How much a query finds. */
type Count = (query: string) => number;

/**
 * Queries in a near spelling that find something, where the one typed finds nothing: with one of its words replaced by
 * a known one that looks like it, or a number by one of the same series.
 */
export function suggestionsFor(
  typed: string,
  { vocabulary, index }: { readonly vocabulary: Vocabulary; readonly index: Pick<SearchIndex, "frequency"> },
  count: Count,
  limit: number,
): readonly string[] {
  const query = tidy(typed);
  const candidates = new Set<string>();
  for (const { text, words } of parseQuery(query).parts) {
    for (const [at, word] of words.slice(0, most).entries()) {
      const next = words[at + 1];
      const written = text.slice(word.start, next?.end);
      if (next && pairOf(text, word, next)) {
        for (const number of numbersNear(word, next, index)) {
          candidates.add(query.replace(written, () => text.slice(word.start, next.start) + number));
        }
      }
    }
    for (const word of words.slice(0, most)) {
      const { form, start, end } = word;
      if (isStopWord(form) || form.length < 4 || isAbbreviation(word)) continue;
      const isKnown = vocabulary.has(form);
      const isStranger = !isKnown && isName(form);
      if (isEnglish(form) && !isStranger) continue;
      // What nothing knows has been corrected already, if a word was near: now one may be farther away, if it is long.
      const farther = form.length < shortestFar ? 0 : 1;
      const edits = isKnown || isStranger ? Math.min(1, slipsIn(form)) : slipsIn(form) + farther;
      for (const near of vocabulary.near(form, edits, nearest)) {
        if (isStranger && !/^\p{Lu}/u.test(near.written)) continue;
        if (stem(near.form) !== stem(form)) candidates.add(query.replace(text.slice(start, end), () => near.written));
      }
    }
  }
  candidates.delete(query);
  const found: string[] = [];
  for (const candidate of [...candidates].slice(-most)) {
    if (found.length < limit && count(candidate) > 0) found.push(candidate);
  }
  return found;
}

/** For an unknown "Hwasong-14" the 15 of "Hwasong-15": of names with a number, those that the articles have. */
function numbersNear({ form }: Word, number: Word, index: Pick<SearchIndex, "frequency">): readonly string[] {
  const typed = Number(number.form);
  if (!Number.isInteger(typed) || index.frequency(form + number.form) > 0) return [];
  const steps = Array.from({ length: 2 * farthest }, (_, at) => (at % 2 === 0 ? -1 : 1) * (1 + (at >> 1)));
  const near = steps.flatMap((step) => (typed + step > 0 ? String(typed + step) : []));
  return near.filter((each) => index.frequency(form + each) > 0).slice(0, mostNumbers);
}

/**
 * The query without one of its exclusions; if that finds nothing, without all of them or without its quotation marks; if
 * that finds nothing either, without both.
 */
export function widerThan(typed: string, count: Count): SearchResult["wider"] {
  const query = tidy(typed);
  const { parts, excluded } = parseQuery(query);
  const minus = excluded.map(({ start, end }) => query.slice(start, end));
  const cut = (spans: Query["excluded"]) =>
    tidy(spans.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), query));
  const bare = parts.map(({ text }) => text);
  const hasPhrase = parts.some(({ isPhrase }) => isPhrase);
  const steps = [
    excluded.slice(0, most).map((span, at) => ({ without: minus[at] ?? "", query: cut([span]) })),
    [
      ...(excluded.length > 1 ? [{ without: "exclusions", query: cut(excluded) }] : []),
      ...(hasPhrase ? [{ without: "quotation marks", query: tidy([...bare, ...minus].join(" ")) }] : []),
    ],
    hasPhrase && excluded.length > 0
      ? [{ without: "quotation marks and exclusions", query: tidy(bare.join(" ")) }]
      : [],
  ];
  for (const step of steps) {
    const found = step.map((each) => ({ ...each, total: count(each.query) })).filter(({ total }) => total > 0);
    if (found.length > 0) return found;
  }
  return [];
}

function tidy(typed: string): string {
  return typed.replace(/\s+/gu, " ").trim();
}

/** So many words of a query are tried as names, so many at a time. */
const mostTried = 12;
const longestName = 4;

/**
 * People whose full name is a slip or two away from words of the query, as "Kim Jong Un" is from "kim jung un"; none
 * where the words stand in an article as typed, or are somebody's name.
 */
export function peopleMeant(
  typed: string,
  people: People,
  isWritten: (phrase: Phrase) => boolean,
): SearchResult["didYouMean"] {
  const query = tidy(typed);
  for (const { text, words } of parseQuery(query).parts) {
    for (const name of runsOf(words.slice(0, mostTried))) {
      const written = tidy(text.slice(name[0]?.start, name.at(-1)?.end));
      const near = people.nearlyNamed(written);
      if (near.length === 0 || people.resolve(written).kind !== "none" || isWritten(phraseOf(name))) continue;
      return near.map((person) => ({ person, query: query.replace(written, () => person.name) }));
    }
  }
  return [];
}

/** Two words or more, the longest runs first. */
function* runsOf(words: readonly Word[]): Generator<readonly Word[]> {
  for (let length = longestName; length > 1; length--) {
    for (let from = 0; from + length <= words.length; from++) yield words.slice(from, from + length);
  }
}
