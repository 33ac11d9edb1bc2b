import type { Article } from "./article.ts";
import { type Filed, filedUnder, fileUnder } from "./filed.ts";
import type { FoundPeople } from "./open-people.ts";
import type { Named } from "./people-appearances.ts";
import { attribute } from "./people-attribution.ts";
import type { Known } from "./people-census.ts";
import { fullKey, type Name } from "./people-full-name.ts";
import { seenOf } from "./people-seen.ts";
import { joinTexts, placeOf, type Texts, textAt } from "./texts.ts";

/** What tells people in an article; each by their number. Plain values. */
export interface Bearers {
  /** Who bears a full name, filed under what `fullKey` gives for every spelling. */
  readonly keys: Filed;
  /** As in `Known`. */
  readonly families: Filed;
  /** The family names and the given names of each, with line breaks between. */
  readonly familiesOf: Texts;
  readonly givenOf: Texts;
  readonly times: Uint32Array;
}

export function indexBearers(all: readonly Known[]): Bearers {
  return {
    keys: fileUnder(all.map(({ keys }) => keys)),
    families: fileUnder(all.map(({ families }) => families)),
    familiesOf: joinTexts(all.map(({ families }) => [...families].join("\n"))),
    givenOf: joinTexts(all.map(({ given }) => [...given].join("\n"))),
    times: Uint32Array.from(all, ({ times }) => times),
  };
}

/** Finds, in articles that come later, those whom the articles before have made known. */
export function createLaterCensus({ bearers, names, common }: FoundPeople): (article: Article) => Named {
  const { keys, families, familiesOf, givenOf, times } = bearers;
  const linesOf = (texts: Texts, who: number) => new Set((textAt(texts, who) ?? "").split("\n").filter(isText));
  const census = {
    at: (who: number) => ({
      get families() {
        return linesOf(familiesOf, who);
      },
      get given() {
        return linesOf(givenOf, who);
      },
      get titles() {
        return linesOf(names.titles, who);
      },
      times: times[who] ?? 0,
    }),
    find: (name: Name) => filedUnder(keys, fullKey(name)).at(-1),
    isCommon: (lower: string) => placeOf(common, lower) !== undefined,
  };
  const withFamily = (family: string) => filedUnder(families, family);
  return (article) => namedBy(attribute(article, seenOf(article, census.isCommon), census, withFamily));
}

const isText = (line: string) => line !== "";

/** Everybody who is named, most mentions first. */
export function namedBy({ mentions, inTitle }: ReturnType<typeof attribute>): Named {
  const counts = new Map<number, number>();
  for (const who of [...inTitle, ...mentions.map((mention) => mention.who)]) {
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return { mentions, present: [...counts].sort(([, more], [, less]) => less - more).map(([who]) => who) };
}
