import { amountAt } from "./amounts.ts";
import { type Draft, isTail } from "./drafts.ts";
import { givenName } from "./given-names.ts";
import type { Known } from "./known.ts";
import { phraseOf } from "./phrase.ts";
import type { SearchIndex } from "./search-index.ts";
import { isStopWord, keyOf, stem } from "./stems.ts";
import { conceptsIn } from "./synonyms.ts";
import { pairOf } from "./terms.ts";
import { draftsOfRun, endOfRun } from "./unspaced-runs.ts";
import { isUnspaced, type Word } from "./words.ts";

/** Of the articles that have two words side by side, so many must have them as a name for it to be looked for whole. */
const leastNamed = 0.5;

/** For each word, whether it stands in some article, or what it names does. */
export function knownOf(
  { text, words }: { readonly text: string; readonly words: readonly Word[] },
  index: SearchIndex,
): boolean[] {
  const keys = words.map(keyOf);
  const isKnown = keys.map((key) => index.frequency(key) > 0);
  for (const { term, from, to } of conceptsIn(words, keys)) if (index.frequency(term) > 0) isKnown.fill(true, from, to);
  for (const at of words.keys()) {
    const amount = amountAt(text, words, at);
    if (amount && index.frequency(amount.term) > 0) isKnown.fill(true, at, amount.to);
  }
  return isKnown;
}

/** Drafts with the terms that the index knows: subjects first, the longest at each place, else single words. */
export function draftsOf(
  part: { readonly text: string; readonly words: readonly Word[]; readonly isPhrase: boolean },
  withStopWords: boolean,
  known: Pick<Known, "index" | "isWritten" | "countOf">,
): Draft[] {
  const { index } = known;
  const { text, words, isPhrase: isDemanded } = part;
  const keys = words.map(keyOf);
  const concepts = conceptsIn(words, keys).filter(({ term }) => index.frequency(term) > 0);
  const drafts: Draft[] = [];
  for (let from = 0; from < words.length; ) {
    // "15bn" is wanted whole, or not at all. Not in a phrase, which may break off before the unit.
    const amount = isDemanded ? undefined : amountAt(text, words, from);
    if (amount) {
      const terms = [amount.term].filter((term) => index.frequency(term) > 0);
      const taken = keys.slice(from, amount.to);
      drafts.push({ from, to: amount.to, keys: taken, terms: new Set(terms), extra: new Set(), isDemanded });
      from = amount.to;
      continue;
    }
    const [longest] = concepts.filter((concept) => concept.from === from).sort((a, b) => b.to - a.to);
    const to = longest?.to ?? from + 1;
    const own = keys.slice(from, to).filter((key) => withStopWords || !isStopWord(key));
    const here = concepts.filter((concept) => concept.from === from && concept.to === to).map(({ term }) => term);
    const word = words[from];
    const next = words[to];
    const pair = word && next && to === from + 1 ? pairOf(text, word, next) : undefined;
    // Not in a phrase, which may stand where nothing shows that it is a name.
    const given = word && next && to === from + 1 && !isDemanded ? givenName(word, next) : undefined;
    if (here.length > 0) {
      drafts.push({ from, to, keys: own, terms: new Set(here), extra: new Set(own), isDemanded });
      from = to;
    } else if (endOfRun(words, from) > from + 1) {
      const next = concepts.find((concept) => concept.from > from)?.from ?? words.length;
      const end = Math.min(endOfRun(words, from), next);
      if (end > from + 1) drafts.push(...draftsOfRun(words, [from, end], isDemanded, known));
      from = end;
    } else if (given !== undefined && word && next && isUsual(given, [word, next], known)) {
      // The "ho" of "Yong-ho" is not the "ho" of "Jong-ho".
      const both = keys.slice(from, to + 1);
      drafts.push({ from, to: to + 1, keys: both, terms: new Set([given]), extra: new Set(), isDemanded });
      from = to + 1;
    } else if (pair !== undefined && index.frequency(pair) > 0) {
      // "Hwasong-15" is wanted whole; its name alone is better than nothing, its number alone is not.
      const terms = [pair, ...own.filter((key) => key.length > 2)];
      drafts.push({ from, to: to + 1, keys: own, terms: new Set(terms), extra: new Set(), isDemanded });
      from = to + 1;
    } else {
      if (own.length > 0 && !isTail(words, from)) {
        drafts.push({
          from,
          to,
          keys: own,
          terms: new Set(own.filter((key) => index.frequency(key) > 0)),
          extra: new Set(),
          isDemanded,
        });
      }
      from = to;
    }
  }
  return drafts;
}

/** Whether two words are that name wherever they stand side by side, or nearly: "Hong Kong" is none for one "In Hong Kong". */
function isUsual(name: string, words: readonly Word[], { index, countOf }: Pick<Known, "index" | "countOf">): boolean {
  const held = index.frequency(name);
  if (held === 0) return false;
  return held >= leastNamed * countOf(phraseOf(words));
}

/**
 * Where "Jong Un" was typed, an article that writes "Jongun" fulfils the wish, too. That counts little: with full weight
 * for each of the words, chance joins ("on line") cost 0.015 of nDCG@10 on NPL and 0.022 on LISA. A piece of what is
 * wanted whole ("percent" of "10 per cent") doesn't fulfil it.
 */
export function addJoined(draft: Draft, words: readonly Word[], index: SearchIndex): void {
  for (let from = Math.max(0, draft.from - 2); from < draft.to; from++) {
    if (isUnspaced(words[from]?.form ?? "")) continue;
    for (let to = Math.max(from + 2, draft.from + 1); to <= Math.min(from + 3, words.length); to++) {
      if (from >= draft.from && to <= draft.to && to - from < draft.to - draft.from) continue;
      const joined = words
        .slice(from, to)
        .map(({ form }) => form)
        .join("");
      const key = stem(joined);
      if (isStopWord(key) || index.frequency(key) === 0) continue;
      draft.terms.add(key);
      draft.extra.add(key);
    }
  }
}
