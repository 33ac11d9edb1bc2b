import type { Article } from "../news/article.ts";
import { type Excerpt, leadExcerpt } from "../news/excerpt.ts";
import type { Library } from "../news/library.ts";
import type { Person } from "../news/people.ts";
import type { Citation, Inline, Reply, Text } from "../reply.ts";
import { count } from "../wording.ts";
import type { Contents } from "./briefing.ts";
import { localDate, lookBack } from "./looking-back.ts";
import { idsOf, type Known, newArticles, type Scope, scopeOf } from "./new-articles.ts";
import { rankedStories, type Story } from "./stories.ts";

export interface Briefing {
  readonly reply: Reply;
  /** Ids of every article that was new, shown or not, and of its copies. */
  readonly covered: readonly string[];
  readonly nothingNew: boolean;
}

/** What a briefing is made from. */
export interface Material extends Known {
  readonly library: Library;
  readonly contents: Contents;
  /** IANA name. */
  readonly timeZone: string;
  /** When it was due, if it is posted late. */
  readonly late?: number;
}

/** Code points of an excerpt. */
const excerptLength = 300;
/** How many people are named at the end. */
const mostPeople = 6;

/** What is new since the last briefing, one item for each event; where nothing is, something out of the archive. */
export function compose(material: Material): Briefing {
  const { library, contents } = material;
  const scope = scopeOf(library, contents);
  const found = newArticles(scope, material);
  if (found.length === 0) return { reply: quietReply(material, scope), covered: [], nothingNew: true };
  const stories = rankedStories(found, library, material);
  const shown = stories.slice(0, contents.items);
  const left = stories.length - shown.length;
  const people = peopleIn(found, material);
  const reply = {
    ...opening(material),
    citations: shown.map((story) => citationOf(story, material)),
    numberFrom: 1,
    closing: [...(left > 0 ? [moreLine(left, contents)] : []), ...(people ? [people] : [])],
  };
  return { reply, covered: found.flatMap(idsOf), nothingNew: false };
}

function opening({ library, contents, now, late, timeZone }: Material): { heading: Text; lines: readonly Text[] } {
  const { about, person } = contents;
  const name = person === undefined ? undefined : (library.people.get(person)?.name ?? person);
  const heading: Inline[] = [
    "North Korea briefing",
    ...(about === undefined ? [] : [" about ", { strong: about }]),
    ...(name === undefined ? [] : [" on ", { strong: name }]),
    ", ",
    { date: localDate(late ?? now, timeZone).toString() },
  ];
  const excuse: Text[] =
    late === undefined
      ? []
      : [["Due at ", { instant: late, style: "date-time" }, ", posted late because the bot was down."]];
  return { heading, lines: excuse };
}

function quietReply(material: Material, scope: Scope): Reply {
  const { library, contents, since, now, timeZone } = material;
  const { heading, lines } = opening(material);
  const old = lookBack(library, contents, scope, now, timeZone);
  return {
    heading,
    lines: [
      ...lines,
      ...(scope.problem === undefined ? [] : [scope.problem]),
      ["Nothing new since ", { instant: since, style: "date-time" }, "."],
      ...(old ? [`${old.label}:`] : []),
    ],
    ...(old && { citations: [{ article: old.article, excerpt: excerptOf(old.article, material), others: [] }] }),
  };
}

function citationOf({ article, others, first }: Story, material: Material): Citation {
  return { article, excerpt: excerptOf(article, material), others, ...(first && { first }) };
}

function excerptOf(article: Article, { library, contents }: Material): Excerpt {
  const { about } = contents;
  return about === undefined ? leadExcerpt(article, excerptLength) : library.excerpt(article, about, excerptLength);
}

function moreLine(left: number, { about }: Contents): Text {
  const latest = about === undefined ? "/latest" : `/latest about:${about}`;
  return [`${count(left, "more new story", "more new stories")}: `, { code: latest }];
}

/** Who is named in most of the articles; nobody whom the whole briefing is about. */
function peopleIn(articles: readonly Article[], { library, contents }: Material): Text | undefined {
  const counts = new Map<Person, number>();
  for (const person of articles.flatMap(({ id }) => library.people.namedIn(id))) {
    if (person.id !== contents.person) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  const most = [...counts]
    .sort(([a, inA], [b, inB]) => inB - inA || b.articles - a.articles || (a.id < b.id ? -1 : 1))
    .slice(0, mostPeople);
  if (most.length === 0) return undefined;
  const names = most.map(([{ name }, number], index) => `${name} (${index === 0 ? count(number, "article") : number})`);
  return `In the news: ${names.join(", ")}`;
}
