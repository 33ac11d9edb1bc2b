import { type Article, articleId, isSameOutlet } from "../news/article.ts";
import { type NewsDate, parseNewsDate } from "../news/dates.ts";
import { sentences } from "../news/sentences.ts";
import { defined, type Metadata } from "./metadata.ts";
import { hostOf, isAgency, isCompany } from "./outlet.ts";
import { shorten } from "./text.ts";
import { Unreadable } from "./unreadable.ts";

/** A story as one reader found it, before what is known from elsewhere is laid over it. */
export interface Draft extends Omit<Metadata, "form" | "part"> {
  /** Who holds the copyright: `ofText` where that stands right below the text, else of the page as a whole. */
  readonly holder?: { readonly name: string; readonly ofText: boolean };
  /** Each one line of plain text; see `cleanLine`. */
  readonly paragraphs: readonly string[];
}

/** Characters of a text. The longest reports of news sites have a third of it; one far longer would stall the index. */
const longest = 300_000;
/** Longest first sentence that serves as a title, in characters. */
const titleLimit = 150;

/**
 * Articles from the stories of one file. What `known` says (front matter, a sidecar file) wins over what was found in
 * the text; its address, outlet and form hold for every story, the rest for the first one.
 * @param origin the file's path inside the folder, the articles' identity where there is no address
 * @throws Unreadable if there is no text, or far too much of it
 */
export function finish(stories: readonly Draft[], known: Metadata, origin: string): readonly Article[] {
  if (stories.every(({ paragraphs }) => paragraphs.length === 0)) {
    throw new Unreadable("No article text was found in it: save the article's page itself, with its paragraphs.");
  }
  for (const { paragraphs } of stories) {
    const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
    if (length > longest) {
      throw new Unreadable(
        `Its text has ${length.toLocaleString("en")} characters, the limit is 300,000: split it into articles, or remove it.`,
      );
    }
  }
  return stories.map((story, index) => {
    const own: Metadata = index === 0 ? known : pageWide(known);
    const url = own.url ?? story.url;
    return {
      id: articleId(url ?? origin, (known.part ?? 1) + index),
      ...titleOf(own.title ?? story.title, story.paragraphs),
      ...defined({
        url,
        ...parties(story, own, url),
        place: own.place ?? story.place,
        publishedAt: own.date ?? dateOf(story.date, url),
      }),
      body: story.paragraphs.join("\n\n"),
      form: own.form ?? "full",
    };
  });
}

function pageWide({ url, source, form }: Metadata): Metadata {
  return defined({ url, source, form });
}

/**
 * The holder of the copyright is the outlet where no other is known; that of the text is whom the outlet has it from.
 * The company behind an outlet is neither where the outlet is named ("CBS News" for CBS Interactive). An agency in the author's place is a credit.
 */
function parties(
  story: Draft,
  known: Metadata,
  url: string | undefined,
): Pick<Metadata, "source" | "credit" | "author"> {
  const { holder } = story;
  const paper = holder && !isCompany(holder.name) ? holder.name : undefined;
  const agency = story.author !== undefined && isAgency(story.author) ? story.author : undefined;
  const author = known.author ?? (agency === undefined ? story.author : undefined);
  const signed = [story.credit, agency, holder?.ofText ? paper : undefined].find(
    (name) => name !== undefined && name !== author && !isCompany(name),
  );
  const credit = known.credit ?? signed;
  const company = holder && credit !== undefined && !isAgency(credit) ? credit : holder?.name;
  const source = known.source ?? story.source ?? paper ?? hostOf(url) ?? company;
  const isOutlet = credit !== undefined && source !== undefined && isOwnName(credit, source, url);
  return defined({ source, credit: isOutlet ? undefined : credit, author });
}

/** The outlet's name in another spelling ("HawaiiNewsNow"), or the one in its address ("Jpost" at jpost.com). */
function isOwnName(credit: string, source: string, url: string | undefined): boolean {
  const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const labels = hostOf(url)?.split(".") ?? [];
  return (
    isSameOutlet(credit, source) || letters(credit) === letters(source) || labels.slice(0, -1).includes(letters(credit))
  );
}

function titleOf(title: string | undefined, paragraphs: readonly string[]): Pick<Article, "title" | "titleFrom"> {
  if (title !== undefined) return { title: shorten(title, 300), titleFrom: "headline" };
  return { title: shorten(firstSentence(paragraphs[0] ?? ""), titleLimit), titleFrom: "first-sentence" };
}

function firstSentence(paragraph: string): string {
  const [first] = sentences(paragraph);
  return first === undefined ? paragraph : paragraph.slice(first.start, first.end);
}

/** A date on the page that is months from the one in the address is that of a visit, an archive or another article. */
function dateOf(found: NewsDate | undefined, url: string | undefined): NewsDate | undefined {
  const inAddress = url === undefined ? undefined : dateInAddress(url);
  if (found === undefined || inAddress === undefined) return found ?? inAddress;
  const months = (date: NewsDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1);
  return found.length >= 7 && Math.abs(months(found) - months(inAddress)) > 1 ? inAddress : found;
}

/** Many outlets put the day or month of publication into the path: `/2019/03/10/…`, `/2019/11/…`. */
function dateInAddress(url: string): NewsDate | undefined {
  const parts = /\/((?:19|20)\d{2})\/(\d{1,2})(?:\/(\d{1,2}))?\//.exec(`${new URL(url).pathname}/`);
  const [, ...numbers] = parts ?? [];
  return parseNewsDate(numbers.flatMap((number) => (number ? [number.padStart(2, "0")] : [])).join("-"));
}
