import type { NewsDate } from "../news/dates.ts";
import { endsSentence, type Kind, kindOf, wordCount } from "./clutter.ts";
import { type Byline, type Dateline, readByline, readDateLine, readDateline } from "./credits.ts";
import { namesIn } from "./words.ts";

/** A line of a saved page with what its own shape says about it. */
export interface Line {
  readonly text: string;
  readonly kind: Kind | "credit";
  /** Names and terms of prose and captions; empty for the others. */
  readonly names: ReadonlySet<string>;
  /** On a line of its own, or before the text of a paragraph. */
  readonly dateline?: Dateline;
  readonly byline?: Byline;
  readonly published?: { readonly date: NewsDate; readonly updated: boolean };
}

const none: ReadonlySet<string> = new Set();

export function readLine(text: string): Line {
  const byline = readByline(text);
  if (byline) return { text, kind: "credit", names: none, byline };
  const dateline = readDateline(text);
  if (dateline?.rest === "") return { text, kind: "credit", names: none, dateline };
  const published = readDateLine(text);
  if (published) return { text, kind: "credit", names: none, published };
  // What follows the dateline has to be the paragraph: "North (KCNA) - live" is none.
  if (dateline && kindOf(dateline.rest) === "prose") return { text, kind: "prose", names: namesIn(text), dateline };
  const kind = kindOf(text);
  return { text, kind, names: kind === "prose" || kind === "caption" ? namesIn(text) : none };
}

/** Could be a headline: a few words that are no full sentence, or one question or exclamation. */
export function isHeadlineLike({ text, kind }: Line): boolean {
  if (text.length > 250) return false;
  const most = kind === "scrap" ? 32 : 20;
  const hasShape =
    kind === "scrap"
      ? !/[.。:;,]$/u.test(text) && !/^[•*·▲▶■]/u.test(text)
      : kind === "prose" && /[?!？！]["'”’]?$/u.test(text) && !/[.!?] \p{Lu}/u.test(text);
  const words = hasShape ? wordCount(text) : 0;
  return words >= 2 && words <= most;
}

/** A line that the body of a text can hold on its own, without being a whole sentence in length. */
export function isShortSentence({ text, kind }: Line): boolean {
  return kind === "scrap" && endsSentence(text) && wordCount(text) >= 2;
}
