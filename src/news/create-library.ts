import type { Pause } from "../pacing.ts";
import { createAnswers } from "./answers.ts";
import type { Article } from "./article.ts";
import { createHeadlines } from "./completion.ts";
import { newestFirst } from "./dates.ts";
import { findPeople } from "./find-people.ts";
import type { Library } from "./library.ts";
import type { People } from "./people.ts";
import { createPostingsBuilder } from "./postings.ts";
import { createSearchIndex } from "./search-index.ts";
import { paragraphs } from "./sentences.ts";
import { isStopWord } from "./stems.ts";
import { termsOf } from "./terms.ts";
import { createReader, createTranscriptBuilder } from "./transcript.ts";
import { createVocabulary } from "./vocabulary.ts";
import { words } from "./words.ts";

/**
 * Builds the library aside, a little at a time: `pause` is called between two pieces of work.
 * @param onIndexed hears how many articles are done
 */
export async function createLibrary(
  articles: readonly Article[],
  pause: Pause,
  onIndexed?: (done: number) => void,
): Promise<Library> {
  return libraryOf(articles, await findPeople(articles, pause), pause, onIndexed);
}

/** The library over articles whose people are known already. */
export async function libraryOf(
  given: readonly Article[],
  people: People,
  pause: Pause,
  onIndexed?: (done: number) => void,
): Promise<Library> {
  const articles = given.toSorted((a, b) => newestFirst(a.publishedAt, b.publishedAt) || (a.id < b.id ? -1 : 1));
  const postings = createPostingsBuilder();
  const transcript = createTranscriptBuilder();
  const vocabulary = createVocabulary();
  const headlines = createHeadlines();
  for (const [id, { title, body }] of articles.entries()) {
    const terms: string[] = [];
    let length = 0;
    for (const [place, text] of [
      title,
      ...paragraphs(body).map(({ start, end }) => body.slice(start, end)),
    ].entries()) {
      const found = words(text);
      const { numbers, keys } = transcript.add(found);
      const held = termsOf(text, found, keys).map(({ term }) => term);
      // What the title says counts twice.
      terms.push(...held, ...(place === 0 ? held : []));
      for (const key of keys) if (!isStopWord(key)) length++;
      vocabulary.add(id, text, found, numbers);
      await pause();
    }
    transcript.endArticle();
    headlines.add(title);
    postings.add(terms, length);
    onIndexed?.(id + 1);
    await pause();
  }
  const index = createSearchIndex(await postings.finish(pause));
  return createAnswers({ articles, people, index, reader: createReader(transcript.finish()), vocabulary, headlines });
}
