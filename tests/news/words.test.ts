import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plurals from "../../seeds/plurals.json" with { type: "json" };
import spellings from "../../seeds/spellings.json" with { type: "json" };
import synonyms from "../../seeds/synonyms.json" with { type: "json" };
import { editDistance } from "../../src/news/edit-distance.ts";
import { stem } from "../../src/news/stems.ts";
import { words } from "../../src/news/words.ts";

const forms = (text: string) => words(text).map(({ form }) => form);

describe("words", () => {
  it.each([
    ["Kim Jong-un’s", ["kim", "jong", "un"]],
    ["U.S.-led U.N. D.P.R.K.'s", ["us", "led", "un", "dprk"]],
    ["N.Korea N. Korea", ["n", "korea", "n", "korea"]],
    ["J.R.Smith", ["jr", "smith"]],
    ["MPs MP's NGOs ICBMs’ Us As", ["mp", "mp", "ngo", "icbm", "us", "as"]],
    ["1,000 3.5 12,345,678.9 2018,2019", ["1000", "3.5", "12345678.9", "2018", "2019"]],
    ["F35 Hwasong-15", ["f", "35", "hwasong", "15"]],
    ["Ch’ŏngjin O'Brien don't Xi’an", ["chongjin", "obrien", "dont", "xian"]],
    ["ＵＳ ﬁne sum\u00admit", ["us", "fine", "summit"]],
    ["김정은은 DPRK는", ["김", "정", "은", "은", "dprk", "는"]],
    ["@everyone **bold** `code`", ["everyone", "bold", "code"]],
  ])("of %s are %j", (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it("tell capitals, but not in a headline that is all in capitals", () => {
    const capitals = (text: string) => words(text).flatMap((word) => (word.capitals ? [word.form] : []));
    expect(capitals("The US told us of the WHO’s U.N. plan, A and I")).toEqual(["us", "who", "un"]);
    expect(capitals("MPs and ＮＧＯs: As it Is")).toEqual(["mp", "ngo"]);
    expect(capitals("KIM TELLS US WHO LEFT")).toEqual([]);
  });

  it("stand in order, apart, and where they say, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let last = 0;
        for (const { form, start, end } of words(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(form).not.toMatch(/\s/u);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("stems", () => {
  it.each([
    ["denuclearisation", "denuclearized"],
    ["programmes", "program"],
    ["defence", "defenses"],
    ["labour", "labor"],
    ["neighbouring", "neighbors"],
    ["kilometres", "kilometer"],
    ["dialogue", "dialog"],
    ["manoeuvres", "maneuver"],
    ["analysed", "analyzed"],
    ["tested", "testing"],
    ["children", "child"],
    ["gunmen", "gunman"],
    ["congresswomen", "congresswoman"],
    ["crises", "crisis"],
    ["specimens", "specimen"],
  ])("of %s and %s are the same", (british, american) => {
    expect(stem(british)).toBe(stem(american));
  });

  it.each([
    ["four", "for"],
    ["hour", "hor"],
    ["there", "theer"],
    ["omen", "Oman"],
  ])("of %s and %s are not", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe("the edit distance", () => {
  it("counts a swap of neighbours as one, and stops counting past its limit", () => {
    expect(editDistance("pompoe", "pompeo", 2)).toBe(1);
    expect(editDistance("missle", "missile", 2)).toBe(1);
    expect(editDistance("kitten", "sitting", 3)).toBe(3);
    expect(editDistance("kitten", "sitting", 2)).toBe(3);
  });

  it("is the same both ways", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 8) === editDistance(b, a, 8)));
  });
});

describe("the reference data", () => {
  it("gives every group of synonyms several names, each of which is made of words", () => {
    for (const { any, capitals = [], dated = [] } of synonyms) {
      const names = [...any, ...capitals, ...dated];
      expect(names.length).toBeGreaterThan(1);
      expect(new Set(names.map((name) => forms(name).join(" "))).size).toBeGreaterThan(1);
      for (const name of names) expect(words(name)).not.toEqual([]);
      for (const name of capitals) expect(name).toMatch(/^[A-Z]{2,}$/);
      for (const name of dated) expect(words(name)).toHaveLength(1);
    }
  });

  it("gives every irregular plural its singular", () => {
    for (const [plural, singular] of Object.entries(plurals)) {
      expect(singular).not.toBe(plural);
      expect(stem(plural)).toBe(stem(singular));
    }
  });

  it("gives every British spelling another, American one", () => {
    for (const [british, american] of Object.entries(spellings)) expect(american).not.toBe(british);
  });
});
