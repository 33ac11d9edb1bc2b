import { describe, expect, it } from "vitest";
import { articleId } from "../../src/news/article.ts";
import { readFiles } from "./scratch-folder.ts";

describe("a Markdown file", () => {
  it("becomes plain paragraphs without its markup", async () => {
    const { articles } = await readFiles({
      "a.md":
        "# Roads *again*\n\nEnvoys **met** in\n[Kaesong](https://example.org) on `Friday` &amp; left.\n\n![A road](road.png)\n\n## Next\n\n- First\n- Second\n\n> “Roads,” he said.\n\n<div>An aside &lt;here&gt;.</div>\n",
    });
    expect(articles).toMatchObject([{ title: "Roads again", titleFrom: "headline" }]);
    expect(articles[0]?.body.split("\n\n")).toEqual([
      "Envoys met in Kaesong on Friday & left.",
      "Next",
      "First",
      "Second",
      "“Roads,” he said.",
      "An aside <here>.",
    ]);
  });

  it("without a headline takes its first sentence for one", async () => {
    const { articles } = await readFiles({ "a.md": "Envoys met in Kaesong. They spoke of roads.\n" });
    expect(articles).toMatchObject([{ title: "Envoys met in Kaesong.", titleFrom: "first-sentence" }]);
  });

  it("keeps no control characters and no invisible ones, but what scripts and emoji need", async () => {
    const { articles } = await readFiles({
      "a.md": "Kim\u00AD Jong\u200B Un\u202E met 👩‍🚀 in\u0007 Seo\u0301ul\u2066.\n",
    });
    expect(articles[0]?.body).toBe("Kim Jong Un met 👩‍🚀 in Seóul.");
  });
});

describe("a JSON file", () => {
  const entry = {
    headline: "Roads",
    publisher: { name: "Example Post" },
    content: "Envoys met.\n\nThey spoke of roads.",
  };

  it("holds one article, a list, or a list under a name", async () => {
    const { articles, problems } = await readFiles({
      "one.json": JSON.stringify(entry),
      "list.json": JSON.stringify([entry, { ...entry, url: "https://example.org/a" }]),
      "named.json": JSON.stringify({ articles: [entry] }),
      "lines.jsonl": `${JSON.stringify(entry)}\n\n${JSON.stringify(entry)}\n`,
    });
    expect(problems).toEqual({});
    expect(articles).toHaveLength(6);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(6);
    expect(articles.map(({ id }) => id)).toContain(articleId("https://example.org/a"));
    for (const article of articles) {
      expect(article).toMatchObject({
        title: "Roads",
        source: "Example Post",
        body: "Envoys met.\n\nThey spoke of roads.",
      });
    }
  });

  it("can hold its text as HTML, its authors as a list and its date as Unix time", async () => {
    const { articles } = await readFiles({
      "a.json": JSON.stringify({
        title: "Roads",
        authors: [{ name: "Ann Lee" }, "Bo Kim"],
        date: 1556150400,
        body: "<p>Envoys <b>met</b>.</p><script>alert(1)</script><p>They spoke of roads &amp; rails.</p>",
      }),
    });
    expect(articles).toMatchObject([
      {
        author: "Ann Lee, Bo Kim",
        publishedAt: "2019-04-25T00:00:00Z",
        body: "Envoys met.\n\nThey spoke of roads & rails.",
      },
    ]);
  });

  it("names each entry that can't be used, and gives the rest", async () => {
    const { articles, problems } = await readFiles({
      "a.json": JSON.stringify([entry, { title: "No text" }, { ...entry, date: "soon" }, 7, entry]),
      "b.ndjson": `${JSON.stringify(entry)}\n{"title": "cut o`,
      "empty.json": "[]",
    });
    expect(articles).toHaveLength(3);
    expect(problems).toEqual({
      "a.json, entry 2": expect.stringMatching(/no text.*“body”/),
      "a.json, entry 3": expect.stringMatching(/“date” is “soon”/),
      "a.json, entry 4": expect.stringMatching(/not an object/),
      "b.ndjson, entry 2": expect.stringMatching(/not valid JSON/),
      "empty.json": expect.stringMatching(/empty list/),
    });
  });
});
