import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeDays, daysText, parseDays, parseTime, timetableText } from "../../src/briefings/typed-times.ts";
import { UserError } from "../../src/errors.ts";

describe("a time of day", () => {
  test.each([
    ["08:30", "08:30"],
    ["8:30", "08:30"],
    ["8.30", "08:30"],
    ["8 30", "08:30"],
    ["0830", "08:30"],
    ["830", "08:30"],
    ["20h30", "20:30"],
    ["20 h 30", "20:30"],
    ["20h", "20:00"],
    ["2000 hrs", "20:00"],
    ["8:30am", "08:30"],
    ["8:30 a.m.", "08:30"],
    ["830PM", "20:30"],
    ["8am", "08:00"],
    ["8 pm", "20:00"],
    ["8p", "20:00"],
    ["12am", "00:00"],
    ["12:30 am", "00:30"],
    ["12pm", "12:00"],
    ["noon", "12:00"],
    ["Midnight", "00:00"],
    ["00:00", "00:00"],
    ["23:59", "23:59"],
    ["８：３０", "08:30"],
    ["8\u00a0pm", "20:00"],
    ["\u200e08:30\u200b ", "08:30"],
  ])("%j is %s", (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  test.each([
    ["24:00", "00:00"],
    ["2400", "00:00"],
    ["13pm", "1 to 12"],
    ["0:30am", "1 to 12"],
    ["8:75", "no minute 75"],
    ["25:00", "no hour 25"],
    ["8", "08:00 or 8pm"],
    ["20", "20:00"],
    ["08:30 KST", "option of its own"],
    ["", "08:30, 8:30am or 20:30"],
    ["8:5", "08:30, 8:30am or 20:30"],
    ["08:30:00", "08:30, 8:30am or 20:30"],
    ["-8:30", "08:30, 8:30am or 20:30"],
    ["8e1", "08:30, 8:30am or 20:30"],
    ["soon", "08:30, 8:30am or 20:30"],
  ])("%j is none, and the answer says %s", (typed, hint) => {
    expect(() => parseTime(typed)).toThrow(UserError);
    expect(() => parseTime(typed)).toThrow(hint);
  });

  test("every minute of the day is read in each way of writing it", () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const [hour, rest] = [Math.floor(minute / 60), minute % 60];
      const [hh, mm] = [`${hour}`.padStart(2, "0"), `${rest}`.padStart(2, "0")];
      const half = `${hour % 12 || 12}:${mm}${hour < 12 ? "am" : "pm"}`;
      for (const typed of [`${hh}:${mm}`, `${hour}:${mm}`, `${hh}${mm}`, `${hour}${mm}`, `${hour}h${mm}`, half]) {
        expect(parseTime(typed)).toBe(`${hh}:${mm}`);
      }
    }
  });
});

describe("days of the week", () => {
  test.each([
    ["daily", [1, 2, 3, 4, 5, 6, 7]],
    ["Every day", [1, 2, 3, 4, 5, 6, 7]],
    ["weekdays", [1, 2, 3, 4, 5]],
    ["every weekday", [1, 2, 3, 4, 5]],
    ["business days", [1, 2, 3, 4, 5]],
    ["weekends", [6, 7]],
    ["mon-fri", [1, 2, 3, 4, 5]],
    ["Mon. – Fri.", [1, 2, 3, 4, 5]],
    ["Monday to Friday", [1, 2, 3, 4, 5]],
    ["m-f", [1, 2, 3, 4, 5]],
    ["sun-thu", [1, 2, 3, 4, 7]],
    ["Saturday through Monday", [1, 6, 7]],
    ["mon-sun", [1, 2, 3, 4, 5, 6, 7]],
    ["mon, wed, fri", [1, 3, 5]],
    ["fri mon & wed", [1, 3, 5]],
    ["Tuesdays and Thursdays", [2, 4]],
    ["weekends and wed", [3, 6, 7]],
    ["mon-tue, thu-fri", [1, 2, 4, 5]],
    ["Mo We", [1, 3]],
    ["ｍｏｎ", [1]],
  ])("%j are %j", (typed, days) => {
    expect(parseDays(typed)).toEqual(days);
  });

  test.each(["", "t", "s-t", "mon-", "-fri", "mon-foo", "mon-wed-fri", "never", "1-5", "mondayish", "not monday"])(
    "%j are none, and the answer says what to write",
    (typed) => {
      expect(() => parseDays(typed)).toThrow(UserError);
      expect(() => parseDays(typed)).toThrow("mon-fri");
    },
  );

  test.each([
    [[1, 2, 3, 4, 5, 6, 7], "every day"],
    [[1, 2, 3, 4, 5], "Monday to Friday"],
    [[1, 2, 3, 4, 7], "Sunday to Thursday"],
    [[1, 3, 5], "Monday, Wednesday and Friday"],
    [[6, 7], "Saturday and Sunday"],
    [[7], "Sunday"],
  ])("%j read %j", (days, text) => {
    expect(daysText(days)).toBe(text);
  });

  test("any days read back as themselves from their text, and are offered when it is typed", () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (days) => {
        const text = daysText(days);
        expect(parseDays(text)).toEqual(days);
        expect(completeDays(text)[0]).toEqual({ name: text, value: text });
      }),
    );
  });

  test("nothing typed offers the usual ones, part of a name what it could become", () => {
    expect(completeDays("").map(({ name }) => name)).toEqual(expect.arrayContaining(["every day", "Monday to Friday"]));
    expect(completeDays("week").map(({ value }) => value)).toEqual(["Monday to Friday", "Saturday and Sunday"]);
    expect(completeDays("thu").map(({ value }) => value)).toEqual(["Thursday", "Sunday to Thursday"]);
    expect(completeDays("mon, w")[0]?.value).toBe("Monday and Wednesday");
  });
});

test("no typed text is a fault: it is read, or answered with a sentence", () => {
  const pieces = fc.constantFrom("mon", "fri", "-", "to", " ", ",", "every", "day", "8", "30", ":", "am", "h", "days");
  const written = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(pieces, { maxLength: 8 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(written, (typed) => {
      const time = answer(() => parseTime(typed));
      if (time !== undefined) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
      const days = answer(() => parseDays(typed));
      if (days !== undefined) expect(parseDays(daysText(days))).toEqual(days);
      for (const { name, value } of completeDays(typed)) expect(daysText(parseDays(value))).toBe(name);
    }),
  );
});

function answer<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return undefined;
  }
}

test("a timetable reads as one line", () => {
  const timetable = { time: "08:30", timeZone: "Asia/Seoul", days: [1, 2, 3, 4, 5, 6, 7] };
  expect(timetableText(timetable)).toBe("08:30 Asia/Seoul, every day");
});
