import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptMark, inline, linkTarget, literal, sourceLine } from "../../src/discord/markdown.ts";
import { anArticle } from "../fakes/articles.ts";

/** What Discord shows of escaped text: a backslash before punctuation is dropped. */
const shown = (markdown: string) => markdown.replace(/\\([^0-9A-Za-z\s])/g, "$1").replaceAll("\u200b", "");
/** What is left for Discord to interpret: everything that no backslash protects. */
const active = (markdown: string) => markdown.replace(/\\[^0-9A-Za-z\s]/g, "·");

test.each([
  "**bold** _italic_ __under__ ~~struck~~ ||spoiler||",
  "`code` and ```fence```",
  "[click me](https://evil.example/) <https://evil.example>",
  "https://evil.example and discord.gg/abc",
  "# heading",
  "- item",
  "-# small",
  "> quote",
  "1. first",
  "@everyone @here <@1> <@&2> <#3> </cmd:4> <t:0:R> <:smile:5>",
  "back\\slash \\*",
])("%j is shown literally", (text) => {
  const markdown = literal(text);
  expect(shown(markdown)).toBe(text);
  expect(active(markdown)).not.toMatch(/[*_~|`<>[\]]|:\/\/|discord\.gg\/|^(#|-|\+|\d+\.)|@everyone|@here/);
});

test("no text whatever formats, mentions or links", () => {
  const unit = fc.constantFrom(
    ..."*_~|`<>[]()#-+.:/\\@ \n1aevryonh".split(""),
    "@everyone",
    "https://",
    "<@1>",
    "김",
    "🚀",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
      const markdown = literal(text);
      expect(active(markdown)).not.toMatch(/[*_~|`<>[\]]|:\/\/|@everyone|@here/);
      expect(active(markdown).trimStart()).not.toMatch(/^(#|-|\+|\d+[.)])/);
      expect(markdown).not.toContain("\n");
      expect(shown(markdown)).toBe(text.replace(/\s+/g, " "));
    }),
    { numRuns: 500 },
  );
});

test("an excerpt shows its matches in bold and its cuts as ellipses", () => {
  const excerpt = {
    text: "the Kim_Putin summit*",
    start: 4,
    matches: [[14, 20]] as const,
    cutBefore: true,
    cutAfter: false,
  };
  expect(excerptMark(excerpt)).toBe("… the Kim\\_Putin **summit**\\*");
});

test.each([
  ["https://a.example/x_(y)", "https://a.example/x_%28y%29"],
  ["https://a.example/ü?q=a b", "https://a.example/%C3%BC?q=a%20b"],
  ["javascript:alert(1)", undefined],
  ["not an address", undefined],
  ["https://user:secret@a.example/", undefined],
])("the address %s becomes %s", (url, target) => {
  expect(linkTarget(url)).toBe(target);
});

test("a day is written out, an instant is shown in the reader's own time", () => {
  expect(inline({ date: "2019-04-25" }, 100)).toBe("25 April 2019");
  expect(inline({ date: "2019-11" }, 100)).toBe("November 2019");
  expect(inline({ date: undefined }, 100)).toBe("undated");
  expect(inline({ date: "2019-04-25T08:00:00Z" }, 100)).toBe("<t:1556179200:D>");
  expect(inline({ instant: 1_556_179_200_500, style: "relative" }, 100)).toBe("<t:1556179200:R>");
});

test("a summary is labelled as one, with the agency and the outlet", () => {
  const article = anArticle({ form: "summary", credit: "AFP", source: "SpaceWar", publishedAt: "2019-04-25" });
  expect(sourceLine(article)).toBe("Summary of AFP at SpaceWar · 25 April 2019");
});

test("a long piece is cut before it is marked up, so the markup stays whole", () => {
  expect(inline([{ strong: "x".repeat(50) }, " ", { code: "a b" }], 10)).toBe(`**${"x".repeat(9)}…** \`a b\``);
  expect(inline({ code: "a`b" }, 10)).toBe("a\\`b");
});
