import { expect, test } from "vitest";
import { search } from "../../commands/search.ts";
import { anArticle } from "../fakes/articles.ts";
import { aContext, linesOf } from "../fakes/context.ts";

const reports = Array.from({ length: 7 }, (_, index) =>
  anArticle({
    title: `Envoys meet, round ${index + 1}`,
    body: `Envoys sat down for round ${index + 1} in Stockholm. Stephen Biegun, the US envoy, said that it went well.`,
    source: index < 5 ? "Harbour Gazette" : "Daily Post",
    publishedAt: `2019-0${index + 1}`,
  }),
);

test("the second page goes on where the first one ended", async () => {
  const context = await aContext(reports);
  const first = await search.run({ query: "envoys" }, context);
  const second = await search.run({ query: "envoys", page: 2 }, context);
  expect(first).toMatchObject({ numberFrom: 1, pages: { page: 1, of: 2 } });
  expect(second).toMatchObject({ numberFrom: 6, pages: { page: 2, of: 2 } });
  const ids = [first, second].flatMap(({ citations = [] }) => citations.map(({ article }) => article.id));
  expect(new Set(ids).size).toBe(7);
});

test("a page beyond the last shows the last and says so", async () => {
  const reply = await search.run({ query: "envoys", page: 9 }, await aContext(reports));
  expect(reply.pages).toEqual({ page: 2, of: 2 });
  expect(linesOf(reply)).toContain("There is no page 9: this is the last.");
});

test("the filters are repeated in words", async () => {
  const options = { query: "envoys", person: "biegun", source: "gazette", after: "2019-02", before: "2019" };
  const reply = await search.run(options, await aContext(reports));
  expect(linesOf(reply)).toContain(
    "Only naming Stephen Biegun, from Harbour Gazette, since February 2019, until 2019.",
  );
  expect(reply.citations).toHaveLength(4);
});

test("a typo is mended and named", async () => {
  const reply = await search.run({ query: "stockhlom" }, await aContext(reports));
  expect(linesOf(reply)).toContain("No article has stockhlom; looked for Stockholm.");
});

test("what no article has is named", async () => {
  const reply = await search.run({ query: "envoys cholera qqqq" }, await aContext(reports));
  expect(linesOf(reply)).toContain("No article has cholera, qqqq.");
  const none = await search.run({ query: "cholera" }, await aContext(reports));
  expect(linesOf(none)).not.toContain("No article has cholera.");
});

test("hits that have only some of the words are shown as that", async () => {
  const context = await aContext([
    ...reports,
    anArticle({ title: "A rocket", body: "It flew far.", source: "Daily Post", publishedAt: "2019-08" }),
  ]);
  const line = "No article has all of these words.";
  const apart = await search.run({ query: "rocket stockholm" }, context);
  expect(linesOf(apart)).toContain(line);
  expect(linesOf(await search.run({ query: "rocket stockholm", after: "2019" }, context))).toContain(
    "None of these has all of the words.",
  );
  expect(linesOf(await search.run({ query: "rocket far" }, context))).not.toContain(line);
});

test("without a hit, the filters that stand in the way can be dropped one by one", async () => {
  const reply = await search.run({ query: "envoys", source: "post", before: "2019-05" }, await aContext(reports));
  expect(reply.citations).toBeUndefined();
  expect(reply.actions?.map(({ label, options }) => [label, options])).toEqual([
    ["Without “source”: 5", { query: "envoys", before: "2019-05" }],
    ["Without “before”: 2", { query: "envoys", source: "Daily Post" }],
  ]);
});

test("an agency is the same under all of its names, also where a credit names two", async () => {
  const credits = ["The Associated Press", "AP", "Associated Press", "AP", "REUTERS, BLOOMBERG"];
  const context = await aContext(
    credits.map((credit, at) => anArticle({ title: `Envoys ${at}`, body: `Envoys met in room ${at}.`, credit })),
  );
  for (const source of ["ap", "Associated Press", "the associated press"]) {
    expect((await search.run({ query: "envoys", source }, context)).citations).toHaveLength(4);
  }
  for (const source of ["Reuters", "bloomberg"]) {
    expect((await search.run({ query: "envoys", source }, context)).citations).toHaveLength(1);
  }
});

test.each([
  ["after:2020 before:2019", { after: "2020", before: "2019" }, "nothing lies between"],
  ["an unknown outlet", { source: "Times" }, "No outlet is called “Times”. There is: Harbour Gazette, Daily Post."],
  ["an unknown person", { person: "nobody here" }, "The articles name nobody called “nobody here”."],
])("%s is refused", async (_case, options, sentence) => {
  const context = await aContext(reports);
  await expect(search.run({ query: "envoys", ...options }, context)).rejects.toThrow(sentence);
});

test("the same year in after and before is no contradiction", async () => {
  const reply = await search.run({ query: "envoys", after: "2019-03", before: "2019" }, await aContext(reports));
  expect(reply.citations).toHaveLength(5);
});

test("without a hit, what an exclusion costs is said as that, and not as a spelling", async () => {
  const reply = await search.run({ query: "envoys -stockholm" }, await aContext(reports));
  expect(linesOf(reply)).toEqual(["Nothing found for envoys -stockholm", "Asking for less finds some:"]);
  expect(reply.actions).toEqual([{ label: "Without -stockholm: 7", command: "search", options: { query: "envoys" } }]);
});

test("a name that is nearly somebody's is asked about, with and without hits", async () => {
  const context = await aContext([
    anArticle({ title: "Envoy named", body: "Kim Jong Un, the leader, met Kim Jung-sook. Kim Jong Un smiled." }),
  ]);
  const found = await search.run({ query: "kim jung un smiled" }, context);
  expect(linesOf(found)).toContain("No article names anybody so. Did you mean Kim Jong Un?");
  expect(found.citations).toHaveLength(1);
  expect(found.actions?.map(({ options }) => options)).toEqual([{ query: "Kim Jong Un smiled" }]);
  const none = await search.run({ query: '"kim jung un"' }, context);
  expect(none.citations).toBeUndefined();
  expect(none.actions?.[0]?.options).toEqual({ query: '"Kim Jong Un"' });
  const right = await search.run({ query: "kim jong un" }, context);
  expect(right.actions).toEqual([]);
});
