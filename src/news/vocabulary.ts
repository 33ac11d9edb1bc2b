import type { Pause } from "../pacing.ts";
import { bestOf } from "./best.ts";
import { bits, editDistance, lettersOf } from "./edit-distance.ts";
import { grown } from "./grown.ts";
import type { Stretch } from "./reading.ts";
import { isStopWord } from "./stems.ts";
import { beginningWith, countOf, joinTexts, placeOf, type Texts, textAt } from "./texts.ts";
import { isUnspaced, type Word } from "./words.ts";

/** Every word that the articles use, as they write it: for spelling and for completion. */
export interface Vocabulary {
  has(form: string): boolean;
  /** Words that start so, in how many articles ever, most used first. */
  startingWith(prefix: string, limit: number): readonly KnownWord[];
  /**
   * Words within so many edits (a letter added, dropped, changed, or two neighbours swapped), the nearest first, among
   * those the ones with the same letters at the ends or two letters swapped, and among those the most used; never the word itself. In a word of
   * four letters another letter makes another word ("cafe", "came"), so there none is changed, in one of three only the last
   * is doubled, and one of three is near only with both its ends. The first letter is seldom a slip: it must agree in such a word, and where there are two edits or more.
   */
  near(form: string, edits: number, limit: number): readonly KnownWord[];
  /** Counts the words of another article. */
  add(stretches: readonly Stretch[]): void;
  /** Counts the words of an article no more. How a word was first written is kept. */
  remove(stretches: readonly Stretch[]): void;
}

export interface KnownWord {
  readonly form: string;
  /** As first written, without a capital if it is ever written so. */
  readonly written: string;
  readonly articles: number;
}

/** What a vocabulary is made of: plain values, which can be handed to another thread or written to a file. */
export interface Spellings {
  /** Ascending. */
  readonly forms: Texts;
  /** `KnownWord.written` of each; empty where it is the form itself. */
  readonly written: Texts;
  readonly articles: Uint32Array;
}

export interface VocabularyBuilder {
  /**
   * Notes the words of an article, or of one stretch of it after the other.
   * @param numbers of the words' forms: the same number is always the same form
   */
  add(article: number, text: string, found: readonly Word[], numbers: readonly number[]): void;
  finish(): Spellings;
}

interface Entry {
  readonly form: string;
  written: string;
  articles: number;
  /** The article that was counted last. */
  last: number;
}

/** Shorter ones have too many neighbours, and nobody completes them. */
const shortest = 3;

export function createVocabularyBuilder(): VocabularyBuilder {
  const byForm = new Map<string, Entry>();
  /** What is not noted has null. */
  const byNumber: (Entry | null)[] = [];

  function entryFor(form: string, text: string, word: Word): Entry {
    const known = byForm.get(form);
    if (known) return known;
    const entry = { form, written: writtenAs(text, word), articles: 0, last: -1 };
    byForm.set(form, entry);
    return entry;
  }

  return {
    add(article, text, found, numbers) {
      for (let at = 0; at < found.length; at++) {
        const [word, number] = [found[at], numbers[at] ?? 0];
        if (!word) continue;
        let entry = byNumber[number];
        if (entry === undefined)
          byNumber[number] = entry = isNotable(word.form) ? entryFor(word.form, text, word) : null;
        if (entry === null) continue;
        if (entry.written !== word.form && text.startsWith(word.form, word.start)) entry.written = word.form;
        if (entry.last === article) continue;
        entry.last = article;
        entry.articles++;
      }
    },
    finish() {
      const entries = [...byForm.values()].sort((a, b) => (a.form < b.form ? -1 : 1));
      return {
        forms: joinTexts(entries.map(({ form }) => form)),
        written: joinTexts(entries.map(({ form, written }) => (written === form ? "" : written))),
        articles: Uint32Array.from(entries, ({ articles }) => articles),
      };
    },
  };
}

export async function openVocabulary(spellings: Spellings, pause: Pause): Promise<Vocabulary> {
  const { forms, written } = spellings;
  const frozen = countOf(forms);
  let articles = spellings.articles;
  /** What came later: forms with numbers behind those of the spellings, and how those and others are written now. */
  const laterForms: string[] = [];
  const laterNumbers = new Map<string, number>();
  const laterWritten = new Map<number, string>();
  /** The numbers of the words of each length; beside each its letters: most words are passed over by these alone. */
  const byLength = new Map<number, { readonly numbers: number[]; readonly letters: number[] }>();
  for (let number = 0; number < frozen; number++) {
    note(textAt(forms, number) ?? "", number);
    if (number % 1000 === 0) await pause();
  }

  function note(form: string, number: number): void {
    const known = byLength.get(form.length) ?? { numbers: [], letters: [] };
    if (known.numbers.length === 0) byLength.set(form.length, known);
    known.numbers.push(number);
    known.letters.push(lettersOf(form));
  }

  const formOf = (number: number) => textAt(forms, number) ?? laterForms[number - frozen] ?? "";
  const numberOf = (form: string) => placeOf(forms, form) ?? laterNumbers.get(form);
  const usedIn = (number: number) => articles[number] ?? 0;
  function wordOf(number: number): KnownWord {
    // As it is, it would keep all the forms alive wherever it is remembered: in front of another, it is copied.
    const form = ` ${formOf(number)}`.slice(1);
    return { form, written: laterWritten.get(number) ?? (textAt(written, number) || form), articles: usedIn(number) };
  }

  function added(form: string): number {
    const number = frozen + laterForms.push(form) - 1;
    laterNumbers.set(form, number);
    note(form, number);
    return number;
  }

  /** @returns the form's number, and in how many articles it stood before */
  function count(form: string, by: 1 | -1): { readonly number: number; readonly before: number } {
    const number = numberOf(form) ?? added(form);
    articles = grown(articles === spellings.articles ? articles.slice() : articles, number + 1);
    const before = usedIn(number);
    articles[number] = before + by;
    return { number, before };
  }

  return {
    has: (form) => usedIn(numberOf(form) ?? -1) > 0,
    startingWith(prefix, limit) {
      const { from, to } = beginningWith(forms, prefix);
      const places = Array.from({ length: to - from }, (_, place) => from + place);
      for (const [form, number] of laterNumbers) if (form.startsWith(prefix)) places.push(number);
      return Array.from(bestOf(places, limit, usedIn).filter(usedIn), wordOf);
    },
    near(form, edits, limit) {
      // Most slips are of one letter, and those are found many times faster.
      const found = new Set<number>();
      for (let most = 1; most <= edits && found.size < limit; most++) {
        for (const number of within(form, most)) found.add(number);
      }
      return [...found].slice(0, limit).map(wordOf);
    },
    add(stretches) {
      for (const [form, spelling] of spellingsIn(stretches)) {
        const { number, before } = count(form, 1);
        const isBetter = before === 0 || spelling === form;
        if (isBetter && wordOf(number).written !== spelling) laterWritten.set(number, spelling);
      }
    },
    remove(stretches) {
      for (const form of spellingsIn(stretches).keys()) count(form, -1);
    },
  };

  function within(form: string, edits: number): readonly number[] {
    const letters = lettersOf(form);
    const first = form.charCodeAt(0);
    const isShort = form.length <= 4;
    const found: { number: number; distance: number }[] = [];
    for (let length = form.length - edits; length <= form.length + edits; length++) {
      const known = byLength.get(length);
      if (!known) continue;
      // One edit changes at most two of the letters that occur, one that makes the word longer or shorter only one.
      const most = 2 * edits - Math.abs(length - form.length);
      for (let place = 0; place < known.letters.length; place++) {
        const others = known.letters[place] ?? 0;
        if (bits(letters ^ others) > most) continue;
        const number = known.numbers[place] ?? 0;
        const other = formOf(number);
        if (other === form || usedIn(number) === 0) continue;
        if ((edits > 1 || isShort) && other.charCodeAt(0) !== first) continue;
        if (isShort && length === form.length && others !== letters) continue;
        if (form.length === 3 && other !== form + form.charAt(2)) continue;
        if (length === 3 && !isLikely(form, other)) continue;
        const distance = editDistance(form, other, edits);
        if (distance <= edits) found.push({ number, distance: isLikely(form, other) ? distance : distance + 0.5 });
      }
    }
    const compare = (a: string, b: string) => (a < b ? -1 : 1);
    found.sort(
      (a, b) =>
        a.distance - b.distance || usedIn(b.number) - usedIn(a.number) || compare(formOf(a.number), formOf(b.number)),
    );
    return found.map(({ number }) => number);
  }
}

/** Every notable form, as first written, without a capital if it is ever written so. */
function spellingsIn(stretches: readonly Stretch[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  for (const { text, found } of stretches) {
    for (const word of found) {
      if (!isNotable(word.form) || spellings.get(word.form) === word.form) continue;
      const isSmall = text.startsWith(word.form, word.start);
      if (isSmall || !spellings.has(word.form)) spellings.set(word.form, isSmall ? word.form : writtenAs(text, word));
    }
  }
  return spellings;
}

function writtenAs(text: string, { start, end, capitals }: Word): string {
  return text.slice(start, end).replace(capitals ? /['’]?s$/u : /['’]s$/u, "");
}

function isNotable(form: string): boolean {
  return form.length >= shortest && !isUnspaced(form) && !isStopWord(form);
}

/** Most slips are made inside a word, or swap two letters. */
export function isLikely(form: string, other: string): boolean {
  return (form.charAt(0) === other.charAt(0) && form.at(-1) === other.at(-1)) || isSwap(form, other);
}

/** Of two words that are one edit apart. */
export function isSwap(form: string, other: string): boolean {
  return form.length === other.length && lettersOf(form) === lettersOf(other);
}

/** How many slips of the key a word may hold: in a short one, another word is too near. */
export function slipsIn(form: string): number {
  if (form.length < 3 || !/^\p{L}+$/u.test(form)) return 0;
  return form.length < 7 ? 1 : 2;
}
