import { canonicalUrl, isSameOutlet } from "../news/article.ts";
import { type Byline, readByline, tidyName } from "./credits.ts";
import type { Draft } from "./draft.ts";
import { type DomDocument, type DomNode, htmlLines, nodeLines } from "./html-lines.ts";
import { readLinkedData } from "./linked-data.ts";
import { defined } from "./metadata.ts";
import { bareOutlet, bestSpelt, isAgency, isPoorOutlet } from "./outlet.ts";
import { cleanLine, shorten } from "./text.ts";
import { readDate } from "./text-dates.ts";

/** Names of `<meta>` tags (`name`, `property` or `itemprop`), the most reliable first. */
const tags = {
  title: ["og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "headline"],
  source: ["og:site_name", "application-name", "dc.publisher", "publisher", "cre"],
  author: ["author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl", "twitter:creator"],
  date: [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
  ],
  url: ["og:url", "parsely-link", "twitter:url"],
} as const;

/** What a page says about itself. Every value that isn't usable is passed over for the next one. */
export function readHtmlMetadata(
  document: DomDocument,
  html: string,
): Omit<Draft, "paragraphs"> & { articleBody?: string } {
  const linked = readLinkedData(html);
  const meta = metaTags(document);
  const all = (name: keyof typeof tags) => tags[name].flatMap((tag) => meta.get(tag) ?? []);
  const { articleBody } = linked;

  const url = addressOf(document, html, [linked.url, ...all("url")]);
  const pageTitle = tidy(document.querySelector("title")?.textContent, 300);
  const heading = headingOf(document, pageTitle);
  const fullTitle = first([linked.title, ...all("title"), heading, pageTitle], (text) => tidy(text, 300));
  const named = [...all("source"), linked.source, suffixOf(pageTitle, heading ?? fullTitle)];
  const source = bestSpelt(named.flatMap((name) => outletNamed(name, url) ?? []));
  const signed = first([linked.author, ...all("author")], (text) => authorNamed(text, source));
  const times = [...document.querySelectorAll("time[datetime]")].map((time) => time.getAttribute("datetime") ?? "");
  const date = first([linked.date, ...all("date"), ...times], (text) => readDate(cleanLine(text)));
  const title = fullTitle && withoutSuffix(fullTitle, source);
  return defined({
    title,
    source,
    author: signed?.author,
    date,
    url,
    credit: signed?.agency ?? tidy(linked.credit, 120) ?? agencyAmong(linked.source),
    articleBody,
  });
}

/** An outlet's name as readers know it; a site that gives an address or a section for its name is passed over. */
function outletNamed(text: string | undefined, url: string | undefined): string | undefined {
  const name = tidy(text && bareOutlet(text), 120);
  return name === undefined || isAddress(name) || isPoorOutlet(name, url) ? undefined : name;
}

/** Who wrote it, or the agency that stands in the author's place. */
function authorNamed(text: string, source: string | undefined): Byline | undefined {
  const name = tidy(text, 120)?.replace(/^by:? /i, "");
  if (name === undefined || isAddress(name) || name.startsWith("@")) return undefined;
  if (source !== undefined && isSameOutlet(name, source)) return undefined;
  const agency = agencyAmong(name);
  return agency === undefined ? (readByline(`By ${name}`) ?? { author: tidyName(name) }) : { agency };
}

function agencyAmong(name: string | undefined): string | undefined {
  return name !== undefined && isAgency(name) ? tidy(name, 120) : undefined;
}

function metaTags(document: DomDocument): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const tag of document.querySelectorAll("meta[content], [itemprop=datePublished][datetime]")) {
    const name = tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("itemprop");
    const content = tag.getAttribute("content") ?? tag.getAttribute("datetime");
    if (!name || !content) continue;
    for (const key of name.toLowerCase().split(/\s+/)) found.set(key, [...(found.get(key) ?? []), content]);
  }
  return found;
}

/**
 * The canonical address, else what the page calls its own, else the one that the browser noted when it saved the page.
 * Relative ones are resolved; a site's front page isn't the address of an article.
 */
function addressOf(document: DomDocument, html: string, named: readonly (string | undefined)[]): string | undefined {
  const head = html.slice(0, 2000);
  const noted =
    /<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})/i.exec(head)?.[1] ??
    /<!--[^>]{0,200}?SingleFile\s+url:\s{0,9}(\S{1,2000})/i.exec(head)?.[1];
  const canonical = document.querySelector("link[rel~=canonical]")?.getAttribute("href");
  const candidates = [canonical, ...named, noted];
  const absolute = [noted, ...named, document.querySelector("base[href]")?.getAttribute("href"), canonical];
  const base = absolute.find((address) => address && isAddress(address));
  return first(candidates, (address) => {
    if (!address || !URL.canParse(address, base ?? undefined)) return undefined;
    const url = new URL(address, base ?? undefined);
    return url.pathname === "/" && url.search === "" ? undefined : canonicalUrl(url.href) && url.href;
  });
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim());
}

/** A text out of a tag, its entities resolved once more where a site has escaped them twice. */
function tidy(text: string | null | undefined, limit: number): string | undefined {
  if (!text) return undefined;
  const plain = /&(?:#\w{1,6}|[a-z]{2,8});/i.test(text)
    ? (htmlLines(text.replaceAll("<", "&lt;"))[0]?.text ?? "")
    : text;
  return shorten(cleanLine(plain), limit) || undefined;
}

function textOf(element: DomNode): string {
  return nodeLines(element)
    .map(({ text }) => text)
    .join(" ");
}

/** The heading that the page's title repeats; other headings of the first level are the outlet's or a section's. */
function headingOf(document: DomDocument, pageTitle: string | undefined): string | undefined {
  const headings = [...document.querySelectorAll("h1")].flatMap((heading) => tidy(textOf(heading), 300) ?? []);
  if (pageTitle === undefined) return headings.at(0);
  return headings.find((text) => pageTitle.includes(text) && text.length > pageTitle.length / 3);
}

/** The outlet behind a page's title, where what stands before it is the page's headline. */
function suffixOf(pageTitle: string | undefined, headline: string | undefined): string | undefined {
  if (!pageTitle || !headline) return undefined;
  const behind =
    pageTitle.startsWith(headline) && pageTitle !== headline ? pageTitle.slice(headline.length) : pageTitle;
  const pattern = behind === pageTitle ? /\s[|»]\s(?<name>[^|»]{2,60})$/u : /^\s?[|»–—-]\s(?<name>[^|»]{2,60})$/u;
  return pattern.exec(behind)?.groups?.name?.trim();
}

function withoutSuffix(title: string, source: string | undefined): string {
  if (source === undefined || !title.toLowerCase().endsWith(source.toLowerCase())) return title;
  const bare = title.slice(0, -source.length);
  return /\s[|»–—:-]+\s*$/u.test(bare) ? bare.replace(/\s+[|»–—:-]+\s*$/u, "") : title;
}

function first<T, R>(values: readonly T[], read: (value: NonNullable<T>) => R | undefined): R | undefined {
  for (const value of values) {
    const found = value == null || value === "" ? undefined : read(value);
    if (found !== undefined && found !== "") return found;
  }
  return undefined;
}
