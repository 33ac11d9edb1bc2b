import type { Pause } from "../pacing.ts";
import { bits, editDistance, lettersOf } from "./edit-distance.ts";
import type { Person, Resolution } from "./people.ts";
import { conceptsOf, longestTyped, type NameForms, nameWords } from "./people-forms.ts";
import { type HangulName, hangulName, looseGiven } from "./people-hangul.ts";
import { classOf } from "./people-words.ts";

/** A person and what the person is found by. */
export interface Nameable {
  readonly person: Person;
  readonly forms: NameForms;
  /** The nouns of the titles that the person was seen with: "secretary", "leader". */
  readonly titles: readonly string[];
}

export interface Resolver {
  /** By any way to write the full name. */
  byName(typed: string): Person | undefined;
  resolve(typed: string): Resolution;
  nearlyNamed(typed: string): readonly Person[];
  complete(typed: string, limit: number): readonly Person[];
}

type Names = Map<string, Person[]>;

/** Finds people by what somebody typed. `all` stand most mentioned first; whoever has no article left is not found. */
export async function createResolver(all: readonly Nameable[], pause: Pause): Promise<Resolver> {
  const titlesOf = new Map<Person, readonly string[]>();
  const byFull: Names = new Map();
  const byPart: Names = new Map();
  const byShort: Names = new Map();
  const byBeginning: Names = new Map();
  const byConcept: Names = new Map();
  const byShape = new Map<string, { readonly person: Person; readonly name: string; readonly letters: number }[]>();
  const byStart = new Map<string, Nameable[]>();
  for (const one of all) {
    const { person, forms, titles } = one;
    titlesOf.set(person, titles);
    file(person, forms.full, byFull);
    file(person, forms.parts, byPart);
    file(person, forms.short, byShort);
    file(person, forms.beginnings, byBeginning);
    file(person, forms.concepts, byConcept);
    file(one, new Set([...forms.full, ...forms.parts].map(startOf)), byStart);
    const name = nameWords(person.name).join("");
    file({ person, name, letters: lettersOf(name) }, [shapeOf(name)], byShape);
    await pause();
  }

  return {
    byName(typed) {
      const letters = nameWords(typed).join("");
      const found = byFull.get(letters) ?? byShort.get(letters);
      return found?.length === 1 ? found[0] : undefined;
    },
    resolve(typed) {
      const words = nameWords(typed);
      const bare = withoutTitles(words);
      for (const asked of [words, bare, bare.filter((word) => word.length > 1)]) {
        const letters = asked.join("");
        if (letters === "") continue;
        const fitting =
          byFull.get(letters) ?? byPart.get(letters) ?? byShort.get(letters) ?? byBeginning.get(letters) ?? [];
        const found = holding(words.slice(0, words.length - asked.length), fitting.filter(isNamed));
        const [only] = found;
        if (only) return found.length === 1 ? { kind: "one", person: only } : { kind: "several", people: found };
      }
      const concepts = conceptsOf(typed.slice(0, longestTyped));
      const [same, ...others] = concepts.flatMap((term) => byConcept.get(term) ?? []).filter(isNamed);
      if (same && others.length === 0) return { kind: "one", person: same };
      const hangul = hangulName(typed);
      return {
        kind: "none",
        // Everybody is looked at for it, and few ask.
        get near() {
          return hangul ? alike(hangul) : near(bare.join(""));
        },
      };
    },
    nearlyNamed(typed) {
      const asked = nameWords(typed).join("");
      const most = asked.length < 10 ? 1 : 2;
      const letters = lettersOf(asked);
      const found: { readonly person: Person; readonly distance: number }[] = [];
      for (let longer = -most; longer <= most; longer++) {
        for (const other of byShape.get(shapeOf(asked, longer)) ?? []) {
          if (bits(letters ^ other.letters) > 2 * most - Math.abs(longer) || !isNamed(other.person)) continue;
          const distance = editDistance(asked, other.name, most);
          if (distance <= most) found.push({ person: other.person, distance });
        }
      }
      return found.sort((a, b) => a.distance - b.distance).map(({ person }) => person);
    },
    complete(typed, limit) {
      const letters = nameWords(typed).join("");
      if (letters === "" && /[^\s\p{P}]/u.test(typed)) return [];
      const found: Person[] = [];
      for (const { person, forms } of letters.length < startLength ? all : (byStart.get(startOf(letters)) ?? [])) {
        if (found.length >= limit) break;
        if (!isNamed(person)) continue;
        if (startsAny(forms.full, letters) || startsAny(forms.parts, letters)) found.push(person);
      }
      return found;
    },
  };

  /** Those of several people who hold the typed office, if anybody does: of the Moons, "president moon" is one. */
  function holding(typed: readonly string[], found: readonly Person[]): readonly Person[] {
    const offices = typed.filter((word) => classOf(word) === "role");
    const holders = found.filter((person) => offices.some((office) => titlesOf.get(person)?.includes(office)));
    return holders.length > 0 ? holders : found;
  }

  /** Those who may be written so in hangul. */
  function alike({ families, given }: HangulName): Person[] {
    const found = all.filter(
      ({ person, forms }) =>
        isNamed(person) &&
        families.some((family) =>
          forms.full.some((form) => form.startsWith(family) && looseGiven(form.slice(family.length)) === given),
        ),
    );
    return found.slice(0, 5).map(({ person }) => person);
  }

  function near(letters: string): Person[] {
    if (letters.length < 3) return [];
    const allowed = letters.length < 6 ? 1 : 2;
    const found: { person: Person; distance: number }[] = [];
    const asked = lettersOf(letters);
    for (const { person, forms } of all) {
      let best = allowed + 1;
      for (const form of [...forms.full, ...forms.parts]) {
        if (Math.abs(form.length - letters.length) >= best) continue;
        // Every edit changes at most one letter of either set: cheap, and rules out nearly everybody.
        const used = lettersOf(form);
        if (bits(asked & ~used) < best && bits(used & ~asked) < best) {
          best = Math.min(best, editDistance(letters, form, best - 1));
        }
      }
      if (best <= allowed && isNamed(person)) found.push({ person, distance: best });
    }
    return found
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 5)
      .map(({ person }) => person);
  }
}

/** So many letters tell most names apart. */
const startLength = 2;

function startOf(letters: string): string {
  return letters.slice(0, startLength);
}

/** The first letter and the length: names that differ in more than a slip or two differ in these. */
function shapeOf(letters: string, longer = 0): string {
  return letters.charAt(0) + (letters.length + longer);
}

/** Whether any article is left that names somebody. */
function isNamed({ articles }: Person): boolean {
  return articles > 0;
}

function file<T>(one: T, names: Iterable<string>, index: Map<string, T[]>): void {
  for (const name of names) if (!index.get(name)?.push(one)) index.set(name, [one]);
}

/** "president trump" is "trump", "the north korean leader kim" is "kim". */
function withoutTitles(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && classOf(words[from] ?? "") !== undefined) from++;
  return words.slice(from);
}

function startsAny(forms: readonly string[], letters: string): boolean {
  return forms.some((form) => form.startsWith(letters));
}
