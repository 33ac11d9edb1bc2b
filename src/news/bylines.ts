import { type Article, isVague, outletName } from "./article.ts";
import { type Draft, replaced } from "./drafts.ts";
import type { Known } from "./known.ts";
import { namesOf } from "./outlets.ts";
import { phraseOf } from "./phrase.ts";
import type { Span } from "./sentences.ts";
import { isStopWord, keyOf } from "./stems.ts";
import { conceptsIn } from "./synonyms.ts";
import { dateIn, datesOf, isDate } from "./typed-days.ts";
import { type Word, words as wordsOf } from "./words.ts";

/** Of a word in the name of an outlet, an agency or an author; no word of a text has it. */
const mark = "~";
/** Of such a name in whole, written as one, of its initials, or of the subject that it names. */
const wholeMark = "~=";
/** So many words of a query may be a name in whole. */
const longest = 5;

/**
 * What an article can be found under by whoever published, supplied or wrote it, and by the month and the day when it was
 * published; each once.
 */
export function bylineTerms(article: Article): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const name of [...namesOf(article), ...authorsOf(article)]) {
    const found = wordsOf(name);
    const forms = found.map(({ form }) => form);
    const { plain, initials = "" } = outletName(name);
    for (const form of forms) if (!isStopWord(form) && !isVague(form)) terms.add(mark + form);
    const letters = forms.length > 1 ? forms.map((form) => form[0]).join("") : "";
    for (const whole of [forms.join(""), plain.split(" ").join(""), initials, letters]) {
      if (whole !== "" && !isStopWord(whole)) terms.add(wholeMark + whole);
    }
    for (const { term, from, to } of conceptsIn(found, found.map(keyOf))) {
      if (from === 0 && to === found.length) terms.add(wholeMark + term);
    }
  }
  for (const date of datesOf(article)) terms.add(wholeMark + date);
  return terms;
}

function authorsOf({ author = "" }: Article): readonly string[] {
  return author.split(/[,;/&]|\band\b/u).filter((name) => name.trim() !== "");
}

export function isByline(term: string): boolean {
  return term.startsWith(mark);
}

interface Named extends Span {
  readonly term: string;
}

/** Who is named among the words of a query. */
interface Bylines {
  /** By where a word starts, what else it may mean. */
  readonly words: ReadonlyMap<number, string>;
  /** Names of several words that no text has: nothing else can be meant. */
  readonly names: readonly Named[];
}

/**
 * Whoever publishes and was typed in whole; by a word of the name only where no article has that word, so that what is
 * asked for by its subject finds the same as without outlets.
 * @param isKnown for each word, whether some article has it
 */
export function bylinesIn(
  typed: readonly Word[],
  isKnown: readonly boolean[],
  { index, isWritten }: Pick<Known, "index" | "isWritten">,
): Bylines {
  const found = new Map<number, string>();
  const names: Named[] = [];
  const add = (from: number, to: number, term: string) => {
    if (index.frequency(term) === 0) return;
    for (let at = from; at < to; at++) {
      const start = typed[at]?.start ?? 0;
      if (!found.has(start)) found.set(start, term);
    }
  };
  for (const [from] of typed.entries()) {
    for (let to = Math.min(from + longest, typed.length); to > from; to--) {
      const name = typed.slice(from, to);
      const date = dateIn(name);
      if (date !== undefined) add(from, to, wholeMark + date);
      const term = bylineOf(name);
      if (index.frequency(term) === 0 || name.every(({ form }) => isStopWord(form))) continue;
      const isSubject = to === from + 1 || isWritten(phraseOf(name));
      const [start, end] = [name[0]?.start ?? 0, name.at(-1)?.end ?? 0];
      if (!isSubject && start >= (names.at(-1)?.end ?? 0)) names.push({ start, end, term });
      add(from, to, term);
    }
  }
  for (const { term, from, to } of conceptsIn(typed, typed.map(keyOf))) add(from, to, wholeMark + term);
  for (const [at, { form }] of typed.entries()) if (!isKnown[at]) add(at, at + 1, mark + form);
  return { words: found, names };
}

/** What the articles are found under of whom the words name in whole. */
export function bylineOf(typed: readonly Word[]): string {
  return wholeMark + typed.map(({ form }) => form).join("");
}

/**
 * The drafts with these terms as another way to fulfil them. Names count little: who was typed by name is mostly also
 * written about.
 */
export function withBylines(drafts: readonly Draft[], words: readonly Word[], bylines: Bylines): readonly Draft[] {
  for (const { from, to, terms, extra } of drafts) {
    for (const { start } of words.slice(from, to)) {
      const term = bylines.words.get(start);
      if (term === undefined) continue;
      terms.add(term);
      if (!term.startsWith(wholeMark) || !isDate(term.slice(wholeMark.length))) extra.add(term);
    }
  }
  return bylines.names.reduce((before, { start, end, term }) => {
    const [from, after] = [
      words.findIndex((word) => word.start >= start),
      words.findIndex((word) => word.start >= end),
    ];
    const to = after < 0 ? words.length : after;
    const keys = words.slice(from, to).map(keyOf);
    const name = { from, to, keys, terms: new Set([term]), extra: new Set<string>(), isDemanded: false };
    return replaced(before, name);
  }, drafts);
}
