import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNewsDate } from "../../src/news/dates.ts";
import { findDate, readDate } from "../../src/sources/text-dates.ts";

describe("a date as people write it", () => {
  it.each([
    ["2019-04-25", "2019-04-25"],
    ["2019/04/25", "2019-04-25"],
    ["2019.4.25", "2019-04-25"],
    ["25 April 2019", "2019-04-25"],
    ["25th of April 2019", "2019-04-25"],
    ["April 25, 2019", "2019-04-25"],
    ["Apr. 25, 2019", "2019-04-25"],
    ["Sept. 3, 2019", "2019-09-03"],
    ["Thursday, 25 April 2019", "2019-04-25"],
    ["Thu, April 25, 2019 at 3:15 PM EDT", "2019-04-25"],
    ["25-Apr-2019", "2019-04-25"],
    ["25.04.2019", "2019-04-25"],
    ["04/25/2019", "2019-04-25"],
    ["25/04/2019", "2019-04-25"],
    ["2019년 4월 25일", "2019-04-25"],
    ["2019年4月25日", "2019-04-25"],
    ["Juche108.4.25", "2019-04-25"],
    ["November 2019", "2019-11"],
    ["2019년 11월", "2019-11"],
    ["2019-11", "2019-11"],
    ["2019", "2019"],
    ["2019-04-25T08:30:00Z", "2019-04-25T08:30:00Z"],
    ["2019-04-25T08:30:00.123+09:00", "2019-04-24T23:30:00Z"],
    ["2019-04-25T23:30-0500", "2019-04-26T04:30:00Z"],
    ["Thu, 25 Apr 2019 08:30:00 +0900", "2019-04-24T23:30:00Z"],
    ["2019-04-25T08:30:00", "2019-04-25"],
    ["2019-04-25 08:30", "2019-04-25"],
  ])("%s is %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each(["yesterday", "31 June 2019", "2019-02-30", "04/05/2019", "Room 2019", "12345", "April 25", "3 March 1066"])(
    "%s is none",
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );

  it("is found inside a line, the first one first", () => {
    expect(findDate("Published 10 March 2019, updated 11 March 2019")).toEqual({
      date: "2019-03-10",
      start: 10,
      end: 23,
    });
  });

  it("is a real date wherever one is found", () => {
    const part = fc.constantFrom(
      "2019",
      "25",
      "4",
      "April",
      "May ",
      "-",
      "/",
      ".",
      ",",
      " ",
      "T08:30",
      "Z",
      "+09:00",
      "년",
      "월",
      "31",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const found = findDate(parts.join(""));
        if (found) expect(parseNewsDate(found.date)).toBe(found.date);
      }),
    );
  });
});
