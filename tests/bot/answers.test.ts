import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { type FakeDiscord, startDiscord } from "../fakes/discord/fake-discord.ts";
import { buttonsOf, textOf } from "../fakes/discord/read.ts";

/** What members see: the built bot as a process, driven over Discord's own protocols. */

const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] };
let discord: FakeDiscord;
let bot: BotProcess;

beforeAll(async () => {
  discord = await startDiscord();
  bot = await startBot({ discord });
  await bot.waitFor("ready");
});

afterAll(async () => {
  expect((await bot.kill()).code).toBe(0);
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

test("/search shows titles, outlets, dates, links and excerpts with the match in bold", async () => {
  const outcome = await discord.slash({ name: "search", options: { query: "summit" } });
  const text = textOf(outcome.message);
  expect(text).toContain("**summit**: 5 articles");
  expect(text).toContain("Kim 'restocks' missile factory after Hanoi summit fails");
  expect(text).toMatch(/Summary of AFP at SpaceWar · 25 April 2019 · \[Open article\]\(https:\/\/spacewar\.com/);
  expect(text).toMatch(/^> .*\*\*summit\*\*/m);
  expect(outcome.ephemeral).toBe(false);
});

test.each([
  ["latest", {}],
  ["latest", { count: 10, source: "AFP", about: "sanctions" }],
  ["search", { query: '"missile" -Hanoi', after: "2019-04", before: "2019" }],
  ["search", { query: "sanctions", person: "pompeo" }],
  ["search", { query: "zzzzzz" }],
  ["who", { name: "pompeo" }],
  ["who", { name: "kim" }],
  ["help", {}],
  ["about", {}],
] as const)("/%s %j is answered in a server, in a DM and as a user's own app", async (name, options) => {
  for (const setting of [
    { where: "server", installedBy: "guild" },
    { where: "server", installedBy: "user" },
    { where: "dm" },
    { where: "group", installedBy: "user" },
  ] as const) {
    const outcome = await discord.slash({ name, options, ...setting });
    expect(outcome.failed).toBeUndefined();
    expect(textOf(outcome.message).length).toBeGreaterThan(20);
    expect(textOf(outcome.message)).not.toContain("Something went wrong");
  }
});

test("/help and /about are for the asker only, and say that nothing is stored", async () => {
  expect((await discord.slash({ name: "help" })).ephemeral).toBe(true);
  const about = await discord.slash({ name: "about" });
  expect(about.ephemeral).toBe(true);
  expect(textOf(about.message)).toContain("nothing is stored about you");
  expect(textOf(about.message)).toContain("**6 articles**");
});

test("/help names /reindex only to those who may use it", async () => {
  const { owner, alice } = discord.users;
  expect(textOf((await discord.slash({ name: "help", user: owner })).message)).toContain("/reindex");
  expect(textOf((await discord.slash({ name: "help", user: alice })).message)).not.toContain("/reindex");
});

test("a family name that several people bear asks which one, and the choice opens the card", async () => {
  const asked = await discord.slash({ name: "who", options: { name: "kim" } });
  expect(textOf(asked.message)).toContain("Which **kim**?");
  const card = await discord.choose(asked.message, "Kim Jong Un");
  expect(card.updated).toBe(true);
  expect(textOf(card.message)).toContain("### Kim Jong Un");
});

test("every option with a finite set completes", async () => {
  const complete = async (name: string, option: string, value: string) =>
    (await discord.autocomplete({ name, option, value })).map((choice) => choice.name);
  expect(await complete("who", "name", "pom")).toContainEqual(expect.stringMatching(/^Mike Pompeo/));
  expect(await complete("search", "person", "kim")).not.toHaveLength(0);
  expect(await complete("search", "source", "space")).toContainEqual(expect.stringMatching(/^SpaceWar/));
  expect(await complete("latest", "source", "")).toContainEqual(expect.stringMatching(/^AFP/));
  expect(await complete("search", "after", "2019")).toContain("2019-04");
  expect(await complete("search", "query", "sum")).not.toHaveLength(0);
  expect(await complete("latest", "count", "1")).toEqual(["1", "10"]);
});

test("commands are registered for servers and users; /reindex and /briefing are hidden from members", async () => {
  const names = discord.commands.map(({ name }) => name).sort();
  expect(names).toEqual(["about", "briefing", "help", "latest", "reindex", "search", "who"]);
  const permissions: Record<string, string> = { reindex: "0", briefing: "32" };
  for (const command of discord.commands) {
    const where = command.name === "briefing" ? { contexts: [0], integration_types: [0] } : everywhere;
    expect(command).toMatchObject(where);
    expect(command.default_member_permissions).toBe(permissions[command.name] ?? null);
  }
});

test("no button is offered where there is one page", async () => {
  const outcome = await discord.slash({ name: "search", options: { query: "summit" } });
  expect(buttonsOf(outcome.message)).toEqual([]);
});
