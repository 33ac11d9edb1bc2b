import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { type FakeDiscord, startDiscord } from "../fakes/discord/fake-discord.ts";
import { buttonsOf, textOf } from "../fakes/discord/read.ts";
import { aFolder, harbourArticles } from "../fakes/folder.ts";

const folder = aFolder(harbourArticles(12));
let discord: FakeDiscord;
let bot: BotProcess;

const start = async () => {
  bot = await startBot({ discord, articles: folder.path });
  await bot.waitFor("ready");
};

beforeAll(async () => {
  // The 500 clicks are many for a busy machine; how long each answer takes is not measured here.
  discord = await startDiscord({ deadlineMs: 20_000 });
  await start();
});

afterAll(async () => {
  expect((await bot.kill()).code).toBe(0);
  expect(discord.violations).toEqual([]);
  await discord.stop();
  folder.dispose();
});

const titles = (text: string) => text.match(/^\*\*\d+\. .*\*\*$/gm) ?? [];

test("the pages of a search hold every hit once, forwards and backwards", async () => {
  const first = await discord.slash({ name: "search", options: { query: "harbour" } });
  const pages = [textOf(first.message)];
  let message = first.message;
  for (const label of ["›", "›"]) {
    const turned = await discord.click(message, label);
    expect(turned.updated).toBe(true);
    message = turned.message;
    pages.push(textOf(message));
  }
  const seen = pages.flatMap(titles);
  expect(seen).toHaveLength(12);
  expect(new Set(seen).size).toBe(12);
  expect(textOf((await discord.click(message, "«")).message)).toBe(pages[0]);
  expect(buttonsOf(message).map(({ label }) => label)).toEqual(["«", "‹", "3 / 3", "›", "»"]);
});

test("a button still works after the bot was restarted", async () => {
  const { message } = await discord.slash({ name: "search", options: { query: "harbour", after: "2024-03-02" } });
  expect((await bot.kill()).code).toBe(0);
  await start();
  const turned = await discord.click(message, "›");
  expect(turned.updated).toBe(true);
  expect(textOf(turned.message)).toContain("Page 2 of 3");
  expect(textOf(turned.message)).toContain("since 2 March 2024");
});

test("a search that is too long for one button turns its pages as well", async () => {
  const query = `harbour ${"calm weather contract captain ship ".repeat(4)}`.slice(0, 150).trim();
  const { message } = await discord.slash({ name: "search", options: { query, source: "harbour gazette" } });
  const turned = await discord.click(message, "»");
  expect(textOf(turned.message)).toContain("Page 3 of 3");
});

test("somebody else's click opens a private copy, which is then their own", async () => {
  const { alice, bob } = discord.users;
  const mine = await discord.slash({ name: "search", options: { query: "harbour" }, user: alice });
  const before = textOf(mine.message);
  const theirs = await discord.click(mine.message, "›", { user: bob });
  expect(theirs).toMatchObject({ updated: false, ephemeral: true });
  expect(textOf(theirs.message)).toContain("Page 2 of 3");
  expect(textOf(mine.message)).toBe(before);
  const turned = await discord.click(theirs.message, "›", { user: bob });
  expect(turned.updated).toBe(true);
  expect(textOf(turned.message)).toContain("Page 3 of 3");
});

test("500 clicks on one button are all answered", async () => {
  const { message } = await discord.slash({ name: "search", options: { query: "harbour" } });
  const clicks = Array.from({ length: 500 }, () => discord.click(message, "›"));
  const outcomes = await Promise.all(clicks);
  expect(outcomes.filter(({ failed }) => failed !== undefined)).toEqual([]);
  expect(outcomes.every((outcome) => textOf(outcome.message).includes("Page "))).toBe(true);
});

test("a click after the archive has shrunk shows the last page there is", async () => {
  const { message } = await discord.slash({ name: "search", options: { query: "harbour" } });
  for (let index = 3; index <= 12; index += 1) folder.remove(`ship-${index}.md`);
  await discord.slash({ name: "reindex", user: discord.users.owner });
  const turned = await discord.click(message, "»");
  expect(titles(textOf(turned.message))).toHaveLength(2);
});
