import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";

/**
 * The words that the articles write in small letters more than a fourth as often as in others: "rice" is common, "trump"
 * is not.
 */
export async function findCommon(articles: readonly Article[], pause: Pause): Promise<ReadonlySet<string>> {
  const numbers = new Map<string, number>();
  /** Four for each time that a word is written small, less one for each time that it is not. */
  const balances: number[] = [];
  for (const { body } of articles) {
    for (const word of body.match(/\p{L}{3,20}/gu) ?? []) {
      const lower = word.toLowerCase();
      const weight = lower === word ? 4 : -1;
      const number = numbers.get(lower);
      if (number === undefined) numbers.set(lower, balances.push(weight) - 1);
      else balances[number] = (balances[number] ?? 0) + weight;
    }
    await pause();
  }
  return new Set([...numbers].flatMap(([lower, number]) => ((balances[number] ?? 0) > 0 ? [lower] : [])));
}
