import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import { indexIds, inOrder } from "./catalogue.ts";
import type { Filed } from "./filed.ts";
import { type Moments, momentsOf } from "./filters.ts";
import { findPeople } from "./find-people.ts";
import type { FoundPeople } from "./open-people.ts";
import { createPostingsBuilder, type Postings } from "./postings.ts";
import { readArticle } from "./reading.ts";
import { createTranscriptBuilder, type Transcript } from "./transcript.ts";
import { createVocabularyBuilder, type Spellings } from "./vocabulary.ts";

/** What is known of some articles, but for whom they name. An article's number is its place among them, newest first. */
export interface ArticleIndex {
  readonly ids: Filed;
  readonly moments: Moments;
  readonly postings: Postings;
  readonly transcript: Transcript;
  readonly spellings: Spellings;
}

/**
 * All that a library is made of, and all that takes long to find out: plain values, which can be handed to another thread
 * or written to a file. `openLibrary` makes a library of it.
 */
export interface LibraryData extends ArticleIndex {
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly people: FoundPeople;
}

/**
 * Reads the articles, a little at a time: `pause` is called between two pieces of work.
 * @param onIndexed hears how many articles are done
 */
export async function indexArticles(
  given: readonly Article[],
  pause: Pause,
  onIndexed?: (done: number) => void,
): Promise<LibraryData> {
  const articles = given.toSorted(inOrder);
  const people = await findPeople(articles, pause);
  return { articles, people, ...(await indexEach(articles, pause, onIndexed)) };
}

export async function indexEach(
  articles: readonly Article[],
  pause: Pause,
  onIndexed?: (done: number) => void,
): Promise<ArticleIndex> {
  const postings = createPostingsBuilder();
  const transcript = createTranscriptBuilder();
  const vocabulary = createVocabularyBuilder();
  for (const [id, article] of articles.entries()) {
    const { terms, length } = readArticle(article, ({ text, found }) => {
      const { numbers, keys } = transcript.add(found);
      vocabulary.add(id, text, found, numbers);
      return keys;
    });
    transcript.endArticle();
    postings.add({ terms, length });
    onIndexed?.(id + 1);
    await pause();
  }
  return {
    ids: indexIds(articles),
    moments: momentsOf(articles),
    postings: await postings.finish(pause),
    transcript: transcript.finish(),
    spellings: vocabulary.finish(),
  };
}
