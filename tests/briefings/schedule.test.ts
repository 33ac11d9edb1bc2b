import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextSlot, type SlotTime, slotsBetween, type Timetable } from "../../src/briefings/schedule.ts";
import { createWallClock, datesBetween } from "./wall-clock.ts";

const daily = [1, 2, 3, 4, 5, 6, 7];
const day = 24 * 60 * 60 * 1000;

/** Years, how often the clocks change in them, and the one date without a slot. */
const years = [
  { timeZone: "Australia/Lord_Howe", year: 2026, changes: 2 },
  { timeZone: "America/New_York", year: 2026, changes: 2 },
  { timeZone: "Europe/London", year: 2026, changes: 2 },
  { timeZone: "Asia/Seoul", year: 2026, changes: 0 },
  { timeZone: "Asia/Pyongyang", year: 2026, changes: 0 },
  { timeZone: "Africa/Casablanca", year: 2025, changes: 2 },
  { timeZone: "Asia/Kathmandu", year: 2026, changes: 0 },
  { timeZone: "Pacific/Apia", year: 2026, changes: 0 },
  { timeZone: "Pacific/Auckland", year: 2026, changes: 2 },
  { timeZone: "America/St_Johns", year: 2010, changes: 2 },
  { timeZone: "Antarctica/Troll", year: 2025, changes: 2 },
  { timeZone: "Pacific/Chatham", year: 2026, changes: 2 },
  { timeZone: "America/Scoresbysund", year: 2025, changes: 2 },
  { timeZone: "America/Santiago", year: 2025, changes: 2 },
  { timeZone: "Pacific/Apia", year: 2011, changes: 3, without: "2011-12-30" },
  { timeZone: "Pacific/Kwajalein", year: 1993, changes: 1, without: "1993-08-21" },
  { timeZone: "Asia/Pyongyang", year: 2015, changes: 1 },
  { timeZone: "Asia/Pyongyang", year: 2018, changes: 1 },
].map((one) => {
  const [first, end] = [`${one.year}-01-01`, `${one.year + 1}-01-01`];
  const clock = createWallClock(one.timeZone, Date.parse(first) - 3 * day, Date.parse(end) + 3 * day);
  return { ...one, clock, dates: datesBetween(first, end) };
});

const minuteOfDay = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) => [minute / 60, minute % 60].map((part) => `${Math.floor(part)}`.padStart(2, "0")).join(":"));
const someDays = fc.subarray(daily, { minLength: 1 });
const someYear = fc.constantFrom(...years);

/** All slots of a local year. */
function slotsOf(timetable: Timetable, dates: readonly string[]): readonly SlotTime[] {
  const [first = "", last = ""] = [dates[0], dates.at(-1)];
  const slots = slotsBetween(timetable, Date.parse(first) - 2 * day, Date.parse(last) + 3 * day);
  return slots.filter(({ date }) => date >= first && date <= last);
}

test.each(years)("$timeZone changes its clocks $changes times in $year", ({ clock, changes }) => {
  expect(clock.changes).toBe(changes);
});

test.each(years)("every local day of $year in $timeZone has one slot, at its time as the clocks show it", (year) => {
  const { timeZone, clock, dates } = year;
  fc.assert(
    fc.property(minuteOfDay, (time) => {
      const slots = slotsOf({ time, timeZone, days: daily }, dates);
      expect(slots).toEqual(dates.flatMap((date) => clock.slot(date, time) ?? []));
      expect(slots.map(({ date }) => date)).toEqual(dates.filter((date) => date !== year.without));
    }),
    { numRuns: 4, examples: [["00:00"], ["02:30"]] },
  );
});

test("a later date has a later instant", () => {
  fc.assert(
    fc.property(someYear, minuteOfDay, ({ timeZone, dates }, time) => {
      const slots = slotsOf({ time, timeZone, days: daily }, dates);
      for (const [index, { at }] of slots.entries()) expect(at).toBeGreaterThan(slots[index - 1]?.at ?? 0);
    }),
    { numRuns: 10 },
  );
});

test("the slots of a stretch are those that come one after the other", () => {
  const start = fc.integer({ min: 0, max: 330 * day });
  const length = fc.integer({ min: 0, max: 30 * day });
  fc.assert(
    fc.property(someYear, minuteOfDay, someDays, start, length, ({ timeZone, year }, time, days, offset, span) => {
      const timetable = { time, timeZone, days };
      const after = Date.UTC(year) + offset;
      const walked: SlotTime[] = [];
      for (let at = after; walked.length < 40; ) {
        const slot = nextSlot(timetable, at);
        if (slot.at > after + span) break;
        walked.push(slot);
        at = slot.at;
      }
      expect(slotsBetween(timetable, after, after + span)).toEqual(walked);
    }),
    { numRuns: 60 },
  );
});

test("only the days of the timetable have slots", () => {
  fc.assert(
    fc.property(someYear, minuteOfDay, someDays, ({ timeZone, dates }, time, days) => {
      const all = slotsOf({ time, timeZone, days: daily }, dates);
      const wanted = all.filter(({ date }) => days.includes(new Date(date).getUTCDay() || 7));
      expect(slotsOf({ time, timeZone, days }, dates)).toEqual(wanted);
    }),
    { numRuns: 10 },
  );
});

describe("what clocks do", () => {
  const at = (timeZone: string, time: string, date: string) => {
    const slots = slotsBetween({ time, timeZone, days: daily }, Date.parse(date) - 2 * day, Date.parse(date) + 3 * day);
    return slots.filter((slot) => slot.date === date).map((slot) => new Date(slot.at).toISOString().slice(0, 16));
  };

  test.each([
    ["a time that is skipped runs at the shifted time", "America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30"],
    ["a time that comes twice runs the first time", "America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30"],
    ["half an hour is skipped", "Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45"],
    ["the skipped half-hour ends with the day", "Asia/Pyongyang", "23:45", "2018-05-04", "2018-05-04T15:15"],
    ["half an hour comes twice", "Asia/Pyongyang", "23:45", "2015-08-14", "2015-08-14T14:45"],
    ["a skipped time may come after midnight", "America/Scoresbysund", "23:30", "2025-03-29", "2025-03-30T01:30"],
    ["midnight itself is skipped", "America/Santiago", "00:00", "2025-09-07", "2025-09-07T04:00"],
    ["two hours are skipped", "Antarctica/Troll", "01:30", "2025-03-30", "2025-03-30T01:30"],
  ])("%s: %s %s on %s", (_what, timeZone, time, date, instant) => {
    expect(at(timeZone, time, date)).toEqual([instant]);
  });

  test("a slot that was shifted past midnight still belongs to the day before, and comes next", () => {
    const timetable = { time: "23:30", timeZone: "America/Scoresbysund", days: daily };
    const shifted = { date: "2025-03-29", at: Date.parse("2025-03-30T01:30Z") };
    expect(nextSlot(timetable, Date.parse("2025-03-30T01:10Z"))).toEqual(shifted);
    expect(slotsBetween(timetable, Date.parse("2025-03-30T01:10Z"), shifted.at)).toEqual([shifted]);
  });

  test("a day that begins, and begins again after clocks went back over midnight, has had its slot", () => {
    const timetable = { time: "00:00", timeZone: "America/St_Johns", days: daily };
    const first = { date: "2010-11-07", at: Date.parse("2010-11-07T02:30Z") };
    const [before, backAt2345] = [Date.parse("2010-11-07T02:00Z"), Date.parse("2010-11-07T03:15Z")];
    expect(slotsBetween(timetable, before, backAt2345)).toEqual([first]);
    expect(nextSlot(timetable, backAt2345).date).toBe("2010-11-08");
  });

  test("a date that a zone left out has no slot", () => {
    expect(at("Pacific/Apia", "08:30", "2011-12-29")).toEqual(["2011-12-29T18:30"]);
    expect(at("Pacific/Apia", "08:30", "2011-12-30")).toEqual([]);
    expect(at("Pacific/Apia", "08:30", "2011-12-31")).toEqual(["2011-12-30T18:30"]);
  });

  test("a weekly briefing on a day that was left out comes a week later", () => {
    const fridays = { time: "08:30", timeZone: "Pacific/Apia", days: [5] };
    expect(nextSlot(fridays, Date.parse("2011-12-24T00:00Z")).date).toBe("2012-01-06");
  });
});

test("the next slot is after the instant, not at it", () => {
  const timetable = { time: "08:30", timeZone: "Asia/Seoul", days: daily };
  const at = Date.parse("2026-11-30T23:30Z");
  expect(nextSlot(timetable, at - 1)).toEqual({ date: "2026-12-01", at });
  expect(nextSlot(timetable, at)).toEqual({ date: "2026-12-02", at: at + day });
  expect(slotsBetween(timetable, at, at + day)).toEqual([{ date: "2026-12-02", at: at + day }]);
  expect(slotsBetween(timetable, at + day, at)).toEqual([]);
});

test("of a long stretch the newest 400 slots are given", () => {
  const timetable = { time: "08:30", timeZone: "Asia/Seoul", days: daily };
  const slots = slotsBetween(timetable, 0, Date.parse("2026-12-01T12:00Z"));
  expect(slots).toHaveLength(400);
  expect(slots.at(-1)?.date).toBe("2026-12-01");
  expect(slots[0]?.date).toBe("2025-10-28");
});

test("a timetable that can't be kept is refused, not searched forever", () => {
  const good = { time: "08:30", timeZone: "Asia/Seoul", days: daily };
  for (const bad of [{ days: [] }, { time: "25:00" }, { timeZone: "Asia/Atlantis" }]) {
    expect(() => nextSlot({ ...good, ...bad }, 0)).toThrow(RangeError);
  }
});
