import snowball from "snowball-stemmers";
import plurals from "../../seeds/plurals.json" with { type: "json" };
import spellings from "../../seeds/spellings.json" with { type: "json" };
import { remembered } from "./remembered.ts";
import type { Word } from "./words.ts";

/**
 * What a word is indexed under: its stem in American spelling (Porter's second stemmer for English, see
 * https://snowballstem.org/algorithms/english/stemmer.html), so that "denuclearisation" and "denuclearized" meet.
 * A word that would be a stop word if it weren't in capitals ("US", "IT", "WHO") keeps its capitals.
 */
export function keyOf(word: Pick<Word, "form" | "capitals">): string {
  return word.capitals && stopWords.has(word.form) ? word.form.toUpperCase() : stem(word.form);
}

/** Words that carry no subject: indexed, but left out of a query that has others. */
export function isStopWord(key: string): boolean {
  return stopWords.has(key) || stopStems.has(key);
}

const stemmer = snowball.newStemmer("english");

export const stem = remembered((form) => {
  if (!/^[a-z]{3,}$/.test(form)) return form;
  const found = stemmer.stem(singular(americanised(form)));
  return found.length <= shortestStem && form.length >= longEnough ? form : found;
});

/** Of a long word the stemmer leaves no so short rest that means the same: "ilness" is a slip, and nobody's "Il". */
const shortestStem = 2;
const longEnough = 6;

const singulars = new Map(Object.entries(plurals));

/** What the stemmer doesn't know: "crises", "women", and all that ends so ("gunmen", but neither "specimen" nor "Yemen"). */
function singular(form: string): string {
  return singulars.get(form) ?? form.replace(/(?<=[a-z]{2}(?:[^iou]|wo))men$/, "man");
}

const american = new Map(Object.entries(spellings));

/**
 * British to American by rule. A rule may hit a word that it shouldn't ("exercise" becomes "exercize"): that does no
 * harm, since it hits that word wherever it stands and nobody ever sees the result.
 */
export function americanised(form: string): string {
  return (american.get(form) ?? form)
    .replace(/(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|able)$/, "iz$1")
    .replace(/(?<=[a-z]{3})ys(e|ed|ing|er|ers)$/, "yz$1")
    .replace(/(?<=[a-z]{3})our(s|ed|ing|er|ers|able|ite|ites|hood|hoods|ly|ful|less)?$/, "or$1")
    .replace(/(?<=[a-z]{2}[tb])re(s|d)?$/, "er$1")
    .replace(/(?<=def|off|lic|pret)ence(s|less)?$/, "ense$1")
    .replace(/(?<=alo|ilo|olo)gue(s)?$/, "g$1")
    .replace(/grammes?$/, "gram");
}

export const stopWords: ReadonlySet<string> = new Set(
  (
    "a about above after again against all also am an and any are as at be because been before being below between both " +
    "but by can cannot could did do does doing down during each either few for from further had has have having he her here " +
    "hers herself him himself his how however i if in into is it its itself just may me might more most must my myself " +
    "neither no nor not of off on once only onto or other our ours ourselves out over own same shall she should so some " +
    "such than that the their theirs them themselves then there these they this those through to too under until up upon " +
    "us very was we were what when where whether which while who whom whose why will with within without would you your " +
    "yours yourself yourselves arent cant couldnt didnt doesnt dont hadnt hasnt havent im isnt ive shouldnt thats theres " +
    "theyre wasnt werent weve wont wouldnt youre"
  ).split(" "),
);
const stopStems = new Set([...stopWords].map(stem));
