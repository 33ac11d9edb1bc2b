import type { Pause } from "../pacing.ts";
import { createAnswers, type Parts } from "./answers.ts";
import type { Article } from "./article.ts";
import { type Catalogue, createCatalogue, inOrder } from "./catalogue.ts";
import { createHeadlines } from "./completion.ts";
import { createSearchIndex } from "./create-search-index.ts";
import { openMoments } from "./filters.ts";
import { type ArticleIndex, indexArticles, indexEach, type LibraryData } from "./index-articles.ts";
import type { Library } from "./library.ts";
import { type OpenPeople, openPeople } from "./open-people.ts";
import { createOutlets } from "./outlets.ts";
import type { People } from "./people.ts";
import { createPeriods } from "./periods.ts";
import { createReader } from "./reader.ts";
import { revise } from "./revise.ts";
import { openVocabulary } from "./vocabulary.ts";

/** Indexes articles and opens the library in one go. */
export async function createLibrary(articles: readonly Article[], pause: Pause): Promise<Library> {
  return openLibrary(await indexArticles(articles, pause), pause);
}

/** The library over articles whose people are known already, and stay who they are. */
export async function libraryOf(given: readonly Article[], people: People, pause: Pause): Promise<Library> {
  const articles = given.toSorted(inOrder);
  const index = await indexEach(articles, pause);
  return open(articles, index, async () => ({ ...people, add: () => {}, remove: () => {} }), pause);
}

/** The library that data make up, a little at a time: `pause` is called between two pieces of work. */
export async function openLibrary({ articles, people, ...index }: LibraryData, pause: Pause): Promise<Library> {
  return open(articles, index, (catalogue) => openPeople(people, catalogue, pause), pause);
}

async function open(
  articles: readonly Article[],
  { ids, moments, postings, transcript, spellings }: ArticleIndex,
  peopleIn: (catalogue: Catalogue) => Promise<OpenPeople>,
  pause: Pause,
): Promise<Library> {
  const catalogue = createCatalogue(articles, ids);
  const periods = createPeriods();
  for (const [number, article] of articles.entries()) {
    periods.add(article);
    // To ask after each of a hundred thousand would take longer than all the rest.
    if (number % 16 === 0) await pause();
  }
  const parts: Parts = {
    catalogue,
    periods,
    people: await peopleIn(catalogue),
    outlets: await createOutlets(articles, pause),
    moments: openMoments(moments),
    index: createSearchIndex(postings),
    reader: createReader(transcript),
    vocabulary: await openVocabulary(spellings, pause),
    headlines: await createHeadlines(articles, pause),
  };
  return createAnswers(parts, (changes) => revise(parts, changes));
}
