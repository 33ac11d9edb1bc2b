import type { Choice } from "../command.ts";
import { UserError } from "../errors.ts";
import type { Timetable } from "./schedule.ts";

/** `08:30 Asia/Seoul, every day`. */
export function timetableText({ time, timeZone, days }: Timetable): string {
  return `${time} ${timeZone}, ${daysText(days)}`;
}

const clock =
  /^(?<hour>\d{1,2})(?:(?: ?[:.h] ?| )?(?<minute>\d{2}))? ?(?:h|hrs?|hours?)?(?: ?(?<half>[ap])\.? ?(?:m\.?)?)?$/;
const named: ReadonlyMap<string, string> = new Map([
  ["noon", "12:00"],
  ["midday", "12:00"],
  ["midnight", "00:00"],
]);

/**
 * A time of day as somebody types it: `08:30`, `8.30`, `0830`, `20h30`, `8:30am`, `8 pm`, `noon`.
 * @returns `HH:MM`
 * @throws UserError saying what to write instead
 */
export function parseTime(typed: string): string {
  const text = fold(typed);
  const word = named.get(text);
  if (word !== undefined) return word;
  const { hour: hourText, minute: minuteText, half } = clock.exec(text)?.groups ?? {};
  if (hourText === undefined) {
    throw new UserError(
      "That is no time of day. Write it as 08:30, 8:30am or 20:30; the time zone is an option of its own.",
    );
  }
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (minute > 59) throw new UserError(`An hour has no minute ${minute}: minutes go from 00 to 59.`);
  if (half !== undefined) {
    if (hour < 1 || hour > 12)
      throw new UserError(`With am or pm the hour is 1 to 12, not ${hour}; without them it is 0 to 23.`);
    return twoDigits((hour % 12) + (half === "p" ? 12 : 0), minute);
  }
  if (hour === 24 && minute === 0) throw new UserError("Write midnight as 00:00: it is the start of the day.");
  if (hour > 23) throw new UserError(`A day has no hour ${hour}: hours go from 00 to 23.`);
  if (text === hourText) {
    const full = twoDigits(hour, 0);
    throw new UserError(`Please write the minutes too: ${hour >= 1 && hour < 12 ? `${full} or ${hour}pm` : full}.`);
  }
  return twoDigits(hour, minute);
}

function twoDigits(...numbers: readonly number[]): string {
  return numbers.map((number) => `${number}`.padStart(2, "0")).join(":");
}

/** ISO weekdays: 1 = Monday … 7 = Sunday. */
const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const all: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
const weekdays: readonly number[] = [1, 2, 3, 4, 5];
const weekend: readonly number[] = [6, 7];

const groups: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:daily|days?|everyday|all|always)$/, all],
  [/^(?:weekdays?|workdays?|workweek)$/, weekdays],
  [/^weekends?$/, weekend],
];

/**
 * Days of the week as somebody types them: `daily`, `every day`, `weekdays`, `weekends`, `mon-fri`, `sun to thu`,
 * `mon, wed and fri`.
 * @returns ISO weekdays, 1 = Monday … 7 = Sunday, ascending
 * @throws UserError saying what to write instead
 */
export function parseDays(typed: string): readonly number[] {
  const items = fold(typed)
    .replace(/\b(?:working|business|work|week) days?\b/g, "weekdays")
    .replace(/\b(?:to|through|thru|until|till)\b|[‐-―−~]/g, "-")
    .replace(/\b(?:and|every|each|on|only|the|days of the week)\b|[&+/;,.]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ?- ?/g, "-")
    .trim()
    .split(" ");
  const days = new Set(items.flatMap((item) => daysOf(item)));
  return all.filter((day) => days.has(day));
}

function daysOf(item: string): readonly number[] {
  const group = groups.find(([pattern]) => pattern.test(item));
  if (group) return group[1];
  const ends = item.split("-");
  const [from, to] = [dayOf(ends[0]), dayOf(ends.at(-1))];
  if (ends.length > 2 || from === undefined || to === undefined) {
    throw new UserError("Those are no days of the week. Write “every day”, “weekdays”, “mon-fri” or “mon, wed, fri”.");
  }
  return all.slice(0, ((to - from + 7) % 7) + 1).map((_, index) => ((from - 1 + index) % 7) + 1);
}

/** A day by as much of its name as tells it from the others. */
function dayOf(written = ""): number | undefined {
  const start = written.replace(/(?<=day)s$/, "");
  if (start === "") return undefined;
  const fitting = all.filter((day) => nameOf(day).toLowerCase().startsWith(start));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * "every day", "Monday to Friday", "Monday, Wednesday and Friday"; parseDays reads it back.
 * @param days ISO weekdays, ascending, at least one
 */
export function daysText(days: readonly number[]): string {
  if (days.length === 7) return "every day";
  // The one day whose eve is free: where there is but one, the days follow each other.
  const starts = days.filter((day) => !days.includes(day === 1 ? 7 : day - 1));
  const [start] = starts;
  if (start !== undefined && starts.length === 1 && days.length > 2) {
    return `${nameOf(start)} to ${nameOf(((start + days.length - 2) % 7) + 1)}`;
  }
  const listed = days.map(nameOf);
  const last = listed.pop() ?? "";
  return listed.length === 0 ? last : `${listed.join(", ")} and ${last}`;
}

/** What is offered, and other words that it is found by. */
const offered: readonly (readonly [readonly number[], string?])[] = [
  [all, "daily"],
  [weekdays, "weekdays workdays"],
  [weekend, "weekends"],
  [[1, 2, 3, 4, 7]],
  ...all.map((day) => [[day]] as const),
];

/** What is typed so far, as it is understood, then what else it could become. */
export function completeDays(typed: string): readonly Choice[] {
  const wanted = fold(typed);
  const understood = wanted === "" ? [] : understand(wanted);
  const fitting = offered.flatMap(([days, words = ""]) => {
    const text = daysText(days);
    return `${text} ${words}`.toLowerCase().includes(wanted) ? text : [];
  });
  return [...new Set([...understood, ...fitting])].map((text) => ({ name: text, value: text }));
}

function understand(typed: string): readonly string[] {
  try {
    return [daysText(parseDays(typed))];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

function nameOf(day: number): string {
  return names[day - 1] ?? "";
}

/** One line in lower case; full-width digits and the like as plain ones, without invisible characters. */
function fold(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
