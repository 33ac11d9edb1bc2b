import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphs, sentences } from "../../src/news/sentences.ts";

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["dotted abbreviations", ["The U.S. President met Mr. Kim.", "He left."]],
    ["a sentence that ends with an abbreviation", ["They flew to the U.S.", "The talks failed."]],
    ["North Korea in short", ["N. Korea fired one.", "N.Korea denied it."]],
    ["ranks and titles", ["Lt. Gen. Pak spoke to Sen. Graham.", "Then he left."]],
    ["dates and times", ["It began on Nov. 5 at 10 a.m. Korea time.", "It ended soon."]],
    ["initials", ["John R. Bolton and J. D. Vance met.", "Both spoke."]],
    ["decimals and money", ["It cost $3.5 million.", "That was 2.5 times more."]],
    ["quotations", ['"We go."', "“Never.”", "He left (by train).", "She stayed."]],
    ["a question inside a sentence", ['"Really?" he asked.', "Nobody answered."]],
    ["ellipses", ["He waited… and waited.", "Nothing...", "Then it came."]],
    [
      "numbers that are words",
      ["Site No. 5 was closed.", "He said no.", "They agreed in 2019.", "Nothing came of it."],
    ],
    ["more ranks", ["Brig. Gen. An, Vice Adm. Lee and Asst. Sec. Stilwell came.", "Pvt. King did not."]],
    ["the United Nations", ["The U.N. Security Council met in Washington, D.C.", "It was told of 3.26 tons."]],
    ["a company", ["Daesong Co. Ltd. sold it.", "Kim Chaek Univ. students did not."]],
    ["titles in capitals", ["MR. KIM AND LT. GEN. PAK MET AT NO. 5.", "THE TALKS FAILED."]],
    ["abbreviations in capitals", ["The ID. SPACE and MSG. PAK are here.", "Nobody is."]],
    ["words in capitals that end a sentence", ["He spoke of the DPRK.", "KCNA said so.", "IT MUST END.", "KIM LEFT."]],
    [
      "a question and who asks it",
      ["“Why now?” Choe Son Hui asked.", "“Go!” Mr. Trump said.", "“No.”", "Then he left."],
    ],
    ["a list", ["1. Halt all tests.", "2. Return the remains."]],
    ["Korean", ["김정은은 말했다.", "그는 떠났다."]],
    ["Japanese", ["会談した。", "「行く。」と言った。"]],
  ])("keeps %s whole", (_, expected) => {
    expect(split(expected.join(" "))).toEqual(expected);
  });

  it("parts two sentences that lost the space between them", () => {
    expect(split("They ended the talks.The two men left.")).toEqual(["They ended the talks.", "The two men left."]);
  });

  it("never crosses a paragraph", () => {
    expect(split("Headline without a stop\n\nText.\n\n\n\n  ")).toEqual(["Headline without a stop", "Text."]);
  });

  it("loses nothing but white space, whatever the text", () => {
    const piece = fc.constantFrom(
      ". ",
      "! ",
      "…",
      "\n\n",
      "\n",
      '"',
      "”",
      ")",
      "U.S.",
      "Mr.",
      "Kim",
      "a",
      "5",
      "。",
      "」",
      "😀",
      " ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece).map((pieces) => pieces.join("")),
        ),
        (text) => {
          let last = 0;
          for (const { start, end } of sentences(text)) {
            expect(text.slice(last, start).trim()).toBe("");
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            expect(text.slice(start, end)).not.toContain("\n\n");
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(text.slice(last).trim()).toBe("");
          expect(paragraphs(text).every(({ start, end }) => !text.slice(start, end).includes("\n\n"))).toBe(true);
        },
      ),
    );
  });
});
