import { describe, expect, it } from "vitest";
import { articleOf, idsOf, libraryWith, markedIn } from "./newsroom.ts";

const library = await libraryWith([
  articleOf("summit", { body: "The summit failed.", source: "SpaceWar", credit: "AFP", publishedAt: "2019-02" }),
  articleOf("talks", {
    body: "Envoys held long talks in Sweden, and left.",
    source: "SpaceWar",
    credit: "AFP",
    author: "By Maria Panina and Jo Doe",
    publishedAt: "2019-04",
  }),
  articleOf("bolton", { body: "Bolton left.", credit: "The Associated Press", publishedAt: "2019-09" }),
  articleOf("harvest", { body: "Guterres presses Pyongyang to associate.", source: "Yonhap News Agency" }),
  articleOf("state", { body: "A rocket flew.", source: "KCNA Watch", credit: "Korean Central News Agency" }),
  articleOf("policy", { body: "A new foreign policy was announced.", source: "Daily Post" }),
  articleOf("other", { body: "The summit of the mountain. Bolton climbed.", source: "Foreign Policy" }),
]);
const unknownIn = (query: string) => library.search({ query, offset: 0, limit: 9 }).unknown;

describe("when an article was published", () => {
  const texts = [
    "The talks in Stockholm failed.",
    "Talks in Stockholm, talks in Geneva.",
    "In April 2019 nothing failed.",
  ];
  const dates = ["2019-10-05T08:00:00Z", "2018-10-05", "2019-04"];
  it.each([
    ["April 2019", "2"],
    ["talks stockholm october 2019", "0"],
    ["5 October 2018 talks", "1"],
    ["2019-10", "0"],
    ["Oct 2019", "0"],
    ["failed 2019-10-05", "0"],
  ])("is found as %s", async (query, id) => {
    const dated = texts.map((body, at) => articleOf(`${at}`, { body, publishedAt: dates[at] ?? "" }));
    const inTime = await libraryWith(dated);
    expect(idsOf(inTime, query)[0]).toBe(id);
    expect(inTime.search({ query, offset: 0, limit: 9 })).toMatchObject({ unknown: [], corrections: [] });
  });
});

describe("whoever published, supplied or wrote an article", () => {
  it.each([
    ["SpaceWar", ["talks", "summit"]],
    ["space war", ["talks", "summit"]],
    ["yonhap", ["harvest"]],
    ["KCNA", ["state"]],
    ["Korean Central News Agency", ["state"]],
    ["Agence France-Presse", []],
    ["AP", ["bolton"]],
    ['"Associated Press"', ["bolton"]],
    ["Maria Panina", ["talks"]],
    ["panina", ["talks"]],
  ])("%s finds its articles, the newest first", (query, ids) => {
    expect(idsOf(library, query)).toEqual(ids);
    if (ids.length > 0) expect(unknownIn(query)).toEqual([]);
  });

  it.each([
    ["AFP summit", "summit"],
    ["Associated Press Bolton", "bolton"],
    ["foreign policy", "policy"],
  ])("in %s is preferred to others who have the words, and second to its own subject", (query, first) => {
    expect(idsOf(library, query)[0]).toBe(first);
    expect(unknownIn(query)).toEqual([]);
  });

  it("can be excluded", () => {
    expect(idsOf(library, "bolton -AP")).toEqual(["other"]);
    expect(idsOf(library, 'bolton -"Foreign Policy"')).toEqual(["bolton"]);
  });

  it("is not found by a word that articles have, nor by what outlets have in common", () => {
    expect(idsOf(library, "pressing")).toEqual(["harvest"]);
    expect(idsOf(library, "talks agency")).toEqual(["talks"]);
    expect(unknownIn("talks agency")).toEqual(["agency"]);
  });

  it("is never marked", () => {
    expect(markedIn(library, "AFP summit")).toBe("The [summit] failed.");
  });
});
