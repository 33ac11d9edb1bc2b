import type { Article } from "./article.ts";
import type { Census as FullCensus, Known } from "./people-census.ts";
import type { Name } from "./people-full-name.ts";
import { sightings } from "./people-mentions.ts";
import { topFamilies } from "./people-names.ts";
import type { Seen } from "./people-seen.ts";
import { tokens } from "./people-tokens.ts";

/** What must be known of the people. */
type Census = Pick<FullCensus, "find" | "isCommon"> & {
  at(who: number): Pick<Known, "families" | "given" | "titles" | "times"> | undefined;
};

/** Where a body names a person: `who` is an index in `Census.known`. */
export interface Mention {
  readonly who: number;
  readonly start: number;
  readonly end: number;
  readonly isFull: boolean;
}

/**
 * Whom one article names: in its body, in order, and in its title.
 * @param all that was seen in its body
 */
export function attribute(
  article: Article,
  all: readonly Seen[],
  census: Census,
  withFamily: (family: string) => Uint32Array,
): { mentions: Mention[]; inTitle: number[] } {
  const mentions: Mention[] = [];
  const alone: Alone[] = [];
  const named = createNamed(census, withFamily);
  const inTitle = sightings(tokens(article.title), census.isCommon).flatMap(({ name, isTaken }) => {
    const who = name && !isTaken ? census.find(name) : undefined;
    return who === undefined ? [] : [who];
  });
  for (const who of inTitle) named.add(who, [], 0);

  for (const seen of all) {
    const { name, start, end } = seen;
    if (typeof name === "string") {
      alone.push({ ...seen, family: name });
      continue;
    }
    const who = census.find(name);
    if (who !== undefined) {
      named.add(who, seen.titles, start);
      mentions.push({ who, start, end, isFull: true });
    } else if (!seen.isHeadline) named.block(name);
  }

  for (const one of alone) named.doubt(one);
  for (const one of alone) {
    const who = named.whoIs(one);
    if (who !== undefined) mentions.push({ who, start: one.start, end: one.end, isFull: false });
  }
  mentions.sort((a, b) => a.start - b.start);
  return { mentions, inTitle };
}

/** A family name without a given name. */
interface Alone extends Pick<Seen, "start" | "end" | "titles" | "isPaired"> {
  /** As `compact` gives it. */
  readonly family: string;
}

const isOffice = (title: string) => title !== "mr" && title !== "mrs";

/** How many times more often than somebody else a person must be named for a family name alone to suggest that person. */
const famous = 5;

/** Who has been named in full in one article, and so whom a family name alone can mean there. */
function createNamed(census: Census, withFamily: (family: string) => Uint32Array) {
  const here = new Map<number, { readonly titles: Set<string>; first: number }>();
  const blocked = new Set<string>();

  /** A given name counts as well: where Paul Ryan and Ron Paul are named, "Paul" could be either. */
  function bears(who: number, family: string): boolean {
    const known = census.at(who);
    return known !== undefined && (known.families.has(family) || known.given.has(family));
  }

  /** A title must be one that the person was ever seen with. */
  function fits(who: number, office: readonly string[]): boolean {
    return office.length === 0 || office.some((title) => census.at(who)?.titles.has(title));
  }

  /** Where the one Kim of an article is not the Kim whom everybody knows, only a clear "Kim said" is about the former. */
  function isOvershadowed(who: number, { isPaired, start, family }: Alone): boolean {
    const times = census.at(who)?.times ?? 0;
    const isLesser = withFamily(family).some((other) => (census.at(other)?.times ?? 0) > times * famous);
    return isLesser && (isPaired || start < (here.get(who)?.first ?? 0));
  }

  return {
    /** @param at where in the body the name stands */
    add(who: number, titles: readonly string[], at: number): void {
      const known = here.get(who) ?? { titles: new Set(), first: at };
      for (const title of titles) known.titles.add(title);
      here.set(who, known);
    },
    /** A full name that no person is known for: its family name may be somebody else's. */
    block(name: Name): void {
      blocked.add(name.family).add(name.given);
    },
    /** "President Moon" where only his adviser Moon Chung-in is named in full: there is another Moon in the article. */
    doubt({ family, titles }: Alone): void {
      const office = titles.filter(isOffice);
      const bearers = [...here.keys()].filter((who) => bears(who, family));
      if (bearers.length > 0 && !bearers.some((who) => fits(who, office))) blocked.add(family);
    },
    /** The person whom a family name alone means, or undefined if it could be two or somebody unknown. */
    whoIs(alone: Alone): number | undefined {
      const { family, titles } = alone;
      if (blocked.has(family) || titles.includes("mrs")) return undefined;
      const office = titles.filter(isOffice);
      const bearers = [...here.keys()].filter((who) => bears(who, family));
      const [only] = bearers;
      if (bearers.length > 1) {
        const fitting = bearers.filter((who) => office.some((title) => here.get(who)?.titles.has(title)));
        return fitting.length === 1 ? fitting[0] : undefined;
      }
      if (only !== undefined) {
        const isFamily = census.at(only)?.families.has(family);
        return isFamily && fits(only, office) && !isOvershadowed(only, alone) ? only : undefined;
      }
      const everywhere = withFamily(family);
      const [sole] = everywhere;
      if (everywhere.length !== 1 || sole === undefined) return undefined;
      const hasOffice = office.some((title) => census.at(sole)?.titles.has(title));
      const hasHonorific = office.length === 0 && titles.includes("mr") && !topFamilies.has(family);
      return hasOffice || hasHonorific ? sole : undefined;
    },
  };
}
