import { Temporal } from "temporal-polyfill";

/** When a briefing is due, in the channel's own time zone. */
export interface Timetable {
  /** Wall-clock time, `08:30`. */
  readonly time: string;
  /** IANA name: `Asia/Seoul`. */
  readonly timeZone: string;
  /** ISO weekdays, 1 = Monday … 7 = Sunday, ascending, at least one. */
  readonly days: readonly number[];
}

/** One day on which a briefing is due. */
export interface SlotTime {
  /** The local date, `2026-12-01`: with the schedule's id, the slot's key. */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How many slots are looked back on, at most. */
const mostSlots = 400;
/** In so many days there is a slot, whatever a zone does: a week, whose one day may be left out, and a week. */
const longestWait = 16;

/**
 * The first slot after an instant, and not at it. A local date has one slot at most: a time that the clocks skip runs at
 * the shifted time (02:30 becomes 03:30), one that comes twice runs the first time, a date that the zone left out has
 * none. Later dates have later instants.
 * @param after milliseconds since 1970, an integer
 * @throws RangeError if the timetable has no days, no real time or no known zone
 */
export function nextSlot(timetable: Timetable, after: number): SlotTime {
  // From the day before on: its slot may have been shifted past midnight, and so into today.
  let date = localDate(timetable, after).subtract({ days: 1 });
  for (let tried = 0; tried <= longestWait; tried++) {
    const slot = slotOn(timetable, date);
    if (slot && slot.at > after) return slot;
    date = date.add({ days: 1 });
  }
  throw new RangeError("A timetable has at least one day of the week");
}

/**
 * Every slot with `after < at <= until`, earliest first; where there are more than 400, the newest 400.
 * @param after milliseconds since 1970, an integer, and so is `until`
 * @throws RangeError if the timetable has no real time or no known zone
 */
export function slotsBetween(timetable: Timetable, after: number, until: number): readonly SlotTime[] {
  const slots: SlotTime[] = [];
  const first = localDate(timetable, after).subtract({ days: 1 });
  // Tomorrow may have begun once before, where the clocks went back over midnight.
  let date = localDate(timetable, until).add({ days: 1 });
  while (slots.length < mostSlots && Temporal.PlainDate.compare(date, first) >= 0) {
    const slot = slotOn(timetable, date);
    if (slot && slot.at > after && slot.at <= until) slots.push(slot);
    date = date.subtract({ days: 1 });
  }
  return slots.reverse();
}

function slotOn({ time, timeZone, days }: Timetable, date: Temporal.PlainDate): SlotTime | undefined {
  if (!days.includes(date.dayOfWeek)) return undefined;
  const zoned = date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: "compatible" });
  if (!zoned.toPlainDate().equals(date) && !exists(date, timeZone)) return undefined;
  return { date: date.toString(), at: zoned.epochMilliseconds };
}

/** Not so where a zone changed sides of the date line: Samoa had no 30 December 2011. */
function exists(date: Temporal.PlainDate, timeZone: string): boolean {
  return date.toZonedDateTime(timeZone).toPlainDate().equals(date);
}

function localDate({ timeZone }: Timetable, instant: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}
