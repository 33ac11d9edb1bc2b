import type { Name } from "./people-full-name.ts";
import { compact, eastFamilies, givenNames } from "./people-names.ts";

interface Named {
  readonly name: Name;
  readonly spellings: ReadonlyMap<string, number>;
}

/** Before how many different names that stand elsewhere without it a word must stand to be a title. */
const enough = 3;

/**
 * Of names that start with a title which no list has, the same without it: "Seneschal Ann Reed" is "Ann Reed" where the
 * articles write "Seneschal" before the names of several people whom they name without it as well.
 * @returns the names without the title, by the entries
 */
export function untitled<E extends Named>(entries: readonly E[]): ReadonlyMap<E, Name> {
  const known = new Set(entries.map(({ name }) => name.key));
  const families = new Map<string, Set<string>>();
  const bare = new Map<E, { readonly word: string; readonly name: Name }>();
  for (const entry of entries) {
    const found = withoutFirst(entry);
    if (!found) continue;
    bare.set(entry, found);
    if (!known.has(found.name.key)) continue;
    families.set(found.word, (families.get(found.word) ?? new Set()).add(found.name.family));
  }
  return new Map(
    [...bare]
      .filter(([, { word }]) => (families.get(word)?.size ?? 0) >= enough)
      .map(([entry, { name }]) => [entry, name]),
  );
}

/** "Seneschal" and "Ann Reed", unless the first word may be a given or family name. */
function withoutFirst({ name, spellings }: Named): { readonly word: string; readonly name: Name } | undefined {
  if (name.isEastern) return undefined;
  const [written = ""] = spellings.keys();
  const word = compact(written.split(" ")[0] ?? "");
  const given = name.given.slice(word.length);
  if (word.length < 3 || given === "" || !name.given.startsWith(word)) return undefined;
  if (givenNames.has(word) || eastFamilies.has(word)) return undefined;
  return { word, name: { ...name, given, key: `${name.family} ${given}` } };
}
