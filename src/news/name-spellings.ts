import { givenNameTerm } from "./given-names.ts";
import { eastFamilies } from "./people-names.ts";
import { isStopWord, stem } from "./stems.ts";
import { type Word, words as wordsIn } from "./words.ts";

/** So many family names of a query are looked at. */
const mostTried = 5;

/** A given name `[from, to)` in a query, and the terms of its spellings. */
interface GivenName {
  readonly from: number;
  readonly to: number;
  readonly terms: readonly string[];
}

/**
 * Given names that somebody typed in another spelling than the articles mostly use: who types "Kang Kyunghwa" looks for
 * Kang Kyung-wha, too.
 * @param nameOf the name of the person who is surely meant by what was typed, if there is one
 */
export function spelledOtherwise(
  text: string,
  typed: readonly Word[],
  nameOf: (typed: string) => string | undefined,
): readonly GivenName[] {
  const families = [...typed.keys()].filter((at) => isFamily(typed[at]?.form ?? ""));
  return families.slice(0, mostTried).flatMap((at) => {
    for (const to of [at + 3, at + 2]) {
      const [family, ...given] = to > typed.length ? [] : typed.slice(at, to);
      if (!family) continue;
      const name = nameOf(text.slice(family.start, given.at(-1)?.end));
      const [first, ...usual] = wordsIn(name ?? "");
      if (first?.form !== family.form || usual.length > 2 || joined(usual) === joined(given)) continue;
      return [{ from: at + 1, to, terms: [...termsFor(given), ...termsFor(usual)] }];
    }
    return [];
  });
}

/** Whether a Korean, Chinese or Vietnamese name may start with it. */
export function isFamily(form: string): boolean {
  return eastFamilies.has(form) && !isStopWord(form);
}

/** Of a given name in one word, and in two. */
function termsFor(given: readonly Word[]): readonly string[] {
  return [stem(joined(given)), givenNameTerm(joined(given))];
}

function joined(given: readonly Word[]): string {
  return given.map(({ form }) => form).join("");
}
