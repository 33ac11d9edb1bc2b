import type { Article } from "./news/article.ts";
import type { NewsDate } from "./news/dates.ts";
import type { Excerpt } from "./news/excerpt.ts";

/**
 * What a command answers: plain data, one renderer per surface (`discord/render`, `terminal/render`). No string in
 * it carries markup; the renderer escapes every one.
 */
export interface Reply {
  readonly heading: Text;
  /** Lines between the heading and the citations. */
  readonly lines?: readonly Text[];
  readonly citations?: readonly Citation[];
  /** The number that the first citation carries; citations are not numbered where it is missing. */
  readonly numberFrom?: number;
  /** Lines after the citations. */
  readonly closing?: readonly Text[];
  /** Where this reply stands in a longer answer; the surface offers the other pages as `page` of the same command. */
  readonly pages?: { readonly page: number; readonly of: number };
  /** What to ask next, at most five. */
  readonly actions?: readonly Invocation[];
  /** One of several to pick, at most 25. */
  readonly choices?: { readonly prompt: string; readonly options: readonly Invocation[] };
}

/** An article as an answer shows it. */
export interface Citation {
  readonly article: Article;
  /** Missing where only the headline is cited. */
  readonly excerpt?: Excerpt;
  /** Other reports of the same event. Where given, even if empty, every outlet is listed with its own link. */
  readonly others?: readonly Article[];
  /** The earliest of all these reports, where their dates tell. */
  readonly first?: Article;
}

/** A command to run when a button or a choice is taken. */
export interface Invocation {
  readonly label: string;
  /** A second line, where the surface has one. */
  readonly description?: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

export type Text = Inline | readonly Inline[];

export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** A date as precise as it is known; `undefined` reads "undated". */
  | { readonly date: NewsDate | undefined }
  /** Milliseconds since 1970, shown in the reader's own time zone where the surface can. */
  | { readonly instant: number; readonly style: "date" | "date-time" | "relative" }
  /** Outlet and date of an article, linked to its address. */
  | { readonly source: Article }
  /** A channel of the server, by its id. */
  | { readonly channel: string; readonly name?: string }
  | { readonly link: string; readonly label: string };
