import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/news/article.ts";
import type { Reply } from "../../src/reply.ts";
import { renderTerminal } from "../../src/terminal/render.ts";

const plain = { width: Number.POSITIVE_INFINITY, color: false };
const article: Article = {
  id: "abcdefghijkl",
  title: "Kim, Putin vow to seek closer ties",
  titleFrom: "headline",
  url: "https://example.org/kim-putin",
  source: "SpaceWar",
  credit: "AFP",
  publishedAt: "2019-04-25",
  body: "They met at a summit in Vladivostok and shook hands.",
  form: "full",
};
const excerpt = {
  text: "at a summit in Vladivostok",
  start: 9,
  matches: [[5, 11]] as const,
  cutBefore: true,
  cutAfter: false,
};

describe("an article", () => {
  it("stands with title, outlet, date, marked excerpt and address", () => {
    const reply: Reply = {
      heading: [{ strong: "summit" }, ": 1 article"],
      citations: [{ article, excerpt }],
      numberFrom: 6,
    };
    expect(renderTerminal(reply, plain)).toBe(
      [
        "summit: 1 article",
        "",
        "6. Kim, Putin vow to seek closer ties",
        "   AFP at SpaceWar · 25 April 2019",
        "   … at a *summit* in Vladivostok",
        "   https://example.org/kim-putin",
        "",
      ].join("\n"),
    );
  });

  it("that is a summary, has no address and no date says so", () => {
    const { url: _url, publishedAt: _date, ...rest } = article;
    const shown = renderTerminal({ heading: "x", citations: [{ article: { ...rest, form: "summary" } }] }, plain);
    expect(shown).toContain("Summary of AFP at SpaceWar · undated · no link known");
  });

  it("of an event with several outlets names them all, each with its address", () => {
    const other: Article = {
      ...article,
      id: "b",
      source: "Yonhap",
      credit: "Yonhap",
      url: "https://example.org/yonhap",
    };
    const citation = { article, excerpt, others: [other, { ...other, id: "c" }], first: other };
    expect(renderTerminal({ heading: "x", citations: [citation], numberFrom: 1 }, plain)).toBe(
      [
        "x",
        "",
        "1. Kim, Putin vow to seek closer ties",
        "   AFP at SpaceWar, Yonhap · 25 April 2019 · first of these: Yonhap",
        "   … at a *summit* in Vladivostok",
        "   https://example.org/kim-putin",
        "   https://example.org/yonhap",
        "",
      ].join("\n"),
    );
  });

  it("cannot send the terminal a command", () => {
    const hostile = "a\u001b[2J\u009b31m\u0007\u0000b\u202ec\r\nd\u2028e";
    const reply: Reply = {
      heading: hostile,
      lines: [
        hostile,
        { code: hostile },
        { strong: hostile },
        { source: { ...article, source: hostile, url: hostile } },
      ],
      citations: [
        {
          article: { ...article, title: hostile, source: hostile, url: `https://x/${hostile}` },
          excerpt: { text: hostile, start: 0, matches: [[0, 2]], cutBefore: false, cutAfter: false },
        },
      ],
      closing: [hostile],
      actions: [{ label: hostile, command: "who", options: { name: hostile } }],
      choices: { prompt: hostile, options: [{ label: hostile, description: hostile, command: "who", options: {} }] },
    };
    expect(renderTerminal(reply, plain)).not.toMatch(/[^\P{Cc}\n]|[\u2028\u202e]/u);
    expect(stripVTControlCharacters(renderTerminal(reply, { ...plain, color: true }))).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe("a line of text", () => {
  it("shows dates as precisely as they are known, and instants in the time zone of the machine", () => {
    const instant = new Date(2019, 3, 25, 9, 5).getTime();
    const reply: Reply = {
      heading: "Dates",
      lines: [
        [{ date: "2019-11" }, ", ", { date: "2019" }, ", ", { date: undefined }],
        [{ instant, style: "date-time" }],
        [{ instant, style: "date" }],
        [{ date: new Date(instant).toISOString() }],
      ],
    };
    expect(renderTerminal(reply, plain)).toBe(
      "Dates\nNovember 2019, 2019, undated\n25 April 2019 at 09:05\n25 April 2019\n25 April 2019\n",
    );
  });

  it("has the address of an article that it names below it", () => {
    const shown = renderTerminal({ heading: "x", lines: [["US envoy (", { source: article }, ")"]] }, plain);
    expect(shown).toBe("x\nUS envoy (AFP at SpaceWar, 25 April 2019)\nhttps://example.org/kim-putin\n");
  });
});

describe("what Discord makes a button", () => {
  it("is shown as what to type", () => {
    const reply: Reply = {
      heading: "x",
      pages: { page: 2, of: 3 },
      actions: [{ label: "Search “talks”", command: "search", options: { query: "talks", source: "The Japan Times" } }],
      choices: {
        prompt: "Which Kim?",
        options: [
          { label: "Kim Jong Un", description: "5 articles", command: "who", options: { name: "kim-jong-un" } },
        ],
      },
    };
    const asked = { command: "search", options: { query: "summit", page: 2 } };
    expect(renderTerminal(reply, { ...plain, asked })).toBe(
      [
        "x",
        "",
        "Page 2 of 3",
        "Next: /search query:summit page:3",
        "Previous: /search query:summit page:1",
        'Search “talks”: /search query:talks source:"The Japan Times"',
        "Which Kim?",
        "  Kim Jong Un (5 articles): /who name:kim-jong-un",
        "",
      ].join("\n"),
    );
  });
});

describe("the width", () => {
  it("is kept by Latin, Korean and emoji text, and addresses stay whole", () => {
    const url = `https://example.org/${"long-".repeat(20)}`;
    const body = "김정은 국무위원장은 비핵화회담을계속하겠다고말했다 🇰🇵🤝🏽 and then some English words follow "
      .repeat(3)
      .trim();
    const reply: Reply = {
      heading: body,
      citations: [{ article: { ...article, url, body }, excerpt: { ...excerpt, text: body, matches: [[0, 3]] } }],
    };
    const lines = renderTerminal(reply, { width: 40, color: false }).split("\n");
    expect(lines).toContain(`  ${url}`);
    for (const line of lines.filter((line) => !line.includes(url))) expect(cells(line)).toBeLessThanOrEqual(40);
  });

  it("changes only where lines break, and colour changes nothing else", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 12, max: 100 }), (body, width) => {
        const reply: Reply = {
          heading: "x",
          citations: [{ article, excerpt: { ...excerpt, text: body, matches: [] } }],
        };
        const words = (look: { width: number; color: boolean }) =>
          stripVTControlCharacters(renderTerminal(reply, look)).split(/\s+/);
        expect(words({ width: 100, color: true })).toEqual(words(plain));
        expect(words({ width, color: false }).join("")).toBe(words(plain).join(""));
      }),
    );
  });
});

/** Columns, by a rule of thumb: Hangul and pictures take two. */
function cells(line: string): number {
  const segments = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return segments.reduce(
    (sum, segment) => sum + (/[\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(segment) ? 2 : 1),
    0,
  );
}
