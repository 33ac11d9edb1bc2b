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
    ["Busan", "The ship left Pusan."],
    ["Peking", "They met in Beijing."],
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
    ["SLBM", "A submarine-launched ballistic missile flew."],
    ["East Sea", "It fell into the Sea of Japan."],
    ["sea of japan", "It fell into the East Sea."],
    ["nukes", "They gave up nuclear weapons."],
    ["nuclear weapon", "They gave up the nukes."],
    ["denuclearization", "They promised denuclearisation."],
    ["defence programme", "Their defense programs grew."],
    ["labor center", "A labour centre burned."],
    ["testing", "It tested one."],
    ["MP", "Some MPs left."],
    ["MPs", "The MP’s car left."],
    ["children", "A child left."],
    ["December 1", "It flew on Dec. 1 at last."],
    ["1 Dec 2017", "It flew on 1 December 2017."],
    ["5 March", "It flew on Mar. 5."],
    ["June 3", "It flew on Jun 3."],
    ["Sec. of State", "The secretary of state left."],
    ["1000", "Some 1,000 men left."],
    ["$44bn", "It cost $44 billion."],
    ["44 billion won", "It cost 44bn won."],
    ["3.5 million", "It cost £3.5m."],
    ["10%", "It rose by 10 percent."],
    ["10 per cent", "It rose by 10%."],
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
    ["Choi Son-hui", "Choe Son Hui spoke."],
    ["Choe Son Hui", "Choi Sun-hee spoke."],
    ["choi", "Choe Son Hui spoke."],
    ["Kim Jong Un", "Kim Jong-eun spoke."],
    ["Kim Jong-eun", "Kim Jong Un spoke."],
    ["Ri Yong-ho", "Then Ri Yongho spoke."],
    ["ri yong ho", "Then RI YONG-HO spoke."],
    ['"Ri Yong Ho"', "Then Ri Yong-ho spoke."],
    ["yong", "Then Ri Yong Ho spoke."],
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
    ["March", "They mar it."],
    ["$15bn", "The 15 of them cost $3bn."],
    ["10%", "The 10th fell."],
    ["10 per cent", "Of 10 men, 5 percent left."],
    ["January", "Jan left."],
    ["Jun", "They met in June."],
    ["Ri Yong-ho", "Kim Jong-ho met Jong Yong-su."],
    ["Ri Yong Ho", "Ri Su Yong met Kim Jong Ho."],
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

  it("lists articles with either of two words that never meet, however rare one of them is", async () => {
    const library = await libraryOfTexts({
      presses: "Guterres presses Pyongyang.",
      ...Object.fromEntries(Array.from({ length: 9 }, (_, number) => [`b${number}`, `Bolton spoke ${number} times.`])),
      ...Object.fromEntries(Array.from({ length: 20 }, (_, number) => [`o${number}`, `Harvest ${number}.`])),
    });
    expect(idsOf(library, "press bolton")).toHaveLength(10);
    expect(idsOf(library, "press bolton")[0]).toBe("presses");
    const isPartial = (query: string) => library.search({ query, offset: 0, limit: 2 }).isPartial;
    expect(isPartial("press bolton")).toBe(true);
    for (const query of ["bolton spoke", "press", "guterres presses", "cholera"]) expect(isPartial(query)).toBe(false);
  });

  it("looks for stop words only where there is nothing else", async () => {
    const library = await libraryOfTexts({ first: "To be or not.", second: "Summits fail." });
    expect(idsOf(library, "to be")).toEqual(["first"]);
    expect(idsOf(library, "to summit")).toEqual(["second"]);
  });

  it("takes a stop word in capitals for one, unless an article has it so", async () => {
    const library = await libraryOfTexts({ first: "A missile was verified.", second: "The WHO left the summit." });
    const search = (query: string) => library.search({ query, offset: 0, limit: 9 });
    for (const query of ["NOT verified", "missile OR verified", "verified AND missile", "IT WAS VERIFIED BY ALL"]) {
      expect(search(query)).toMatchObject({ total: 1, unknown: [], corrections: [] });
      expect(idsOf(library, query)).toEqual(["first"]);
    }
    expect(idsOf(library, "WHO")).toEqual(["second"]);
    expect(search("OR")).toMatchObject({ total: 0, unknown: ["OR"] });
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

  it("finds an exact phrase also where nothing shows that it is a name", async () => {
    const library = await libraryOfTexts({ named: "Kim Jong-ho left.", plain: "They call him jong ho." });
    expect(idsOf(library, '"jong ho"').sort()).toEqual(["named", "plain"]);
    expect(idsOf(library, "jong ho")).toEqual(["named"]);
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

  it("offers the nearest number of a series where nothing is found", async () => {
    const library = await libraryOfTexts({ one: "A Hwasong-15 flew.", two: "Hwasong-12 and KN-23 fell." });
    const offered = (query: string) => library.search({ query, offset: 0, limit: 9 }).suggestions;
    expect(offered("Hwasong-14")).toEqual(["Hwasong-15", "Hwasong-12"]);
    expect(offered("kn-24")).toEqual(["kn-23"]);
    expect(offered("Nodong-1")).toEqual([]);
  });

  it("mends no word of four letters into another one, nor two slips from its first letter on", async () => {
    const library = await libraryOfTexts({ one: "They came, and Putin left Pyongyang." });
    const correctionsFor = (query: string) => library.search({ query, offset: 0, limit: 9 }).corrections;
    expect(correctionsFor("café")).toEqual([]);
    expect(correctionsFor("zyongyank")).toEqual([]);
    expect(correctionsFor("caem putn pyonyang")).toEqual([
      { from: "caem", to: "came" },
      { from: "putn", to: "Putin" },
      { from: "pyonyang", to: "Pyongyang" },
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
    ["Ri Yong-ho", "Then [Ri Yong-ho] met Kim Jong-ho and Kim Jong Ho and Jong Yong-su."],
    ["ri yong kim", "Then [Ri] Yong-su met [Kim] Jong-ho."],
    ["MP", "Two [MPs] asked the [MP’s] wife."],
    ['"MP asked"', "An [MP asked] what [MPs asked]."],
    ["44bn", "It cost $[44 billion], not 44 or a billion."],
    ["December 1", "It flew on [Dec]. [1], before [December] ended."],
    ['"first summit"', "Their [first summit] was the second summit first."],
    ["김정은", "오늘 [김정은]은 말했다."],
  ])("marks what %s asked for", async (query, marked) => {
    expect(markedIn(await libraryOfTexts({ one: marked.replaceAll(/[[\]]/g, "") }), query)).toBe(marked);
  });
});
