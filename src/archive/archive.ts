import { messageOf, UserError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import { createLibrary } from "../news/create-library.ts";
import type { Library } from "../news/library.ts";
import { mergeDuplicates } from "../news/stories.ts";
import { createPause } from "../pacing.ts";
import type { ReadArticles } from "../sources/source.ts";

/** What a re-index did. */
export interface ReindexReport {
  readonly files: number;
  /** Articles before and after. */
  readonly before: number;
  readonly after: number;
  /** Readings of a text that was there already. */
  readonly merged: number;
  readonly failures: readonly Failure[];
  /** Milliseconds. */
  readonly took: number;
}

export interface Failure {
  readonly file: string;
  readonly reason: string;
}

/** How far a running re-index is; counts files, then articles. */
export interface Progress {
  readonly stage: "reading" | "indexing";
  readonly done: number;
  readonly total: number;
}

/** Holds the current library and replaces it as a whole. */
export interface Archive {
  readonly library: Library;
  readonly last: { readonly at: number; readonly report: ReindexReport } | undefined;
  /** Single-flight: a call while one runs hears its progress and gets its report. Rejects if the old library stays. */
  reindex(onProgress?: (progress: Progress) => void): Promise<ReindexReport>;
  /** Ends a running re-index; the library stays as it is. */
  stop(): void;
}

/** An archive that is empty until its first re-index. */
export async function createArchive(parts: {
  readonly read: ReadArticles;
  readonly log: Log;
  readonly now?: () => number;
}): Promise<Archive> {
  const { read, log, now = Date.now } = parts;
  const stopped = new AbortController();
  let library = await createLibrary([], createPause());
  let last: Archive["last"];
  let running:
    | { readonly report: Promise<ReindexReport>; readonly listeners: Set<(progress: Progress) => void> }
    | undefined;

  async function rebuild(onProgress: (progress: Progress) => void): Promise<ReindexReport> {
    const started = performance.now();
    const pause = createPause();
    const before = library.articles.length;
    const reading = await readAll(read, stopped.signal, onProgress);
    if (reading.articles.length === 0 && before > 0) {
      throw new UserError(`No article could be read from ${reading.files} files. Is ARTICLES_DIR the right folder?`);
    }
    const { articles, merged } = await mergeDuplicates(reading.articles, pause);
    const next = await createLibrary(articles, pause, (done) =>
      onProgress({ stage: "indexing", done, total: articles.length }),
    );
    stopped.signal.throwIfAborted();
    library = next;
    return {
      files: reading.files,
      before,
      after: articles.length,
      merged,
      failures: reading.failures,
      took: performance.now() - started,
    };
  }

  async function reindexOnce(onProgress: (progress: Progress) => void): Promise<ReindexReport> {
    try {
      const report = await rebuild(onProgress);
      last = { at: now(), report };
      const { failures, ...figures } = report;
      for (const failure of failures) log.warn("file not read", { ...failure });
      log.info("reindexed", { ...figures, failures: failures.length });
      return report;
    } catch (error) {
      log[stopped.signal.aborted ? "info" : "error"]("reindex failed", { error });
      throw new UserError(`The re-index failed, so the old index stays. ${messageOf(error)}`);
    } finally {
      running = undefined;
    }
  }

  return {
    get library() {
      return library;
    },
    get last() {
      return last;
    },
    reindex(onProgress) {
      if (!running) {
        const listeners = new Set<(progress: Progress) => void>();
        running = {
          listeners,
          report: reindexOnce((progress) => {
            for (const listener of listeners) listener(progress);
          }),
        };
      }
      if (onProgress) running.listeners.add(onProgress);
      return running.report;
    },
    stop() {
      stopped.abort(new UserError("The bot is being stopped."));
    },
  };
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
