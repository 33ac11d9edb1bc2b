import type { Reader } from "./reader.ts";

/** So many words may be written as one: "Jongun". */
const mostJoined = 3;

/**
 * Finds the articles that hold words side by side in one paragraph, whatever stands between them; two or three of them
 * may be written as one. Linear in the length of an article.
 * @param forms the words' forms
 */
export function phraseSearch(forms: readonly string[], reader: Reader): (article: number) => boolean {
  /** For each word of the phrase: with which forms it can go on there, and how many of its words they take. */
  const steps = forms.map((_, from) => {
    const taken = new Map<number, number>();
    for (let to = from + 1; to <= Math.min(from + mostJoined, forms.length); to++) {
      for (const number of reader.formNumbers(forms.slice(from, to).join(""))) taken.set(number, to - from);
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
