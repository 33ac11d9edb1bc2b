import { romanised } from "./people-romanised.ts";

const initials = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
const vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const finals = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

/** How newspapers write the frequent family names that aren't romanised by the rules. */
const families: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `김 kim gim|이 lee yi ri rhee li|리 ri lee|박 pak park bak|최 choe choi|정 jong jung chung jeong chong|조 jo cho|강 kang gang
  |장 jang chang|임 im lim rim|림 rim lim|류 ryu yu yoo|유 yu yoo ryu|윤 yun yoon|신 sin shin|노 no noh roh ro|로 ro no roh|오 o oh
  |안 an ahn|서 so suh seo|허 ho hur huh heo|우 u woo|문 mun moon|백 paek baek paik|배 pae bae|현 hyon hyun|황 hwang|태 thae tae
  |권 kwon gwon|고 ko koh go|구 ku koo|주 ju joo chu|전 jon jun chun jeon|한 han|양 yang|량 ryang|심 sim shim|성 song sung|곽 kwak`
    .split("|")
    .map((line) => line.trim().split(" "))
    .map(([letter = "", ...written]) => [letter, written]),
);

/** A Korean name that somebody typed in hangul: what it can be in Latin letters. */
export interface HangulName {
  readonly families: readonly string[];
  /** Equal to `looseGiven` of the given name in the spelling of an article. */
  readonly given: string;
}

/** Of two to four syllables and nothing else. */
export function hangulName(typed: string): HangulName | undefined {
  if (/^[ -~]*$/.test(typed)) return undefined;
  const letters = typed.normalize("NFC").replace(/\s/g, "");
  if (!/^[가-힣]{2,4}$/.test(letters)) return undefined;
  const [family = "", ...given] = letters;
  return { families: families[family] ?? [latin(family)], given: looseGiven(given.map(latin).join("")) };
}

/** Equal for all spellings of a given name, and now and then for two names: good for an offer, not for an answer. */
export function looseGiven(given: string): string {
  return romanised(given.replace(/ee|ui/g, "i").replace(/ou/g, "o")).replace(/u/g, "o");
}

/** A syllable by the rules of the Revised Romanization. */
function latin(syllable: string): string {
  const code = syllable.charCodeAt(0) - 0xac00;
  const [initial, vowel] = [Math.floor(code / 588), Math.floor((code % 588) / 28)];
  return `${initials[initial] ?? ""}${vowels[vowel] ?? ""}${finals[code % 28] ?? ""}`;
}
