import type { Article } from "./article.ts";
import { leadExcerpt } from "./excerpt.ts";
import type { Library } from "./library.ts";
import { type Specifics, specificsOf } from "./specifics.ts";
import { isStopWord } from "./stems.ts";
import { termsOf } from "./terms.ts";
import { isUnspaced, words } from "./words.ts";

/** What a report is compared by. */
export interface Features extends Specifics {
  /** Weights of its terms; as a vector, of length 1 where the terms are words, and shorter where they are parts of words. */
  readonly terms: ReadonlyMap<string, number>;
  /** Ids of everybody named in the headline. */
  readonly headliners: readonly string[];
}

/** What a word counts where it stands: news tells first what happened, then how it came about. */
const weights = { title: 2, lead: 1, rest: 0.3 } as const;
/** How far the lead and the rest are read, in code units. */
const leadLength = 500;
const restLength = 1000;

export function featuresOf(article: Article, library: Library): Features {
  const { title, body } = article;
  const { start } = leadExcerpt(article, leadLength);
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const { term } of termsOf(text)) {
      if (!isStopWord(term) && !isUnspaced(term)) counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  };
  const lead = body.slice(start, start + leadLength);
  count(title, weights.title);
  count(lead, weights.lead);
  count(body.slice(start + leadLength, start + leadLength + restLength), weights.rest);
  const titleWords = new Set(words(title).map(({ form }) => form));
  const people = library.people.namedIn(article.id);
  return {
    terms: vectorOf([...counts].map(([term, sum]) => [term, frequencyWeight(sum) * rarity(term, library)])),
    headliners: people.filter(({ family }) => titleWords.has(family.toLowerCase())).map(({ id }) => id),
    ...specificsOf(title, lead, (key) => common.has(key)),
  };
}

/** Saying it again says less. */
function frequencyWeight(sum: number): number {
  return 1 + Math.log(sum / weights.rest);
}

/** Two neighbouring characters, which stand for a word where no spaces do, agree more easily than a word. */
const pairWeight = 0.67;

function vectorOf(weighted: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const length = Math.hypot(...weighted.map(([, weight]) => weight));
  const share = (term: string) => (isUnspaced(term.charAt(0)) ? pairWeight : 1) / length;
  return new Map(weighted.map(([term, weight]) => [term, weight * share(term)]));
}

/** In a small archive what is rare is guessed as if there were so many articles more. */
const imagined = 100;
/** In which part of those a word would stand: one that any article of the field may have, and any other. */
const parts = { common: 0.3, other: 0.005 } as const;

/** How much it says that two reports share a term: the inverse document frequency, smoothed. */
function rarity(term: string, library: Library): number {
  const expected = imagined * (common.has(term) ? parts.common : parts.other);
  return Math.log((library.articles.length + imagined) / (library.frequency(term) + expected));
}

const common = new Set(
  termsOf(
    "North Korea, N.K., DPRK, Korean, South, Pyongyang, Seoul, Washington, U.S., United States, American, Japan, China, " +
      "Kim Jong Un, Trump, leader, president, minister, ministry, official, government, country, military, state media, " +
      "news agency, said, says, told, reported, according, first, last, new, one, two, day, week, month, year, Monday, " +
      "Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, January, February, March, April, May, June, July, August, " +
      "September, October, November, December, nuclear, weapon, talks, summit, meeting, denuclearization, sanctions, " +
      "missile, ballistic, short-range, fired, launched, test, projectile, toward, East Sea, Joint Chiefs of Staff, peninsula, " +
      "북한, 김정은 국무위원장, 조선중앙통신, 보도했다고, 밝혔다, 합동참모본부, 탄도미사일, 발사, 동해, 현지지도, " +
      "北朝鮮, 金正恩 委員長, 朝鮮中央通信, 弾道ミサイル, 発射, 日本海, 防衛省",
  ).map(({ term }) => term),
);
