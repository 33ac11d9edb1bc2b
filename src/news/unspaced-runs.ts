import type { Compound } from "./compounds.ts";
import { type Draft, isTail } from "./drafts.ts";
import type { Known } from "./known.ts";
import { type Phrase, phraseOf } from "./phrase.ts";
import { keyOf } from "./stems.ts";
import { isUnspaced, type Word } from "./words.ts";

/** What Korean and Japanese write behind a word without a space: "김정은은" is 김정은 with a particle. */
const particles = new Set(
  "은 는 이 가 을 를 의 에 도 과 와 로 만 씨 에서 에게 으로 부터 까지 は が を の に へ と で も や 氏".split(" "),
);
const longestParticle = 2;
/** Up to so many characters are one word or one name: half of it is another. */
const longestName = 3;

/** Where the characters end that stand side by side from there on. */
export function endOfRun(words: readonly Word[], from: number): number {
  let to = from + 1;
  while (isTogether(words[to - 1], words[to])) to++;
  return to;
}

function isTogether(word: Word | undefined, next: Word | undefined): boolean {
  return !!word && !!next && word.end === next.start && isUnspaced(word.form) && isUnspaced(next.form);
}

/**
 * What to look for where two or more characters `[from, to)` of an unspaced script were typed: one character alone is
 * never a find, since half of all names share one. A run that stands somewhere is wanted whole, with or without its
 * particle; a name that stands nowhere is unknown; of a longer run the pairs of characters are wanted, if most of them stand
 * somewhere.
 * @param isDemanded it stands in a phrase, which is looked for anyway: every pair must be there
 */
export function draftsOfRun(
  words: readonly Word[],
  [from, to]: readonly [number, number],
  isDemanded: boolean,
  { index, isWritten }: Pick<Known, "index" | "isWritten">,
): Draft[] {
  const drafts = (until: number, pieceOf?: Compound) =>
    pairsOf(words.slice(from, until)).map((pair, number): Draft => {
      const at = from + number;
      const keys = words.slice(at, at + 2 === until ? until : at + 1).map(keyOf);
      const terms = new Set(index.frequency(pair) > 0 ? [pair] : []);
      return { from: at, to: at + 2, keys, terms, extra: new Set(), isDemanded, ...(pieceOf && { pieceOf }) };
    });
  if (isDemanded) return drafts(to);
  if (isTail(words, from) && particles.has(joined(words.slice(from, to)))) return [];
  const ends = [to, ...endsWithoutParticle(words, from, to)];
  for (const until of ends) {
    const phrase = phraseOfRun(words.slice(from, until));
    if (until - from < 2 || !phrase.keys.every((pair) => index.frequency(pair) > 0) || !isWritten(phrase)) continue;
    return until - from === 2 ? drafts(until) : drafts(until, wholeOf(phrase));
  }
  const known = drafts(to).filter(({ terms }) => terms.size > 0);
  const isName = Math.min(...ends) - from <= longestName;
  if (!isName && known.length * 2 > to - from - 1) return known;
  return [{ from, to, keys: [], terms: new Set(), extra: new Set(), isDemanded }];
}

function* endsWithoutParticle(words: readonly Word[], from: number, to: number): Generator<number> {
  for (let length = 1; length <= longestParticle && to - length - from >= 2; length++) {
    if (particles.has(joined(words.slice(to - length, to)))) yield to - length;
  }
}

function phraseOfRun(words: readonly Word[]): Phrase {
  return { ...phraseOf(words), keys: pairsOf(words) };
}

function wholeOf(phrase: Phrase): Compound {
  return { joined: phrase.forms.join(""), whole: phrase, pieces: phrase.keys.map((pair) => new Set([pair])) };
}

function pairsOf(words: readonly Word[]): readonly string[] {
  return words.slice(1).map(({ form }, at) => (words[at]?.form ?? "") + form);
}

function joined(words: readonly Word[]): string {
  return words.map(({ form }) => form).join("");
}
