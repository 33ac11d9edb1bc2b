import { createPause } from "../pacing.ts";
import type { ReadArticles, Reading } from "./source.ts";
import { type FoundFile, listFolder } from "./tree.ts";

/** Reads one file of a folder. It doesn't reject for anything that is the file's fault. */
export type ReadOne = (dir: string, file: FoundFile, signal: AbortSignal | undefined) => Promise<readonly Reading[]>;

/**
 * The articles of a folder and its subfolders, file by file.
 * @param only instead of all that are there
 * @throws UserError if the folder is missing
 */
export function readEachFile(dir: string, readOne: ReadOne, only?: readonly FoundFile[]): ReadArticles {
  return async function* read({ signal, onTotal }) {
    signal?.throwIfAborted();
    const pause = createPause();
    const found = only ?? (await listFolder(dir, signal));
    onTotal?.(found.length);
    for (const item of found) {
      signal?.throwIfAborted();
      if ("reason" in item) yield item;
      else yield* await readOne(dir, item, signal);
      await pause();
    }
  };
}
