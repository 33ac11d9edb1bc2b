import { openLibrary } from "../news/create-library.ts";
import { createPause } from "../pacing.ts";
import type { ReadArticles } from "../sources/source.ts";
import { type BuildLibrary, indexSource } from "./index-source.ts";

/** In this thread: the simple way, for libraries that are small or that nobody waits for. */
export function indexHere(read: ReadArticles): BuildLibrary {
  return async (options) => {
    const pause = createPause();
    const { data, intake } = await indexSource(read, options, pause);
    return { library: await openLibrary(data, pause), intake, isRestored: false };
  };
}
