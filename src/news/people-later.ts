import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import type { FoundPeople } from "./open-people.ts";
import type { Named } from "./people-appearances.ts";
import { attribute } from "./people-attribution.ts";
import { fullKey } from "./people-census.ts";
import type { Name } from "./people-full-name.ts";
import { seenOf } from "./people-seen.ts";
import { placeOf } from "./sorted.ts";

/** What tells somebody in an article. Plain values: they can be stored. */
export interface Bearer {
  /** Of every spelling of the full name, what `fullKey` gives. */
  readonly keys: readonly string[];
  /** As in `Known`. */
  readonly families: readonly string[];
  readonly given: readonly string[];
  readonly times: number;
}

/** Finds, in articles that come later, those whom the articles before have made known. */
export async function createLaterCensus(
  { people, bearers, common }: FoundPeople,
  pause: Pause,
): Promise<(article: Article) => Named> {
  const byKey = new Map<string, number>();
  for (const [who, { keys }] of bearers.entries()) {
    for (const key of keys) byKey.set(key, who);
    if (who % 64 === 0) await pause();
  }
  const withFamily = await byFamily(bearers, pause);
  const census = {
    at(who: number) {
      const { families = [], given = [], times = 0 } = bearers[who] ?? {};
      return { families: new Set(families), given: new Set(given), titles: new Set(people[who]?.titles), times };
    },
    find: (name: Name) => byKey.get(fullKey(name)),
    isCommon: (lower: string) => placeOf(common, lower) !== undefined,
  };
  return (article) => namedBy(attribute(article, seenOf(article, census.isCommon), census, withFamily));
}

/** Finds all who bear a family name, by their places among the people. */
export async function byFamily(
  people: readonly { readonly families: Iterable<string> }[],
  pause: Pause,
): Promise<(family: string) => readonly number[]> {
  const bearers = new Map<string, number[]>();
  for (const [who, { families }] of people.entries()) {
    for (const family of families) if (!bearers.get(family)?.push(who)) bearers.set(family, [who]);
    if (who % 64 === 0) await pause();
  }
  return (family) => bearers.get(family) ?? [];
}

/** Everybody who is named, most mentions first. */
export function namedBy({ mentions, inTitle }: ReturnType<typeof attribute>): Named {
  const counts = new Map<number, number>();
  for (const who of [...inTitle, ...mentions.map((mention) => mention.who)]) {
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return { mentions, present: [...counts].sort(([, more], [, less]) => less - more).map(([who]) => who) };
}
