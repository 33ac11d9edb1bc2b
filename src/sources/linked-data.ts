import { defined, isMapping, plainText } from "./metadata.ts";

/** What an article's JSON-LD says (https://schema.org/NewsArticle), as it stands there. */
export interface LinkedData {
  readonly title?: string;
  readonly source?: string;
  readonly credit?: string;
  readonly author?: string;
  readonly date?: string;
  readonly url?: string;
  readonly articleBody?: string;
}

type Thing = Readonly<Record<string, unknown>>;

const articleType = /(?:Article|BlogPosting|SocialMediaPosting|Report)$/;
const opening = /<script\b[^>]{0,300}ld\+json[^>]{0,100}>/gi;

/** From the first article that any of the page's JSON-LD blocks describes; blocks that aren't valid are passed over. */
export function readLinkedData(html: string): LinkedData {
  const things = blocks(html).flatMap(flatten);
  const byId = new Map(things.flatMap((thing) => (typeof thing["@id"] === "string" ? [[thing["@id"], thing]] : [])));
  const follow = (value: unknown): readonly Thing[] =>
    (Array.isArray(value) ? value : [value]).flatMap((item) => {
      if (typeof item === "string") return [{ name: item }];
      if (!isMapping(item)) return [];
      return [item.name === undefined && typeof item["@id"] === "string" ? (byId.get(item["@id"]) ?? item) : item];
    });
  const article = things.find((thing) => typesOf(thing).some((type) => articleType.test(type)));
  if (article === undefined) return {};

  const publisher = nameOf(follow(article.publisher)[0]);
  const authors = follow(article.author ?? article.creator);
  const people = authors.filter((author) => !typesOf(author).some((type) => type.endsWith("Organization")));
  const wires = [
    ...authors.filter((author) => !people.includes(author)),
    ...follow(article.sourceOrganization),
    ...follow(article.copyrightHolder),
  ];
  return defined({
    title: textOf(article.headline) ?? textOf(article.name),
    source: publisher,
    author: people.flatMap((author) => nameOf(author) ?? []).join(", ") || undefined,
    credit: wires.map(nameOf).find((name) => name !== undefined && name !== publisher),
    date: textOf(article.datePublished) ?? textOf(article.dateCreated),
    url: textOf(article.url) ?? textOf(article.mainEntityOfPage) ?? idOf(article.mainEntityOfPage),
    articleBody: textOf(article.articleBody),
  });
}

/** At most so many blocks are read: real pages have fewer than ten. */
const mostBlocks = 50;

function blocks(html: string): unknown[] {
  const closing = /<\/script\s{0,9}>/gi;
  return [...html.matchAll(opening)].slice(0, mostBlocks).flatMap((tag) => {
    closing.lastIndex = tag.index;
    const end = closing.exec(html)?.index;
    try {
      return [JSON.parse(bare(html.slice(tag.index + tag[0].length, end)))];
    } catch {
      return [];
    }
  });
}

/** Without the wrapper of XHTML, and without the line breaks inside strings that JSON forbids but sites write. */
function bare(text: string): string {
  const trimmed = text.trim();
  const inner = trimmed.startsWith("<![CDATA[") ? trimmed.slice(9, trimmed.lastIndexOf("]]>")) : trimmed;
  return inner.replace(/\p{Cc}+/gu, " ");
}

/** The things of a block: lists and `@graph` are taken apart, and a page's `mainEntity` stands for itself. */
function flatten(value: unknown): Thing[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter(isMapping)
    .flatMap((thing) => [
      thing,
      ...[thing["@graph"], thing.mainEntity].flatMap((inner) =>
        (Array.isArray(inner) ? inner : [inner]).filter(isMapping),
      ),
    ]);
}

function typesOf(thing: Thing): string[] {
  const type = thing["@type"];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" || Array.isArray(value) ? plainText(value) : undefined;
  return text?.trim() || undefined;
}

function nameOf(thing: Thing | undefined): string | undefined {
  return thing && textOf(thing.name);
}

function idOf(value: unknown): string | undefined {
  return isMapping(value) ? (textOf(value["@id"]) ?? textOf(value.url)) : undefined;
}
