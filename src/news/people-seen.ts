import type { Article } from "./article.ts";
import { evidence } from "./people-context.ts";
import type { Name } from "./people-full-name.ts";
import { type Sighting, sightings } from "./people-mentions.ts";
import { compact } from "./people-names.ts";
import { readableParagraphs } from "./people-paragraphs.ts";
import type { Token } from "./people-tokens.ts";

/** What is kept of a sighting, to tell who is meant once everybody is known. */
export interface Seen extends Pick<Sighting, "titles" | "isPaired"> {
  readonly start: number;
  readonly end: number;
  /** A family name alone, as `compact` gives it, is a text. */
  readonly name: Name | string;
  readonly isHeadline: boolean;
}

export interface Notes {
  /** Adds a sighting of the article that is being read. */
  add(list: readonly Token[], sighting: Sighting, isHeadline: boolean): void;
  endArticle(): void;
  /** What was seen of an article, by the order in which the articles ended. */
  seenIn(article: number): readonly Seen[];
}

/** Each sighting is four numbers, as those of a large collection are millions: the names and titles are kept once. */
const size = 4;

export function createNotes(): Notes {
  const names = createTable<Name | string>();
  const titles = createTable<readonly string[]>();
  const articles: Uint32Array[] = [];
  let open: number[] = [];

  return {
    add(list, sighting, isHeadline) {
      const [first, last] = [list[sighting.from], list[sighting.to - 1]];
      const { name } = sighting;
      if (!first || !last || sighting.isTaken) return;
      if (!name && (isHeadline || sighting.evidence & evidence.article.bit)) return;
      const family = compact(first.word);
      const number = name
        ? names.numberOf(`${name.key}|${name.middle}|${name.given}`, name)
        : names.numberOf(family, family);
      const marks = Number(sighting.isPaired) + 2 * Number(isHeadline);
      const title = titles.numberOf(sighting.titles.join(" "), sighting.titles);
      open.push(first.start, last.end, number, title * 4 + marks);
    },
    endArticle() {
      articles.push(Uint32Array.from(open));
      open = [];
    },
    seenIn(article) {
      const seen: Seen[] = [];
      const noted = articles[article] ?? new Uint32Array();
      for (let at = 0; at < noted.length; at += size) {
        const [start = 0, end = 0, name = 0, marks = 0] = noted.subarray(at, at + size);
        seen.push({
          start,
          end,
          name: names.items[name] ?? "",
          titles: titles.items[marks >>> 2] ?? [],
          isPaired: (marks & 1) !== 0,
          isHeadline: (marks & 2) !== 0,
        });
      }
      return seen;
    },
  };
}

/** Whether the article's own author is meant. */
export function isAuthor(article: Article, name: Name): boolean {
  if (article.author === undefined) return false;
  const author = compact(article.author);
  return author.includes(name.family + name.given) || author.includes(name.given + name.family);
}

/** What is seen of one article by itself. */
export function seenOf(article: Article, isCommon: (lower: string) => boolean): readonly Seen[] {
  const notes = createNotes();
  for (const { list, isHeadline } of readableParagraphs(article)) {
    for (const sighting of sightings(list, isCommon)) {
      if (!sighting.name || !isAuthor(article, sighting.name)) notes.add(list, sighting, isHeadline);
    }
  }
  notes.endArticle();
  return notes.seenIn(0);
}

/** Keeps one of all items with the same key. */
function createTable<Item>() {
  const numbers = new Map<string, number>();
  const items: Item[] = [];
  return {
    items: items as readonly Item[],
    numberOf(key: string, item: Item): number {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, items.length);
      return items.push(item) - 1;
    },
  };
}
