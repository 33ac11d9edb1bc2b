import type { Article } from "../news/article.ts";

/** What one file (or, later, one feed entry) became. */
export type Reading =
  | { readonly file: string; readonly articles: readonly Article[] }
  /** Nothing could be read; `reason` is a sentence for people that says what to do, `cause` is for the log. */
  | { readonly file: string; readonly reason: string; readonly cause?: unknown };

/**
 * Where articles come from. One bad file never ends the stream; the stream throws only when nothing at all can be
 * read (the folder is gone).
 */
export type ReadArticles = (options: {
  readonly signal?: AbortSignal;
  /** Always called, before the first reading, with how many files there will be. */
  readonly onTotal?: (files: number) => void;
}) => AsyncIterable<Reading>;
