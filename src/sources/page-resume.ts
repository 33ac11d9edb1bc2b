import type { Draft } from "./draft.ts";
import { contentWords, coverage } from "./words.ts";

/** How much of its headline a lead repeats at least, beyond what it shares with the headline it stands under. */
const leastRepeated = 0.4;

/**
 * A page can print a second story between the head and the text of the first, and go on with the first without a
 * heading. The text of a story that has none therefore starts at the paragraph, below a later headline, that repeats
 * the words of its own headline the way a lead does, and goes on to the next headline.
 */
export function giveBackResumed(stories: readonly Draft[]): readonly Draft[] {
  return stories.reduce<readonly Draft[]>((done, story, index) => {
    const current = done[index];
    if (current === undefined || current.paragraphs.length > 0) return done;
    const found = findLead(current, done, index + 1);
    if (found === undefined) return done;
    return done.map((other, at) => {
      if (at === index) return { ...story, paragraphs: done[found.story]?.paragraphs.slice(found.paragraph) ?? [] };
      return at === found.story ? { ...other, paragraphs: other.paragraphs.slice(0, found.paragraph) } : other;
    });
  }, stories);
}

function findLead(
  story: Draft,
  stories: readonly Draft[],
  from: number,
): { story: number; paragraph: number } | undefined {
  const own = contentWords(story.title ?? "");
  let best: { story: number; paragraph: number; score: number } | undefined;
  for (const [at, { title, paragraphs }] of stories.entries()) {
    if (at < from) continue;
    const above = contentWords(title ?? "");
    for (const [paragraph, text] of paragraphs.entries()) {
      if (paragraph === 0) continue;
      const words = contentWords(text);
      const repeated = coverage(own, words);
      const score = repeated - coverage(above, words) / 2;
      if (repeated >= leastRepeated && score > (best?.score ?? 0)) best = { story: at, paragraph, score };
    }
  }
  return best;
}
