import { describe, expect, it } from "vitest";
import { articleOf, idsOf, libraryOfTexts, libraryWith, markedIn, peopleIn } from "./newsroom.ts";

const others = Object.fromEntries(
  Array.from({ length: 30 }, (_, number) => [`other${number}`, `Officials spoke of harvest ${number} in the rain.`]),
);
const long = "with the reporters in the capital about the talks, the weather and much else that was asked on that day.";

describe("what was typed with a stop word in it, or as one", () => {
  it.each([
    [
      "under secretary",
      [`The Under Secretary spoke ${long}`, `The undersecretary spoke ${long}`],
      ["The Secretary-General was under pressure. The secretary general left. The secretary waited."],
    ],
    [
      "chief of staff",
      [`The chief of staff spoke ${long}`],
      ["The chief of the general staff left. His staff and the staff of the chief spoke to staff."],
    ],
    ["C&I", [`A C&I deal was signed ${long}`], ["Sinpo-C was seen. Sinpo-C is large."]],
    ["testfired", [`It test-fired two missiles ${long}`], ["The test fires were many. They tested it, and fired him."]],
  ])("%s stands before its words apart", async (query, literal, apart) => {
    const texts = { ...others, ...named("literal", literal), ...named("apart", apart) };
    const found = idsOf(await libraryOfTexts(texts), query).map((id) => id.replace(/\d/, ""));
    expect(found.slice(0, literal.length)).toEqual(literal.map(() => "literal"));
  });

  it("says nothing with an article before it", async () => {
    const texts = { ...others, a: `The summit failed ${long}`, b: "A summit, another summit." };
    expect(idsOf(await libraryOfTexts(texts), "the summit")).toEqual(idsOf(await libraryOfTexts(texts), "summit"));
  });
});

function named(name: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, number) => [`${name}${number}`, text]));
}

describe("a name in whole", () => {
  it("is no reason to mark the family name of somebody else", async () => {
    const text = "[Kim Jong Nam], brother of Kim Jong Un, was [killed]. A [Kim] did it.";
    const library = await libraryOfTexts({ one: text.replaceAll(/[[\]]/g, "") });
    expect(markedIn(library, "who killed Kim Jong Nam")).toBe(text);
  });

  it("is not taken for the beginning of another", async () => {
    const articles = [
      articleOf("minister", { body: "Jeong Kyeong-doo, the defence minister, spoke. Jeong Kyeong-doo left." }),
      articleOf("flood", { body: "Jungphyong-ri was under water. Jungphyong-ri is a village." }),
    ];
    const library = await libraryWith(articles, await peopleIn(articles));
    for (const query of ["Jung Kyeong-doo", "jung kyeong-doo"]) expect(idsOf(library, query)).toEqual(["minister"]);
    expect(idsOf(library, "jungph")).toEqual(["flood"]);
  });
});
