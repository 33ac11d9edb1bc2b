import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { completeTimeZone, parseTimeZone } from "../../src/briefings/time-zones.ts";
import { UserError } from "../../src/errors.ts";

const now = Date.parse("2026-12-01T08:30:00Z");
const names = (typed: string) => completeTimeZone(typed, now).map(({ name }) => name);
const zones = (typed: string) => completeTimeZone(typed, now).map(({ value }) => value);

describe("a time zone that is typed", () => {
  test.each([
    ["Asia/Seoul", "Asia/Seoul"],
    ["asia/SEOUL", "Asia/Seoul"],
    ["america/port-au-prince", "America/Port-au-Prince"],
    ["Asia/Ho Chi Minh", "Asia/Ho_Chi_Minh"],
    ["us/eastern", "US/Eastern"],
    ["etc/gmt-9", "Etc/GMT-9"],
    ["Seoul, South Korea (Asia/Seoul) — now 17:30", "Asia/Seoul"],
    ["seoul", "Asia/Seoul"],
    ["Seoul, Korea", "Asia/Seoul"],
    ["ｓｅｏｕｌ", "Asia/Seoul"],
    ["South Korea", "Asia/Seoul"],
    ["ROK", "Asia/Seoul"],
    ["korea", "Asia/Seoul"],
    ["pyongyang", "Asia/Pyongyang"],
    ["P’yŏngyang", "Asia/Pyongyang"],
    ["North Korea", "Asia/Pyongyang"],
    ["DPRK", "Asia/Pyongyang"],
    ["KST", "Asia/Seoul"],
    ["jst", "Asia/Tokyo"],
    ["ET", "America/New_York"],
    ["EST", "America/New_York"],
    ["EDT", "America/New_York"],
    ["PST", "America/Los_Angeles"],
    ["CET", "Europe/Berlin"],
    ["MSK", "Europe/Moscow"],
    ["UTC", "UTC"],
    ["gmt", "UTC"],
    ["Z", "UTC"],
    ["UTC+0", "UTC"],
    ["Korean Time", "Asia/Seoul"],
    ["Eastern Time", "America/New_York"],
    ["Washington, D.C.", "America/New_York"],
    ["washington", "America/New_York"],
    ["Boston", "America/New_York"],
    ["Portland, Maine", "America/New_York"],
    ["Springfield, Ohio", "America/New_York"],
    ["London", "Europe/London"],
    ["UK", "Europe/London"],
    ["Genève", "Europe/Zurich"],
    ["geneva", "Europe/Zurich"],
    ["The Hague", "Europe/Amsterdam"],
    ["the netherlands", "Europe/Amsterdam"],
    ["St. John's", "America/St_Johns"],
    ["Saigon", "Asia/Ho_Chi_Minh"],
    ["Kiev", "Europe/Kyiv"],
    ["China", "Asia/Shanghai"],
    ["New Zealand", "Pacific/Auckland"],
    ["Kosovo", "Europe/Belgrade"],
    ["Lord Howe", "Australia/Lord_Howe"],
  ])("%j is %s", (typed, zone) => {
    expect(parseTimeZone(typed, now)).toBe(zone);
  });

  test.each([
    ["CST", ["America/Chicago", "Asia/Shanghai"]],
    ["BST", ["Europe/London", "Asia/Dhaka"]],
    ["USA", ["America/New_York", "America/Los_Angeles", "America/Chicago"]],
    ["Russia", ["Europe/Moscow", "Asia/Yekaterinburg"]],
    ["springfield", ["America/New_York", "America/Chicago"]],
    ["pyong", ["Asia/Pyongyang"]],
    ["UTC+9", ["Asia/Seoul", "Asia/Tokyo", "Asia/Pyongyang"]],
    ["gmt -3:30", ["America/St_Johns"]],
    ["+0545", ["Asia/Kathmandu"]],
  ])("%j could be several, and the answer lists %j", (typed, listed) => {
    expect(() => parseTimeZone(typed, now)).toThrow(UserError);
    for (const zone of listed) expect(() => parseTimeZone(typed, now)).toThrow(zone);
  });

  test.each(["", "atlantis", "asia/atlantis", "../etc/passwd", "UTC+25", "🕗", "SystemV/EST5", "x".repeat(1000)])(
    "%j is none, and the answer says what to give",
    (typed) => {
      expect(() => parseTimeZone(typed, now)).toThrow(UserError);
      expect(() => parseTimeZone(typed, now)).toThrow(/give a city/i);
    },
  );

  test("a name that may be wrong by an hour for many is not guessed: the zones of EET change their clocks apart", () => {
    expect(() => parseTimeZone("EET", now)).toThrow("could be several");
  });
});

describe("completing a time zone", () => {
  test("a choice shows the place, the zone and its time", () => {
    expect(completeTimeZone("seoul", now)[0]).toEqual({
      name: "Seoul, South Korea (Asia/Seoul) — now 17:30",
      value: "Asia/Seoul",
    });
    expect(names("singapore")[0]).toBe("Singapore (Asia/Singapore) — now 16:30");
  });

  test.each([
    ["pyong", "Asia/Pyongyang"],
    ["dprk", "Asia/Pyongyang"],
    ["north k", "Asia/Pyongyang"],
    ["north", "Asia/Pyongyang"],
    ["kst", "Asia/Seoul"],
    ["busan", "Asia/Seoul"],
    ["south korea", "Asia/Seoul"],
    ["japan", "Asia/Tokyo"],
    ["est", "America/New_York"],
    ["new y", "America/New_York"],
    ["washing", "America/New_York"],
    ["portland ma", "America/New_York"],
    ["london", "Europe/London"],
    ["asia/seo", "Asia/Seoul"],
    ["etc/gmt-9", "Etc/GMT-9"],
    ["utc", "UTC"],
    ["UTC+5:45", "Asia/Kathmandu"],
  ])("%j finds %s first", (typed, zone) => {
    expect(zones(typed)[0]).toBe(zone);
  });

  test("what is ambiguous offers each", () => {
    expect(zones("cst")).toEqual(expect.arrayContaining(["America/Chicago", "Asia/Shanghai", "Asia/Taipei"]));
    expect(zones("korea")).toEqual(["Asia/Seoul", "Asia/Pyongyang"]);
    expect(zones("utc+9").slice(0, 3)).toEqual(["Asia/Tokyo", "Asia/Seoul", "Asia/Pyongyang"]);
  });

  test("nothing typed offers where this news is made and read", () => {
    expect(zones("").slice(0, 2)).toEqual(["Asia/Seoul", "Asia/Pyongyang"]);
    expect(zones("")).toEqual(expect.arrayContaining(["UTC", "America/New_York", "Europe/London"]));
  });

  test("what nothing fits offers nothing", () => {
    expect(zones("zzzz")).toEqual([]);
    expect(zones("🕗")).toEqual(zones(""));
  });

  test("whatever is typed, at most 25 choices come, each once, short enough, and each is a zone that can be used", () => {
    const starts = fc.constantFrom(
      "a",
      "s",
      "united",
      "america/",
      "st",
      "the",
      "gmt+1",
      "pacific",
      "-3",
      "é",
      "(",
      "asia/x",
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme", maxLength: 5 }), starts), (typed) => {
        const choices = completeTimeZone(typed, now);
        expect(choices.length).toBeLessThanOrEqual(25);
        expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
        for (const { name, value } of choices) {
          expect(name.length).toBeLessThanOrEqual(100);
          expect(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(value).timeZoneId).toBe(value);
          expect(parseTimeZone(value, now)).toBe(value);
        }
      }),
    );
  });
});

test("every zone that the runtime lists is read in lower case, and no typed text is a fault", () => {
  const listed = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"));
  for (const zone of listed) expect(parseTimeZone(zone.toLowerCase(), now)).toBe(zone);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      try {
        expect(parseTimeZone(typed, now)).toMatch(/^[A-Z]/);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});
