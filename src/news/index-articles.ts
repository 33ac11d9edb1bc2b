import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import { bylineTerms } from "./bylines.ts";
import { newestFirst } from "./dates.ts";
import { findPeople } from "./find-people.ts";
import type { FoundPeople } from "./open-people.ts";
import { createPostingsBuilder, type Postings } from "./postings.ts";
import { paragraphs } from "./sentences.ts";
import { isStopWord } from "./stems.ts";
import { eachTerm } from "./terms.ts";
import { createTranscriptBuilder, type Transcript } from "./transcript.ts";
import { createVocabularyBuilder, type Spellings } from "./vocabulary.ts";
import { words } from "./words.ts";

/** What is known about the words of some articles. An article's number is its place among them, newest first. */
export interface WordIndex {
  readonly postings: Postings;
  readonly transcript: Transcript;
  readonly spellings: Spellings;
}

/**
 * All that a library is made of, and all that takes long to find out: plain values, which can be handed to another thread
 * or written to a file. `openLibrary` makes a library of it.
 */
export interface LibraryData extends WordIndex {
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
  const articles = inOrder(given);
  const people = await findPeople(articles, pause);
  return { articles, people, ...(await indexWords(articles, pause, onIndexed)) };
}

/** Newest first. */
export function inOrder(articles: readonly Article[]): readonly Article[] {
  return articles.toSorted((a, b) => newestFirst(a.publishedAt, b.publishedAt) || (a.id < b.id ? -1 : 1));
}

export async function indexWords(
  articles: readonly Article[],
  pause: Pause,
  onIndexed?: (done: number) => void,
): Promise<WordIndex> {
  const postings = createPostingsBuilder();
  const transcript = createTranscriptBuilder();
  const vocabulary = createVocabularyBuilder();
  for (const [id, article] of articles.entries()) {
    const { title, body } = article;
    const terms = [...bylineTerms(article)];
    let length = 0;
    for (const [place, text] of [
      title,
      ...paragraphs(body).map(({ start, end }) => body.slice(start, end)),
    ].entries()) {
      const found = words(text);
      const { numbers, keys } = transcript.add(found);
      eachTerm(text, found, keys, (term) => {
        terms.push(term);
        // What the title says counts twice.
        if (place === 0) terms.push(term);
      });
      for (const key of keys) if (!isStopWord(key)) length++;
      vocabulary.add(id, text, found, numbers);
      await pause();
    }
    transcript.endArticle();
    postings.add(terms, length);
    onIndexed?.(id + 1);
    await pause();
  }
  return {
    postings: await postings.finish(pause),
    transcript: transcript.finish(),
    spellings: vocabulary.finish(),
  };
}
