import { Worker } from "node:worker_threads";
import { UserError } from "../errors.ts";
import type { Log } from "../log.ts";
import { openLibrary } from "../news/create-library.ts";
import { createPause, type Pause } from "../pacing.ts";
import type { BuildLibrary, IndexOptions } from "./index-source.ts";
import type { Assignment, ThreadMessage } from "./messages.ts";
import { createUnpacker, type Unpacker } from "./pack.ts";

/**
 * As `indexHere`, but in a process of its own: all that takes long happens there. What comes of it is a snapshot, which a
 * thread reads and hands over, and which is opened a little at a time, so that the connection to Discord never waits. The
 * next start finds the same snapshot, and is a matter of seconds. Runs only from the compiled files.
 */
export function indexAside(parts: Omit<Assignment, "mayRestore" | "since"> & { readonly log: Log }): BuildLibrary {
  const { log, ...places } = parts;
  return async ({ signal, mayRestore, since, ...listeners }) => {
    signal.throwIfAborted();
    const assignment: Assignment = { ...places, mayRestore, since };
    const worker = new Worker(new URL("./thread.js", import.meta.url), { workerData: assignment });
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

type Result = Omit<Extract<ThreadMessage, { kind: "done" }>, "kind"> & { readonly unpacker: Unpacker };

function resultOf(
  worker: Worker,
  { onProgress, onEarly }: Pick<IndexOptions, "onProgress" | "onEarly">,
  pause: Pause,
  log: Log,
): Promise<Result> {
  let unpacker = createUnpacker(pause);
  return new Promise((resolve, reject) => {
    worker.on("message", (message: ThreadMessage) => {
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
