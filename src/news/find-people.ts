import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import { newestFirst } from "./dates.ts";
import type { People, Person } from "./people.ts";
import { attribute } from "./people-attribution.ts";
import { type Appearance, newestRole, tellingSentences } from "./people-card.ts";
import { type Known, takeCensus } from "./people-census.ts";
import { plain } from "./people-names.ts";
import { createResolver } from "./people-resolve.ts";

/**
 * Finds everybody whom the articles name. A person is told by the name alone: two people with the same full name, such
 * as the two Ri Yong Ho, cannot be told apart, which is why a card's role and sentences always come with their article.
 */
export async function findPeople(articles: readonly Article[], pause: Pause): Promise<People> {
  const census = await takeCensus(articles, pause);
  const bearers = new Map<string, number[]>();
  census.known.forEach(({ families }, who) => {
    for (const family of families) {
      const list = bearers.get(family);
      if (list) list.push(who);
      else bearers.set(family, [who]);
    }
  });

  /** For every article its mentions, four numbers each: who, start, end, 1 for a full name. */
  const mentions: Int32Array[] = [];
  /** For every article who is in it, most mentions first; for every person the articles. */
  const present: Int32Array[] = [];
  const appearances: number[][] = census.known.map(() => []);
  for (const [index, article] of articles.entries()) {
    const found = attribute(article, census, (family) => bearers.get(family) ?? []);
    mentions.push(Int32Array.from(found.mentions.flatMap((one) => [one.who, one.start, one.end, Number(one.isFull)])));
    const counts = new Map<number, number>();
    for (const who of [...found.inTitle, ...found.mentions.map((mention) => mention.who)]) {
      counts.set(who, (counts.get(who) ?? 0) + 1);
    }
    present.push(Int32Array.from([...counts].sort(([, more], [, less]) => less - more).map(([who]) => who)));
    for (const who of counts.keys()) appearances[who]?.push(index);
    await pause();
  }
  for (const list of appearances) list.sort((a, b) => newestFirst(articles[a]?.publishedAt, articles[b]?.publishedAt));

  const order = census.known
    .map((_, who) => who)
    .filter((who) => appearances[who]?.length)
    .sort((a, b) => (appearances[b]?.length ?? 0) - (appearances[a]?.length ?? 0));
  const idOf = createIds(order.flatMap((who) => census.known[who] ?? []));
  const people: Person[] = [];
  const personOf = new Map<number, Person>();
  const whoOf = new Map<string, number>();
  for (const who of order) {
    const known = census.known[who];
    if (!known) continue;
    const person = {
      id: idOf(known),
      name: known.name,
      family: known.family,
      articles: appearances[who]?.length ?? 0,
    };
    people.push(person);
    personOf.set(who, person);
    whoOf.set(person.id, who);
  }
  const resolver = createResolver(
    people,
    order.flatMap((who) => census.known[who] ?? []),
  );
  const indexOfArticle = new Map(articles.map((article, index) => [article.id, index]));

  function articlesOf(id: string): readonly number[] {
    return appearances[whoOf.get(id) ?? -1] ?? [];
  }

  function appearance(index: number, who: number): Appearance[] {
    const article = articles[index];
    const flat = mentions[index];
    if (!article || !flat) return [];
    const own: { start: number; end: number; isFull: boolean }[] = [];
    for (let at = 0; at < flat.length; at += 4) {
      if (flat[at] === who) own.push({ start: flat[at + 1] ?? 0, end: flat[at + 2] ?? 0, isFull: flat[at + 3] === 1 });
    }
    return [{ article, mentions: own }];
  }

  function namedIn(index: number): Person[] {
    return [...(present[index] ?? [])].flatMap((who) => personOf.get(who) ?? []);
  }

  return {
    all: people,
    get: (id) => personOf.get(whoOf.get(id) ?? -1) ?? resolver.byName(id),
    resolve: (typed) => resolver.resolve(typed),
    complete: (typed, limit) => resolver.complete(typed, limit),
    articlesOf: (id) => new Set(articlesOf(id).flatMap((index) => articles[index]?.id ?? [])),
    namedIn: (articleId) => namedIn(indexOfArticle.get(articleId) ?? -1),
    card(id, limits) {
      const person = personOf.get(whoOf.get(id) ?? -1) ?? resolver.byName(id);
      const who = person && whoOf.get(person.id);
      if (!person || who === undefined) return undefined;
      const indexes = articlesOf(person.id);
      const own = indexes.flatMap((index) => appearance(index, who));
      const role = newestRole(own);
      const dated = own.flatMap(({ article }) => article.publishedAt ?? []);
      const others = new Map<Person, number>();
      for (const other of indexes.flatMap(namedIn))
        if (other !== person) others.set(other, (others.get(other) ?? 0) + 1);
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

/** The spelling with most parts, so that "Kim Jongun" and "Kim Jong Un" give the same. */
function slugOf(spellings: readonly string[]): string {
  const slugs = spellings.map((spelling) => plain(spelling).match(/\p{L}+/gu) ?? ["person"]);
  return slugs
    .reduce((best, slug) => (slug.length > best.length ? slug : best), [])
    .join("-")
    .slice(0, 56);
}

/** "Mike R. Pompeo" without what only some articles write. */
const withoutInitials = (spelling: string) => spelling.replace(/ (?:\p{Lu}\.)+(?= )/gu, "");

/** Gives everybody an id of their own, with initials only where two people differ in nothing else. */
function createIds(all: readonly Known[]): (known: Known) => string {
  const shortOf = (known: Known) => slugOf(known.spellings.map(withoutInitials));
  const bearers = new Map<string, number>();
  for (const known of all) bearers.set(shortOf(known), (bearers.get(shortOf(known)) ?? 0) + 1);
  const taken = new Set<string>();
  return (known) => {
    const short = shortOf(known);
    const base = bearers.get(short) === 1 ? short : slugOf(known.spellings);
    let id = base;
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
    taken.add(id);
    return id;
  };
}
