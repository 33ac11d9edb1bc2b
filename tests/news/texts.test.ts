import fc from "fast-check";
import { expect, it } from "vitest";
import { countOf, firstFrom, joinTexts, placeOf, textAt } from "../../src/news/texts.ts";

const aText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 4 }),
  fc.constantFrom("", "a", "ab", "abc", "b", "é", "김"),
);

it("many texts in one are those that were joined", () => {
  fc.assert(
    fc.property(fc.array(aText), (texts) => {
      const joined = joinTexts(texts);
      expect(Array.from({ length: countOf(joined) }, (_, place) => textAt(joined, place))).toEqual(texts);
      expect(textAt(joined, texts.length)).toBeUndefined();
      expect(textAt(joined, -1)).toBeUndefined();
    }),
  );
});

it("an ascending one is found where it is, and only there", () => {
  fc.assert(
    fc.property(fc.uniqueArray(aText), aText, (texts, wanted) => {
      const sorted = texts.sort();
      const joined = joinTexts(sorted);
      const first = sorted.findIndex((text) => text >= wanted);
      expect(firstFrom(joined, wanted)).toBe(first < 0 ? sorted.length : first);
      expect(placeOf(joined, wanted)).toBe(sorted.includes(wanted) ? sorted.indexOf(wanted) : undefined);
      for (const [place, text] of sorted.entries()) expect(placeOf(joined, text)).toBe(place);
    }),
  );
});
