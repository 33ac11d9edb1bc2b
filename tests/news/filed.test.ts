import fc from "fast-check";
import { expect, it } from "vitest";
import { filedUnder, filedUnderBeginning, fileUnder } from "../../src/news/filed.ts";

const aName = fc.constantFrom("", "a", "ab", "abc", "b", "kim", "kimjong", "김", "é");

it("what is filed is found under all of its names, and under their beginnings, and nowhere else", () => {
  fc.assert(
    fc.property(fc.array(fc.array(aName, { maxLength: 3 })), aName, (all, asked) => {
      const filed = fileUnder(all);
      const numbers = [...all.keys()];
      expect([...filedUnder(filed, asked)]).toEqual(numbers.filter((number) => all[number]?.includes(asked)));
      const begun = new Set(filedUnderBeginning(filed, asked));
      expect([...begun].sort((a, b) => a - b)).toEqual(
        numbers.filter((number) => all[number]?.some((name) => name.startsWith(asked))),
      );
    }),
  );
});
