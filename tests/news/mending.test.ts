import { describe, expect, it } from "vitest";
import { articleOf, idsOf, libraryOfTexts, libraryWith, peopleIn } from "./newsroom.ts";

const library = await libraryOfTexts({
  theft: "Hacking brought in millions. The bank was hacked from Pyongyang.",
  physicist: "Hecker, the physicist, said so.",
  place: "The place was new, and the pressure great. They must plan how to print.",
  talks: "They negotiated at length. Traders traded.",
  water: "The water rose at the chief port. The form was enclosed, and hyperbolic; they were undecided.",
  leader: "Kim Il Sung came by car.",
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

  it.each([
    ...["peace", "palace", "news", "press", "thief", "weather", "plane", "hector's", "trade winds"],
    ...["hypersonic", "undefined", "unclosed"],
  ])("%s is not taken for another word, being one itself", (query) => {
    expect(search(query).corrections).toEqual([]);
  });

  it("is not found under the two letters that a stemmer would leave of it", () => {
    expect(idsOf(library, "ilness")).toEqual([]);
  });

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

describe("a slip", async () => {
  const articles = [
    articleOf("envoys", { body: "Envoys from Israel asked what is real. The IEA and the MoD watched." }),
    articleOf("counsel", { body: "Robert Mueller, the lawyer, asked Putin. Mueller waited." }),
    articleOf("put", { body: "They put it off, and put it down again. A Miller put in a word." }),
    articleOf("mull", { body: "They mulled it over, and mulling took them long. Asians were against modifications." }),
    articleOf("put again", { body: "They put it where MPs and NGOs are. Nobody modified the scene." }),
    articleOf("tax", { body: "A tax bill of three billion was put off." }),
    articleOf("cost", { body: "It costs billions, says a Senegalese in Beijing. Iran agreed." }),
  ];
  const library = await libraryWith(articles, await peopleIn(articles));
  const search = (query: string) => library.search({ query, offset: 0, limit: 9 });

  it.each([
    ["Isreal", "Israel"],
    ["Putn", "Putin"],
    ["bil", "bill"],
    ["sene", "scene"],
    ["agianst", "against"],
    ["Bejing", "Beijing"],
    ["Irna", "Iran"],
  ])("%s is one of %s, not of a shorter or commoner word", (from, to) => {
    expect(search(from)).toMatchObject({ corrections: [{ from, to }], unknown: [] });
    expect(search(from).total).toBeGreaterThan(0);
  });

  it.each(["Robert Muller", "robert muller"])("in the name %s goes by who is named so", (query) => {
    expect(search(query).corrections).toEqual([{ from: query.split(" ")[1], to: "Mueller" }]);
    expect(idsOf(library, query)).toEqual(["counsel"]);
  });

  it.each(["IAEA", "Modi", "Bangkok", "Muller", "Brexit", "Élysée"])("is not what %s is", (query) => {
    expect(search(query)).toMatchObject({ total: 0, corrections: [], unknown: [query] });
  });

  it.each(["IAEA", "Brexit", "mince", "Élysée"])("is not offered for %s", (query) => {
    expect(search(query).suggestions).toEqual([]);
  });

  it("is offered for the name of somebody else", () => {
    expect(search("Muller").suggestions).toEqual(["Miller", "Mueller"]);
  });

  it("is no reason to keep silent about what was taken apart, or taken for a beginning", () => {
    expect(search("taxbill").corrections).toEqual([{ from: "taxbill", to: "tax bill" }]);
    expect(search("watc").corrections).toEqual([{ from: "watc", to: "watched" }]);
    expect(search('"taxbill"').corrections).toEqual([{ from: "taxbill", to: "tax bill" }]);
  });

  it("is none in small letters for an abbreviation", () => {
    for (const query of ["mps", "ngos"]) {
      expect(search(query)).toMatchObject({ total: 1, corrections: [], unknown: [] });
    }
  });
});
