import { type Article, attribution } from "./news/article.ts";
import type { NewsDate } from "./news/dates.ts";

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
  const outlet = attribution(article);
  if (article.form === "summary") return outlet === undefined ? "Summary, outlet unknown" : `Summary of ${outlet}`;
  return outlet ?? "Outlet unknown";
}

/** How many other outlets of the same text are named. */
const placesShown = 3;

/** What a reader must know about an article besides its outlet and date; often nothing. */
export function remarks(article: Article): string[] {
  const places = new Set((article.alsoAt ?? []).flatMap((place) => place.source ?? []));
  const elsewhere = [...places].filter((name) => name !== article.source);
  const more = elsewhere.length - placesShown;
  return [
    ...(article.url === undefined ? ["no link known"] : []),
    ...(article.titleFrom === "first-sentence" ? ["no headline, so its first sentence"] : []),
    ...(elsewhere.length > 0
      ? [`also at ${elsewhere.slice(0, placesShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`]
      : []),
  ];
}

/** `1 article`, `2,000 articles`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
