import type { Article } from "./article.ts";
import type { FoundPeople } from "./open-people.ts";
import type { Named } from "./people-appearances.ts";
import { attribute } from "./people-attribution.ts";
import { fullKey, type Known } from "./people-census.ts";
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
export function createLaterCensus({ people, bearers, common }: FoundPeople): {
  namedBy(article: Article): Named;
} {
  const byKey = new Map<string, number>();
  const byFamily = new Map<string, number[]>();
  const known: Pick<Known, "families" | "given" | "titles" | "times">[] = [];
  for (const [who, { keys, families, given, times }] of bearers.entries()) {
    for (const key of keys) byKey.set(key, who);
    for (const family of families) {
      const list = byFamily.get(family);
      if (list) list.push(who);
      else byFamily.set(family, [who]);
    }
    known.push({ families: new Set(families), given: new Set(given), titles: new Set(people[who]?.titles), times });
  }
  const census = {
    known,
    find: (name: Parameters<typeof fullKey>[0]) => byKey.get(fullKey(name)),
    isCommon: (lower: string) => placeOf(common, lower) !== undefined,
  };
  const withFamily = (family: string) => byFamily.get(family) ?? [];
  return {
    namedBy: (article) => namedBy(attribute(article, seenOf(article, census.isCommon), census, withFamily)),
  };
}

/** Everybody who is named, most mentions first. */
export function namedBy({ mentions, inTitle }: ReturnType<typeof attribute>): Named {
  const counts = new Map<number, number>();
  for (const who of [...inTitle, ...mentions.map((mention) => mention.who)]) {
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return { mentions, present: [...counts].sort(([, more], [, less]) => less - more).map(([who]) => who) };
}
