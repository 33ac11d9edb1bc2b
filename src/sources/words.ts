const stopWords = new Set(
  "the a an and or but of to in on at for from by with as is are was were be been it its this that these those he she they we you i his her their our your not no will would can could may might has have had do does did after before over into about than then when who what which how said says more new first one two out up".split(
    " ",
  ),
);
const wide = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * What a line is about: its words without inflection (roughly) and without those that are in every text; for Korean,
 * Chinese and Japanese, which inflect or don't part their words, pairs of characters.
 */
export function contentWords(text: string): Set<string> {
  const found = new Set<string>();
  // English letters alone are found many times faster.
  const token = /[^\0-\x7f‘’“”–—…]/.test(text) ? /[\p{L}\p{N}]+/gu : /[a-z\d]+/g;
  for (const word of text.toLowerCase().match(token) ?? []) {
    if (word >= "\u1100" && wide.test(word))
      for (let at = 0; at + 1 < word.length; at++) found.add(word.slice(at, at + 2));
    else if (word.length > 2 && !stopWords.has(word)) found.add(stem(word));
  }
  return found;
}

function stem(word: string): string {
  if (word.length < 4) return word;
  const bare = word.replace(/(?:ing|ed|es|s)$/, "");
  return bare.length < 3 ? word.replace(/s$/, "") : bare.replace(/e$/, "");
}

/** Which part of `words` is among `others`: 0 to 1. */
export function coverage(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / words.size;
}

/** Names and terms that at least two of the paragraphs share: what an article is about. */
export function topicOf(paragraphs: readonly { readonly names: ReadonlySet<string> }[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { names } of paragraphs) {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

export function isOnTopic({ names }: { readonly names: ReadonlySet<string> }, topic: ReadonlySet<string>): boolean {
  for (const name of names) if (topic.has(name)) return true;
  return false;
}

/** Capitalised words that don't start a sentence, and the first two characters of words without capitals. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = text.matchAll(/(?<=[\p{L}\p{N},;’'")-] )["'“‘(]?(\p{Lu}[\p{L}\p{N}]+)/gu);
  const found = new Set([...names].map(([, name = ""]) => name.toLowerCase()));
  if (!/[\u1100-\u{10FFFF}]/u.test(text)) return found;
  for (const [run] of text.matchAll(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Katakana}]{2,}/gu))
    found.add(run.slice(0, 2));
  return found;
}
