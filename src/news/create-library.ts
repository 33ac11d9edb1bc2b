import type { Pause } from "../pacing.ts";
import { createAnswers } from "./answers.ts";
import type { Article } from "./article.ts";
import { createHeadlines } from "./completion.ts";
import { momentsOf } from "./filters.ts";
import { indexArticles, indexWords, inOrder, type LibraryData, type WordIndex } from "./index-articles.ts";
import type { Library } from "./library.ts";
import { openPeople } from "./open-people.ts";
import { createOutlets } from "./outlets.ts";
import type { People } from "./people.ts";
import { createSearchIndex } from "./search-index.ts";
import { createReader } from "./transcript.ts";
import { openVocabulary } from "./vocabulary.ts";

/** Indexes articles and opens the library in one go. */
export async function createLibrary(articles: readonly Article[], pause: Pause): Promise<Library> {
  return openLibrary(await indexArticles(articles, pause), pause);
}

/** The library over articles whose people are known already. */
export async function libraryOf(given: readonly Article[], people: People, pause: Pause): Promise<Library> {
  const articles = inOrder(given);
  return open(articles, await indexWords(articles, pause), async () => people, pause);
}

/** The library that data make up, a little at a time: `pause` is called between two pieces of work. */
export async function openLibrary({ articles, people, ...index }: LibraryData, pause: Pause): Promise<Library> {
  return open(articles, index, (numberOf) => openPeople(people, articles, numberOf, pause), pause);
}

async function open(
  articles: readonly Article[],
  { postings, transcript, spellings }: WordIndex,
  peopleWith: (numberOf: (id: string) => number | undefined) => Promise<People>,
  pause: Pause,
): Promise<Library> {
  const numbers = new Map<string, number>();
  const headlines = createHeadlines();
  const years = new Set<string>();
  const months = new Set<string>();
  for (const [number, { id, title, publishedAt = "" }] of articles.entries()) {
    numbers.set(id, number);
    headlines.add(title);
    if (publishedAt.length >= "2019".length) years.add(publishedAt.slice(0, 4));
    if (publishedAt.length >= "2019-04".length) months.add(publishedAt.slice(0, 7));
    // To ask after each of a hundred thousand would take longer than all the rest.
    if (number % 16 === 0) await pause();
  }
  const numberOf = (id: string) => numbers.get(id);
  return createAnswers({
    articles,
    numberOf,
    people: await peopleWith(numberOf),
    outlets: await createOutlets(articles, pause),
    moments: await momentsOf(articles, pause),
    periods: [...years, ...months],
    index: createSearchIndex(postings),
    reader: createReader(transcript),
    vocabulary: await openVocabulary(spellings, pause),
    headlines,
  });
}
