import { expect, test } from "vitest";
import { about } from "../../commands/about.ts";
import { latest } from "../../commands/latest.ts";
import { anArticle } from "../fakes/articles.ts";
import { aContext, linesOf } from "../fakes/context.ts";

const articles = [
  anArticle({ title: "Undated", source: "Harbour Gazette" }),
  anArticle({ title: "Spring", publishedAt: "2019-04", source: "Harbour Gazette" }),
  anArticle({ title: "Late April", publishedAt: "2019-04-25", source: "SpaceWar", credit: "AFP" }),
  anArticle({ title: "That year", publishedAt: "2019", source: "SpaceWar" }),
];

const titlesOf = async (options: Record<string, string | number>) => {
  const reply = await latest.run(options, await aContext(articles));
  return reply.citations?.map(({ article }) => article.title);
};

test("the newest are first, a less precise date is not newer, the undated are last", async () => {
  expect(await titlesOf({})).toEqual(["Late April", "Spring", "That year", "Undated"]);
});

test("an agency is found like an outlet, and count limits", async () => {
  expect(await titlesOf({ source: "afp" })).toEqual(["Late April"]);
  expect(await titlesOf({ count: 1, source: "Harbour Gazette" })).toEqual(["Spring"]);
});

test("an empty archive says what fills it", async () => {
  const context = await aContext([]);
  expect(linesOf(await latest.run({}, context))).toEqual([
    "The archive holds no article yet",
    "The bot's operator adds articles to its folder and then runs /reindex.",
  ]);
  expect(linesOf(await about.run({}, context)).join("\n")).toContain("0 articles from 0 outlets");
});

test("words that no article holds lead to the way out", async () => {
  const reply = await latest.run({ about: "zeppelin" }, await aContext(articles));
  expect(linesOf(reply)[0]).toBe("No article about zeppelin");
  expect(reply.actions).toEqual([{ label: "The latest of all", command: "latest", options: {} }]);
});
