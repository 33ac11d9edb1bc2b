import type { KnownWord, Vocabulary } from "./vocabulary.ts";

/** Endings that make another word of the same family; behind the second kind a short rest is mostly no word ("nat-ion"). */
const derived = /(?:ings?|ers?|ments?|ness|ists?|isms?)$/;
const derivedFromLonger = /(?:ions?|ors?|als?)$/;
/** Endings that make another form of a word. */
const inflected = /(?:ed|es|s|e)$/;
const shortestRoot = 4;
const shortestOfLonger = 5;
/** So many words that begin alike are looked at. */
const mostLooked = 40;

/**
 * Known words of an unknown one's family, most used first: "hacking" and "hacked" for "hackers", which the stemmer keeps
 * apart.
 */
export function familyOf(form: string, vocabulary: Vocabulary): readonly KnownWord[] {
  const root = rootOf(form);
  if (root === undefined) return [];
  return vocabulary
    .startingWith(root, mostLooked)
    .filter((other) => [other.form, other.form.replace(inflected, "")].some((each) => rootOf(each) === root));
}

/** "hack" for "hackers", "negotiat" for "negotiate". */
function rootOf(form: string): string | undefined {
  if (!/^[a-z]+$/.test(form)) return undefined;
  const fromLonger = form.replace(derivedFromLonger, "");
  const root = fromLonger.length >= shortestOfLonger && fromLonger !== form ? fromLonger : form.replace(derived, "");
  const plain = root.replace(/([^aeiou])\1$/, "$1");
  const kept = plain.length >= shortestRoot ? plain : root;
  return kept.length >= shortestRoot ? kept : undefined;
}
