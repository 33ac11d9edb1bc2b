import type { Person, Resolution } from "./people.ts";
import type { Known } from "./people-census.ts";
import { plain } from "./people-names.ts";
import { formsOfName } from "./people-short-names.ts";
import { classOf } from "./people-words.ts";
import { keyOf } from "./stems.ts";
import { conceptsIn } from "./synonyms.ts";
import { words as searchWords } from "./words.ts";

/** What of a question is looked at, in characters. */
const longestTyped = 120;

interface Forms {
  readonly person: Person;
  /** Complete names as typed without spaces, in both orders. */
  readonly full: ReadonlySet<string>;
  /** Single parts: family names, given names. */
  readonly parts: ReadonlySet<string>;
  /** All of these with their `lettersIn`. */
  readonly spelt: readonly (readonly [form: string, letters: number])[];
  /** Full names with another form of the given name: "bobmenendez" of Robert Menendez. */
  readonly short: ReadonlySet<string>;
  /** The beginnings of full names that end with a word or syllable: "kimjong". */
  readonly beginnings: ReadonlySet<string>;
  /** Of the subjects that a search knows, those that the names are: "김정은" and "Kim Jong Un" are one. */
  readonly concepts: ReadonlySet<string>;
}

/** Finds people by what somebody typed. `people` stand most mentioned first, `known` in the same order. */
export function createResolver(people: readonly Person[], known: readonly Known[]) {
  const all = people.flatMap((person, index): Forms[] => {
    const one = known[index];
    return one ? [formsOf(person, one)] : [];
  });
  const titlesOf = new Map(people.map((person, index) => [person, known[index]?.titles]));
  const byFull = indexBy(all, (forms) => forms.full);
  const byPart = indexBy(all, (forms) => forms.parts);
  const byBeginning = indexBy(all, (forms) => forms.beginnings);
  const byShort = indexBy(all, (forms) => forms.short);
  const byConcept = indexBy(all, (forms) => forms.concepts);

  return {
    /** By any way to write the full name. */
    byName: (typed: string): Person | undefined => {
      const letters = lettersOf(wordsOf(typed));
      const found = byFull.get(letters) ?? byShort.get(letters);
      return found?.length === 1 ? found[0] : undefined;
    },
    resolve(typed: string): Resolution {
      const all = wordsOf(typed);
      for (const asked of [all, withoutTitles(all), withoutTitles(all).filter((word) => word.length > 1)]) {
        const letters = lettersOf(asked);
        if (letters === "") continue;
        const fitting =
          byFull.get(letters) ?? byPart.get(letters) ?? byShort.get(letters) ?? byBeginning.get(letters) ?? [];
        const found = holding(all.slice(0, all.length - asked.length), fitting);
        const [only] = found;
        if (only) return found.length === 1 ? { kind: "one", person: only } : { kind: "several", people: found };
      }
      const [same, ...others] = conceptsOf(typed.slice(0, longestTyped)).flatMap((term) => byConcept.get(term) ?? []);
      if (same && others.length === 0) return { kind: "one", person: same };
      return { kind: "none", near: near(lettersOf(withoutTitles(all))) };
    },
    complete(typed: string, limit: number): readonly Person[] {
      const letters = lettersOf(wordsOf(typed));
      if (letters === "" && /[^\s\p{P}]/u.test(typed)) return [];
      const found: Person[] = [];
      for (const { person, full, parts } of all) {
        if (found.length >= limit) break;
        if (startsAny(full, letters) || startsAny(parts, letters)) found.push(person);
      }
      return found;
    },
  };

  /** Those of several people who hold the typed office, if anybody does: of the Moons, "president moon" is one. */
  function holding(typed: readonly string[], found: readonly Person[]): readonly Person[] {
    const offices = typed.filter((word) => classOf(word) === "role");
    const holders = found.filter((person) => offices.some((office) => titlesOf.get(person)?.has(office)));
    return holders.length > 0 ? holders : found;
  }

  function near(letters: string): Person[] {
    if (letters.length < 3) return [];
    const allowed = letters.length < 6 ? 1 : 2;
    const found: { person: Person; distance: number }[] = [];
    const asked = lettersIn(letters);
    for (const { person, spelt } of all) {
      let best = allowed + 1;
      for (const [form, used] of spelt) {
        // Every edit changes at most one letter of either set: cheap, and rules out nearly everybody.
        if (countOf(asked & ~used) < best && countOf(used & ~asked) < best) best = distance(letters, form, best);
      }
      if (best <= allowed) found.push({ person, distance: best });
    }
    return found
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 5)
      .map(({ person }) => person);
  }
}

function formsOf(person: Person, known: Known): Forms {
  const full = new Set<string>();
  const parts = new Set<string>([...known.families, ...known.given]);
  const beginnings = new Set<string>();
  const isJunior = /(?:\b[JS]r\.?| I{2,3}| IV)$/u.test(person.name);
  for (const family of isJunior ? [] : known.families) {
    for (const given of known.given) full.add(family + given).add(given + family);
  }
  const short = new Set<string>();
  for (const family of known.isEastern ? [] : known.families) {
    for (const form of [...known.given].flatMap(formsOfName)) short.add(form + family).add(family + form);
  }
  full.add(lettersOf(wordsOf(person.id)));
  for (const spelling of known.spellings) {
    const words = wordsOf(spelling);
    full.add(lettersOf(words));
    for (let end = 1; end < words.length; end++) beginnings.add(lettersOf(words.slice(0, end)));
    // "Mary" of "Mary Jane Watson", "Mohammed" of "Mohammed bin Salman"
    if (!known.isEastern && words[0] && words[0].length > 1) parts.add(words[0]);
  }
  const spelt = [...full, ...parts].map((form) => [form, lettersIn(form)] as const);
  const concepts = new Set(known.spellings.flatMap(conceptsOf));
  return { person, full, parts, short, spelt, beginnings, concepts };
}

/** The subjects that the whole of a text names. */
function conceptsOf(text: string): string[] {
  const found = searchWords(text);
  const whole = conceptsIn(found, found.map(keyOf)).filter(({ from, to }) => from === 0 && to === found.length);
  return whole.map(({ term }) => term);
}

function indexBy(all: readonly Forms[], keys: (forms: Forms) => Iterable<string>): Map<string, Person[]> {
  const index = new Map<string, Person[]>();
  for (const forms of all) {
    for (const key of keys(forms)) {
      const list = index.get(key);
      if (list) list.push(forms.person);
      else index.set(key, [forms.person]);
    }
  }
  return index;
}

/** Small words without accents, possessives, zero-width characters and all else that is no letter. */
function wordsOf(typed: string): string[] {
  const text = plain(
    [...typed.slice(0, longestTyped)]
      .join("")
      .normalize("NFKC")
      .replace(/\p{Cf}/gu, ""),
  );
  return (
    text
      .replace(/(?<=\p{L})['’´\x60]s\b/gu, "")
      .replace(/(?<=\p{L})['’´\x60.](?=\p{L})/gu, "")
      .match(/\p{L}+/gu) ?? []
  );
}

const lettersOf = (words: readonly string[]) => words.join("");

/** "president trump" is "trump", "the north korean leader kim" is "kim". */
function withoutTitles(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && classOf(words[from] ?? "") !== undefined) from++;
  return words.slice(from);
}

function startsAny(forms: ReadonlySet<string>, letters: string): boolean {
  for (const form of forms) if (form.startsWith(letters)) return true;
  return false;
}

/** A bit for every letter from a to z that occurs. */
function lettersIn(form: string): number {
  let bits = 0;
  for (let at = 0; at < form.length; at++) {
    const letter = form.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Edit distance with neighbouring letters swapped counting as one (optimal string alignment), or `limit` if it is that
 * or more.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    before = above;
    above = row;
  }
  return Math.min(limit, above[b.length] ?? limit);
}
