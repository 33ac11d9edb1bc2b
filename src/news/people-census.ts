import type { Pause } from "../pacing.ts";
import type { Article } from "./article.ts";
import { isBracketed, noteApart, type Written } from "./people-beside.ts";
import { findCommon } from "./people-common.ts";
import { evidence } from "./people-context.ts";
import { type Entry, foldTitles, noteName } from "./people-entries.ts";
import { fullKey, type Name, nameOf } from "./people-full-name.ts";
import { type Sighting, sightings } from "./people-mentions.ts";
import { compact } from "./people-names.ts";
import { career, careersAround, mayNameNamesakes, type Named, namesakesIn } from "./people-namesakes.ts";
import { readableParagraphs } from "./people-paragraphs.ts";
import { areRomanised } from "./people-romanised.ts";
import { groupNames } from "./people-same.ts";
import { createNotes, isAuthor, type Notes } from "./people-seen.ts";
import { type Token, tokens } from "./people-tokens.ts";
import { royalTitles } from "./people-words.ts";
import { joinTexts, type Texts } from "./texts.ts";

/** A person as the whole collection shows it. */
export interface Known {
  /** The spelling that it is written in most often. */
  readonly name: string;
  /** Every family name that spellings of it have, as `compact` gives it. */
  readonly families: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** The family name as it stands in `name`. */
  readonly family: string;
  readonly isEastern: boolean;
  /** The nouns of the titles it was seen with: "secretary", "leader". */
  readonly titles: ReadonlySet<string>;
  /** How often the collection has the full name. */
  readonly times: number;
  /** Of every spelling, what `fullKey` gives. */
  readonly keys: readonly string[];
  /** Every spelling, most frequent first. */
  readonly spellings: readonly string[];
  /** The articles say that several people bear the name, or give it offices that hardly one person has held. */
  readonly isShared: boolean;
}

export interface Census {
  readonly known: readonly Known[];
  at(who: number): Known | undefined;
  /** The index in `known` of the person whom a full name means beyond doubt. */
  find(name: Name): number | undefined;
  isCommon(lower: string): boolean;
  /** Every word for which `isCommon`, ascending. */
  readonly common: Texts;
  /** What was seen of an article, by its place among the articles. */
  readonly seenIn: Notes["seenIn"];
}

/** The sum of `evidence` weights from which on somebody counts as a person. */
const enough = 3;

/** Reads the whole collection and decides which names are persons, and which names are one person. */
export async function takeCensus(articles: readonly Article[], pause: Pause): Promise<Census> {
  const common = await findCommon(articles, pause);
  const isCommon = (lower: string) => common.has(lower);
  const entries = new Map<string, Entry>();
  const notes = createNotes();
  for (const article of articles) {
    readArticle(article, isCommon, entries, notes);
    notes.endArticle();
    await pause();
  }
  const aliases = foldTitles(entries);
  const groups = groupNames([...entries.values()]);
  const princely = new Set(
    [...entries.values()].flatMap(({ name, titles }) => [...titles].map((title) => `${title} ${name.given}`)),
  );
  const known: Known[] = [];
  const indexOf = new Map<string, number>();
  for (const group of groups) {
    if (scoreOf(group) < enough || isShortRoyal(group, princely)) continue;
    const keys = group.flatMap(({ name }) => [fullKey(name), ...(aliases.get(fullKey(name)) ?? [])]);
    for (const key of keys) indexOf.set(key, known.length);
    known.push(describe(group, keys));
  }
  return {
    known,
    at: (who) => known[who],
    find: (name) => indexOf.get(fullKey(name)),
    isCommon,
    common: joinTexts([...common].sort()),
    seenIn: notes.seenIn,
  };
}

function readArticle(article: Article, isCommon: Census["isCommon"], entries: Map<string, Entry>, notes: Notes): void {
  const alone = new Set<string>();
  const seen: Entry[] = [];
  const careers = new Map<Entry, number>();
  const named: (Named & { readonly entry: Entry })[] = [];
  const isHinted = mayNameNamesakes(article.body);
  for (const { list, isHeadline } of readableParagraphs(article)) {
    const eastern: Written[] = [];
    let last: { readonly entry: Entry; readonly to: number } | undefined;
    for (const sighting of sightings(list, isCommon)) {
      const { name } = sighting;
      if (name && isAuthor(article, name)) continue;
      notes.add(list, sighting, isHeadline);
      if (isHeadline) continue;
      const isNamesake = (sighting.evidence & evidence.namesake.bit) !== 0;
      if (sighting.isTaken && !(name && isNamesake)) continue;
      if (name) {
        const entry = noteName(article, list, sighting, name, entries);
        if (isNamesake) continue;
        seen.push(entry);
        if (isHinted) named.push({ ...spanOf(list, sighting), key: name.key, family: name.family, entry });
        const told = name.isEastern ? careersAround(article.body, list, sighting) : 0;
        if (told > 0) careers.set(entry, (careers.get(entry) ?? 0) | told);
        if (name.isEastern) {
          const { start, end } = spanOf(list, sighting);
          if (last && isBracketed(article, list, last.to, sighting) && areRomanised(last.entry.name, name))
            last.entry.bracketed.add(name.key);
          else noteApart(article, entry, eastern, start);
          eastern.push({ entry, end });
        }
        last = { entry, to: sighting.to };
      } else if (sighting.evidence & (evidence.speech.bit | evidence.honorific.bit)) {
        alone.add(compact(list[sighting.from]?.word ?? ""));
      }
    }
  }
  const shared = isHinted ? namesakesIn(article.body, named) : new Set<string>();
  for (const { entry, key } of named) if (shared.has(key)) entry.isShared = true;
  for (const [entry, told] of careers) {
    if (told !== (career.army | career.ministry)) entry.careers |= told;
    else if (!shared.has(entry.name.key)) entry.hasChanged = true;
  }
  for (const entry of seen) if (alone.has(entry.name.family)) entry.bits |= evidence.familyAlone.bit;
}

function spanOf(list: readonly Token[], { from, to }: Sighting) {
  return { start: list[from]?.start ?? 0, end: list[to - 1]?.end ?? 0 };
}

/** "Prince Mohammed", where Prince Mohammed bin Salman is known: the short name could be his or somebody else's. */
function isShortRoyal(group: readonly Entry[], princely: ReadonlySet<string>): boolean {
  return group.some(({ name }) => royalTitles.has(name.given) && princely.has(`${name.given} ${name.family}`));
}

function scoreOf(group: readonly Entry[]): number {
  const bits = group.reduce((all, entry) => all | entry.bits, 0);
  const total = group.reduce((sum, entry) => sum + entry.total, 0);
  const against = group.reduce((sum, entry) => sum + entry.against, 0);
  let score = against * 3 > total ? evidence.article.weight : 0;
  for (const { bit, weight } of Object.values(evidence)) if (bits & bit) score += weight;
  return score;
}

/** One article may call somebody a general and a minister: nobody who is only ever one of them in each article. */
function areSeveral(group: readonly Entry[]): boolean {
  const careers = group.reduce((all, entry) => all | entry.careers, 0);
  const hasChanged = group.some((entry) => entry.hasChanged);
  return group.some((entry) => entry.isShared) || (careers === (career.army | career.ministry) && !hasChanged);
}

function describe(group: readonly Entry[], keys: readonly string[]): Known {
  const counts = new Map<string, number>();
  for (const entry of group)
    for (const [spelling, count] of entry.spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + count);
  const isShouted = (spelling: string) => /\p{Lu}{3}/u.test(spelling);
  const spellings = [...counts]
    .sort(([a, more], [b, less]) => Number(isShouted(a)) - Number(isShouted(b)) || less - more)
    .map(([spelling]) => spelling);
  const name = spellings[0] ?? "";
  const own = nameOf(tokens(name));
  return {
    name,
    spellings,
    families: new Set(group.map((entry) => entry.name.family)),
    given: new Set(group.map((entry) => entry.name.given)),
    family: familyWords(name, own),
    isEastern: group.some((entry) => entry.name.isEastern),
    times: group.reduce((sum, entry) => sum + entry.total, 0),
    keys,
    titles: new Set(group.flatMap((entry) => [...entry.titles])),
    isShared: areSeveral(group),
  };
}

/** The family name as it stands in the full name: "Kim", "von der Leyen". */
function familyWords(name: string, parsed: Name | undefined): string {
  const parts = name.replace(/,? (?:Jr|Sr)\.?$| (?:II|III|IV)$/u, "").split(" ");
  for (let from = 0; from < parts.length; from++) {
    const [head, tail] = [parts[from] ?? "", parts.slice(from).join(" ")];
    if (parsed && compact(tail) === parsed.family) return tail;
    if (parsed && compact(head) === parsed.family) return head;
  }
  return parts.at(-1) ?? name;
}
