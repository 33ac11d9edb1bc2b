import { type Article, attribution, isSameOutlet } from "./news/article.ts";
import type { NewsDate } from "./news/dates.ts";
import type { Citation } from "./reply.ts";

/** Words that every surface uses alike. */

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "25 April 2019", "November 2019", "2019", "undated"; an instant by its day in UTC. */
export function dateText(date: NewsDate | undefined): string {
  if (date === undefined) return "undated";
  const [year, month, day] = date.slice(0, 10).split("-");
  const monthName = monthNames[Number(month) - 1];
  return [day === undefined ? undefined : Number(day), monthName, year].filter((part) => part !== undefined).join(" ");
}

/** "AFP at SpaceWar", "Summary of AFP at SpaceWar", "Outlet unknown". */
export function outletText(article: Article): string {
  const outlet = attribution(article) ?? unknown;
  return article.form === "summary" ? summaryOf(outlet) : outlet;
}

const unknown = "Outlet unknown";

function summaryOf(outlet: string): string {
  return outlet === unknown ? "Summary, outlet unknown" : `Summary of ${outlet}`;
}

/** One outlet's report of an event: how the outlet is named, and where the report stands. */
export interface Report {
  readonly outlet: string;
  readonly url?: string;
}

/** The cited report first, then one for each further outlet, in the order in which they are cited. */
export function reportsOf({ article, others = [] }: Citation): Report[] {
  const copies: readonly Place[] = [article, ...others].flatMap((each) => each.alsoAt ?? []);
  const reports: Report[] = [];
  const outlets: string[] = [];
  for (const place of [article, ...others, ...copies]) {
    const outlet = place.source ?? nameOf(place);
    if (outlets.some((other) => isSameOutlet(other, outlet))) continue;
    outlets.push(outlet);
    const name = place === article && article.form === "summary" ? summaryOf(nameOf(place)) : nameOf(place);
    reports.push({ outlet: name, ...(place.url === undefined ? {} : { url: place.url }) });
  }
  return reports;
}

type Place = Pick<Article, "source" | "credit" | "url">;

/** The outlet, else the site. */
function nameOf(place: Place): string {
  const site = place.url !== undefined && URL.canParse(place.url) ? new URL(place.url).hostname : "";
  return attribution(place) ?? (site.replace(/^www\./, "") || unknown);
}

/** How many other outlets of the same text are named. */
const placesShown = 3;

/** What a reader must know about a cited article besides its outlets and date; often nothing. */
export function remarks({ article, others, first }: Citation): string[] {
  const places = others ? [] : [...new Set((article.alsoAt ?? []).flatMap((place) => place.source ?? []))];
  const elsewhere = places.filter((name) => name !== article.source);
  const more = elsewhere.length - placesShown;
  return [
    ...(article.url === undefined ? ["no link known"] : []),
    ...(article.titleFrom === "first-sentence" ? ["no headline, so its first sentence"] : []),
    ...(elsewhere.length > 0
      ? [`also at ${elsewhere.slice(0, placesShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`]
      : []),
    ...(first && nameOf(first) !== unknown ? [`first of these: ${nameOf(first)}`] : []),
  ];
}

/** `1 article`, `2,000 articles`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
