import { shorten } from "../news/excerpt.ts";
import type { Citation } from "../reply.ts";
import { type Report, remarks, reportsOf } from "../wording.ts";
import { ellipsize } from "./limits.ts";
import { dateMark, excerptMark, linkLabel, linkMark, linkTarget, literal, sourceLine } from "./markdown.ts";

/** How much of a citation is shown: lengths in code points. */
export interface Room {
  readonly title: number;
  readonly excerpt: number;
  /** Of an address. */
  readonly link: number;
  /** How many outlets of one event are named, and how many of those are linked. */
  readonly outlets: number;
  readonly links: number;
}

/** Headline, a small line on where it is from, and the excerpt. */
export function citationText(citation: Citation, number: number | undefined, room: Room): string {
  const { article, excerpt } = citation;
  const title = literal(ellipsize(article.title, room.title));
  const notes = remarks(citation).map((remark) => literal(ellipsize(remark, room.title)));
  const facts =
    citation.others === undefined
      ? [sourceLine(article), ...notes, linkMark(article, room.link)]
      : [outlets(reportsOf(citation), room), dateMark(article.publishedAt), ...notes];
  const lines = [
    `**${number === undefined ? "" : `${number}. `}${title}**`,
    `-# ${facts.filter((fact) => fact !== undefined).join(" · ")}`,
  ];
  if (excerpt && excerpt.text !== "") lines.push(`> ${excerptMark(shorten(excerpt, room.excerpt))}`);
  return lines.join("\n");
}

/** "AFP at SpaceWar, Yonhap and 3 more", the first names links. */
function outlets(reports: readonly Report[], room: Room): string {
  const shown = reports.slice(0, room.outlets).map((report, index) => outlet(report, room, index < room.links));
  const more = reports.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function outlet({ outlet, url }: Report, room: Room, isLinked: boolean): string {
  const name = linkLabel(ellipsize(outlet, Math.ceil(room.title / 2)));
  if (url === undefined || !isLinked) return name;
  const href = linkTarget(url);
  if (href === undefined) return `${name} (its address can't be linked)`;
  return href.length <= room.link ? `[${name}](${href})` : `${name} (its address is too long to link)`;
}
