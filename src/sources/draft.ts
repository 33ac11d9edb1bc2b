import { type Article, articleId } from "../news/article.ts";
import { type NewsDate, parseNewsDate } from "../news/dates.ts";
import { sentences } from "../news/sentences.ts";
import { defined, type Metadata } from "./metadata.ts";
import { shorten } from "./text.ts";
import { Unreadable } from "./unreadable.ts";

/** A story as one reader found it, before what is known from elsewhere is laid over it. */
export interface Draft extends Omit<Metadata, "form" | "part"> {
  /** Who holds the copyright: `ofText` where that stands right below the text, else of the page as a whole. */
  readonly holder?: { readonly name: string; readonly ofText: boolean };
  /** Each one line of plain text; see `cleanLine`. */
  readonly paragraphs: readonly string[];
}

/** Longest first sentence that serves as a title, in characters. */
const titleLimit = 150;

/**
 * Articles from the stories of one file. What `known` says (front matter, a sidecar file) wins over what was found in
 * the text; its address, outlet and form hold for every story, the rest for the first one.
 * @param origin the file's path inside the folder, the articles' identity where there is no address
 * @throws Unreadable if there is no text
 */
export function finish(stories: readonly Draft[], known: Metadata, origin: string): readonly Article[] {
  if (stories.every(({ paragraphs }) => paragraphs.length === 0)) {
    throw new Unreadable("No article text was found in it: save the article's page itself, with its paragraphs.");
  }
  return stories.map((story, index) => {
    const own: Metadata = index === 0 ? known : pageWide(known);
    const url = own.url ?? story.url;
    return {
      id: articleId(url ?? origin, (known.part ?? 1) + index),
      ...titleOf(own.title ?? story.title, story.paragraphs),
      ...defined({
        url,
        ...parties(story, own),
        author: own.author ?? story.author,
        place: own.place ?? story.place,
        publishedAt: own.date ?? story.date ?? (url === undefined ? undefined : dateInAddress(url)),
      }),
      body: story.paragraphs.join("\n\n"),
      form: own.form ?? "full",
    };
  });
}

function pageWide({ url, source, form }: Metadata): Metadata {
  return defined({ url, source, form });
}

/** The holder of the copyright is the outlet where no other is known; that of the text is whom the outlet has it from. */
function parties(story: Draft, known: Metadata): Pick<Metadata, "source" | "credit"> {
  const source = known.source ?? story.source ?? story.holder?.name;
  const credit = known.credit ?? story.credit ?? (story.holder?.ofText ? story.holder.name : undefined);
  return defined({ source, credit: credit?.toLowerCase() === source?.toLowerCase() ? undefined : credit });
}

function titleOf(title: string | undefined, paragraphs: readonly string[]): Pick<Article, "title" | "titleFrom"> {
  if (title !== undefined) return { title: shorten(title, 300), titleFrom: "headline" };
  return { title: shorten(firstSentence(paragraphs[0] ?? ""), titleLimit), titleFrom: "first-sentence" };
}

function firstSentence(paragraph: string): string {
  const [first] = sentences(paragraph);
  return first === undefined ? paragraph : paragraph.slice(first.start, first.end);
}

/** Many outlets put the day or month of publication into the path: `/2019/03/10/…`, `/2019/11/…`. */
function dateInAddress(url: string): NewsDate | undefined {
  const parts = /\/((?:19|20)\d{2})\/(\d{1,2})(?:\/(\d{1,2}))?\//.exec(`${new URL(url).pathname}/`);
  const [, ...numbers] = parts ?? [];
  return parseNewsDate(numbers.flatMap((number) => (number ? [number.padStart(2, "0")] : [])).join("-"));
}
