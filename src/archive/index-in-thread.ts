import { Worker } from "node:worker_threads";
import { UserError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import { openLibrary } from "../news/create-library.ts";
import { createPause, type Pause } from "../pacing.ts";
import type { BuildLibrary, IndexOptions, Intake, Progress } from "./index-source.ts";
import { createUnpacker, type Part, type Unpacker } from "./pack.ts";

/** What the thread is started with. */
export interface Assignment {
  readonly articlesDir: string;
  readonly snapshotFile: string;
  readonly mayRestore: boolean;
  readonly since: number | undefined;
}

/** What the thread says; nothing after `done` and `refused`. */
export type Message =
  | { readonly kind: "early"; readonly articles: readonly Article[] }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "note"; readonly event: string; readonly reason: string }
  | { readonly kind: "part"; readonly part: Part }
  /** The parts so far are worth nothing: others follow. */
  | { readonly kind: "discard" }
  | { readonly kind: "done"; readonly intake: Intake; readonly isRestored: boolean }
  | { readonly kind: "refused"; readonly message: string };

/**
 * As `indexHere`, but in a thread of its own: all that takes long happens there, and what comes of it is taken over a
 * little at a time, so that the connection to Discord never waits. It leaves a snapshot behind, from which the next start
 * is a matter of seconds. Runs only from the compiled files.
 */
export function indexInThread(parts: Omit<Assignment, "mayRestore" | "since"> & { readonly log: Log }): BuildLibrary {
  const { log, ...places } = parts;
  return async ({ signal, mayRestore, since, ...listeners }) => {
    signal.throwIfAborted();
    const assignment: Assignment = { ...places, mayRestore, since };
    const worker = new Worker(new URL("./thread.js", import.meta.url), {
      workerData: assignment,
      // What is read of an article lives for a while: with room for more of it, less is carried about.
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
    const stop = () => void worker.terminate();
    signal.addEventListener("abort", stop);
    try {
      const pause = createPause();
      const { unpacker, intake, isRestored } = await resultOf(worker, listeners, pause, log);
      return { library: await openLibrary(await unpacker.finish(), pause), intake, isRestored };
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener("abort", stop);
      await worker.terminate();
    }
  };
}

type Result = Omit<Extract<Message, { kind: "done" }>, "kind"> & { readonly unpacker: Unpacker };

function resultOf(
  worker: Worker,
  { onProgress, onEarly }: Pick<IndexOptions, "onProgress" | "onEarly">,
  pause: Pause,
  log: Log,
): Promise<Result> {
  let unpacker = createUnpacker(pause);
  return new Promise((resolve, reject) => {
    worker.on("message", (message: Message) => {
      if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "early") onEarly?.(message.articles);
      else if (message.kind === "note") log.warn(message.event, { reason: message.reason });
      else if (message.kind === "part") unpacker.take(message.part);
      else if (message.kind === "discard") unpacker = createUnpacker(pause);
      else if (message.kind === "done") resolve({ ...message, unpacker });
      else reject(new UserError(message.message));
    });
    worker.on("error", reject);
    worker.on("messageerror", reject);
    worker.on("exit", () => reject(new Error("The indexing thread ended before its work was done.")));
  });
}
