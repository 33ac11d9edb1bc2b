import type { Article } from "./article.ts";
import { evidence } from "./people-context.ts";
import { fullKey, type Name } from "./people-full-name.ts";
import type { Sighting } from "./people-mentions.ts";
import type { Entry as NamedEntry } from "./people-same.ts";
import { untitled } from "./people-titled.ts";
import type { Token } from "./people-tokens.ts";

/** What the census notes of one name. */
export interface Entry extends NamedEntry {
  bits: number;
  total: number;
  against: number;
  readonly spellings: Map<string, number>;
  readonly titles: Set<string>;
  readonly articles: Set<Article>;
  readonly bracketed: Set<string>;
  readonly apart: Map<string, number>;
  /** The union of the `career` bits of the articles that give one career only. */
  careers: number;
  /** An article tells of both careers: they are one person's. */
  hasChanged: boolean;
  isShared: boolean;
}

/** Notes a sighting with the entry of its name. */
export function noteName(
  article: Article,
  list: readonly Token[],
  sighting: Sighting,
  name: Name,
  entries: Map<string, Entry>,
): Entry {
  const key = fullKey(name);
  let entry = entries.get(key);
  if (!entry) {
    entry = newEntry(name);
    entries.set(key, entry);
  }
  entry.articles.add(article);
  const against = evidence.article.bit | evidence.location.bit | evidence.namesake.bit;
  entry.bits |= sighting.evidence & ~against;
  entry.total++;
  if (sighting.evidence & against) entry.against++;
  for (const title of sighting.titles) entry.titles.add(title);
  const written = article.body.slice(list[sighting.from]?.start, list[sighting.to - 1]?.end).replace(/\s+/gu, " ");
  entry.spellings.set(written, (entry.spellings.get(written) ?? 0) + 1);
  return entry;
}

function newEntry(name: Name): Entry {
  return {
    name,
    bits: 0,
    total: 0,
    against: 0,
    spellings: new Map(),
    titles: new Set(),
    articles: new Set(),
    bracketed: new Set(),
    apart: new Map(),
    careers: 0,
    hasChanged: false,
    isShared: false,
  };
}

/**
 * Puts what was seen of "Seneschal Ann Reed" to "Ann Reed".
 * @returns under what `fullKey` gives for the latter, the same of the former
 */
export function foldTitles(entries: Map<string, Entry>): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const [entry, name] of untitled([...entries.values()])) {
    const [key, titled] = [fullKey(name), fullKey(entry.name)];
    const base = entries.get(key) ?? newEntry(name);
    entries.set(key, base);
    entries.delete(titled);
    aliases.set(key, [...(aliases.get(key) ?? []), titled]);
    base.bits |= entry.bits;
    base.total += entry.total;
    base.against += entry.against;
    for (const title of entry.titles) base.titles.add(title);
    for (const article of entry.articles) base.articles.add(article);
    for (const [spelling, count] of entry.spellings) {
      const bare = spelling.replace(/^\S+ /u, "");
      base.spellings.set(bare, (base.spellings.get(bare) ?? 0) + count);
    }
    base.isShared ||= entry.isShared;
  }
  return aliases;
}
