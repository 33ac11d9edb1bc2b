import fc from "fast-check";
import { expect, test } from "vitest";
import { newestFirst, parseNewsDate, parseTypedDate } from "../../src/news/dates.ts";

const now = Date.parse("2026-03-31T10:00:00Z");

test.each([
  ["2019-04-25", "2019-04-25"],
  [" 2019-04 ", "2019-04"],
  ["2019", "2019"],
  ["30 days", "2026-03-01"],
  ["1 day ago", "2026-03-30"],
  ["last 2 weeks", "2026-03-17"],
  ["1 month", "2026-02-28"],
  ["6m", "2025-09-30"],
  ["1 Year", "2025-03-31"],
  ["today", "2026-03-31"],
  ["yesterday", "2026-03-30"],
  ["2024-02-29", "2024-02-29"],
  ["2019/04/25", "2019-04-25"],
  ["2019-4-5", "2019-04-05"],
  ["2019/4", "2019-04"],
  ["April 2019", "2019-04"],
  ["25 April 2019", "2019-04-25"],
  ["1st sept. 2019", "2019-09-01"],
  ["Apr 5, 2019", "2019-04-05"],
])("%j is the date %s", (typed, date) => {
  expect(parseTypedDate(typed, now)).toBe(date);
});

test.each([
  "",
  "soon",
  "2019-13",
  "2019-02-30",
  "2023-02-29",
  "0000-01-01",
  "1066",
  "99999 years",
  "-3 days",
  "25.04.2019",
  "2019/13/1",
  "31 April 2019",
  "Aprill 2019",
  "summit 2019",
  "April",
])("%j is no date", (typed) => {
  expect(parseTypedDate(typed, now)).toBeUndefined();
});

test.each(["2019-04-25T25:00:00Z", "2019-04-25T10:00:00+09:00", "2019-04-25T10:00Z"])(
  "%s is no instant in UTC",
  (text) => {
    expect(parseNewsDate(text)).toBeUndefined();
  },
);

test("the newest is first, a less precise date never counts as newer, the undated are last", () => {
  const dates = ["2019-04", undefined, "2019", "2019-04-25T10:00:00Z", "2019-04-25", "2020"];
  expect(dates.sort(newestFirst)).toEqual(["2020", "2019-04-25T10:00:00Z", "2019-04-25", "2019-04", "2019", undefined]);
});

test("no typed text is a fault, and what is taken is a date", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,6} (days|weeks|months|years)$/)), (typed) => {
      const date = parseTypedDate(typed, now);
      if (date !== undefined) expect(parseNewsDate(date)).toBe(date);
    }),
  );
});
