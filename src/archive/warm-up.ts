import { setTimeout } from "node:timers/promises";
import type { Library } from "../news/library.ts";

const questions = 20;
/** Milliseconds between two of them: whoever asks meanwhile waits for one at most. */
const interval = 50;

/**
 * Asks for what the newest articles tell: what answers a question is compiled the better the more were asked, and the
 * first ones are several times as slow. Short questions that end in half a word come before long ones.
 */
export async function warmUp({ articles, search }: Library): Promise<void> {
  const titles = articles.slice(0, questions / 2).map(({ title }) => title);
  const short = titles.map((title) => title.slice(0, 15));
  for (const asked of ["north korea", ...short, ...titles]) {
    search({ query: `summit ${asked}`, offset: 0, limit: 5 });
    await setTimeout(interval);
  }
}
