import type { Phrase } from "./phrase.ts";
import type { Reader } from "./reader.ts";

/** So many words may be written as one: "Jongun". */
const mostJoined = 3;

/**
 * Finds the articles that hold words side by side in one paragraph, whatever stands between them; two or three of them
 * may be written as one. Linear in the length of an article.
 */
export function phraseSearch(
  { forms, lasts }: Pick<Phrase, "forms" | "lasts">,
  reader: Reader,
): (article: number) => boolean {
  /** For each word of the phrase: with which forms it can go on there, and how many of its words they take. */
  const steps = forms.map((_, from) => {
    const taken = new Map<number, number>();
    for (let to = from + 1; to <= Math.min(from + mostJoined, forms.length); to++) {
      const ends = to === forms.length ? [forms.at(-1) ?? "", ...lasts] : [forms[to - 1] ?? ""];
      const head = forms.slice(from, to - 1).join("");
      for (const number of ends.flatMap((end) => reader.formNumbers(head + end))) taken.set(number, to - from);
    }
    return taken;
  });

  function standsAt(words: Uint32Array, place: number): boolean {
    let step = 0;
    for (let at = place; step < forms.length; at++) {
      const taken = steps[step]?.get(words[at] ?? 0);
      if (taken === undefined) return false;
      step += taken;
    }
    return true;
  }

  return (article) => {
    const words = reader.words(article);
    for (const first of steps[0]?.keys() ?? []) {
      for (let place = words.indexOf(first); place >= 0; place = words.indexOf(first, place + 1)) {
        if (standsAt(words, place)) return true;
      }
    }
    return false;
  };
}
