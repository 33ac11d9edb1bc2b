import { describe, expect, it } from "vitest";
import { idsOf, libraryOfTexts } from "./newsroom.ts";

const library = await libraryOfTexts({
  theft: "Hacking brought in millions. The bank was hacked from Pyongyang.",
  physicist: "Hecker, the physicist, said so.",
  place: "The place was new, and the pressure great. They must plan how to print.",
  talks: "They negotiated at length. Traders traded.",
  water: "The water rose at the chief port.",
});
const search = (query: string) => library.search({ query, offset: 0, limit: 9 });

describe("a word that no article has", () => {
  it.each([
    ["hackers", "hacked", ["theft"]],
    ["hacker", "hacked", ["theft"]],
    ["negotiator", "negotiated", ["talks"]],
    ["printing", "print", ["place"]],
  ])("%s goes to a relative", (query, to, ids) => {
    expect(idsOf(library, query)).toEqual(ids);
    for (const correction of search(query).corrections) expect([to, "hacking"]).toContain(correction.to.toLowerCase());
  });

  it.each(["peace", "palace", "news", "press", "thief", "weather", "plane", "hector's", "trade winds"])(
    "%s is not taken for another word, being one itself",
    (query) => {
      expect(search(query).corrections).toEqual([]);
    },
  );

  it.each([
    ["pyonyang", "Pyongyang"],
    ["presure", "pressure"],
    ["negotaited", "negotiated"],
    ["physcist", "physicist"],
  ])("%s is mended", (from, to) => {
    expect(search(from).corrections).toEqual([{ from, to }]);
  });

  it("that is no English one is taken for a beginning", () => {
    expect(idsOf(library, "negot")).toEqual(["talks"]);
    expect(idsOf(library, "press")).toEqual([]);
  });
});
