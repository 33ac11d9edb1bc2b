import { describe, expect, it } from "vitest";
import { createLibrary } from "../../src/news/create-library.ts";
import { articleOf, idsOf, libraryOfTexts, libraryWith, markedIn, peopleIn } from "./newsroom.ts";

const library = await libraryOfTexts({
  site: "The Punggye-ri site was closed. Reporters saw it.",
  ri: "Ri Yong Ho spoke of the talks. Jong Un listened.",
  chief: "The secretary general of the United Nations spoke in Geneva.",
  state: "The Secretary of State met the attorney general in Geneva.",
  both: "Trump said that Kim had written. Work went on.",
  one: "Trump played golf.",
  joined: "They promised cooperation.",
  surgery: "The operation went well.",
  election: "A general election was held.",
});
const unknownIn = (query: string) => library.search({ query, offset: 0, limit: 9 }).unknown;

describe("words with hyphens between them", () => {
  it.each([
    ["Punggye-ri", ["site"]],
    ["punggye-ri talks", ["ri", "site"]],
    ["Secretary-General", ["chief"]],
    ["Trump-Kim", ["both"]],
    ["co-operation", ["joined"]],
  ])("%s finds %j, and nothing that has only a piece", (query, ids) => {
    expect(idsOf(library, query).sort()).toEqual(ids);
    expect(unknownIn(query)).toEqual([]);
  });

  it("are marked whole", () => {
    expect(markedIn(library, "secretary-general Geneva")).toBe(
      "The [secretary general] of the United Nations spoke in [Geneva].",
    );
  });

  it.each(["Sohae-ri", "Jong-eun", "Ho-Jong", "golf-election", "Yong-nam"])("%s is what no article has", (query) => {
    expect(library.search({ query, offset: 0, limit: 9 })).toMatchObject({
      total: 0,
      unknown: [query],
      corrections: [],
    });
    expect(library.search({ query: `${query} golf`, offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      unknown: [query],
    });
    expect(library.latest({ about: `${query} golf`, limit: 9 }).total).toBe(0);
  });
});

it("a name with a hyphen is found among very many articles that have its parts apart", async () => {
  const apart = Array.from({ length: 1200 }, (_, number) => [`${number}`, "Jong spoke of the talks. Eun listened."]);
  const many = await libraryOfTexts({ ...Object.fromEntries(apart), whole: "Kim Jong-eun spoke of the talks." });
  expect(idsOf(many, "Jong-eun")).toEqual(["whole"]);
});

describe("what no article has", () => {
  it.each([
    ["cholera talks", ["cholera"]],
    ["zzzzqqq golf cholera zzzzqqq", ["zzzzqqq", "cholera"]],
    ['"cholera talks"', ["cholera"]],
    ["golf 金正恩", ["金正恩"]],
    ["the golf of state", []],
    ["golff", []],
    ["golf for $15bn", ["15bn"]],
    ["golf 77%", ["77%"]],
    ["sec", []],
  ])("of %s that is %j", (query, unknown) => {
    expect(unknownIn(query)).toEqual(unknown);
  });
});

describe("a given name", () => {
  it.each(["Kang Kyunghwa", "kang kyunghwa", "Kang Kyung-hwa"])(
    "typed as %s finds the usual spelling, too",
    async (query) => {
      const library = await createLibrary(
        [
          articleOf("a", { body: "Foreign Minister Kang Kyung-wha spoke in Seoul." }),
          articleOf("b", { body: "South Korean Foreign Minister Kang Kyung-wha met Pompeo." }),
          articleOf("c", { body: "Foreign Minister Kang Kyunghwa was elsewhere. Kang laughed." }),
          articleOf("d", { body: "Foreign Minister Kang Kyung-hwa said so before." }),
          articleOf("e", { body: "Kang Chol met the singer Wha Kyung." }),
        ],
        () => undefined,
      );
      expect(idsOf(library, query).sort()).toEqual(["a", "b", "c", "d"]);
      const { hits, unknown } = library.search({ query, offset: 0, limit: 9 });
      expect(unknown).toEqual([]);
      const found = hits.find(({ article }) => article.id === "a")?.excerpt;
      expect(found?.matches.map(([from, to]) => found.text.slice(from, to))).toEqual(["Kang Kyung-wha"]);
    },
  );
});

describe("a word that most articles write with a hyphen", async () => {
  const truce = await libraryOfTexts({
    hyphen: "The cease-fire held in the hills.",
    again: "A cease-fire was signed.",
    plural: "Both cease-fires broke.",
    apart: "They cease work. The fire spread.",
    joined: "The ceasefire began.",
  });
  it.each(["ceasefire", "ceasefires", "cease-fire", "cease-fires"])("is found with it and without: %s", (query) => {
    expect(idsOf(truce, query).sort()).toEqual(["again", "hyphen", "joined", "plural"]);
    expect(truce.search({ query, offset: 0, limit: 9 })).toMatchObject({ corrections: [], unknown: [] });
    const marked = idsOf(truce, query).map((id) => {
      const excerpt = truce
        .search({ query, offset: 0, limit: 9 })
        .hits.find(({ article }) => article.id === id)?.excerpt;
      return excerpt?.matches.map(([from, to]) => excerpt.text.slice(from, to).toLowerCase()).join();
    });
    expect(marked.sort()).toEqual(["cease-fire", "cease-fire", "cease-fires", "ceasefire"]);
    expect(idsOf(truce, `fire -${query}`)).toEqual(["apart"]);
  });
});

describe("two words that one article has as a given name", () => {
  it.each([
    ["Roh Tae-woo", "Roh Tae-woo spoke of the talks.", "It was President Roh-Tae-woo who spoke."],
    ["Hong Kong", "The market of Hong Kong fell.", "In Hong Kong, the market fell."],
    ["air raid", "An air raid killed two.", "Two Killed In Air Raid, they said."],
  ])("%s are looked for apart where most have them otherwise", async (query, usual, rare) => {
    const library = await libraryOfTexts({ one: usual, two: `${usual} Again.`, three: `${usual} So it was.`, rare });
    expect(idsOf(library, query).sort()).toEqual(["one", "rare", "three", "two"]);
  });
});

describe("the full name of somebody whom no article names", async () => {
  const articles = [
    articleOf("park", { body: "They walked in the park. Park Chung-hee was no more." }),
    articleOf("kim", { body: "Kim Jong Un and Jon Kim met the UN." }),
    articleOf("un", { body: "Jon left the UN in Kim's car." }),
    articleOf("joined", { body: "Moon Jaein spoke." }),
  ];
  const library = await libraryWith(articles, await peopleIn(articles));
  const search = (query: string) => library.search({ query, offset: 0, limit: 9 });

  it.each(["Park Geun-hye", "park geun-hye", "Park Geun Hye", "Kim Jon Un", "Kim Jon-un"])(
    "%s is no reason to list its parts",
    (query) => {
      expect(search(query)).toMatchObject({ total: 0, unknown: [query] });
      expect(search(`${query} walked`)).toMatchObject({ total: 1, unknown: [query] });
    },
  );

  it("doesn't hide whom it nearly names", () => {
    expect(search("Kim Jon Un").didYouMean.map(({ query }) => query)).toEqual(["Kim Jong Un"]);
  });

  it("is not what is written in another way", () => {
    for (const query of ["Moon Jae In", "Moon Jae-in"]) expect(idsOf(library, query)).toEqual(["joined"]);
    for (const query of ["kim jon un", "Kim NOT Xi"]) expect(idsOf(library, query)).not.toEqual([]);
  });
});
