import { describe, expect, it } from "vitest";
import { articleOf, libraryOfTexts, libraryWith } from "./newsroom.ts";

describe("filters", () => {
  const articles = [
    articleOf("day", { publishedAt: "2019-04-25", source: "SpaceWar", credit: "AFP", body: "A summit." }),
    articleOf("month", { publishedAt: "2019-04", source: "AFP", body: "A summit." }),
    articleOf("year", { publishedAt: "2019", source: "Yonhap", body: "A summit." }),
    articleOf("instant", { publishedAt: "2019-04-30T22:00:00Z", source: "yonhap", body: "A summit." }),
    articleOf("undated", { body: "A summit.", source: "Yonhap" }),
  ];
  const found = async (filters: object) => {
    const library = await libraryWith(articles, { articlesOf: (id) => new Set(id === "kim" ? ["day"] : []) });
    return library
      .search({ query: "summit", offset: 0, limit: 9, ...filters })
      .hits.map(({ article }) => article.id)
      .sort();
  };

  it.each([
    [{ before: "2019-04" }, ["day", "instant", "month"]],
    [{ after: "2019-04" }, ["day", "instant", "month"]],
    [{ after: "2019-04-01", before: "2019-04-30" }, ["day", "instant", "month"]],
    [{ after: "2019-04-02" }, ["day", "instant"]],
    [{ after: "2019", before: "2019" }, ["day", "instant", "month", "year"]],
    [{ before: "2018-12-31" }, []],
    [{ source: "afp" }, ["day", "month"]],
    [{ source: " YONHAP" }, ["instant", "undated", "year"]],
    [{ person: "kim" }, ["day"]],
    [{ person: "nobody" }, []],
  ])("%j leaves %j", async (filters, ids) => {
    expect(await found(filters)).toEqual(ids);
  });

  it("says which filter to drop where nothing is found", async () => {
    const library = await libraryWith(articles);
    const request = { query: "summit", source: "Reuters", after: "2019-04", offset: 0, limit: 5 };
    expect(library.search(request).withoutFilter).toEqual([{ filter: "source", total: 3 }]);
  });

  it("offers queries that find something where nothing is found", async () => {
    const library = await libraryOfTexts({ one: "Putin met Kim in Vladivostok." });
    expect(library.search({ query: '"putn met"', offset: 0, limit: 5 }).suggestions[0]).toBe('"Putin met"');
    expect(library.search({ query: "zzzz", offset: 0, limit: 5 }).suggestions).toEqual([]);
  });

  it("says what an exclusion or the quotation marks cost where nothing is found", async () => {
    const library = await libraryOfTexts({
      one: "Putin met Kim in Vladivostok.",
      two: "Trump met Kim twice in Hanoi.",
    });
    const widerThan = (query: string) => library.search({ query, offset: 0, limit: 5 });
    expect(widerThan('"met kim" -putin -hanoi')).toMatchObject({
      suggestions: [],
      wider: [
        { query: '"met kim" -hanoi', without: "-putin", total: 1 },
        { query: '"met kim" -putin', without: "-hanoi", total: 1 },
      ],
    });
    expect(widerThan("vladivostok -putin  -“met  kim”").wider).toEqual([
      { query: "vladivostok", without: "exclusions", total: 1 },
    ]);
    expect(widerThan('"putin met trump"').wider).toEqual([
      { query: "putin met trump", without: "quotation marks", total: 2 },
    ]);
    expect(widerThan('"kim trump" -hanoi -"met kim"').wider).toEqual([
      { query: "kim trump", without: "quotation marks and exclusions", total: 1 },
    ]);
    expect(widerThan('"kim putin" -hanoi').wider).toEqual([
      { query: "kim putin -hanoi", without: "quotation marks", total: 1 },
    ]);
    expect(widerThan("nothing of it").wider).toEqual([]);
  });

  it("counts outlets and agencies under their commonest spelling, most first", async () => {
    const names = (await libraryWith(articles)).sources.map(({ name, articles }) => `${name} ${articles}`);
    expect(names).toEqual(["Yonhap 3", "AFP 2", "SpaceWar 1"]);
  });
});

describe("the latest articles", () => {
  it("come newest first, the undated last, and only those with every word", async () => {
    const library = await libraryWith([
      articleOf("a", { body: "Kim met Putin.", publishedAt: "2019-04" }),
      articleOf("b", { body: "Kim met nobody.", publishedAt: "2019-04-25" }),
      articleOf("c", { body: "Putin and Kim." }),
    ]);
    const ids = (about?: string) =>
      library.latest({ limit: 9, ...(about ? { about } : {}) }).articles.map(({ id }) => id);
    expect(ids()).toEqual(["b", "a", "c"]);
    expect(ids("kim putin")).toEqual(["a", "c"]);
    expect(ids("kim qqqqqqq")).toEqual([]);
    expect(library.latest({ limit: 1 })).toMatchObject({ total: 3 });
  });
});

describe("completion", () => {
  it("offers people, then words, then whole headlines, those that start so first", async () => {
    const person = { id: "kim-yo-jong", name: "Kim Yo Jong", family: "Kim", articles: 1 };
    const library = await libraryWith(
      [
        articleOf("a", { title: "The Kim regime", body: "Kimchi for all.", publishedAt: "2020" }),
        articleOf("b", { title: "Kim: regime talks", body: "" }),
        articleOf("c", { title: "Kim: regime talks", body: "" }),
      ],
      { all: [person], complete: (typed) => ("kim yo jong".startsWith(typed) ? [person] : []) },
    );
    expect(library.complete("kim", 9)).toEqual(["Kim Yo Jong", "Kimchi", "Kim: regime talks", "The Kim regime"]);
    expect(library.complete("kim re", 9)).toEqual(["kim regime", "Kim: regime talks", "The Kim regime"]);
    expect(library.complete("im", 9)).toEqual([]);
    expect(library.complete("", 9)).toEqual(["Kim Yo Jong"]);
    expect(library.complete("regime ki", 9)).toEqual(["regime Kim", "regime Kimchi"]);
    expect(library.complete("kim", 1)).toEqual(["Kim Yo Jong"]);
  });
});
