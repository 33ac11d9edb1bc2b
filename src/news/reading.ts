import type { Article } from "./article.ts";
import { bylineTerms } from "./bylines.ts";
import { paragraphs } from "./sentences.ts";
import { isStopWord, keyOf } from "./stems.ts";
import { eachTerm, type Terms } from "./terms.ts";
import { type Word, words } from "./words.ts";

/** The title of an article, or a paragraph of it, and its words. */
export interface Stretch {
  readonly text: string;
  readonly found: readonly Word[];
}

/** An article as the index sees it. */
export interface Reading extends Terms {
  /** The title first; with the keys of the words. */
  readonly stretches: readonly (Stretch & { readonly keys: readonly string[] })[];
}

/** @param keysOf the keys of the words of a stretch, of which each is asked once, in order */
export function readArticle(
  article: Article,
  keysOf: (stretch: Stretch) => readonly string[] = ({ found }) => found.map(keyOf),
): Reading {
  const { title, body } = article;
  const texts = [title, ...paragraphs(body).map(({ start, end }) => body.slice(start, end))];
  const terms = [...bylineTerms(article)];
  let length = 0;
  const stretches = texts.map((text, place) => {
    const found = words(text);
    const keys = keysOf({ text, found });
    eachTerm(text, found, keys, (term) => {
      terms.push(term);
      // What the title says counts twice.
      if (place === 0) terms.push(term);
    });
    for (const key of keys) if (!isStopWord(key)) length++;
    return { text, found, keys };
  });
  return { stretches, terms, length };
}
