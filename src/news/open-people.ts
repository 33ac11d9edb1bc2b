import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import type { People, Person } from "./people.ts";
import { type Appearance, newestRole, tellingSentences } from "./people-card.ts";
import { createResolver, type Nameable } from "./people-resolve.ts";
import type { Span } from "./sentences.ts";

/** Whom articles name: plain values, which can be handed to another thread or written to a file. */
export interface FoundPeople {
  /** Most mentioned first. A person's number is the place here. */
  readonly people: readonly Nameable[];
  /** The mentions of all articles, one after the other, four numbers each: who, start, end, 1 for a full name. */
  readonly mentions: Uint32Array;
  /** Where each article's mentions start; one more at the end. */
  readonly mentionStarts: Uint32Array;
  /** Who is named in each article, its title included, most mentions first. */
  readonly present: Uint32Array;
  readonly presentStarts: Uint32Array;
}

/**
 * @param articles those in which the people were found, newest first
 * @param numberOf the place of an article among them, by its id
 */
export async function openPeople(
  found: FoundPeople,
  articles: readonly Article[],
  numberOf: (articleId: string) => number | undefined,
  pause: Pause,
): Promise<People> {
  const people = found.people.map(({ person }) => person);
  const numbers = new Map(people.map(({ id }, who) => [id, who]));
  const resolver = await createResolver(found.people, pause);
  const appearances = await appearancesIn(found, pause);

  function personFor(id: string): { readonly person: Person; readonly who: number } | undefined {
    const person = people[numbers.get(id) ?? -1] ?? resolver.byName(id);
    const who = person && numbers.get(person.id);
    return person && who !== undefined ? { person, who } : undefined;
  }

  function namedIn(number: number): Person[] {
    const [from, to] = [found.presentStarts[number] ?? 0, found.presentStarts[number + 1] ?? 0];
    return Array.from(found.present.subarray(from, to)).flatMap((who) => people[who] ?? []);
  }

  function mentionsOf(who: number, number: number): (Span & { isFull: boolean })[] {
    const { mentions, mentionStarts } = found;
    const own: (Span & { isFull: boolean })[] = [];
    for (let at = mentionStarts[number] ?? 0; at < (mentionStarts[number + 1] ?? 0); at += 4) {
      if (mentions[at] !== who) continue;
      own.push({ start: mentions[at + 1] ?? 0, end: mentions[at + 2] ?? 0, isFull: mentions[at + 3] === 1 });
    }
    return own;
  }

  function appearance(who: number, number: number): Appearance[] {
    const article = articles[number];
    // Most of the appearances of somebody who is in every other article are only counted.
    return article ? [{ article, mentions: () => mentionsOf(who, number) }] : [];
  }

  return {
    all: people,
    get: (id) => personFor(id)?.person,
    resolve: resolver.resolve,
    complete: resolver.complete,
    articlesOf(id) {
      const who = numbers.get(id);
      const own = who === undefined ? [] : appearances(who);
      return new Set(Array.from(own, (number) => articles[number]?.id ?? ""));
    },
    namedIn: (articleId) => namedIn(numberOf(articleId) ?? -1),
    card(id, limits) {
      const asked = personFor(id);
      if (!asked) return undefined;
      const { person, who } = asked;
      const numbers = Array.from(appearances(who));
      const own = numbers.flatMap((number) => appearance(who, number));
      const role = person.mayBeSeveral ? undefined : newestRole(own);
      const dated = own.flatMap(({ article }) => article.publishedAt ?? []);
      const others = new Map<Person, number>();
      for (const number of numbers) {
        for (const other of namedIn(number)) if (other !== person) others.set(other, (others.get(other) ?? 0) + 1);
      }
      return {
        person,
        ...(role ? { role } : {}),
        first: dated.at(-1),
        last: dated[0],
        undated: own.length - dated.length,
        sentences: tellingSentences(own, limits.sentences),
        with: [...others]
          .map(([other, count]) => ({ person: other, articles: count }))
          .sort((a, b) => b.articles - a.articles)
          .slice(0, limits.with),
      };
    },
  };
}

/** For every person the articles, newest first. */
async function appearancesIn({ people, present, presentStarts }: FoundPeople, pause: Pause) {
  const starts = new Uint32Array(people.length + 1);
  for (const who of present) starts[who + 1] = (starts[who + 1] ?? 0) + 1;
  for (let who = 0; who < people.length; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
  const next = starts.slice();
  const numbers = new Uint32Array(present.length);
  for (let article = 0; article + 1 < presentStarts.length; article++) {
    for (let at = presentStarts[article] ?? 0; at < (presentStarts[article + 1] ?? 0); at++) {
      const who = present[at] ?? 0;
      const place = next[who] ?? 0;
      numbers[place] = article;
      next[who] = place + 1;
    }
    await pause();
  }
  return (who: number) => numbers.subarray(starts[who], starts[who + 1]);
}
