import { bits, editDistance, lettersOf } from "./edit-distance.ts";
import { type Filed, filedAt, filedUnder, filedUnderBeginning, fileUnder } from "./filed.ts";
import type { Person, Resolution } from "./people.ts";
import { conceptsOf, longestTyped, type NameForms, nameWords } from "./people-forms.ts";
import { type HangulName, hangulName, looseGiven } from "./people-hangul.ts";
import { classOf } from "./people-words.ts";
import { beginningWith, countOf, joinTexts, type Texts, textAt } from "./texts.ts";

/** A person and what the person is found by. */
interface Nameable {
  readonly person: Person;
  readonly forms: NameForms;
  /** The nouns of the titles that the person was seen with: "secretary", "leader". */
  readonly titles: Iterable<string>;
}

/** What people are found by; each by their number. Plain values. */
export interface NameIndex {
  /** Of `NameForms`. */
  readonly full: Filed;
  readonly parts: Filed;
  readonly short: Filed;
  readonly beginnings: Filed;
  readonly concepts: Filed;
  /** The letters of everybody's name, which of them occur, and who has a name of the same shape. */
  readonly letters: Texts;
  readonly occurring: Uint32Array;
  readonly shapes: Filed;
  /** The nouns of everybody's titles, with line breaks between. */
  readonly titles: Texts;
}

/** @param all most mentioned first: each one's number is the place here */
export function indexNames(all: readonly Nameable[]): NameIndex {
  const letters = all.map(({ person }) => nameWords(person.name).join(""));
  return {
    full: fileUnder(all.map(({ forms }) => forms.full)),
    parts: fileUnder(all.map(({ forms }) => forms.parts)),
    short: fileUnder(all.map(({ forms }) => forms.short)),
    beginnings: fileUnder(all.map(({ forms }) => forms.beginnings)),
    concepts: fileUnder(all.map(({ forms }) => forms.concepts)),
    letters: joinTexts(letters),
    occurring: Uint32Array.from(letters, lettersOf),
    shapes: fileUnder(letters.map((name) => [shapeOf(name)])),
    titles: joinTexts(all.map(({ titles }) => [...titles].join("\n"))),
  };
}

export interface Resolver {
  /** By any way to write the full name. */
  byName(typed: string): Person | undefined;
  resolve(typed: string): Resolution;
  nearlyNamed(typed: string): readonly Person[];
  complete(typed: string, limit: number): readonly Person[];
}

/** Finds people by what somebody typed. `all` stand most mentioned first; whoever has no article left is not found. */
export function createResolver(index: NameIndex, all: readonly Person[]): Resolver {
  const isNamed = (who: number) => (all[who]?.articles ?? 0) > 0;
  const named = (found: Iterable<number>) => [...found].filter(isNamed);
  const peopleOf = (found: Iterable<number>) => Array.from(found, (who) => all[who]).filter((one) => one !== undefined);

  return {
    byName(typed) {
      const letters = nameWords(typed).join("");
      const [only, other] = firstOf([index.full, index.short], letters);
      return only === undefined || other !== undefined ? undefined : all[only];
    },
    resolve(typed) {
      const words = nameWords(typed);
      const bare = withoutTitles(words);
      for (const asked of [words, bare, bare.filter((word) => word.length > 1)]) {
        const letters = asked.join("");
        if (letters === "") continue;
        const fitting = firstOf([index.full, index.parts, index.short, index.beginnings], letters);
        const found = peopleOf(holding(words.slice(0, words.length - asked.length), named(fitting)));
        const [only] = found;
        if (only) return found.length === 1 ? { kind: "one", person: only } : { kind: "several", people: found };
      }
      const concepts = conceptsOf(typed.slice(0, longestTyped));
      const [same, ...others] = peopleOf(named(concepts.flatMap((term) => [...filedUnder(index.concepts, term)])));
      if (same && others.length === 0) return { kind: "one", person: same };
      const hangul = hangulName(typed);
      return {
        kind: "none",
        // Everybody is looked at for it, and few ask.
        get near() {
          return peopleOf(hangul ? alike(hangul) : near(bare.join(""))).slice(0, 5);
        },
      };
    },
    nearlyNamed(typed) {
      const asked = nameWords(typed).join("");
      const most = asked.length < 10 ? 1 : 2;
      const letters = lettersOf(asked);
      const found: { readonly who: number; readonly distance: number }[] = [];
      for (let longer = -most; longer <= most; longer++) {
        for (const who of filedUnder(index.shapes, shapeOf(asked, longer))) {
          const differing = bits(letters ^ (index.occurring[who] ?? 0));
          if (differing > 2 * most - Math.abs(longer) || !isNamed(who)) continue;
          const distance = editDistance(asked, textAt(index.letters, who) ?? "", most);
          if (distance <= most) found.push({ who, distance });
        }
      }
      return peopleOf(found.sort((a, b) => a.distance - b.distance).map(({ who }) => who));
    },
    complete(typed, limit) {
      const letters = nameWords(typed).join("");
      if (letters === "" && /[^\s\p{P}]/u.test(typed)) return [];
      const isFitting = new Uint8Array(all.length);
      for (const filed of [index.full, index.parts]) {
        for (const who of filedUnderBeginning(filed, letters)) isFitting[who] = 1;
      }
      const found: Person[] = [];
      for (let who = isFitting.indexOf(1); who >= 0 && found.length < limit; who = isFitting.indexOf(1, who + 1)) {
        if (isNamed(who)) found.push(...peopleOf([who]));
      }
      return found;
    },
  };

  /** Those of several people who hold the typed office, if anybody does: of the Moons, "president moon" is one. */
  function holding(typed: readonly string[], found: readonly number[]): readonly number[] {
    const offices = typed.filter((word) => classOf(word) === "role");
    const holders = found.filter((who) => {
      const titles = textAt(index.titles, who)?.split("\n");
      return offices.some((office) => titles?.includes(office));
    });
    return holders.length > 0 ? holders : found;
  }

  /** Those who may be written so in hangul. */
  function alike({ families, given }: HangulName): number[] {
    const found = families.flatMap((family) => {
      const { from, to } = beginningWith(index.full.names, family);
      return Array.from({ length: to - from }, (_, at) => from + at).filter((place) => {
        const name = textAt(index.full.names, place) ?? "";
        return looseGiven(name.slice(family.length)) === given;
      });
    });
    return [...new Set(found.flatMap((place) => named(filedAt(index.full, place))))].sort((a, b) => a - b);
  }

  function near(letters: string): number[] {
    if (letters.length < 3) return [];
    const allowed = letters.length < 6 ? 1 : 2;
    const asked = lettersOf(letters);
    const distances = new Map<number, number>();
    for (const filed of [index.full, index.parts]) {
      const { names } = filed;
      for (let place = 0; place < countOf(names); place++) {
        const length = (names.starts[place + 1] ?? 0) - (names.starts[place] ?? 0);
        if (Math.abs(length - letters.length) > allowed) continue;
        const form = textAt(names, place) ?? "";
        // Every edit changes at most one letter of either set: cheap, and rules out nearly everybody.
        const used = lettersOf(form);
        if (bits(asked & ~used) > allowed || bits(used & ~asked) > allowed) continue;
        const distance = editDistance(letters, form, allowed);
        if (distance > allowed) continue;
        for (const who of named(filedAt(filed, place))) {
          distances.set(who, Math.min(distance, distances.get(who) ?? distance));
        }
      }
    }
    return [...distances].sort(([one, a], [other, b]) => a - b || one - other).map(([who]) => who);
  }
}

/** What is filed under a name in the first place where anything is. */
function firstOf(all: readonly Filed[], name: string): Iterable<number> {
  return all.map((filed) => filedUnder(filed, name)).find(({ length }) => length > 0) ?? [];
}

/** The first letter and the length: names that differ in more than a slip or two differ in these. */
function shapeOf(letters: string, longer = 0): string {
  return letters.charAt(0) + (letters.length + longer);
}

/** "president trump" is "trump", "the north korean leader kim" is "kim". */
function withoutTitles(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && classOf(words[from] ?? "") !== undefined) from++;
  return words.slice(from);
}
