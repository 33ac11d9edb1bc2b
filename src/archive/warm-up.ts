import type { Library } from "../news/library.ts";
import { createPause } from "../pacing.ts";

/** Milliseconds. */
const longest = 500;

/**
 * Asks for what the newest articles tell: what answers a question is compiled the better the more were asked, and the
 * first ones are several times as slow. Their headlines are long questions, the beginnings short ones that end in half a
 * word.
 */
export async function warmUp({ articles, search }: Library): Promise<void> {
  const pause = createPause();
  const end = performance.now() + longest;
  search({ query: "north korea summit", offset: 0, limit: 5 });
  for (const { title } of articles) {
    if (performance.now() > end) return;
    for (const asked of [title, title.slice(0, 15)]) {
      search({ query: `summit ${asked}`, offset: 0, limit: 5 });
      await pause();
    }
  }
}
