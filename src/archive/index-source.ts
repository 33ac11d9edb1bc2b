import type { Article } from "../news/article.ts";
import { indexArticles, type LibraryData } from "../news/index-articles.ts";
import type { Library } from "../news/library.ts";
import { mergeDuplicates } from "../news/stories.ts";
import type { Pause } from "../pacing.ts";
import type { ReadArticles } from "../sources/source.ts";

/** How far a running re-index is; counts files, then articles. */
export interface Progress {
  readonly stage: "reading" | "indexing";
  readonly done: number;
  readonly total: number;
}

export interface Failure {
  readonly file: string;
  readonly reason: string;
}

/** What became of the files. */
export interface Intake {
  readonly files: number;
  /** Readings of a text that was there already. */
  readonly merged: number;
  readonly failures: readonly Failure[];
}

export interface IndexOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** What an earlier run left may serve, if it is of the same files. */
  readonly mayRestore: boolean;
  /** When the sources were last looked at that the present library is of, in milliseconds since 1970. */
  readonly since?: number;
  /** Hears, before all the rest is read, of articles that have come or changed since, if they are few. */
  readonly onEarly?: (articles: readonly Article[]) => void;
}

export interface Built {
  readonly library: Library;
  readonly intake: Intake;
  /** No file was read: an earlier run had read the same ones. */
  readonly isRestored: boolean;
}

/** Reads all articles anew and makes a library of them. Rejects if nothing at all can be read. */
export type BuildLibrary = (options: IndexOptions) => Promise<Built>;

export async function indexSource(
  read: ReadArticles,
  { signal, onProgress }: Pick<IndexOptions, "signal" | "onProgress">,
  pause: Pause,
): Promise<{ readonly data: LibraryData; readonly intake: Intake }> {
  const { files, failures, ...reading } = await readAll(read, signal, onProgress);
  const { articles, merged } = await mergeDuplicates(reading.articles, pause);
  const data = await indexArticles(articles, pause, (done) =>
    onProgress({ stage: "indexing", done, total: articles.length }),
  );
  signal.throwIfAborted();
  return { data, intake: { files, merged, failures } };
}

async function readAll(read: ReadArticles, signal: AbortSignal, onProgress: (progress: Progress) => void) {
  const articles: Article[] = [];
  const failures: Failure[] = [];
  const files = new Set<string>();
  let total = 0;
  const onTotal = (count: number) => {
    total = count;
  };
  for await (const reading of read({ signal, onTotal })) {
    files.add(reading.file);
    if ("articles" in reading) articles.push(...reading.articles);
    else failures.push({ file: reading.file, reason: reading.reason });
    onProgress({ stage: "reading", done: Math.min(files.size, total), total });
  }
  return { articles, failures, files: total };
}
