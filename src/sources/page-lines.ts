import type { NewsDate } from "../news/dates.ts";
import { readSigned } from "./agency-mark.ts";
import { endsSentence, isScene, type Kind, kindOf, wordCount } from "./clutter.ts";
import { type Byline, type Dateline, readByline, readDateLine, readDateline, readSource } from "./credits.ts";
import { isAgency } from "./outlet.ts";
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
  /** The agency that signed the text here, at the end of this paragraph (whose `text` is without it) or below it. */
  readonly signedBy?: string;
  readonly published?: { readonly date: NewsDate; readonly updated: boolean };
}

const none: ReadonlySet<string> = new Set();

export function readLine(text: string): Line {
  const from = readSource(text);
  if (from !== undefined) return { text, kind: "end", names: none, signedBy: from };
  const signed = readSigned(text);
  if (signed === undefined) return readUnsigned(text);
  if (signed.text === "") return { text, kind: "credit", names: none, signedBy: signed.agency };
  const line = readUnsigned(signed.text);
  if (line.kind !== "prose" && !isShortSentence(line)) return readUnsigned(text);
  return isScene(line.text) && !line.dateline
    ? { ...line, text, kind: "caption" }
    : { ...line, signedBy: signed.agency };
}

function readUnsigned(text: string): Line {
  const byline = readByline(text);
  if (byline) return { text, kind: "credit", names: none, byline };
  const dateline = readDateline(text);
  if (dateline?.rest === "") return { text, kind: "credit", names: none, dateline };
  const published = readDateLine(text);
  if (published) return { text, kind: "credit", names: none, published };
  if (dateline && isParagraph(dateline)) return { text, kind: "prose", names: namesIn(text), dateline };
  const kind = kindOf(text);
  return { text, kind, names: kind === "prose" || kind === "caption" ? namesIn(text) : none };
}

/** Words from which a sentence behind a dateline is no signature or button. */
const leastSentence = 4;

/** What follows a dateline has to be the paragraph, "North (KCNA) - live" is none; a short one takes a sure dateline. */
function isParagraph({ rest, agency, date }: Dateline): boolean {
  const kind = kindOf(rest);
  if (kind !== "scrap") return kind === "prose";
  return (date !== undefined || isAgency(agency ?? "")) && endsSentence(rest) && wordCount(rest) >= leastSentence;
}

/** "… for talks with U.S."; a sentence of the text says "the U.S." */
const endsInInitials = /(?<!\bthe )(?<![\p{L}.])(?:\p{Lu}\.){2,4}$/u;

/** Could be a headline: a few words that are no full sentence, or one question or exclamation. */
export function isHeadlineLike({ text, kind }: Line): boolean {
  if (text.length > 250) return false;
  const most = kind === "scrap" ? 32 : 20;
  const hasShape =
    kind === "scrap"
      ? (!/[.。:;,]$/u.test(text) || endsInInitials.test(text)) && !/^[•*·▲▶■]/u.test(text)
      : kind === "prose" &&
        (/[?!？！]["'”’]?$/u.test(text) || endsInInitials.test(text)) &&
        !/(?<!\b\p{Lu})[.!?] \p{Lu}/u.test(text);
  const words = hasShape ? wordCount(text) : 0;
  return words >= 2 && words <= most;
}

/** A line that the body of a text can hold on its own, without being a whole sentence in length. */
export function isShortSentence({ text, kind }: Line): boolean {
  return kind === "scrap" && endsSentence(text) && wordCount(text) >= 2;
}
