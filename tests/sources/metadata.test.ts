import { describe, expect, it } from "vitest";
import { articleId } from "../../src/news/article.ts";
import { readFiles, story } from "./scratch-folder.ts";

const address = "https://example.org/news/roads";
const body = story.trim();

describe("what stands beside a text", () => {
  it("is taken from front matter in every kind of file", async () => {
    const head = `---\ntitle: Roads\noutlet: Example Post\ncredit: AFP\nauthor: Ann Lee\nplace: Kaesong\ndate: 2019-04\nurl: ${address}\nform: summary\npart: 2\ntags: [roads]\n---\n`;
    const { articles, problems } = await readFiles({
      "a.md": head + story,
      "b.txt": head + story,
      "c.html": `${head}<html><body><p>${body.replace("\n\n", "</p><p>")}</p></body></html>`,
    });
    expect(problems).toEqual({});
    const expected = {
      id: articleId(address, 2),
      title: "Roads",
      titleFrom: "headline",
      source: "Example Post",
      credit: "AFP",
      author: "Ann Lee",
      place: "Kaesong",
      publishedAt: "2019-04",
      url: address,
      form: "summary",
      body,
    };
    expect(articles).toEqual([expected, expected, expected]);
  });

  it("goes by the usual other names", async () => {
    const { articles } = await readFiles({
      "a.md": `---\nHeadline: Roads\nPublisher: Example Post\nbyline: By Ann Lee\npublishedAt: 25 April 2019\ncanonical-url: ${address}\n---\n${story}`,
    });
    expect(articles).toMatchObject([
      { title: "Roads", source: "Example Post", author: "Ann Lee", publishedAt: "2019-04-25", url: address },
    ]);
  });

  it.each([
    ["date: 31 June 2019", /“date” is “31 June 2019”: write it like 2019-04-25/],
    ["published: soon", /“published” is “soon”/],
    ["url: example.org/roads", /“url” is “example.org\/roads”: write a whole address/],
    ["link: javascript:alert(1)", /“link” is “javascript:alert\(1\)”/],
    ["form: short", /“form” is “short”: write full or summary/],
    ["part: two", /“part” is “two”/],
    ["title: {a: b}", /“title” is not a text/],
    ["a: *b", /alias/],
    ["title: a: b", /line 2 is not valid YAML/],
    ['title: "Roads\ndate: 2019\nauthor: Ann Lee', /line 2 is not valid YAML/],
    ["title: Roads\nplace: 'Kaesong\ndate: 2019", /line 3 is not valid YAML/],
    ["title: Roads\nnonsense\ndate: 2019", /line 3 is not valid YAML/],
  ])("is refused by name where it can't be used: %s", async (line, reason) => {
    const { articles, problems } = await readFiles({ "a.md": `---\n${line}\n---\n${story}` });
    expect(articles).toEqual([]);
    expect(problems).toEqual({ "a.md": expect.stringMatching(reason) });
  });

  it("counts the blank lines above it where a line is wrong", async () => {
    const { problems } = await readFiles({ "a.md": `\n\n---\ntitle: Roads\ndate: a: b\n---\n${story}` });
    expect(problems).toEqual({ "a.md": expect.stringMatching(/line 5 is not valid YAML/) });
  });

  it("isn't seen in a text that merely starts with a rule", async () => {
    const { articles } = await readFiles({ "a.md": `---\n\n${story}\n---\n\nMore is said on the roads of Kaesong.` });
    expect(articles[0]?.body).toContain(body);
  });

  it("may begin with a blank line or a comment", async () => {
    const { articles, problems } = await readFiles({
      "a.txt": `---\n\ntitle: Roads\n\ndate: 2019-04\n---\n${story}`,
      "b.md": `---\n# by hand\ntitle: Rails\n---\n${story}`,
    });
    expect(problems).toEqual({});
    expect(articles).toMatchObject([
      { title: "Roads", publishedAt: "2019-04", body },
      { title: "Rails", body },
    ]);
  });

  it("isn't seen in prose between two rules, even where a line has a colon", async () => {
    const text = `---\n\nUpdate: the envoys met in Kaesong.\nThey spoke about roads, and left.\n\n---\n\n${story}`;
    const { articles } = await readFiles({ "a.md": text });
    expect(articles[0]?.body).toMatch(/^Update: the envoys met/);
  });

  it("gives the date where the one on the page is months from the one in the address", async () => {
    const page = `February 8, 2023\n\nEnvoys of both Koreas meet in Kaesong\n\n${story}`;
    const { articles } = await readFiles({
      "a.txt": `---\nurl: https://example.org/2022/10/roads/\n---\n${page}`,
      "b.txt": `---\nurl: https://example.org/2023/02/rails/\n---\n${page}`,
    });
    expect(articles.map(({ publishedAt }) => publishedAt)).toEqual(["2022-10", "2023-02-08"]);
  });

  it("can stand in a file of its own, which wins over front matter", async () => {
    const { articles, problems } = await readFiles({
      "a.txt": `---\ntitle: Old\nauthor: Ann Lee\n---\n${story}`,
      "a.txt.yaml": "title: New",
      "a.yml": "title: Ignored\nplace: Kaesong",
      "b.md": story,
      "b.json": JSON.stringify({ title: "From JSON", date: "2019-04-25T08:00:00+09:00" }),
    });
    expect(problems).toEqual({});
    expect(articles).toMatchObject([
      { title: "New", author: "Ann Lee", place: "Kaesong" },
      { title: "From JSON", publishedAt: "2019-04-24T23:00:00Z" },
    ]);
  });

  it("is named with its file where that can't be used", async () => {
    const { problems } = await readFiles({
      "a.txt": story,
      "a.yaml": "date: soon",
      "b.txt": story,
      "b.json": '{"body": "x"}',
    });
    expect(problems).toEqual({
      "a.txt": expect.stringMatching(/“a.yaml” beside it, “date” is “soon”/),
      "b.txt": expect.stringMatching(/“b.json” beside it holds a text of its own/),
    });
  });

  it("is cleaned and cut to size", async () => {
    const { articles } = await readFiles({
      "a.md": `---\ntitle: "Kim\\u202E  \\u200Bsays\\u0007 ${"very ".repeat(100)}"\nauthor: ${"A".repeat(200)}\n---\n${story}`,
    });
    expect(articles[0]?.title).toMatch(/^Kim says very very/);
    expect([...(articles[0]?.title ?? "")].length).toBeLessThanOrEqual(300);
    expect(articles[0]?.author).toHaveLength(120);
  });
});
