import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type ReadOne, readEachFile } from "./each-file.ts";
import type { ReadArticles, Reading } from "./source.ts";
import type { FoundFile } from "./tree.ts";

/**
 * As `readFolder` (folder.ts), but every file is read in a worker thread, so that a hostile file neither stalls nor ends the
 * process that holds the connection to Discord. One that takes too long, or brings the worker down, is named as a
 * problem, and a new worker goes on with the next. Runs only from the compiled files.
 * @param limit milliseconds for one file
 * @param only instead of all files that are there
 */
export function readInWorker(dir: string, limit = 20_000, only?: readonly FoundFile[]): ReadArticles {
  return async function* read(options) {
    let worker: Worker | undefined;
    const readOne: ReadOne = async (_dir, file, signal) => {
      worker ??= startWorker();
      const deadline = AbortSignal.timeout(limit);
      try {
        const answer = once(worker, "message", { signal: AbortSignal.any([deadline, ...(signal ? [signal] : [])]) });
        worker.postMessage({ dir: _dir, file });
        const [found]: readonly Reading[][] = await answer;
        return found ?? [];
      } catch (cause) {
        await worker.terminate();
        worker = undefined;
        signal?.throwIfAborted();
        const reason = deadline.aborted
          ? "It took too long to read: make the file smaller or simpler, or remove it."
          : "Reading it failed altogether: make the file smaller or simpler, or remove it. The log says why.";
        return [{ file: file.file, reason, cause }];
      }
    };
    try {
      yield* readEachFile(dir, readOne, only)(options);
    } finally {
      await worker?.terminate();
    }
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // One that fails between two files is noticed at the next; without a listener its failure would end the process.
  return worker.on("error", () => {});
}
