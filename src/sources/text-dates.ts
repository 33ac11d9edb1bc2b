import { type NewsDate, parseNewsDate } from "../news/dates.ts";

/** A date as people write it, found in a text at `[start, end)`. */
export interface FoundDate {
  readonly date: NewsDate;
  readonly start: number;
  readonly end: number;
}

const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekday = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?/i;
const clock =
  /(?:\bat\s)?\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s?\(?(?:[A-Z]{1,5}T|UTC|Z)\b\)?(?:[+-]\d{1,2})?|\s?[+-]\d{2}:?\d{2})?|\b\d{1,2}\s?[ap]\.?m\b\.?/i;

/** One way to write a date; `read` gives it in ISO form, which is then checked to be a real one. */
interface Notation {
  readonly pattern: RegExp;
  readonly read: (parts: readonly (string | undefined)[]) => string | undefined;
}

const notations: readonly Notation[] = [
  {
    pattern:
      /\b(\d{4}-\d{2}-\d{2})(?:T| )(\d{2}:\d{2})(:\d{2})?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?!\w)/i,
    read: ([, day, time, seconds = ":00", zone]) =>
      zone === undefined ? day : instant(`${day}T${time}${seconds}`, zone),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2}) ${monthName} (\\d{4}) (\\d{1,2}:\\d{2})(:\\d{2})? (Z|UTC|GMT|[+-]\\d{2}:?\\d{2})(?!\\w)`,
      "i",
    ),
    read: ([, day, month, year, time = "", seconds = ":00", zone = "Z"]) =>
      instant(`${iso(year, monthNumber(month), day)}T${time.padStart(5, "0")}${seconds}`, zone),
  },
  { pattern: /\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\b/, read: ([, year, , month, day]) => iso(year, month, day) },
  {
    pattern: new RegExp(`\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? ?(\\d{4})\\b`, "i"),
    read: ([, month, day, year]) => iso(year, monthNumber(month), day),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${monthName}[ -]?,? ?(\\d{4})\\b`, "i"),
    read: ([, day, month, year]) => iso(year, monthNumber(month), day),
  },
  {
    pattern: /(?<!\d)(\d{4}) ?[년年] ?(\d{1,2}) ?[월月](?: ?(\d{1,2}) ?[일日])?/,
    read: ([, year, month, day]) => iso(year, month, day),
  },
  {
    // North Korea's own calendar, at the foot of every KCNA report: Juche 1 is 1912.
    pattern: /\bJuche ?(\d{2,3})\.(\d{1,2})\.(\d{1,2})\b\.?/i,
    read: ([, year, month, day]) => iso(String(Number(year) + 1911), month, day),
  },
  { pattern: /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/, read: ([, day, month, year]) => iso(year, month, day) },
  {
    pattern: /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/,
    // 04/05/2019 is April in one country and May in another: only what can be read in one way is a date.
    read: ([, first = "", second = "", year]) =>
      Number(first) > 12 || first === second
        ? iso(year, second, first)
        : Number(second) > 12
          ? iso(year, first, second)
          : undefined,
  },
  {
    pattern: new RegExp(`\\b${monthName},? (\\d{4})\\b`, "i"),
    read: ([, month, year]) => iso(year, monthNumber(month)),
  },
];

/** The date that the whole text is: any of the notations above, `2019-04` or `2019`, with a weekday or a time around. */
export function readDate(text: string): NewsDate | undefined {
  const trimmed = text.trim();
  if (/^\d{4}(?:-\d{2})?$/.test(trimmed)) return parseNewsDate(trimmed);
  const found = findDate(trimmed);
  if (found === undefined) return undefined;
  return withoutDate(trimmed, found) === "" ? found.date : undefined;
}

/** The first date in the text, the most exact way of reading it first; a year alone doesn't count. */
export function findDate(text: string): FoundDate | undefined {
  let first: FoundDate | undefined;
  if (!/\d{4}|juche/i.test(text)) return undefined;
  for (const { pattern, read } of notations) {
    const parts = pattern.exec(text);
    if (!parts || (first !== undefined && parts.index >= first.start)) continue;
    const date = parseNewsDate(read(parts) ?? "");
    if (date !== undefined) first = { date, start: parts.index, end: parts.index + parts[0].length };
  }
  return first;
}

/** What a line says besides its date: weekday, time of day and punctuation are gone too. */
export function withoutDate(text: string, { start, end }: FoundDate): string {
  return `${text.slice(0, start)} ${text.slice(end)}`
    .replace(weekday, " ")
    .replace(clock, " ")
    .replace(/[\s,|•·/()–—-]+/g, " ")
    .trim();
}

/** 1 for January; undefined if it isn't the name of a month. */
function monthNumber(name = ""): string | undefined {
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? undefined : String(at + 1);
}

function iso(year: string | undefined, month: string | undefined, day?: string): string | undefined {
  if (year === undefined || month === undefined) return undefined;
  return [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, "0")).join("-");
}

/** In UTC, without fractions of a second. */
function instant(local: string, zone: string): string | undefined {
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, "$1:$2") : "Z";
  const time = Date.parse(local + offset);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
