import { keyOf } from "./stems.ts";
import { isUnspaced, type Word } from "./words.ts";

/** Words that must stand side by side as they were typed. */
export interface Phrase {
  /** Finds them in what `plainLetters` returns. */
  readonly pattern: RegExp;
  /** The forms of its words. */
  readonly forms: readonly string[];
  /** What the last of them may be instead. */
  readonly lasts: readonly string[];
  /** What an article that holds the phrase can be found under. */
  readonly keys: readonly string[];
}

/** Inside a word: marks, apostrophes, the dots of "U.S.", the commas of "1,000", what is invisible. */
const inside = "[\\p{M}'’ʼ.,\\u00AD\\u200B-\\u200D\\u2060]*";
/** Between two words: a possessive, any punctuation or nothing, but no line break. */
const between = "(?:['’]s)?[^\\p{L}\\p{N}\\n]*";

/**
 * Case, accents, hyphens, spaces and possessives don't matter ("Kim Jong Un" is found in "KIM JONG-UN’s"), nor the plural
 * of an abbreviation.
 * @param lasts forms that may stand for the last word
 */
export function phraseOf(words: readonly Word[], lasts: readonly string[] = []): Phrase {
  const forms = words.map(({ form }) => form);
  return {
    forms,
    lasts,
    keys: words.map(keyOf),
    // Most phrases are only counted, and to make a pattern takes a while.
    get pattern() {
      const spellings = words.map(({ form, capitals }, at) => {
        const all = at === words.length - 1 ? [form, ...lasts] : [form];
        return `(?:${all.map(spelled).join("|")})${capitals ? "s?" : ""}`;
      });
      const source = spellings.join(between);
      const before = isUnspaced(forms[0] ?? "") ? "" : "(?<![\\p{L}\\p{N}])";
      const after = isUnspaced(forms.at(-1) ?? "") ? "" : "(?:['’]s)?(?![\\p{L}\\p{N}])";
      return new RegExp(`${before}${source}${after}`, "giu");
    },
  };
}

/** The text with its accented letters made plain, every offset as it was. */
export function plainLetters(text: string): string {
  return text.replace(/[\u00C0-\u024F\u1E00-\u1EFF]/g, (letter) => letter.normalize("NFD").charAt(0));
}

function spelled(form: string): string {
  return [...form].map(escaped).join(inside);
}

function escaped(character: string): string {
  return character === "." ? "\\." : character;
}
