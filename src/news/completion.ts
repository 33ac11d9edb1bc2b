import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import type { People } from "./people.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { words } from "./words.ts";

/** The headlines of the archive, each as a whole. */
export interface Headlines {
  /** Those that start so before those that hold it further on, at the start of a word; the newest of each first. */
  holding(form: string, limit: number): readonly string[];
  /** From now on those of other articles, newest first, which are asked for when they are needed. */
  follow(articles: () => readonly Article[]): void;
}

/** Only the newest headlines are looked through: it happens at every key. */
const mostTitles = 10_000;

/**
 * All forms stand in one text, a line each, which is searched in a fraction of the time that they would take singly.
 * @param articles newest first
 */
export async function createHeadlines(articles: readonly Article[], pause: Pause): Promise<Headlines> {
  /** The line of each title. */
  let lines = new Map<string, string>();
  let titles = titlesOf(articles);
  let newest = () => articles;
  let found: { readonly text: string; readonly starts: readonly number[] } | undefined;
  for (const title of titles) {
    lines.set(title, formOf(title));
    await pause();
  }

  function read() {
    const known = lines;
    titles = titlesOf(newest());
    lines = new Map(titles.map((title) => [title, known.get(title) ?? formOf(title)]));
    const starts: number[] = [];
    let start = "\n".length;
    for (const title of titles) {
      starts.push(start);
      start += (lines.get(title)?.length ?? 0) + "\n".length;
    }
    return { text: `\n${titles.map((title) => `${lines.get(title)}\n`).join("")}`, starts };
  }

  return {
    holding(form, limit) {
      found ??= read();
      const { text, starts } = found;
      const held = new Set<string>();
      for (const before of ["\n", " "]) {
        for (let at = text.indexOf(before + form); at >= 0 && held.size < limit; ) {
          const number = lineAt(starts, at + 1);
          held.add(titles[number] ?? "");
          at = text.indexOf(before + form, (starts[number + 1] ?? text.length) - 1);
        }
      }
      return [...held];
    },
    follow(articles) {
      newest = articles;
      found = undefined;
    },
  };
}

function titlesOf(articles: readonly Article[]): readonly string[] {
  return articles.slice(0, mostTitles).map(({ title }) => title);
}

/** The last of the ascending places that is at or before one. */
function lineAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function formOf(text: string): string {
  return words(text)
    .map(({ form }) => form)
    .join(" ");
}

/**
 * What could complete a query, best first: people, words for the last one that is being typed, whole headlines.
 * Nothing typed yet: the people who are mentioned most.
 */
export function completions(
  typed: string,
  limit: number,
  known: { people: People; headlines: Headlines; vocabulary: Vocabulary },
): readonly string[] {
  const last = words(typed).at(-1);
  if (!last) return known.people.all.slice(0, limit).map(({ name }) => name);
  const offers = new Map<string, string>();
  const offer = (text: string) => {
    const name = text.toLowerCase();
    if (offers.size < limit && name !== typed.trim().toLowerCase() && !offers.has(name)) offers.set(name, text);
  };
  for (const { name } of known.people.complete(typed.trim(), limit)) offer(name);
  if (last.end === typed.length) {
    const before = typed.slice(0, last.start);
    for (const { written } of known.vocabulary.startingWith(last.form, mostWords)) offer(before + written);
  }
  for (const title of known.headlines.holding(formOf(typed), limit)) offer(title);
  return [...offers.values()];
}

/** More would leave no room for headlines. */
const mostWords = 10;
