import { words } from "./people-names.ts";
import { roleStart } from "./people-phrase.ts";
import type { Token } from "./people-tokens.ts";
import { invertedVerbs, personVerbs, powers, speechVerbs, takenOver } from "./people-words.ts";

/** What speaks for a person. Each kind counts once, however often it is seen. */
export const evidence = {
  /** Family name and given name of East Asian form: two syllables apart, two together, one. */
  eastern: { bit: 1, weight: 3 },
  easternJoined: { bit: 2, weight: 2 },
  easternShort: { bit: 4, weight: 1 },
  givenName: { bit: 8, weight: 3 },
  /** The same where the family name is also an ordinary word. */
  givenNameOnly: { bit: 8192, weight: 1 },
  initial: { bit: 16, weight: 2 },
  title: { bit: 32, weight: 3 },
  honorific: { bit: 64, weight: 3 },
  speech: { bit: 128, weight: 2 },
  apposition: { bit: 256, weight: 3 },
  /** "of the Asan Institute" */
  affiliation: { bit: 16384, weight: 2 },
  action: { bit: 512, weight: 1 },
  /** The family name alone speaks, or has an honorific, later in the same article. */
  familyAlone: { bit: 1024, weight: 2 },
  /** Three open syllables twice, "Takehiro Funakoshi"; few other names and no words are made so. */
  japanese: { bit: 65536, weight: 2 },
  /** What is done to people by police and courts, and now and then to others. */
  arrested: { bit: 131072, weight: 2 },
  accused: { bit: 262144, weight: 1 },
  /** "Indonesian Siti Aisyah" */
  people: { bit: 524288, weight: 1 },
  /** Against: after "the", after "in" or "at", beside a word that is no name. */
  article: { bit: 2048, weight: -3 },
  location: { bit: 4096, weight: -2 },
  /** Against: the name of a ship or a building, "USS Ronald Reagan", "Walter Reed hospital". */
  namesake: { bit: 32768, weight: -3 },
} as const;

const locative = words("in at near outside inside across around");
const pairing = words("and with between or");
const determiners = words("the a an this that these those");
/** What no name stands behind: "that" is none, "He said that Stephen Biegun left." */
const articles = words("the a an this these those");
const arrested = words(
  "arrested convicted sentenced jailed imprisoned detained executed deported extradited acquitted handcuffed born",
);
const accused = words("accused suspected charged indicted tried");
const ships = words("uss uns hms ss carrier ship warship supercarrier vessel destroyer cruiser frigate submarine");
/** What agrees or differs speaks as well, where it stands after "of the Asan Institute". */
const opinions = words("agreed agrees disagreed disagrees doubted doubts concurred");

/** What stands around capitalised words. */
export interface Surroundings {
  /** Bits of `evidence`. */
  readonly evidence: number;
  /** The words stand for a government, a building, a ship: nobody is meant, though the name may be right. */
  readonly isTaken: boolean;
  /** Joined to another name: "Trump and Kim". */
  readonly isPaired: boolean;
  /** The nouns of its title or description: "secretary"; "mr" or "mrs" for an honorific. */
  readonly titles: readonly string[];
}

/** What stands before and after the tokens `from` to `to`. */
export function surroundings(list: readonly Token[], from: number, to: number): Surroundings {
  let bits = 0;
  const titles: string[] = [];
  const role = roleStart(list, from);
  for (let at = role; at < from; at++) {
    const token = list[at];
    // "General Data Protection", "General Motors": alone and capitalised it is as often an adjective.
    const isAdjective = token?.lower === "general" && token.isCapital && at === role;
    if (token?.kind === "role" && !isAdjective) titles.push(headNoun(token.lower));
    if (token?.kind === "honorific") titles.push(/^(?:mrs|ms|miss|mx)$/.test(token.lower) ? "mrs" : "mr");
  }
  if (titles.length > 0)
    bits |= titles.includes("mr") || titles.includes("mrs") ? evidence.honorific.bit : evidence.title.bit;

  const before = list[role - 1];
  const isBeside = role > 0 && list[role]?.gap === "space";
  if (before && isBeside && !before.isCapital && invertedVerbs.has(before.lower)) bits |= evidence.speech.bit;
  if (role === from && isBeside && before?.kind === "place" && /(?:an|ese|ish)$/.test(before.lower))
    bits |= evidence.people.bit;
  if (role === from && articles.has(list[modifiersStart(list, from) - 1]?.lower ?? "")) bits |= evidence.article.bit;
  if (before && isBeside && role === from && locative.has(before.lower)) bits |= evidence.location.bit;

  const after = list[to];
  const isPossessive = list[to - 1]?.isPossessive === true;
  if (after && !isPossessive && !after.isCapital && after.gap !== "break") {
    const verb = list[after.lower === "also" || after.lower === "has" || after.lower === "had" ? to + 1 : to];
    if (after.gap === "space" && verb && speechVerbs.has(verb.lower)) bits |= evidence.speech.bit;
    if (after.gap === "space" && personVerbs.has(after.lower)) bits |= evidence.action.bit;
    const done = list[participleAt(list, to)];
    if (done && arrested.has(done.lower)) bits |= evidence.arrested.bit;
    if (done && accused.has(done.lower)) bits |= evidence.accused.bit;
    const affiliated = after.gap === "space" ? affiliationEnd(list, to) : to;
    if (affiliated > to) {
      bits |= evidence.affiliation.bit;
      const late = list[affiliated];
      if (late?.gap === "space" && (speechVerbs.has(late.lower) || opinions.has(late.lower)))
        bits |= evidence.speech.bit;
    }
    if (after.gap === "comma" && after.lower === "who") bits |= evidence.apposition.bit;
  }
  const noun = after?.gap === "comma" && !isPossessive ? officeAfter(list, to) : undefined;
  if (noun) bits |= evidence.apposition.bit;
  if (noun && !noun.isCapital) titles.push(headNoun(noun.lower));
  if (after?.gap === "comma" && /^\d\d$/.test(after.word.replace(/,$/, ""))) bits |= evidence.apposition.bit;
  const isPaired = pairing.has(before?.lower ?? "") || pairing.has(after?.lower ?? "");
  const use = useOf(list, from, to);
  if (use === "namesake") bits |= evidence.namesake.bit;
  return { evidence: bits, titles, isTaken: use !== "person", isPaired };
}

/** Where "arrested" stands in "X was arrested", "X had been arrested" and "X, arrested in May"; not in "X arrested Y". */
function participleAt(list: readonly Token[], to: number): number {
  if (list[to]?.gap === "comma") return to;
  if (/^(?:was|is)$/.test(list[to]?.lower ?? "")) return to + 1;
  return /^ha[sd]$/.test(list[to]?.lower ?? "") && list[to + 1]?.lower === "been" ? to + 2 : -1;
}

function useOf(list: readonly Token[], from: number, to: number): "person" | "power" | "namesake" {
  const after = list[to];
  const before = list[from - 1];
  const isPossessive = list[to - 1]?.isPossessive === true;
  // "(Ahn Young-joon/Pool via Reuters)"
  if (after?.gap === "slash" && to - from > 1) return "power";
  if (after?.gap === "space" && !isPossessive) {
    if (powers.has(after.lower)) return "power";
    const isCapitalThing = after.isCapital && (after.kind === "thing" || after.kind === "place");
    if (isCapitalThing || takenOver.has(after.lower)) return "namesake";
  }
  if (before && list[from]?.gap === "space" && !before.isPossessive) {
    if (ships.has(before.lower)) return "namesake";
    if (
      before.isCapital &&
      /^(?:mount|mt|lake|fort|ft|port|cape|camp|hotel|operation|typhoon|hurricane|saint|st|storm)$/.test(before.lower)
    )
      return "namesake";
  }
  return "person";
}

/** Where the capitalised words start that stand right before a name and are none: "Grand" before "Ole Opry". */
function modifiersStart(list: readonly Token[], from: number): number {
  let at = from;
  while (at > 0 && list[at]?.gap === "space") {
    const before = list[at - 1];
    if (!before?.isCapital || (before.kind !== "modifier" && before.kind !== "thing")) break;
    at--;
  }
  return list[at]?.gap === "space" ? at : 0;
}

/** Where "of the Asan Institute" or "at the Brookings Institution" ends that starts at `at`; `at` if nothing of it does. */
function affiliationEnd(list: readonly Token[], at: number): number {
  if (!/^(?:of|at|with|from)$/.test(list[at]?.lower ?? "")) return at;
  let end = at;
  for (let index = at + 1; index < at + 10; index++) {
    const token = list[index];
    if (token?.gap !== "space") break;
    if (token.isCapital && token.kind === "thing") end = index + 1;
    // "the Federation of American Scientists": what follows the head belongs to it.
    else if (end > at && token.isCapital) end = index + 1;
    else if (!token.isCapital && !/^(?:the|of|for|on|and|in)$/.test(token.lower)) break;
  }
  return end;
}

/** "X, the ambassador", but not "X, ambassador Y"; "X, North Korea's ambassador to the UN", but not "X, North Korea's leader Y" or "X, Y's aide and Z". */
function officeAfter(list: readonly Token[], at: number): Token | undefined {
  if (!list[at]?.isCapital) {
    const noun = appositionNoun(list, at);
    const next = noun && list[list.indexOf(noun) + 1];
    return next?.gap === "space" && next.isCapital && next.kind === undefined ? undefined : noun;
  }
  let owner = at;
  while (owner < at + 4 && list[owner]?.isCapital && !list[owner]?.isPossessive && list[owner + 1]?.gap === "space")
    owner++;
  if (!list[owner]?.isCapital || !list[owner]?.isPossessive || list[owner + 1]?.gap !== "space") return undefined;
  const noun = appositionNoun(list, owner + 1);
  const next = noun && list[list.indexOf(noun) + 1];
  const isShared = next?.gap === "space" && (next.isCapital || pairing.has(next.lower));
  return isShared ? undefined : noun;
}

/** "X, a professor at": a noun for a person within the first words after the comma. */
function appositionNoun(list: readonly Token[], at: number): Token | undefined {
  for (let index = at; index < at + 7; index++) {
    const token = list[index];
    if (!token || (index > at && token.gap !== "space")) return undefined;
    if (token.kind === "role") return token;
    // "the company created a speaker"
    const last = list[index - 1];
    if (index > at && determiners.has(token.lower) && !last?.isCapital && last?.kind === undefined) return undefined;
    if (!token.isCapital && (speechVerbs.has(token.lower) || personVerbs.has(token.lower))) return undefined;
  }
  return undefined;
}

/** "vice-president" and "ex-president" are presidents. */
function headNoun(lower: string): string {
  return lower.slice(lower.lastIndexOf("-") + 1);
}
