import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import type { Catalogue } from "./catalogue.ts";
import type { People, Person } from "./people.ts";
import { createAppearances } from "./people-appearances.ts";
import { type Appearance, newestRole, tellingSentences } from "./people-card.ts";
import { type Bearers, createLaterCensus } from "./people-later.ts";
import { createResolver, type NameIndex } from "./people-resolve.ts";
import type { Texts } from "./texts.ts";

/** Whom articles name: plain values, which can be handed to another thread or written to a file. */
export interface FoundPeople {
  /** Most mentioned first. A person's number is the place here. */
  readonly people: readonly Person[];
  /** What they are found by. */
  readonly names: NameIndex;
  /** What tells them in an article that comes later. */
  readonly bearers: Bearers;
  /** The words that the articles write small rather than with a capital, ascending. */
  readonly common: Texts;
  /** The mentions of all articles, one after the other, four numbers each: who, start, end, 1 for a full name. */
  readonly mentions: Uint32Array;
  /** Where each article's mentions start; one more at the end. */
  readonly mentionStarts: Uint32Array;
  /** Who is named in each article, its title included, most mentions first. */
  readonly present: Uint32Array;
  readonly presentStarts: Uint32Array;
}

/** The people, as articles come and go. */
export interface OpenPeople extends People {
  /**
   * Takes up whom an article names of those who are known. Whoever is named there for the first time is known only from
   * the next time on that all articles are read: who is who is decided over all of them.
   * @param number of the article in the catalogue
   */
  add(number: number, article: Article): void;
  remove(number: number): void;
}

/** @param catalogue of the articles in which the people were found */
export async function openPeople(found: FoundPeople, catalogue: Catalogue, pause: Pause): Promise<OpenPeople> {
  const people: { -readonly [K in keyof Person]: Person[K] }[] = [];
  const numbers = new Map<string, number>();
  for (const [who, one] of found.people.entries()) {
    // How many articles name somebody changes.
    people.push({ ...one });
    numbers.set(one.id, who);
    if (who % 64 === 0) await pause();
  }
  const resolver = createResolver(found.names, people);
  const appearances = await createAppearances(found, catalogue, pause);
  const namedBy = createLaterCensus(found);

  function personFor(id: string): { readonly person: Person; readonly who: number } | undefined {
    const person = people[numbers.get(id) ?? -1] ?? resolver.byName(id);
    const who = person && numbers.get(person.id);
    return person && who !== undefined && person.articles > 0 ? { person, who } : undefined;
  }

  function namedIn(number: number | undefined): Person[] {
    return number === undefined ? [] : appearances.in(number).flatMap((who) => people[who] ?? []);
  }

  function appearance(who: number, number: number): Appearance[] {
    const article = catalogue.at(number);
    // Most of the appearances of somebody who is in every other article are only counted.
    return article ? [{ article, mentions: () => appearances.mentions(who, number) }] : [];
  }

  let all: readonly Person[] | undefined = people;
  function count(number: number, by: 1 | -1): void {
    for (const who of appearances.in(number)) {
      const person = people[who];
      if (!person) continue;
      person.articles += by;
      if (person.articles === (by < 0 ? 0 : 1)) all = undefined;
    }
  }

  return {
    get all() {
      all ??= people.filter(({ articles }) => articles > 0);
      return all;
    },
    get: (id) => personFor(id)?.person,
    resolve: resolver.resolve,
    nearlyNamed: resolver.nearlyNamed,
    complete: resolver.complete,
    articlesOf(id) {
      const who = numbers.get(id);
      const own = who === undefined ? [] : appearances.of(who);
      return new Set(Array.from(own, (number) => catalogue.at(number)?.id ?? ""));
    },
    namedIn: (articleId) => namedIn(catalogue.numberOf(articleId)),
    card(id, limits) {
      const asked = personFor(id);
      if (!asked) return undefined;
      const { person, who } = asked;
      const numbers = Array.from(appearances.of(who));
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
    add(number, article) {
      appearances.add(number, namedBy(article));
      count(number, 1);
    },
    remove(number) {
      count(number, -1);
      appearances.remove(number);
    },
  };
}
