import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineCommand, type Option } from "../../src/command.ts";
import { UserError } from "../../src/errors.ts";
import { joinWords, parseLine, writeLine } from "../../src/terminal/parse.ts";

const text: Option<string> = { type: "string", description: "Text", parse: String };
const integer: Option<number> = { type: "integer", description: "A number", parse: Number };
const search = defineCommand({
  name: "search",
  description: "Find",
  examples: [],
  options: { query: text, source: text, after: text, page: integer },
  run: () => ({ heading: "" }),
});
const latest = defineCommand({
  name: "latest",
  description: "New",
  examples: [],
  options: { count: integer, source: text },
  run: () => ({ heading: "" }),
});
const about = defineCommand({
  name: "about",
  description: "",
  examples: [],
  options: {},
  run: () => ({ heading: "" }),
});
const commands = [search, latest, about];

const optionsOf = (line: string) => parseLine(line, commands).options;

describe("a line", () => {
  it.each<[string, Record<string, string | number>]>([
    ["/search summit", { query: "summit" }],
    ["search summit", { query: "summit" }],
    ["  /SEARCH   summit  ", { query: "summit" }],
    ["/search query:summit after:2019-04", { query: "summit", after: "2019-04" }],
    ["/search after:2019-04 summit", { query: "summit", after: "2019-04" }],
    ["/search summit -hanoi", { query: "summit -hanoi" }],
    ['/search "exact phrase"', { query: '"exact phrase"' }],
    ['/search "exact phrase" more', { query: '"exact phrase" more' }],
    ['/search "kim trump" after:2019-04', { query: '"kim trump"', after: "2019-04" }],
    ['/search query:"kim trump"', { query: "kim trump" }],
    ["/search query: kim trump", { query: "kim trump" }],
    ["/search query:kim trump source:AFP", { query: "kim trump", source: "AFP" }],
    ['/search query:"missile test" -Hanoi after:2019', { query: '"missile test" -Hanoi', after: "2019" }],
    ["/latest pompeo", { count: "pompeo" }],
    ["/latest count:1e3", { count: "1e3" }],
    [String.raw`/search query:"\"exact phrase\" x"`, { query: '"exact phrase" x' }],
    [String.raw`/search source:"a \\ b"`, { source: String.raw`a \ b` }],
    ['/search x source:"The Japan Times"', { query: "x", source: "The Japan Times" }],
    ["/search X Source:AFP", { query: "X", source: "AFP" }],
    ["/search https://example.org/a:b", { query: "https://example.org/a:b" }],
    ["/search at 12:30, re: union", { query: "at 12:30, re: union" }],
    ["/search FTP://example.org", { query: "FTP://example.org" }],
    ['/search "re:union" -in:deed', { query: '"re:union" -in:deed' }],
    ["/search query:re:union", { query: "re:union" }],
    ['/search query:"re:union talks"', { query: "re:union talks" }],
    ["/search 북한:미국 a.m.:noon", { query: "북한:미국 a.m.:noon" }],
    ['/search "shortly after:noon" page:2', { query: '"shortly after:noon"', page: 2 }],
    ['/search -"shortly after:noon" x', { query: '-"shortly after:noon" x' }],
    ['/search 5" gun', { query: '5" gun' }],
    ["/search 정상회담 after:2019", { query: "정상회담", after: "2019" }],
    ['/search query:""', { query: "" }],
    ["/search", {}],
    ["/latest 5", { count: 5 }],
    ["/latest count:-3", { count: -3 }],
    ["/about ", {}],
  ])("%s is understood", (line, options) => {
    expect(optionsOf(line)).toEqual(options);
  });

  it.each<[string, string | RegExp]>([
    ["/serch summit", "There is no command /serch. There are: /search, /latest, /about."],
    ["", "There is no command /."],
    ["/search after:", "has no value"],
    ["/search x after: 2019", "has no value"],
    ["/search query:", "has no value"],
    ["/search after:2019 x after:2020", "given twice"],
    ["/search query:a query:b", "given twice"],
    ['/search x source:"The Japan Times', "starts with a quotation mark"],
    ["/search summit afer:2019-05", "There is no option “afer” here. Did you mean “after”?"],
    ["/search summit Sourc:AFP", "Did you mean “source”?"],
    ["/latest foo:bar", /^There is no option “foo” here\. The options are: count, source\.$/],
    ["/search said:after:noon", 'For the text itself, put it in quotation marks: query:"said:…"'],
    ["/search constructor:x", "There is no option “constructor” here."],
    ["/about foo:bar", "/about takes no options"],
    ["/about me", "/about takes no options"],
  ])("%s is refused with a sentence", (line, message) => {
    expect(() => parseLine(line, commands)).toThrow(UserError);
    expect(() => parseLine(line, commands)).toThrow(message);
  });

  it("is repeated only in part when it is long", () => {
    expect(() => parseLine("x".repeat(5000), commands)).toThrow(/^There is no command \/x{40}…\./);
  });

  it("of very many characters is read, whatever they are", () => {
    for (const part of ['"', '" ', "a:", 'after:"', "\\", ' query:"\\', "( "]) {
      const line = `/search ${part.repeat(200_000 / part.length)}`;
      try {
        parseLine(line, commands);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }
  });

  it("of any characters gives known options or a sentence", () => {
    const piece = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("query:", "after:", '"', "\\", " ", "page:"));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          const { options } = parseLine(`/search ${pieces.join("")}`, commands);
          expect(Object.keys(search.options)).toEqual(expect.arrayContaining(Object.keys(options)));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe("free text", () => {
  it("reaches the first option as it stands, words apart by one space", () => {
    const words = fc.array(fc.stringMatching(/^[^\s:]+$/), { minLength: 1 });
    fc.assert(
      fc.property(words, (words) => {
        const balanced = words.map((word) => word.replaceAll('"', ""));
        fc.pre(balanced.every((word) => word !== ""));
        expect(optionsOf(`/search ${balanced.join("  ")} page:2`)).toEqual({ query: balanced.join(" "), page: 2 });
      }),
    );
  });
});

describe("a written line", () => {
  it("is read back as what it was written from", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom('"', "\\", " ", "after:", "a", "\n")).map((parts) => parts.join("")),
    );
    const options = fc.record(
      { query: value, source: value.filter((text) => text !== ""), after: fc.constant("2019"), page: fc.nat() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(options, (options) => {
        const asked = { command: "search", options };
        expect(parseLine(writeLine(asked), commands)).toEqual(asked);
        expect(parseLine(writeLine(asked, commands), commands)).toEqual(asked);
      }),
    );
  });

  it("has quotes only where they are needed", () => {
    expect(writeLine({ command: "search", options: { query: "kim trump", after: "2019-04", page: 2 } })).toBe(
      '/search query:"kim trump" after:2019-04 page:2',
    );
  });

  it.each([
    ["libya modell", "/search libya modell after:2019"],
    ['"libya model"', '/search "libya model" after:2019'],
    ['"libya model" -hanoi', '/search "libya model" -hanoi after:2019'],
    ["re:union talks", '/search query:"re:union talks" after:2019'],
    ["a  b", '/search query:"a  b" after:2019'],
  ])("leaves the quotation marks of a query as Discord would get them: %s", (query, line) => {
    expect(writeLine({ command: "search", options: { query, after: "2019" } }, commands)).toBe(line);
  });
});

describe("words from a shell", () => {
  it("become the line that they were", () => {
    expect(joinWords(["/search", "summit", "after:30 days"])).toBe('/search summit after:"30 days"');
    expect(joinWords(["/search", "kim trump", "-hanoi"])).toBe("/search kim trump -hanoi");
    expect(joinWords(['/search "exact phrase" more'])).toBe('/search "exact phrase" more');
    expect(joinWords([])).toBe("");
  });
});
