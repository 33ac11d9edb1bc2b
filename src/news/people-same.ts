import type { Article } from "./article.ts";
import { type Name, nameOf } from "./people-full-name.ts";
import { knownSpellings, words } from "./people-names.ts";
import { romanised } from "./people-romanised.ts";
import { areFormsOfOneName } from "./people-short-names.ts";
import { tokens } from "./people-tokens.ts";

/** What the collection shows of one name, as it is spelt apart from capitals, hyphens and accents. */
export interface Entry {
  readonly name: Name;
  readonly titles: ReadonlySet<string>;
  readonly articles: ReadonlySet<Article>;
  /** The `key` of names that stand in brackets behind this one: "Choe Son Hui (Choi Sun-hee)". */
  readonly bracketed: ReadonlySet<string>;
  /** The `key` of names that stand beside this one in a sentence as if they were others', and how often. */
  readonly apart: ReadonlyMap<string, number>;
}

/**
 * The entries of one person together. "Donald J. Trump" is "Donald Trump" as long as there is one middle initial only;
 * where there are two, "George W. Bush" and "George H. W. Bush", each is somebody and "George Bush" is nobody. A
 * patronymic counts as an initial. "Jr." is always another person. Different spellings and short forms are one person
 * only where what the articles say of them agrees.
 */
export function groupNames<E extends Entry>(entries: readonly E[]): E[][] {
  const byName = new Map<string, E[]>();
  for (const entry of entries) push(byName, `${entry.name.key},${suffixOf(entry)}`, entry);
  const joined = joinInitials(joinShortForms(joinRomanised(joinKnown(joinBracketed([...byName.values()])))));
  return joined.flatMap((group) =>
    initialsOf(group).size < 2 ? [group] : group.filter(initialOf).map((entry) => [entry]),
  );
}

/** "Jo Yong Won (Cho Yo'ng-wo'n)": two spellings whose given names have the same consonants are one person's. */
function joinBracketed<E extends Entry>(groups: readonly E[][]): E[][] {
  const outer = new Map<string, Set<string>>();
  for (const { name, bracketed } of groups.flat()) {
    for (const key of bracketed) if (key !== name.key) outer.set(key, (outer.get(key) ?? new Set()).add(name.key));
  }
  const byKey = new Map(groups.map((group) => [group[0]?.name.key ?? "", group]));
  const joined = new Set(groups);
  for (const [key, [first, ...others]] of outer) {
    const [group, into] = [byKey.get(key), byKey.get(first ?? "")];
    if (!group || !into || group === into || others.length > 0) continue;
    into.push(...group);
    for (const { name } of group) byKey.set(name.key, into);
    joined.delete(group);
  }
  return [...joined];
}

const listOf = new Map<string, number>();
for (const [list, spellings] of knownSpellings.entries()) {
  for (const spelling of spellings) {
    const name = nameOf(tokens(spelling));
    if (name) listOf.set(name.key, list);
  }
}

/** Joins the spellings of `knownSpellings` to the most frequent one that they agree with, wherever they stand. */
function joinKnown<E extends Entry>(groups: readonly E[][]): E[][] {
  const found = new Map<number, E[][]>();
  return mostFirst(groups).filter((group) => {
    const list = group.map(({ name }) => listOf.get(name.key)).find((each) => each !== undefined);
    if (list === undefined) return true;
    const isEastern = group.some(({ name }) => name.isEastern);
    const same = found.get(list)?.find((other) => (isEastern ? isOneKnown(other, group) : !differ(other, group)));
    if (same) same.push(...group);
    else push(found, list, group);
    return !same;
  });
}

function mostFirst<E extends Entry>(groups: readonly E[][]): E[][] {
  const counted = groups.map((group) => ({ group, count: articlesOf(group).size }));
  return counted.sort((a, b) => b.count - a.count).map(({ group }) => group);
}

/** Joins "Bob Menendez" and "Robert Menendez" where no two of a family's like-named people differ otherwise. */
function joinShortForms<E extends Entry>(groups: readonly E[][]): E[][] {
  const families = new Map<string, E[][]>();
  for (const group of groups) {
    const [entry] = group;
    if (entry && !entry.name.isEastern) push(families, `${entry.name.family},${suffixOf(entry)}`, group);
  }
  const gone = new Set<E[]>();
  for (const family of families.values()) {
    for (const group of family) {
      if (gone.has(group)) continue;
      const alike = alikeWith(group, family);
      const isOne =
        alike.every((one, at) => alike.slice(at + 1).every((other) => areForms(one, other) && !differ(one, other))) &&
        initialsOf(alike.flat()).size < 2;
      if (!isOne) continue;
      for (const other of alike) {
        if (other === group) continue;
        gone.add(other);
        group.push(...other);
      }
    }
  }
  return groups.filter((group) => !gone.has(group));
}

/** The group with all that are joined to it by forms of a name, directly or by way of others. */
function alikeWith<E extends Entry>(group: E[], family: readonly E[][]): E[][] {
  const alike = new Set([group]);
  for (const one of alike) for (const other of family) if (areForms(one, other)) alike.add(other);
  return [...alike];
}

function areForms(one: readonly Entry[], other: readonly Entry[]): boolean {
  return one.some(({ name: a }) => other.some(({ name: b }) => areFormsOfOneName(a.given, b.given)));
}

/** Joins "Kim Jeong-cheol" to "Kim Jong Chol" where both hold one high office and no article has both. */
function joinRomanised<E extends Entry>(groups: readonly E[][]): E[][] {
  const found = new Map<string, E[][]>();
  return mostFirst(groups).filter((group) => {
    const [entry] = group;
    if (!entry?.name.isEastern) return true;
    const key = `${entry.name.family} ${romanised(entry.name.given)}`;
    const same = found.get(key)?.find((other) => isOneRomanised(other, group));
    if (same) same.push(...group);
    else push(found, key, group);
    return !same;
  });
}

/** Joins "V. Putin" to the one Putin of whom a given name has that letter, where both hold one high office. */
function joinInitials<E extends Entry>(groups: readonly E[][]): E[][] {
  const families = new Map<string, E[][]>();
  for (const group of groups) if (group[0]) push(families, group[0].name.family, group);
  return groups.filter((group) => {
    const [entry] = group;
    if (!entry || entry.name.given.length > 1) return true;
    const fitting = (families.get(entry.name.family) ?? []).filter(
      (other) => other !== group && other.some(({ name }) => name.given.startsWith(entry.name.given)),
    );
    const [only, another] = fitting;
    if (!only || another || only.some(({ name }) => name.isEastern) || suffixOf(entry) !== "") return true;
    if (differ(only, group) || !holdOneOffice(only, group)) return true;
    only.push(...group);
    return false;
  });
}

const diplomats = words("diplomat negotiator envoy ambassador minister");
const rulers = words("leader ruler dictator tyrant strongman");
/** Nouns that say too little of somebody to tell that two are one. */
const vague = words("official member aide expert delegate representative mr mrs");
/** Offices that two people of nearly one name rarely hold. There are many professors and lawmakers. */
const high = words("leader diplomat president premier marshal king queen");

/** Of one list: unless what is said of both differs, or most of the articles that have both set them side by side. */
function isOneKnown(one: readonly Entry[], other: readonly Entry[]): boolean {
  if (apartIn(one, other) * 2 > inCommon(one, other)) return false;
  const [here, there] = [officesOf(one), officesOf(other)];
  return here.size === 0 || there.size === 0 || [...there].some((office) => here.has(office));
}

function isOneRomanised(one: readonly Entry[], other: readonly Entry[]): boolean {
  return inCommon(one, other) === 0 && holdOneOffice(one, other);
}

function holdOneOffice(one: readonly Entry[], other: readonly Entry[]): boolean {
  const offices = officesOf(one);
  return [...officesOf(other)].some((office) => high.has(office) && offices.has(office));
}

/** How often sentences set one beside the other as if they were two. */
function apartIn(one: readonly Entry[], other: readonly Entry[]): number {
  const count = (some: readonly Entry[], others: readonly Entry[]) =>
    some.reduce((sum, { apart }) => others.reduce((all, { name }) => all + (apart.get(name.key) ?? 0), sum), 0);
  return count(one, other) + count(other, one);
}

function inCommon(one: readonly Entry[], other: readonly Entry[]): number {
  const here = articlesOf(one);
  return [...articlesOf(other)].filter((article) => here.has(article)).length;
}

/** "diplomat", "negotiator" and "minister" are one office to the news, and so are "leader" and "dictator". */
function officesOf(group: readonly Entry[]): ReadonlySet<string> {
  const titles = [...titlesOf(group)].filter((title) => !vague.has(title));
  return new Set(titles.map((title) => (diplomats.has(title) ? "diplomat" : rulers.has(title) ? "leader" : title)));
}

/** Whether what is said of both rules out that they are one: "Mr." and "Ms.", or descriptions without a word in common. */
function differ(one: readonly Entry[], other: readonly Entry[]): boolean {
  const [a, b] = [titlesOf(one), titlesOf(other)];
  if ((a.has("mr") && b.has("mrs")) || (a.has("mrs") && b.has("mr"))) return true;
  const offices = [a, b].map((titles) => [...titles].filter((title) => title !== "mr" && title !== "mrs"));
  return offices.every((list) => list.length > 0) && !offices[0]?.some((title) => b.has(title));
}

const articlesOf = (group: readonly Entry[]) => new Set(group.flatMap(({ articles }) => [...articles]));
const titlesOf = (group: readonly Entry[]) => new Set(group.flatMap(({ titles }) => [...titles]));
/** The initials that differ: "V." is no other than "Vladimirovich". */
function initialsOf(group: readonly Entry[]): ReadonlySet<string> {
  const all = [...new Set(group.map(initialOf).filter(Boolean))];
  const isShort = (one: string) => one.length === 1 && all.some((other) => other.length > 3 && other.startsWith(one));
  return new Set(all.filter((one) => !isShort(one)));
}

const initialOf = ({ name }: Entry) => name.middle.split(",")[0] ?? "";
const suffixOf = ({ name }: Entry) => name.middle.split(",")[1] ?? "";

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
