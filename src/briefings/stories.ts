import { type Article, isSameOutlet } from "../news/article.ts";
import { spanOf } from "../news/dates.ts";
import { type Event, findEvents } from "../news/events.ts";
import { leadExcerpt } from "../news/excerpt.ts";
import type { Library } from "../news/library.ts";

/** An event as a briefing tells it. */
export interface Story {
  /** Whose headline and words are shown: the fullest report. */
  readonly article: Article;
  /** The other reports, oldest first. */
  readonly others: readonly Article[];
  /** The earliest report of several outlets', where their dates tell. */
  readonly first?: Article;
}

/** How much the number of outlets and the newness of a story count beside its people. */
const weights = { outlets: 1.5, newness: 0.5 } as const;
/** Code points of the excerpts that are compared. */
const excerptLength = 300;

/**
 * The articles grouped into stories, the most important first: told by many outlets, about those who are most in the
 * archive, new. No two on the same thing stand among the first while others wait.
 * @param period what the articles are of, in milliseconds since 1970
 */
export function rankedStories(
  articles: readonly Article[],
  library: Library,
  period: { readonly since: number; readonly now: number },
): readonly Story[] {
  const ranked = findEvents(articles, library)
    .map((event) => ({ event, score: scoreOf(event, library, period) }))
    .sort((a, b) => b.score - a.score);
  const topics = new Set<number>();
  const [best, again]: [Event[], Event[]] = [[], []];
  for (const { event } of ranked) {
    (topics.has(event.topic) ? again : best).push(event);
    topics.add(event.topic);
  }
  return [...best, ...again].map(({ articles }) => storyOf(articles));
}

function scoreOf({ articles }: Event, library: Library, { since, now }: { since: number; now: number }): number {
  const most = Math.log1p(library.people.all[0]?.articles ?? 0);
  const named = articles.flatMap(({ id }) => library.people.namedIn(id).slice(0, 3));
  const known = Math.max(0, ...named.map((person) => person.articles));
  const newest = Math.max(...articles.map(({ publishedAt }) => spanOf(publishedAt)?.end ?? since));
  const newness = Math.min(1, Math.max(0, (newest - since) / Math.max(1, now - since)));
  return (
    weights.outlets * Math.log2(outletsOf(articles).length) +
    (most === 0 ? 0 : Math.log1p(known) / most) +
    weights.newness * newness
  );
}

/** One name for each outlet that has the event, at least one; an unnamed one counts as itself. */
function outletsOf(articles: readonly Article[]): readonly string[] {
  const names = articles.flatMap(({ id, source, credit, alsoAt = [] }) => [
    source ?? credit ?? id,
    ...alsoAt.flatMap((place) => place.source ?? []),
  ]);
  const outlets: string[] = [];
  for (const name of names) if (!outlets.some((outlet) => isSameOutlet(outlet, name))) outlets.push(name);
  return outlets;
}

function storyOf(articles: readonly Article[]): Story {
  const [article, ...rest] = articles.toSorted(fullestFirst);
  if (!article) throw new RangeError("An event has at least one article.");
  const others = rest.sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
  const first = firstOf(articles);
  return { article, others, ...(first && { first }) };
}

/** A report that can be linked and read as it was written, with a headline, and with most to read at its start. */
function fullestFirst(a: Article, b: Article): number {
  const shown = (article: Article) => leadExcerpt(article, excerptLength).text.length;
  return (
    Number(a.url === undefined) - Number(b.url === undefined) ||
    Number(a.form === "summary") - Number(b.form === "summary") ||
    Number(a.titleFrom !== "headline") - Number(b.titleFrom !== "headline") ||
    shown(b) - shown(a) ||
    b.body.length - a.body.length ||
    (a.id < b.id ? -1 : 1)
  );
}

function timeOf({ publishedAt }: Article): number {
  return spanOf(publishedAt)?.start ?? Number.POSITIVE_INFINITY;
}

/** Undefined with one outlet only, and where another report, or a copy whose date nobody knows, may be as early. */
function firstOf(articles: readonly Article[]): Article | undefined {
  if (outletsOf(articles).length < 2 || articles.some(({ alsoAt = [] }) => alsoAt.length > 0)) return undefined;
  return articles.find((one) => {
    const { end } = spanOf(one.publishedAt) ?? { end: Number.POSITIVE_INFINITY };
    // A day ends when the next one starts: what is dated to the next day came later.
    const isDay = one.publishedAt?.includes("T") === false;
    return articles.every((other) => other === one || (isDay ? end <= timeOf(other) : end < timeOf(other)));
  });
}
