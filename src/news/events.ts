import { type Article, isSameOutlet } from "./article.ts";
import { type DatedSpan, newestFirst, spanOf } from "./dates.ts";
import { betweenAll, joinAlike } from "./join-alike.ts";
import type { Library } from "./library.ts";
import { type Features, featuresOf } from "./report-features.ts";

/** What one or more articles report. */
export interface Event {
  /** At least one; newest first. */
  readonly articles: readonly Article[];
  /** Events with the same number are about the same thing: a summit, and the comments on it. */
  readonly topic: number;
}

/** From this likeness on, on average, two groups of reports are of one event. */
const sameEvent = 0.15;
/** From this cosine on, on average, they are about one thing. */
const sameTopic = 0.14;
/** Two texts of one outlet are of one event only if one is an update of the other, in much the same words. */
const update = 0.6;
/** Reports published further apart than this, in milliseconds, are never of one event. */
const longestGap = 36 * 60 * 60 * 1000;

/** What is left of a likeness in spite of a sign that the events differ. */
const despite = {
  /** Each headline names somebody whom the other doesn't: "Kim meets Putin", "Trump meets Kim". */
  otherPeople: 0.7,
  /** One happened on Tuesday, the other on Thursday. */
  otherDays: 0.7,
  /** No number and no name is in both: two missiles from Sunan, four from Nampo. */
  otherDetails: 0.75,
} as const;
/** More are not compared: each of the others, the oldest, is an event by itself. */
const most = 400;

/**
 * Groups articles that report one event, each in its own words. The method is that of topic detection and tracking
 * (Allan et al., "Topic Detection and Tracking Pilot Study", 1998), with group-average clustering (Yang, Pierce and
 * Carbonell, "A Study of Retrospective and On-Line Event Detection", 1998): reports that are near in time are compared
 * by the cosine of their TF-IDF vectors, in which headline and lead weigh most. When unsure they stay apart.
 * The result, newest first, doesn't depend on the order of the articles. One whose day isn't known stays alone.
 */
export function findEvents(articles: readonly Article[], library: Library): readonly Event[] {
  const sorted = articles.toSorted((a, b) => newestFirst(a.publishedAt, b.publishedAt) || (a.id < b.id ? -1 : 1));
  const known = found.get(library) ?? new Map<string, readonly Event[]>();
  found.set(library, known);
  const key = sorted.map(({ id }) => id).join(" ");
  const before = known.get(key);
  if (before) return before;
  if (known.size >= mostKept) known.clear();
  const events = grouped(sorted, library);
  known.set(key, events);
  return events;
}

/** Many briefings are made of the same articles at the same minute. */
const found = new WeakMap<Library, Map<string, readonly Event[]>>();
const mostKept = 50;

function grouped(sorted: readonly Article[], library: Library): readonly Event[] {
  const outletOf = createOutletNames();
  const reports = sorted.slice(0, most).map((article, at) => ({
    at,
    span: spanOf(article.publishedAt),
    outlet: outletOf(article),
    ...featuresOf(article, library),
  }));
  const cosines = betweenAll(reports, cosine);
  const likeness = betweenAll(reports, (a, b) => likenessOf(a, b, cosines[a.at]?.[b.at] ?? 0));
  const events = joinAlike(
    reports.map((_, index) => [index]),
    likeness,
    sameEvent,
  );
  const topics = joinAlike(events, cosines, sameTopic);
  const topicOf = new Map(topics.flatMap((members, topic) => members.map((member) => [member, topic] as const)));
  const compared = events.map((members) => ({
    articles: members.toSorted((a, b) => a - b).flatMap((member) => sorted[member] ?? []),
    topic: topicOf.get(members[0] ?? -1) ?? -1,
  }));
  const others = sorted.slice(most).map((article, index) => ({ articles: [article], topic: topics.length + index }));
  return [...compared, ...others];
}

interface Report extends Features {
  /** Its place among the reports. */
  readonly at: number;
  readonly span: DatedSpan | undefined;
  /** The same for all reports of an outlet. */
  readonly outlet: string | undefined;
}

/** Gives every outlet the name that it was first seen with. */
function createOutletNames(): (article: Article) => string | undefined {
  const known = new Map<string, string>();
  return ({ source, credit }) => {
    const name = source ?? credit;
    if (name === undefined) return undefined;
    const outlet = known.get(name) ?? [...known.keys()].find((other) => isSameOutlet(other, name)) ?? name;
    known.set(name, outlet);
    return outlet;
  };
}

/** What speaks for one event, 0 to 1; minus infinity where it can't be. */
function likenessOf(a: Report, b: Report, cosine: number): number {
  if (!a.span || !b.span) return Number.NEGATIVE_INFINITY;
  if (Math.max(a.span.start - b.span.end, b.span.start - a.span.end) > longestGap) return Number.NEGATIVE_INFINITY;
  if (cosine < update && a.outlet !== undefined && a.outlet === b.outlet) return Number.NEGATIVE_INFINITY;
  return (
    cosine *
    (nameOthers(a, b) ? despite.otherPeople : 1) *
    (areDisjoint(a.days, b.days) ? despite.otherDays : 1) *
    (areDisjoint(a.details, b.details) ? despite.otherDetails : 1)
  );
}

function cosine({ terms: a }: Features, { terms: b }: Features): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
  return sum;
}

function nameOthers({ headliners: a }: Features, { headliners: b }: Features): boolean {
  return a.some((person) => !b.includes(person)) && b.some((person) => !a.includes(person));
}

/** Both tell something, and nothing of it is the same. */
function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each));
}
