import type { NewsDate } from "../news/dates.ts";
import { endsSentence, type Kind, kindOf, wordCount } from "./clutter.ts";
import { type Byline, type Dateline, readByline, readDateLine, readDateline } from "./credits.ts";

/** A line of a saved page with what its own shape says about it. */
export interface Line {
  readonly text: string;
  readonly kind: Kind | "credit";
  /** On a line of its own, or before the text of a paragraph. */
  readonly dateline?: Dateline;
  readonly byline?: Byline;
  readonly published?: { readonly date: NewsDate; readonly updated: boolean };
}

export function readLine(text: string): Line {
  const byline = readByline(text);
  if (byline) return { text, kind: "credit", byline };
  const dateline = readDateline(text);
  if (dateline?.rest === "") return { text, kind: "credit", dateline };
  const published = readDateLine(text);
  if (published) return { text, kind: "credit", published };
  const kind = kindOf(text);
  // What follows the dateline has to be the paragraph: "North (KCNA) - live" is none.
  return dateline && kindOf(dateline.rest) === "prose" ? { text, kind: "prose", dateline } : { text, kind };
}

/** Could be a headline: a few words that are no full sentence, or one question or exclamation. */
export function isHeadlineLike({ text, kind }: Line): boolean {
  const words = wordCount(text);
  if (words < 2 || words > 32 || text.length > 250) return false;
  if (kind === "scrap") return !/[.。:;,]$/u.test(text) && !/^[•*·▲▶■]/u.test(text);
  return kind === "prose" && words <= 20 && /[?!？！]["'”’]?$/u.test(text) && !/[.!?] \p{Lu}/u.test(text);
}

/** A line that the body of a text can hold on its own, without being a whole sentence in length. */
export function isShortSentence({ text, kind }: Line): boolean {
  return kind === "scrap" && endsSentence(text) && wordCount(text) >= 2;
}
