import type { People } from "./people.ts";
import { isStopWord, keyOf } from "./stems.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { type Word, words } from "./words.ts";

/** What headlines speak of: stretches of two or three words that start and end with one that says something. */
export interface Headlines {
  add(title: string): void;
  /** What starts so, in the most headlines first. */
  startingWith(form: string, limit: number): readonly { written: string; titles: number }[];
}

/** Phrases are kept out of the newest headlines only, as many as this. */
const mostTitles = 10_000;

export function createHeadlines(): Headlines {
  const byStart = new Map<string, Map<string, { written: string; titles: number }>>();
  let titles = 0;
  return {
    add(title) {
      if (++titles > mostTitles) return;
      const found = words(title);
      for (let from = 0; from < found.length; from++) {
        for (let to = from + 2; to <= Math.min(from + 3, found.length); to++) note(title, found.slice(from, to));
      }
    },
    startingWith(form, limit) {
      const all = [...(byStart.get(form.slice(0, 2)) ?? [])].filter(([start]) => start.startsWith(form));
      all.sort(([a, { titles: inA }], [b, { titles: inB }]) => inB - inA || (a < b ? -1 : 1));
      return all.slice(0, limit).map(([, phrase]) => phrase);
    },
  };

  function note(title: string, stretch: readonly Word[]): void {
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (!first || !last || !saysSomething(first) || !saysSomething(last)) return;
    const written = title.slice(first.start, last.end).replace(/['’]s$/u, "");
    if (/["“”,;:.!?]\s/u.test(written)) return;
    const form = stretch.map((word) => word.form).join(" ");
    const start = form.slice(0, 2);
    const siblings = byStart.get(start) ?? new Map<string, { written: string; titles: number }>();
    byStart.set(start, siblings);
    const known = siblings.get(form) ?? { written, titles: 0 };
    known.titles++;
    siblings.set(form, known);
  }
}

function saysSomething(word: Word): boolean {
  return word.form.length > 1 && !isStopWord(keyOf(word));
}

/**
 * What could complete a query, best first: people, phrases out of several headlines, words for the last one that is
 * being typed, phrases out of one headline. Nothing typed yet: the people who are mentioned most.
 */
export function completions(
  typed: string,
  limit: number,
  known: { people: People; headlines: Headlines; vocabulary: Vocabulary },
): readonly string[] {
  const found = words(typed);
  const last = found.at(-1);
  if (!last) return known.people.all.slice(0, limit).map(({ name }) => name);
  const offers = new Map<string, string>();
  const offer = (text: string) => {
    const name = text.toLowerCase();
    if (offers.size < limit && name !== typed.trim().toLowerCase() && !offers.has(name)) offers.set(name, text);
  };
  const form = found.map((word) => word.form).join(" ");
  for (const { name } of known.people.complete(typed.trim(), limit)) offer(name);
  const phrases = known.headlines.startingWith(form, limit);
  for (const { written, titles } of phrases) if (titles > 1) offer(written);
  if (last.end === typed.length) {
    const before = typed.slice(0, last.start);
    for (const { written } of known.vocabulary.startingWith(last.form, limit)) offer(before + written);
  }
  for (const { written } of phrases) offer(written);
  return [...offers.values()];
}
