import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/sources/lines.ts";
import { readPage } from "../../src/sources/page.ts";

/** The stories of one of the saved pages beside this file. */
function pageNamed(name: string) {
  return readPage(linesOf(readFileSync(new URL(`pages/${name}.txt`, import.meta.url), "utf8")));
}

/** Facts of a page's only story, with the first and last words of each paragraph. */
function onlyStory(name: string) {
  const stories = pageNamed(name);
  expect(stories).toHaveLength(1);
  const [story] = stories;
  if (story === undefined) throw new Error("there is no story");
  const { paragraphs, ...facts } = story;
  return { facts, paragraphs, ends: paragraphs.map((text) => `${text.slice(0, 12)} … ${text.slice(-12)}`) };
}

describe("a page saved as plain text", () => {
  it("gives a wire story its headline, authors, place and date, without menus, captions and notes to editors", () => {
    const { facts, ends } = onlyStory("wire");
    expect(facts).toMatchObject({
      title: "Kim's envoy leaves Geneva without meeting U.S. side",
      author: "Daniel Harcourt and Yuna Seo",
      place: "Geneva",
      credit: "Meridian Wire",
      holder: { name: "Meridian Wire", ofText: false },
      date: "2020-03-03",
    });
    expect(ends).toEqual([
      "A senior Nor … ks in doubt.",
      "Two European …  conference.",
      '"The door is … lomats said.',
      "The U.S. mis … econditions.",
      "Pyongyang sa … eased first.",
      'Switzerland  …  long game".',
    ]);
  });

  it("takes the date from the page where an agency's dateline has no year", () => {
    const { facts, ends } = onlyStory("agency");
    expect(facts).toMatchObject({ credit: "Hangang", place: "Seoul", date: "2019-11-05" });
    expect(facts.title).toContain("S. Korea, U.S. to delay air drill to back diplomacy");
    expect(ends).toHaveLength(5);
  });

  it("knows the calendar and the last line of North Korea's own agency", () => {
    const { facts, paragraphs } = onlyStory("state-media");
    expect(facts).toMatchObject({ credit: "KCNA", place: "Pyongyang", date: "2019-04-12" });
    expect(paragraphs).toHaveLength(5);
    expect(paragraphs.at(-1)).toMatch(/session with its workers\.$/);
  });

  it("goes on below a box of links inside the text, and stops at the topics below it", () => {
    const { facts, paragraphs } = onlyStory("broadcaster");
    expect(facts).toMatchObject({
      title: "North Korea: Is Kim Jong-un ready to talk about his missiles?",
      author: "Laura Pritchard",
      date: "2019-02-12",
      holder: { name: "BCN", ofText: false },
    });
    expect(paragraphs).toHaveLength(8);
    expect(paragraphs).toContain("What does the North want?");
    expect(paragraphs.join(" ")).not.toMatch(/cookies|tunnel|Image caption|Parliament/);
    expect(paragraphs.at(-1)).toMatch(/^Mr Kim, for his part/);
  });

  it("takes the outlet's name off the headline and leaves readers' comments out", () => {
    const { facts, paragraphs } = onlyStory("blog");
    expect(facts).toMatchObject({
      title: "Why the liaison office mattered",
      source: "Peninsula Notebook",
      author: "Miriam Falk",
      date: "2020-06-17",
    });
    expect(paragraphs).toHaveLength(4);
  });

  it("finds the headline below menus and teasers on the same subject, and keeps a list inside the text", () => {
    const { facts, paragraphs } = onlyStory("teasers");
    expect(facts).toMatchObject({
      title: "Beijing hosts surprise talks on North Korea sanctions",
      author: "Tomas Berg",
      date: "2018-05-14",
      holder: { name: "Northeast Courier", ofText: false },
    });
    expect(paragraphs).toHaveLength(7);
    expect(paragraphs.slice(3, 6).every((text) => text.startsWith("•"))).toBe(true);
  });

  it("reads a Korean page", () => {
    const { facts, paragraphs } = onlyStory("korean");
    expect(facts).toMatchObject({
      title: '북미 실무협상 재개 임박…외교부 "시기 조율 중"',
      author: "김하늘",
      place: "서울",
      credit: "한강통신",
      holder: { name: "한강통신", ofText: false },
      date: "2019-10-02",
    });
    expect(paragraphs).toHaveLength(4);
    expect(paragraphs[0]).toMatch(/^북한과 미국이/);
  });

  it("joins the lines of a text that was wrapped at a fixed width", () => {
    const { facts, paragraphs } = onlyStory("wrapped");
    expect(facts).toMatchObject({ title: "SEOUL TALKS END WITHOUT A COMMUNIQUE", place: "Seoul, South Korea" });
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs[0]).toContain("ended three days of talks on Friday");
  });

  it("keeps a discussion's posts without the table around them", () => {
    const { facts, paragraphs } = onlyStory("forum");
    expect(facts).toMatchObject({ title: "Satellite pictures of Yongbyon, September", date: "2019-09-10" });
    expect(paragraphs.join(" ")).toMatch(/cooling tower.*river bank.*refuelled/s);
    expect(paragraphs.join(" ")).not.toMatch(/phpBB|Memberlist/);
  });

  it("tells two stories apart that stand one below the other", () => {
    const stories = pageNamed("signed-twice");
    expect(stories.map(({ title, author, paragraphs }) => [title, author, paragraphs.length])).toEqual([
      ["Envoys gather in Stockholm for quiet talks", "Ingrid Solberg", 3],
      ["A minister resigns over ferry contract", "Ola Brandt", 3],
    ]);
  });

  it("gives a text back to the story that another one interrupts", () => {
    const stories = pageNamed("interrupted");
    expect(stories.map(({ title, place, date }) => [title, place, date])).toEqual([
      ["Moon, Abe agree to restart trade talks in Chengdu", "Chengdu, China", "2019-12-24"],
      ["Pyongyang warns of 'Christmas gift' for Washington", "Seoul", "2019-12-23"],
    ]);
    expect(stories[0]?.paragraphs).toHaveLength(3);
    expect(stories[0]?.paragraphs[0]).toMatch(/^South Korea's Moon Jae-in and Japan's Shinzo Abe agreed/);
    expect(stories[1]?.paragraphs).toHaveLength(3);
    expect(stories[1]?.paragraphs[0]).toMatch(/^North Korea on Monday/);
  });

  it("makes a text without a headline an article whose lead is its first line", () => {
    const [story] = readPage([
      "The talks in Oslo ended on Sunday without a word to the press.",
      "Both sides left at once.",
    ]);
    expect(story).toEqual({
      paragraphs: ["The talks in Oslo ended on Sunday without a word to the press.", "Both sides left at once."],
    });
  });

  it("finds no article in a menu", () => {
    expect(readPage(["Home", "World", "Subscribe", "Kim in pictures", "© 2019 Example Post"])).toEqual([]);
  });

  it("keeps what is said in an article about cookies, newsletters and subscriptions", () => {
    const lines = [
      "Hackers from the North read newsletters",
      "A report on North Korea's Lazarus group says its hackers subscribe to the newsletters of their targets.",
      'The group stole cookies from browsers, the report said. "We use cookies like keys," one hacker of the Lazarus group told an online forum.',
      "The Lazarus group is blamed for thefts from banks in North Korea's neighbourhood.",
    ];
    expect(readPage(lines)[0]?.paragraphs).toEqual(lines.slice(1));
  });

  it("never invents, changes or repeats a paragraph", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "Related Links",
        "Share",
        "By Ann Lee",
        "Seoul (AFP) April 25, 2019",
        "12 Comments",
        "NUKEWARS",
        "© 2019 Example Post",
        "Kim meets Moon at the border village",
        "Kim Jong Un and Moon Jae-in met on Friday at the border village of Panmunjom.",
        "WASHINGTON (AP) — Officials in Washington said the talks with Kim Jong Un would go on.",
        "The talks with Kim Jong Un would go on in May, officials in Washington said. (Yonhap)",
      ),
      fc.string({ maxLength: 80 }),
      fc.string({ unit: "grapheme", maxLength: 80 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (texts) => {
        const lines = linesOf(texts.join("\n"));
        const paragraphs = readPage(lines).flatMap((story) => story.paragraphs);
        const left = [...lines];
        for (const paragraph of paragraphs) {
          const at = left.findIndex((text) => text.includes(paragraph));
          expect(at).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
      }),
    );
  });
});

describe("the headline of a page saved as plain text", () => {
  const text = [
    "SEOUL — North Korea said on Friday that it would send its envoys to Kaesong for talks on the railway, officials in Seoul said.",
    "The railway talks in Kaesong would be the first since the winter, the officials said.",
    "North Korea has asked for engines and rails; South Korea wants to send them once sanctions allow it.",
  ];
  const headline = "North Korea agrees to railway talks in Kaesong";
  const titleOf = (...above: readonly string[]) => readPage([...above, ...text])[0]?.title;

  it.each([
    ["a line under it", [headline, "Envoys to discuss engines and rails, officials in Seoul say"]],
    [
      "a caption that repeats its names",
      [headline, "An engine of North Korea at Kaesong", "An engine of North Korea at Kaesong"],
    ],
    [
      "a byline without “by” and a date",
      [headline, "Ann Lee and Bo Park EXAMPLE POST", "Published 7:07 PM EST Nov 19, 2019"],
    ],
    ["the time", [headline, "Today 12:01 AM"]],
    [
      "a share row that repeats it",
      [headline, "By Ann Lee", "Share All sharing options", `Share All sharing options for: ${headline}`],
    ],
    ["a section's name", [headline, "By Ann Lee", "North Korea"]],
    [
      "a list of teasers",
      [
        "By train to Pyongyang",
        headline,
        "By Ann Lee",
        "April 26, 2019",
        "Most Popular",
        "Man dies after crash in Busan",
        "A harbour for the rich",
      ],
    ],
  ])("is found above %s", (_, above) => {
    expect(titleOf(...above)).toBe(headline);
  });

  it("is left open where no line above the text fits it", () => {
    expect(titleOf("We come from the future", "Heard on the street", "KXIP vs KKR Live Score")).toBeUndefined();
  });
});

describe("what stands around the text of a saved page", () => {
  const text = [
    "Envoys meet in Kaesong over the railway",
    "By Ann Lee",
    "April 26, 2019",
    "KAESONG, NORTH KOREA - Envoys of both Koreas met in Kaesong on Friday to speak about the railway, officials in Seoul said.",
    "The railway talks in Kaesong were the first since the winter, and they lasted two hours, the officials said.",
    "“We spoke about the railway in Kaesong,” said Park Min-seo, the envoy of the South, on her return to Seoul.",
    "Both Koreas want the railway to reach Kaesong before the winter, and the officials in Seoul are hopeful.",
    "The envoys of both Koreas are to meet again in May.",
  ];
  const read = (...lines: readonly string[]) => readPage([...text, ...lines]);

  it("is no part of it: teasers of other stories, lines on the author, staff credits", () => {
    const stories = read(
      "Ann Lee is a reporter for the Example Post.",
      "(Reporting by Ann Lee, with help from Bo Park; Editing by Cho Min)",
      "What made the film so popular?",
      "The actor laughed for two hours, and millions of viewers paid to watch him do it.",
      "Bread gets dearer",
      "Bakers blame last summer's harvest, millers blame the bakers, and nobody blames the weather.",
    );
    expect(stories).toHaveLength(1);
    expect(stories[0]?.paragraphs).toHaveLength(5);
    expect(stories[0]).toMatchObject({ place: "Kaesong, North Korea", author: "Ann Lee", date: "2019-04-26" });
  });

  it("is no part of it: captions, also where they stand twice or without a credit", () => {
    const caption =
      "A train of the South stands at the station of Kaesong in the snow of last winter, before talks broke off.";
    const stories = read(
      caption,
      `${caption} PHOTO: REUTERS`,
      "Park Min-seo (2nd from right) leaves the hotel in Kaesong with officials of both Koreas on Friday.",
      "The railway officials of both Koreas said in Seoul that they would wait for May.",
    );
    expect(stories[0]?.paragraphs).toHaveLength(6);
  });

  it("keeps a last section of the text under its own heading", () => {
    const stories = read(
      "A question of rails",
      "Rails for Kaesong are forbidden under the sanctions, but Seoul hopes for an exception.",
    );
    expect(stories[0]?.paragraphs).toHaveLength(7);
  });

  it("tells the agency of a dateline without a place", () => {
    const [story] = readPage([
      "Jan. 23 (UPI) — Envoys of both Koreas met in Kaesong on Friday, officials in Seoul said.",
    ]);
    expect(story).toMatchObject({ credit: "UPI", paragraphs: [expect.stringMatching(/^Envoys of both Koreas/)] });
  });
});
