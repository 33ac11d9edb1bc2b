import groups from "../../seeds/synonyms.json" with { type: "json" };
import { knownSpellings } from "./people-names.ts";
import { keyOf } from "./stems.ts";
import { type Word, words } from "./words.ts";

/** A stretch of words `[from, to)` that names a subject of the field, however it names it. */
export interface Concept {
  /** With a `#`: no word is ever indexed under it. */
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** A tree of word keys; `terms` holds the concepts whose name ends here, `dated` those of a word beside a number. */
interface Node {
  readonly next: Map<string, Node>;
  readonly terms: string[];
  readonly dated: string[];
}

const root = newNode();
const leads = new Map<string, Set<string>>();
for (const [number, group] of groups.entries()) {
  for (const name of group.any) plant(words(name).map(keyOf), `#${number}`);
  for (const name of group.capitals ?? []) {
    const form = name.toLowerCase();
    plant([inCapitals(form)], `#${number}`, "terms", keyOf({ form, capitals: true }));
  }
  for (const name of group.dated ?? []) plant(words(name).map(keyOf), `#${number}`, "dated");
}
for (const [number, spellings] of knownSpellings.entries()) {
  for (const name of spellings) plant(words(name).map(keyOf), `#person${number}`);
}

function newNode(): Node {
  return { next: new Map(), terms: [], dated: [] };
}

function plant(keys: readonly string[], term: string, kind: "terms" | "dated" = "terms", lead = keys[0] ?? ""): void {
  leads.set(term, (leads.get(term) ?? new Set()).add(lead));
  let node = root;
  for (const key of keys) {
    const next = node.next.get(key) ?? newNode();
    node.next.set(key, next);
    node = next;
  }
  node[kind].push(term);
}

/** The keys that a name of the subject starts with: where none of them stands, no name does. */
export function leadsTo(term: string): ReadonlySet<string> | undefined {
  return leads.get(term);
}

/**
 * The subjects that words name, by the groups in `seeds/synonyms.json` and the spellings of known people: by `any` of the
 * names, by those that count only in `capitals`, and by months that have another meaning unless they are `dated`. A name of
 * several words hides the shorter ones inside it ("Republic of Korea" in the North's full name), but not single words
 * ("Korean" in "North Korean").
 */
export function conceptsIn(found: readonly Word[], keys: readonly string[]): Concept[] {
  const concepts: Concept[] = [];
  let covered = 0;
  for (let from = 0; from < found.length; from++) {
    const first = root.next.get(keys[from] ?? "");
    const word = found[from];
    if (!first && !word?.capitals) continue;
    for (const term of first?.terms ?? []) concepts.push({ term, from, to: from + 1 });
    if (first && first.dated.length > 0 && isDated(found, from)) {
      for (const term of first.dated) concepts.push({ term, from, to: from + 1 });
    }
    const shouted = word?.capitals ? root.next.get(inCapitals(word.form)) : undefined;
    for (const term of shouted?.terms ?? []) concepts.push({ term, from, to: from + 1 });
    const longest = first && longestName(first, keys, from);
    if (!longest || longest.to <= covered) continue;
    covered = longest.to;
    for (const term of longest.terms) concepts.push({ term, from, to: longest.to });
  }
  return concepts;
}

/** A day or a year stands beside it: "Mar. 15", "15 Mar", "March 2019". */
function isDated(found: readonly Word[], at: number): boolean {
  const [before, word, next] = [found[at - 1], found[at], found[at + 1]];
  if (!word) return false;
  const isNear = (one: Word, other: Word) => other.start - one.end <= ". ".length;
  return (!!before && isDay(before) && isNear(before, word)) || (!!next && isDay(next) && isNear(word, next));
}

function isDay({ form }: Word): boolean {
  return /^(?:[0-3]?\d|(?:19|20)\d\d)$/.test(form);
}

/** The longest name of several words of which the first leads to a node. */
function longestName(first: Node, keys: readonly string[], from: number) {
  let longest: { readonly terms: readonly string[]; readonly to: number } | undefined;
  let node: Node | undefined = first;
  for (let to = from + 1; node && to < keys.length; to++) {
    node = node.next.get(keys[to] ?? "");
    if (node && node.terms.length > 0) longest = { terms: node.terms, to: to + 1 };
  }
  return longest;
}

/** The key of a name that counts only in capitals; no word has a space in its key. */
function inCapitals(form: string): string {
  return `${form} in capitals`;
}
