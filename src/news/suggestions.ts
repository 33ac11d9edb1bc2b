import { editsFor } from "./plan.ts";
import { parseQuery } from "./query.ts";
import { isStopWord, stem } from "./stems.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Tried for each word of a query, at most. */
const nearest = 3;
/** Queries tried in all: each is a search. */
const most = 8;

/**
 * Queries in a near spelling that find something, where the one typed finds nothing: with one of its words replaced by
 * a known one that looks like it, or without its quotation marks and exclusions.
 * @param count how much a query finds
 */
export function suggestionsFor(
  typed: string,
  vocabulary: Vocabulary,
  count: (query: string) => number,
  limit: number,
): readonly string[] {
  const query = typed.trim().replace(/\s+/gu, " ");
  const { parts } = parseQuery(query);
  const candidates = new Set<string>();
  for (const { text, words } of parts) {
    for (const { form, start, end } of words.slice(0, most)) {
      if (isStopWord(form) || form.length < 4) continue;
      // What nothing knows has been corrected already, if a word was near: now one may be farther away.
      const edits = vocabulary.has(form) ? Math.min(1, editsFor(form)) : editsFor(form) + 1;
      for (const near of vocabulary.near(form, edits, nearest)) {
        if (stem(near.form) !== stem(form)) candidates.add(query.replace(text.slice(start, end), () => near.written));
      }
    }
  }
  candidates.add(parts.map(({ text }) => text.trim()).join(" "));
  candidates.delete(query);
  const found: string[] = [];
  for (const candidate of [...candidates].slice(-most)) {
    if (found.length < limit && count(candidate) > 0) found.push(candidate);
  }
  return found;
}
