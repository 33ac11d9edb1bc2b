import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, encodeButton, encodePager } from "../../src/discord/custom-id.ts";

const owner = "1234567890123456789";
const pages = [1, 1, 2, 3, 1000];

test("a short state is whole in every button, so one button alone is enough", () => {
  const target = { command: "search", options: { query: "summit", page: 2 } };
  const ids = encodePager(target, pages, owner) ?? [];
  expect(new Set(ids).size).toBe(pages.length);
  expect(decode(ids[3] ?? "", [])).toEqual({
    owner,
    target: { command: "search", options: { query: "summit", page: 3 } },
  });
});

test("whatever somebody searched for, a pager of five buttons brings it back or is not offered", () => {
  const options = fc.record({
    query: fc.string({ unit: "grapheme", maxLength: 150 }),
    person: fc.string({ maxLength: 40 }),
  });
  fc.assert(
    fc.property(options, fc.nat({ max: 4 }), (options, pressed) => {
      const ids = encodePager({ command: "search", options }, pages, owner);
      if (!ids) return;
      expect(ids.every((id) => id.length <= 100)).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
      const press = decode(ids[pressed] ?? "", [...ids].reverse());
      expect(press).toEqual({ owner, target: { command: "search", options: { ...options, page: pages[pressed] } } });
    }),
  );
});

test("a query of 150 letters with every filter set still gets its pager", () => {
  const options = {
    query: "x".repeat(150),
    person: "kim-jong-un",
    source: "International Business Times Singapore",
    after: "2019-04-25",
    before: "2019-12-31",
  };
  expect(encodePager({ command: "search", options }, pages, owner)).toHaveLength(5);
});

test("pieces of another message or version are not put together", () => {
  const ids = encodePager({ command: "search", options: { query: "x".repeat(150) } }, pages, owner) ?? [];
  expect(decode(ids[1] ?? "", [])).toBeUndefined();
  expect(decode("0.z.1.0.1.[]", [])).toBeUndefined();
  expect(decode("nonsense", ["nonsense"])).toBeUndefined();
});

test("any id that anybody makes up is refused or read, never a fault", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.string().map((tail) => `1.a.1.0.1.${tail}`),
        ),
        { minLength: 1 },
      ),
      (ids) => {
        const press = decode(ids[0] ?? "", ids);
        if (press) expect(typeof press.target.command).toBe("string");
      },
    ),
  );
});

test("a single button carries its invocation, or is not offered where it is too long", () => {
  const target = { command: "who", options: { name: "kim-jong-un" } };
  const id = encodeButton(target, 10, owner) ?? "";
  expect(decode(id, [])).toEqual({ owner, target });
  expect(encodeButton({ command: "search", options: { query: "x".repeat(100) } }, 10, owner)).toBeUndefined();
});
