import { UserError } from "../errors.ts";
import { type Article, articleId } from "../news/article.ts";
import { spanOf } from "../news/dates.ts";
import type { Library } from "../news/library.ts";
import type { Text } from "../reply.ts";
import type { Contents } from "./briefing.ts";

/** What a briefing may draw on: newest first. */
export interface Scope {
  readonly articles: readonly Article[];
  /** Why there is nothing to draw on, if something is wrong with the contents. */
  readonly problem?: Text;
}

/** The articles that a briefing of these contents may show. */
export function scopeOf(library: Library, { about, person }: Contents): Scope {
  if (person !== undefined && !library.people.get(person)) {
    return { articles: [], problem: ["Nobody in the archive goes by ", { strong: person }, " any more."] };
  }
  try {
    const found =
      about === undefined ? library.articles : library.latest({ about, limit: library.articles.length }).articles;
    const named = person === undefined ? undefined : library.people.articlesOf(person);
    return { articles: named ? found.filter(({ id }) => named.has(id)) : found };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { articles: [], problem: error.message };
  }
}

/** How long after its date an article that comes late into the archive is still news, in milliseconds. */
const newsFor = 7 * 24 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** What tells whether an article is new. */
export interface Known {
  /** When the last briefing was due. */
  readonly since: number;
  readonly now: number;
  /** Ids of the articles that earlier briefings took up. */
  readonly covered: ReadonlySet<string>;
  /** Ids of the articles that the archive first held after `since`. */
  readonly arrived: ReadonlySet<string>;
}

/**
 * The articles that no briefing has had yet and that are of the time since the last one, or of the seven days before now
 * if they came late. Never one from the future, or one whose day isn't known.
 */
export function newArticles(scope: Scope, { since, now, covered, arrived }: Known): readonly Article[] {
  const oldest = new Date(Math.min(since, now - newsFor) - day).toISOString().slice(0, 10);
  return scope.articles.filter((article) => {
    const { id, publishedAt } = article;
    // Dates are cheap to compare and dear to read.
    if (publishedAt === undefined || publishedAt < oldest) return false;
    const span = spanOf(publishedAt);
    if (!span || span.start > now) return false;
    if (span.end <= since && !(arrived.has(id) && now - span.end <= newsFor)) return false;
    return !idsOf(article).some((each) => covered.has(each));
  });
}

/** Its own id and those of its copies: tomorrow another copy may be the one that is kept. */
export function idsOf({ id, alsoAt = [] }: Article): string[] {
  return [id, ...alsoAt.flatMap(({ url }) => (url === undefined ? [] : articleId(url)))];
}
