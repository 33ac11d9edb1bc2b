import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Context } from "../../src/command.ts";
import type { Article } from "../../src/news/article.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { parseLine } from "../../src/terminal/parse.ts";
import { aContext } from "../fakes/context.ts";

const pathOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const readme = readFileSync(pathOf("README.md"), "utf8");
const inReadme = [...readme.matchAll(/`(\/(?:latest|search|who)\b[^`\n]*)`/g)];
const examples = new Set([
  ...commands.flatMap(({ examples, managerOnly }) => (managerOnly ? [] : examples)),
  ...inReadme.map(([, line = ""]) => line),
]);

let context: Context;
beforeAll(async () => {
  const articles: Article[] = [];
  for await (const reading of readFolder(pathOf("seeds/articles"))({})) {
    if ("articles" in reading) articles.push(...reading.articles);
  }
  context = await aContext(articles);
});

test.each([...examples])("%s, which we show to newcomers, finds something in the starter articles", async (line) => {
  const { command, options } = parseLine(line, commands);
  const reply = await commands.find(({ name }) => name === command)?.run(options, context);
  expect(reply?.citations?.length).toBeGreaterThan(0);
});
