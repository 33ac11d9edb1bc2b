import { isStopWord } from "./stems.ts";
import { isUnspaced, type Word } from "./words.ts";

/** Every word that the articles use, as they write it: for spelling and for completion. */
export interface Vocabulary {
  /** Notes the words of an article, or of one stretch of it after the other. */
  add(article: number, text: string, found: readonly Word[]): void;
  has(form: string): boolean;
  /** Words that start so, in how many articles ever, most used first. */
  startingWith(prefix: string, limit: number): readonly KnownWord[];
  /**
   * Words within so many edits (a letter added, dropped, changed, or two neighbours swapped), the nearest first and
   * the most used first among those; never the word itself. In a word of four letters another letter makes another
   * word ("cafe", "came"), so there none is changed. The first letter is seldom a slip: it must agree in such a word, and
   * where there are two edits or more.
   */
  near(form: string, edits: number, limit: number): readonly KnownWord[];
}

export interface KnownWord {
  readonly form: string;
  /** As first written, without a capital if it is ever written so. */
  readonly written: string;
  readonly articles: number;
}

interface Entry {
  readonly form: string;
  written: string;
  articles: number;
  /** The article that was counted last. */
  last: number;
  readonly letters: number;
}

/** Shorter ones have too many neighbours, and nobody completes them. */
const shortest = 3;

export function createVocabulary(): Vocabulary {
  const byForm = new Map<string, Entry>();
  const byStart = new Map<string, Entry[]>();

  function entryFor(form: string, text: string, { start, end }: Word): Entry {
    const known = byForm.get(form);
    if (known) return known;
    const written = text.slice(start, end).replace(/['’]s$/u, "");
    const entry = { form, written, articles: 0, last: -1, letters: lettersOf(form) };
    byForm.set(form, entry);
    const siblings = byStart.get(form.slice(0, 2));
    if (siblings) siblings.push(entry);
    else byStart.set(form.slice(0, 2), [entry]);
    return entry;
  }

  return {
    add(article, text, found) {
      for (const word of found) {
        const { form, start } = word;
        if (form.length < shortest || isUnspaced(form) || isStopWord(form)) continue;
        const entry = entryFor(form, text, word);
        if (entry.written !== form && text.startsWith(form, start)) entry.written = form;
        if (entry.last === article) continue;
        entry.last = article;
        entry.articles++;
      }
    },
    has: (form) => byForm.has(form),
    startingWith(prefix, limit) {
      const all = (byStart.get(prefix.slice(0, 2)) ?? []).filter(({ form }) => form.startsWith(prefix));
      return all.sort(mostUsed).slice(0, limit);
    },
    near(form, edits, limit) {
      const letters = lettersOf(form);
      const found: { word: KnownWord; distance: number }[] = [];
      for (const word of byForm.values()) {
        if (Math.abs(word.form.length - form.length) > edits || word.form === form) continue;
        // One edit changes at most two of the letters that occur.
        if (bits(letters ^ word.letters) > 2 * edits) continue;
        if (form.length <= 4 && word.form.length === form.length && word.letters !== letters) continue;
        const distance = editDistance(form, word.form, edits);
        if ((distance > 1 || form.length <= 4) && word.form.charAt(0) !== form.charAt(0)) continue;
        if (distance <= edits) found.push({ word, distance });
      }
      found.sort((a, b) => a.distance - b.distance || mostUsed(a.word, b.word));
      return found.slice(0, limit).map(({ word }) => word);
    },
  };
}

function mostUsed(a: KnownWord, b: KnownWord): number {
  return b.articles - a.articles || (a.form < b.form ? -1 : 1);
}

/** Which of 32 classes of letters occur, as bits. */
function lettersOf(form: string): number {
  let letters = 0;
  for (let at = 0; at < form.length; at++) letters |= 1 << (form.charCodeAt(at) & 31);
  return letters;
}

function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many slips of the key a word may hold: in a short one, another word is too near. */
export function slipsIn(form: string): number {
  if (form.length < 4 || !/^\p{L}+$/u.test(form)) return 0;
  return form.length < 7 ? 1 : 2;
}

/**
 * Damerau's distance in the form called optimal string alignment (Boytsov, "Indexing Methods for Approximate
 * Dictionary Searching", 2011, section 2.1).
 * @returns `most + 1` as soon as it is sure to be more than `most`
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(before, column - 2) + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    [before, last] = [last, current];
  }
  return Math.min(at(last, b.length), most + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
