import type { SlotTime } from "../../src/briefings/schedule.ts";

/** A zone's clocks as `Intl` knows them: what the schedule, which is built on `Temporal`, is held against. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A stretch of time with one offset: `until` is its end, and all in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

export interface WallClock {
  /** How often the clocks change. */
  readonly changes: number;
  /** The slot of a local date as the promise has it; none for a date that no clock there ever showed. */
  slot(date: string, time: string): SlotTime | undefined;
}

/** @param from milliseconds since 1970; dates from a day after it to a day before `until` can be asked for */
export function createWallClock(timeZone: string, from: number, until: number): WallClock {
  const offsetAt = createOffsets(timeZone);
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from; at < until; at += 3 * hour) {
    const next = Math.min(at + 3 * hour, until);
    if (offsetAt(next) === offsetAt(at)) continue;
    let [before, after] = [at, next];
    while (after - before > minute) {
      const middle = before + Math.floor((after - before) / 2 / minute) * minute;
      if (offsetAt(middle) === offsetAt(at)) before = middle;
      else after = middle;
    }
    stretches.push({ from: start, until: after, offset: offsetAt(at) });
    start = after;
  }
  stretches.push({ from: start, until, offset: offsetAt(start) });

  /** The instants in a stretch at which its clocks show from the one local time to before the other. */
  const shows = (stretch: Stretch, local: number, localEnd: number) =>
    Math.max(stretch.from, local - stretch.offset) < Math.min(stretch.until, localEnd - stretch.offset);

  return {
    changes: stretches.length - 1,
    slot(date, time) {
      const midnight = Date.parse(`${date}T00:00Z`);
      if (!stretches.some((stretch) => shows(stretch, midnight, midnight + day))) return undefined;
      const local = Date.parse(`${date}T${time}Z`);
      const shown = stretches.find((stretch) => shows(stretch, local, local + 1));
      if (shown) return { date, at: local - shown.offset };
      // Skipped: as long after the change as it would be if there were none.
      const before = stretches.findLast((stretch) => stretch.until + stretch.offset <= local);
      return before && { date, at: local - before.offset };
    },
  };
}

/** What is to be added to UTC, in milliseconds. */
function createOffsets(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute")) - instant;
  };
}

/** The calendar's dates from one to before the other, as `2026-12-01`. */
export function datesBetween(first: string, end: string): readonly string[] {
  const dates = [];
  for (let at = Date.parse(first); at < Date.parse(end); at += day) dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}
