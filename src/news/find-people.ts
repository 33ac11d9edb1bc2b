import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import { filedUnder, fileUnder } from "./filed.ts";
import type { FoundPeople } from "./open-people.ts";
import { attribute } from "./people-attribution.ts";
import { type Known, takeCensus } from "./people-census.ts";
import { formsOf } from "./people-forms.ts";
import { indexBearers, namedBy } from "./people-later.ts";
import { plain } from "./people-names.ts";
import { indexNames } from "./people-resolve.ts";

/**
 * Finds everybody whom the articles name. A person is told by the name alone: two people with the same full name, such
 * as the two Ri Yong Ho, cannot be told apart, which is why a card's role and sentences always come with their article, and why a name that
 * the articles show to be several people's has no role.
 */
export async function findPeople(articles: readonly Article[], pause: Pause): Promise<FoundPeople> {
  const census = await takeCensus(articles, pause);
  const families = fileUnder(census.known.map(({ families }) => families));
  const withFamily = (family: string) => filedUnder(families, family);
  const mentions: number[][] = [];
  const present: (readonly number[])[] = [];
  const counted = new Uint32Array(census.known.length);
  for (const [number, article] of articles.entries()) {
    const named = namedBy(attribute(article, census.seenIn(number), census, withFamily));
    mentions.push(named.mentions.flatMap((one) => [one.who, one.start, one.end, Number(one.isFull)]));
    present.push(named.present);
    for (const who of named.present) counted[who] = (counted[who] ?? 0) + 1;
    await pause();
  }

  const timesOf = (who: number) => counted[who] ?? 0;
  const order = [...census.known.keys()].filter((who) => timesOf(who) > 0).sort((a, b) => timesOf(b) - timesOf(a));
  const numberOf = new Uint32Array(census.known.length);
  for (const [number, who] of order.entries()) numberOf[who] = number;
  const known = order.flatMap((who) => census.known[who] ?? []);
  const idOf = createIds(known);
  const named = known.map((one, number) => {
    const { name, family, titles, isShared } = one;
    const id = idOf(one);
    const articles = timesOf(order[number] ?? 0);
    const person = { id, name, family, articles, ...(isShared && { mayBeSeveral: true as const }) };
    return { person, forms: formsOf(id, one), titles };
  });
  return {
    people: named.map(({ person }) => person),
    names: indexNames(named),
    bearers: indexBearers(known),
    common: census.common,
    mentions: flat(mentions, (value, at) => (at % 4 === 0 ? (numberOf[value] ?? 0) : value)),
    mentionStarts: startsOf(mentions),
    present: flat(present, (who) => numberOf[who] ?? 0),
    presentStarts: startsOf(present),
  };
}

function flat(lists: readonly (readonly number[])[], value: (value: number, at: number) => number): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const list of lists) for (const [at, one] of list.entries()) all[end++] = value(one, at);
  return all;
}

function startsOf(lists: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [number, { length }] of lists.entries()) starts[number + 1] = (starts[number] ?? 0) + length;
  return starts;
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
