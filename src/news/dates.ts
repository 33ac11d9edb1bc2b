import { Temporal } from "temporal-polyfill";

/**
 * A moment as precisely as it is known, in ISO 8601 with reduced precision: `2019`, `2019-11`, `2019-11-19`, or an
 * instant in UTC, `2019-11-19T08:30:00Z`. Plain string order is time order with the less precise first, so an
 * article of "November 2019" never counts as newer than one of the 19th.
 */
export type NewsDate = string;

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?)?)?$/;

/** The date in the form above, or undefined if it is not a real one (no 30 February, no year before 1900). */
export function parseNewsDate(text: string): NewsDate | undefined {
  const parts = shape.exec(text);
  if (!parts) return undefined;
  const [, year, month = "01", day = "01"] = parts;
  if (Number(year) < 1900) return undefined;
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return undefined;
  if (text.includes("T") && Number.isNaN(Date.parse(text))) return undefined;
  return text;
}

/** Orders newest first; the undated last. */
export function newestFirst(a: NewsDate | undefined, b: NewsDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? 1 : -1;
}

/** Milliseconds since 1970, `[start, end)`; an instant starts and ends at once. */
export interface DatedSpan {
  readonly start: number;
  readonly end: number;
}

/** What a date that is known to the day, in UTC, or better may mean; undefined for any other. */
export function spanOf(date: NewsDate | undefined): DatedSpan | undefined {
  if (date === undefined || date.length < "2019-11-19".length) return undefined;
  const start = Date.parse(date);
  return { start, end: date.includes("T") ? start : start + 24 * 60 * 60 * 1000 };
}

const span = /^(?:last\s+|past\s+)?(\d{1,5})\s*(d|days?|w|weeks?|m|months?|y|years?)(?:\s+ago)?$/i;

const numeric = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const dayFirst = /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?<month>[a-z]{3,9})\.?,?\s+(?<year>\d{4})$/;
const monthFirst = /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/;
const months = "january february march april may june july august september october november december".split(" ");

/**
 * A date as somebody types it: `2019-04-25`, `2019/4/25`, `2019-04`, `2019`, `25 April 2019`, `Apr 25, 2019`, `April 2019`,
 * `30 days`, `2 weeks`, `6 months`, `1 year`, `today`, `yesterday`. A span counts back from `now`.
 * @param now milliseconds since 1970
 * @returns undefined if it is none of these
 */
export function parseTypedDate(typed: string, now: number): NewsDate | undefined {
  const text = typed.trim().toLowerCase();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO("UTC").toPlainDate();
  if (text === "today") return today.toString();
  if (text === "yesterday") return today.subtract({ days: 1 }).toString();
  const parts = span.exec(text);
  if (!parts) return parseNewsDate(inDigits(text));
  const [, amount = "", unit = ""] = parts;
  const units = { d: "days", w: "weeks", m: "months", y: "years" } as const;
  const name = units[unit[0] as keyof typeof units];
  try {
    return parseNewsDate(today.subtract({ [name]: Number(amount) }).toString());
  } catch {
    return undefined;
  }
}

/** `2019-04-05` for "2019/4/5" and "5 April 2019"; any other text as it is. */
function inDigits(text: string): string {
  const [, year, month, day] = numeric.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return joined(year, month, day);
  const named = (dayFirst.exec(text) ?? monthFirst.exec(text))?.groups ?? {};
  const number = 1 + months.findIndex((name) => name.startsWith(named.month ?? "-"));
  return number === 0 || named.year === undefined ? text : joined(named.year, `${number}`, named.day);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part === undefined ? [] : part.padStart(2, "0"))).join("-");
}
