import { readEachFile } from "./each-file.ts";
import { readFoundFile } from "./file.ts";
import type { ReadArticles } from "./source.ts";

/** The articles of a folder, read in this thread: see `readEachFile`. */
export function readFolder(dir: string): ReadArticles {
  return readEachFile(dir, readFoundFile);
}
