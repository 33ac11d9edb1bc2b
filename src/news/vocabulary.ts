import { isStopWord } from "./stems.ts";
import { isUnspaced, type Word } from "./words.ts";

/** Every word that the articles use, as they write it: for spelling and for completion. */
export interface Vocabulary {
  /**
   * Notes the words of an article, or of one stretch of it after the other.
   * @param numbers of the words' forms: the same number is always the same form
   */
  add(article: number, text: string, found: readonly Word[], numbers: readonly number[]): void;
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
  /** What is not noted has null. */
  const byNumber: (Entry | null)[] = [];
  const byStart = new Map<string, Entry[]>();
  const byLength = new Map<number, Entry[]>();
  /** The `letters` of the entries of each length, side by side: most entries are passed over by these alone. */
  const lettersByLength = new Map<number, number[]>();
  /** The starts whose entries stand in the order of their use. */
  const inOrder = new Set<string>();

  function entryFor(form: string, text: string, { start, end }: Word): Entry {
    const known = byForm.get(form);
    if (known) return known;
    const written = text.slice(start, end).replace(/['’]s$/u, "");
    const entry = { form, written, articles: 0, last: -1, letters: lettersOf(form) };
    byForm.set(form, entry);
    file(byStart, form.slice(0, 2), entry);
    file(byLength, form.length, entry);
    file(lettersByLength, form.length, entry.letters);
    return entry;
  }

  return {
    add(article, text, found, numbers) {
      inOrder.clear();
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
    has: (form) => byForm.has(form),
    startingWith(prefix, limit) {
      const start = prefix.slice(0, 2);
      const entries = byStart.get(start) ?? [];
      if (!inOrder.has(start)) entries.sort(mostUsed);
      inOrder.add(start);
      const found: KnownWord[] = [];
      for (const entry of entries) {
        if (found.length === limit) break;
        if (entry.form.startsWith(prefix)) found.push(entry);
      }
      return found;
    },
    near(form, edits, limit) {
      // Most slips are of one letter, and those are found many times faster.
      const found = new Set<KnownWord>();
      for (let most = 1; most <= edits && found.size < limit; most++) {
        for (const word of within(form, most)) found.add(word);
      }
      return [...found].slice(0, limit);
    },
  };

  function within(form: string, edits: number): readonly KnownWord[] {
    const letters = lettersOf(form);
    const first = form.charCodeAt(0);
    const isShort = form.length <= 4;
    const found: { word: KnownWord; distance: number }[] = [];
    for (let length = form.length - edits; length <= form.length + edits; length++) {
      const entries = byLength.get(length) ?? [];
      // One edit changes at most two of the letters that occur, one that makes the word longer or shorter only one.
      const most = 2 * edits - Math.abs(length - form.length);
      const others = lettersByLength.get(length) ?? [];
      for (let place = 0; place < others.length; place++) {
        if (bits(letters ^ (others[place] ?? 0)) > most) continue;
        const word = entries[place];
        if (!word || word.form === form) continue;
        if ((edits > 1 || isShort) && word.form.charCodeAt(0) !== first) continue;
        if (isShort && length === form.length && word.letters !== letters) continue;
        const distance = editDistance(form, word.form, edits);
        if (distance <= edits) found.push({ word, distance });
      }
    }
    found.sort((a, b) => a.distance - b.distance || mostUsed(a.word, b.word));
    return found.map(({ word }) => word);
  }
}

function isNotable(form: string): boolean {
  return form.length >= shortest && !isUnspaced(form) && !isStopWord(form);
}

function file<K, V>(entries: Map<K, V[]>, name: K, entry: V): void {
  const siblings = entries.get(name);
  if (siblings) siblings.push(entry);
  else entries.set(name, [entry]);
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

/** How many bits are set, counted in ever wider fields. */
function bits(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many slips of the key a word may hold: in a short one, another word is too near. */
export function slipsIn(form: string): number {
  if (form.length < 4 || !/^\p{L}+$/u.test(form)) return 0;
  return form.length < 7 ? 1 : 2;
}

/** The rows of `editDistance`, which is asked a hundred thousand times for one word. */
const rows = [new Uint16Array(256), new Uint16Array(256), new Uint16Array(256)] as const;

/**
 * Damerau's distance in the form called optimal string alignment (Boytsov, "Indexing Methods for Approximate
 * Dictionary Searching", 2011, section 2.1).
 * @returns `most + 1` as soon as it is sure to be more than `most`
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last, current] = b.length < rows[0].length ? rows : rowsFor(b.length);
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    let best = row;
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1);
      cost = Math.min(cost, at(last, column - 1) + (letter === other ? 0 : 1));
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, at(before, column - 2) + 1);
      }
      current[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    [before, last, current] = [last, current, before];
  }
  return Math.min(at(last, b.length), most + 1);
}

function rowsFor(length: number): readonly [Uint16Array, Uint16Array, Uint16Array] {
  const row = () => new Uint16Array(length + 1);
  return [row(), row(), row()];
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
