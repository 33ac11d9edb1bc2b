import { messageOf, UserError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import { createLibrary } from "../news/create-library.ts";
import type { Changes, Library } from "../news/library.ts";
import { createPause } from "../pacing.ts";
import type { BuildLibrary, Intake, Progress } from "./index-source.ts";

/** What a re-index did. */
export interface ReindexReport extends Intake {
  /** Articles before and after. */
  readonly before: number;
  readonly after: number;
  /** Milliseconds. */
  readonly took: number;
  /** Nothing was read: the files are those that an earlier process had read. */
  readonly isRestored: boolean;
}

/** Holds the current library and replaces it as a whole. */
export interface Archive {
  readonly library: Library;
  readonly last: { readonly at: number; readonly report: ReindexReport } | undefined;
  /** The first re-index is not over: there is no library yet but an empty one. */
  readonly isOpening: boolean;
  /** The first re-index: it may restore what an earlier process left, if the files are the same. Else as `reindex`. */
  open(): Promise<ReindexReport>;
  /** Single-flight: a call while one runs hears its progress and gets its report. Rejects if the old library stays. */
  reindex(onProgress?: (progress: Progress) => void): Promise<ReindexReport>;
  /**
   * Takes up single articles at once, in milliseconds each. A re-index that runs meanwhile, and may have read its sources
   * before, takes them up as well.
   */
  revise(changes: Changes): void;
  /** Ends a running re-index; the library stays as it is. */
  stop(): void;
}

/** Milliseconds that the clock of a file system may be behind. */
const clockSlack = 1000;

/** An archive that is empty until its first re-index. */
export async function createArchive(parts: {
  readonly build: BuildLibrary;
  readonly log: Log;
  readonly now?: () => number;
}): Promise<Archive> {
  const { build, log, now = Date.now } = parts;
  const stopped = new AbortController();
  let library = await createLibrary([], createPause());
  let last: Archive["last"];
  let since: number | undefined;
  let running:
    | {
        readonly report: Promise<ReindexReport>;
        readonly listeners: Set<(progress: Progress) => void>;
        readonly meanwhile: Changes[];
      }
    | undefined;

  /** Where all the rest takes minutes, what is new is there at once. */
  async function onEarly(articles: readonly Article[]): Promise<void> {
    const run = running;
    const pause = createPause();
    for (const article of articles) {
      if (running !== run) return;
      library = library.revised({ put: [article], remove: [] });
      await pause();
    }
  }

  async function rebuild(
    onProgress: (progress: Progress) => void,
    mayRestore: boolean,
    meanwhile: readonly Changes[],
  ): Promise<ReindexReport> {
    const started = performance.now();
    const lookedAt = Date.now();
    const before = library.articles.length;
    const options = { signal: stopped.signal, onProgress, onEarly, mayRestore, ...(since !== undefined && { since }) };
    const built = await build(options);
    const { intake, isRestored } = built;
    const after = built.library.articles.length;
    if (after === 0 && before > 0) {
      throw new UserError(`No article could be read from ${intake.files} files. Is ARTICLES_DIR the right folder?`);
    }
    let next = built.library;
    const pause = createPause();
    for (const changes of meanwhile) {
      next = next.revised(changes);
      await pause();
    }
    stopped.signal.throwIfAborted();
    library = next;
    since = lookedAt - clockSlack;
    return { ...intake, before, after, took: performance.now() - started, isRestored };
  }

  async function reindexOnce(...how: Parameters<typeof rebuild>): Promise<ReindexReport> {
    try {
      const report = await rebuild(...how);
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

  function run(onProgress: ((progress: Progress) => void) | undefined, mayRestore: boolean): Promise<ReindexReport> {
    if (!running) {
      const listeners = new Set<(progress: Progress) => void>();
      const tellAll = (progress: Progress) => {
        for (const listener of listeners) listener(progress);
      };
      const meanwhile: Changes[] = [];
      running = { listeners, meanwhile, report: reindexOnce(tellAll, mayRestore, meanwhile) };
    }
    if (onProgress) running.listeners.add(onProgress);
    return running.report;
  }

  return {
    get library() {
      return library;
    },
    get last() {
      return last;
    },
    get isOpening() {
      return running !== undefined && last === undefined;
    },
    open: () => run(undefined, true),
    reindex: (onProgress) => run(onProgress, false),
    revise(changes) {
      library = library.revised(changes);
      running?.meanwhile.push(changes);
    },
    stop() {
      stopped.abort(new UserError("The bot is being stopped."));
    },
  };
}
