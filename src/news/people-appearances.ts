import type { Pause } from "../pacing.ts";
import type { Catalogue } from "./catalogue.ts";
import type { FoundPeople } from "./open-people.ts";
import type { Span } from "./sentences.ts";

/** Whom one article names. */
export interface Named {
  /** Who is named, the title included, most mentions first. */
  readonly present: readonly number[];
  readonly mentions: readonly Mention[];
}

interface Mention extends Span {
  readonly who: number;
  readonly isFull: boolean;
}

/** Who is named where; people and articles by their numbers. */
export interface Appearances {
  /** The articles that name somebody, newest first. */
  of(who: number): ArrayLike<number> & Iterable<number>;
  /** Who is named in an article, most mentions first. */
  in(article: number): readonly number[];
  mentions(who: number, article: number): (Span & { readonly isFull: boolean })[];
  add(article: number, named: Named): void;
  remove(article: number): void;
}

export async function createAppearances(found: FoundPeople, catalogue: Catalogue, pause: Pause): Promise<Appearances> {
  const { present, presentStarts, mentions, mentionStarts } = found;
  const frozen = presentStarts.length - 1;
  const frozenOf = await appearancesIn(found, pause);
  /** What came later, and which of the first articles have gone. */
  const later = new Map<number, Named>();
  const laterOf = new Map<number, Set<number>>();
  const gone = new Set<number>();

  function inArticle(article: number): readonly number[] {
    const named = later.get(article);
    if (named) return named.present;
    return gone.has(article) ? [] : [...present.subarray(presentStarts[article] ?? 0, presentStarts[article + 1] ?? 0)];
  }

  return {
    in: inArticle,
    of(who) {
      const own = laterOf.get(who);
      if (gone.size === 0 && !own) return frozenOf(who);
      const all = [...frozenOf(who).filter((article) => !gone.has(article)), ...(own ?? [])];
      const places = Uint32Array.from(all, (article) => catalogue.places[article] ?? 0).sort();
      return places.map((place) => catalogue.order[place] ?? 0);
    },
    mentions(who, article) {
      const named = later.get(article);
      if (named) return named.mentions.filter((mention) => mention.who === who);
      const own: (Span & { isFull: boolean })[] = [];
      for (let at = mentionStarts[article] ?? 0; at < (mentionStarts[article + 1] ?? 0); at += 4) {
        if (mentions[at] !== who) continue;
        own.push({ start: mentions[at + 1] ?? 0, end: mentions[at + 2] ?? 0, isFull: mentions[at + 3] === 1 });
      }
      return own;
    },
    add(article, named) {
      later.set(article, named);
      for (const who of named.present) laterOf.set(who, (laterOf.get(who) ?? new Set()).add(article));
    },
    remove(article) {
      if (article < frozen) gone.add(article);
      for (const who of later.get(article)?.present ?? []) laterOf.get(who)?.delete(article);
      later.delete(article);
    },
  };
}

/** For every person the articles, newest first. */
async function appearancesIn(
  { people, present, presentStarts }: FoundPeople,
  pause: Pause,
): Promise<(who: number) => Uint32Array> {
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
  return (who) => numbers.subarray(starts[who], starts[who + 1]);
}
