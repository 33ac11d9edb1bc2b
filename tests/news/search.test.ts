import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { articleOf, idsOf, libraryOfTexts, libraryWith, markedIn } from "./newsroom.ts";

describe("what a query finds", () => {
  it.each([
    ["Kim Jong-un", "KIM JONG UN spoke in Pyongyang."],
    ["Kim Jong Un", "Then Kim Jong-un’s sister spoke."],
    ["kimjongun", "Kim Jong Un spoke."],
    ["Kim Jongun", "Kim Jong-Un spoke."],
    ["Kim Jong Un", "Kim Jongun spoke."],
    ["moonjaein", "President Moon Jae-in spoke."],
    ["Moon Jae In", "President Moon Jaein spoke."],
    ["DPRK", "North Korean leaders met."],
    ["North Korea", "The D.P.R.K. denied it."],
    ["N. Korea", "The Democratic People's Republic of Korea denied it."],
    ["N.Korea", "Envoys left North Korea."],
    ["Pyongyang's government", "The DPRK denied it."],
    ["ROK", "A South Korean envoy left."],
    ["DMZ", "They met in the demilitarised zone."],
    ["war games", "The joint military exercises were called off."],
    ["ICBM", "An intercontinental ballistic missile was shown."],
    ["us sanctions", "The United States tightened its sanctions."],
    ["US", "The U.S. left."],
    ["U.S.", "The US left."],
    ["un sanctions", "The U.N. eased its sanctions."],
    ["denuclearization", "They promised denuclearisation."],
    ["defence programme", "Their defense programs grew."],
    ["labor center", "A labour centre burned."],
    ["testing", "It tested one."],
    ["1000", "Some 1,000 men left."],
    ["Hwasong 15", "A Hwasong-15 flew."],
    ["Hwasong-15", "A Hwasong 15 flew."],
    ["Chongjin", "Ch’ŏngjin is a port."],
    ["café", "A CAFE burned."],
    ["김정은", "김정은은 말했다."],
    ["김정은은", "오늘 김정은 총비서가 말했다."],
    ["会談", "首脳会談が開かれた。"],
    ["denuc", "They spoke of denuclearization."],
    ["pompoe", "Pompeo left."],
    ["vladivostock", "They met in Vladivostok."],
  ])("%s finds %s", async (query, text) => {
    expect(idsOf(await libraryOfTexts({ found: text, other: "Nothing of that happened here." }), query)).toEqual([
      "found",
    ]);
  });

  it.each([
    ["US", "He told us everything."],
    ["WHO", "A man who left."],
    ["NIS", "The tennis was fine."],
    ["South Korea", "The Democratic People's Republic of Korea denied it."],
    ["North Korea", "South Korea denied it in the north."],
    ["15", "The 1,500 men left."],
  ])("%s does not find %s", async (query, text) => {
    expect(idsOf(await libraryOfTexts({ wrong: text, right: `${query} was meant.` }), query)).not.toContain("wrong");
  });

  it("puts the words as typed a little above their synonyms", async () => {
    const library = await libraryOfTexts({
      synonym: "Officials in North Korea denied it.",
      typed: "Officials in the DPRK denied it.",
      third: "Nobody else spoke.",
    });
    expect(idsOf(library, "DPRK")).toEqual(["typed", "synonym"]);
  });

  it("leaves out what has only the commonest of several words", async () => {
    const library = await libraryOfTexts({
      all: "Kim met Putin at a summit.",
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, number) => [`kim${number}`, `Kim visited farm number ${number}.`]),
      ),
    });
    expect(idsOf(library, "kim putin summit")).toEqual(["all"]);
  });

  it("looks for stop words only where there is nothing else", async () => {
    const library = await libraryOfTexts({ first: "To be or not.", second: "Summits fail." });
    expect(idsOf(library, "to be")).toEqual(["first"]);
    expect(idsOf(library, "to summit")).toEqual(["second"]);
  });

  it("finds an exact phrase whatever its case, hyphens and quotation marks, in the title, too", async () => {
    const library = await libraryWith([
      articleOf("title", { title: "Kim's first-ever summit", body: "Text." }),
      articleOf("body", { body: "It was a FIRST EVER summit." }),
      articleOf("apart", { body: "The first summit ever." }),
    ]);
    for (const query of ['"first ever summit"', "“First-Ever Summit”", "«first ever summit»"]) {
      expect(idsOf(library, query).sort()).toEqual(["body", "title"]);
    }
  });

  it("demands a phrase, and leaves out what is excluded, a word in all its forms or a phrase", async () => {
    const library = await libraryOfTexts({
      one: "The summit in Hanoi failed.",
      two: "The summit in Singapore failed after tests.",
      three: "A failed summit.",
    });
    expect(idsOf(library, 'summit "in Hanoi"')).toEqual(["one"]);
    expect(idsOf(library, "summit -hanoi -testing")).toEqual(["three"]);
    expect(idsOf(library, 'summit -"failed summit"').sort()).toEqual(["one", "two"]);
  });

  it("takes a quotation mark without a partner for nothing", async () => {
    const library = await libraryOfTexts({ one: "The summit in Hanoi failed." });
    expect(idsOf(library, '"summit hanoi')).toEqual(["one"]);
    expect(idsOf(library, 'summit"')).toEqual(["one"]);
  });

  it("mends only what nothing knows, and says so", async () => {
    const library = await libraryOfTexts({ one: "Pompeo left.", two: "Pompei burned." });
    expect(library.search({ query: "pompie", offset: 0, limit: 9 }).corrections).toHaveLength(1);
    const exact = library.search({ query: "pompei", offset: 0, limit: 9 });
    expect(exact.corrections).toEqual([]);
    expect(exact.hits.map(({ article }) => article.id)).toEqual(["two"]);
    expect(library.search({ query: "pompoe", offset: 0, limit: 9 }).corrections).toEqual([
      { from: "pompoe", to: "Pompeo" },
    ]);
  });

  it("does not mend an abbreviation whose full name it knows", async () => {
    const library = await libraryOfTexts({ one: "North Korea denied it.", two: "The dark park." });
    expect(library.search({ query: "dprk", offset: 0, limit: 9 }).corrections).toEqual([]);
  });

  it("lets the newer of two equals win", async () => {
    const library = await libraryWith([
      articleOf("old", { title: "A", body: "A summit.", publishedAt: "2018-01-01" }),
      articleOf("undated", { title: "A", body: "A summit." }),
      articleOf("new", { title: "A", body: "A summit.", publishedAt: "2019-01-01" }),
    ]);
    expect(idsOf(library, "summit")).toEqual(["new", "old", "undated"]);
  });

  it("puts the newest first if that is asked for, out of what has half of the words", async () => {
    const library = await libraryWith([
      articleOf("best", { body: "A summit in Hanoi, and another summit in Hanoi.", publishedAt: "2018" }),
      articleOf("newest", {
        body: "Of the Hanoi summit and of much else that was said on that day.",
        publishedAt: "2020",
      }),
      articleOf("other", { body: "Nothing of the kind.", publishedAt: "2021" }),
    ]);
    const found = library.search({ query: "hanoi summit", sort: "newest", offset: 0, limit: 9 });
    expect(found.hits.map(({ article }) => article.id)).toEqual(["newest", "best"]);
    expect(found.total).toBe(2);
    expect(idsOf(library, "hanoi summit")).toEqual(["best", "newest"]);
  });

  it("takes quotation marks in a long text for quotations, which demand nothing", async () => {
    const library = await libraryOfTexts({ one: "Kim spoke of a new road in his speech on New Year's Day." });
    const long = 'what did Kim say in his speech on New Year\'s Day, was it about a "new path" or not';
    expect(idsOf(library, long)).toEqual(["one"]);
    expect(idsOf(library, 'kim "new path"')).toEqual([]);
  });

  it.each(["", "   ", "!!!", "🎉🎉", '""', "-summit", '-"a summit" -kim', "\u200b\u200f"])(
    "refuses %j with a sentence",
    async (query) => {
      const library = await libraryOfTexts({ one: "A summit." });
      expect(() => idsOf(library, query)).toThrow(UserError);
      expect(() => library.latest({ about: query, limit: 1 })).toThrow(UserError);
    },
  );

  it("answers or refuses whatever is typed, and every excerpt it gives is real", async () => {
    const body = "Kim Jong-un met 문재인 in the U.S. 😀\n\nThe 1,000 men of the D.P.R.K. said: “We go.”";
    const library = await libraryWith([articleOf("one", { title: "Kim's “first” summit", body })]);
    const piece = fc.constantFrom(
      "kim",
      "-",
      '"',
      "“",
      "jong",
      "un",
      "U.S.",
      "문재인",
      "1,000",
      "😀",
      " ",
      "dprk",
      "\u0301",
      "*",
      "xx",
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(typed, (query) => {
        try {
          const { hits, total } = library.search({ query, offset: 0, limit: 5 });
          expect(hits).toHaveLength(Math.min(total, 5));
          for (const { excerpt } of hits) expect(body.startsWith(excerpt.text, excerpt.start)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
        expect(library.complete(query, 25).length).toBeLessThanOrEqual(25);
      }),
    );
  });

  it("answers a question of 6,000 characters", async () => {
    const library = await libraryOfTexts({ one: "A summit in Hanoi." });
    expect(idsOf(library, "summit ".repeat(860))).toEqual(["one"]);
    expect(idsOf(library, `summit ${"x".repeat(6000)}`)).toEqual(["one"]);
    expect(idsOf(library, `summit ${'"-'.repeat(3000)}`)).toEqual(["one"]);
  });
});

describe("what a result shows", () => {
  it.each([
    ["testing", "It [tested] one, and [tests] go on."],
    ["dprk", "The [North Korean] envoy left for [N. Korea]."],
    ["kim jong un", "Then [Kim Jong-un’s] sister met Kim Yong Chol."],
    ['"first summit"', "Their [first summit] was the second summit first."],
    ["김정은", "오늘 [김정은]은 말했다."],
  ])("marks what %s asked for", async (query, marked) => {
    expect(markedIn(await libraryOfTexts({ one: marked.replaceAll(/[[\]]/g, "") }), query)).toBe(marked);
  });
});

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
    expect(library.search({ query: '"putin met trump"', offset: 0, limit: 5 }).suggestions).toContain(
      "putin met trump",
    );
    expect(library.search({ query: '"met kim" -putin', offset: 0, limit: 5 }).suggestions).toEqual(["met kim"]);
    expect(library.search({ query: '"putn met"', offset: 0, limit: 5 }).suggestions[0]).toBe('"Putin met"');
    expect(library.search({ query: "zzzz", offset: 0, limit: 5 }).suggestions).toEqual([]);
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
  it("offers people, then what headlines repeat, then words", async () => {
    const person = { id: "kim-yo-jong", name: "Kim Yo Jong", family: "Kim", articles: 1 };
    const library = await libraryWith(
      [
        articleOf("a", { title: "Kim regime talks", body: "Kimchi for all." }),
        articleOf("b", { title: "The Kim regime", body: "" }),
      ],
      { all: [person], complete: (typed) => ("kim yo jong".startsWith(typed) ? [person] : []) },
    );
    expect(library.complete("kim", 9)).toEqual(["Kim Yo Jong", "Kim regime", "Kimchi", "Kim regime talks"]);
    expect(library.complete("", 9)).toEqual(["Kim Yo Jong"]);
    expect(library.complete("regime ki", 9)).toEqual(["regime Kim", "regime Kimchi"]);
    expect(library.complete("kim", 1)).toEqual(["Kim Yo Jong"]);
  });
});
