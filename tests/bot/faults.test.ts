import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { type FakeDiscord, startDiscord } from "../fakes/discord/fake-discord.ts";
import { textOf } from "../fakes/discord/read.ts";

/** Discord and the network at their worst: whatever happens, the process lives on and answers the next question. */

const callback = /^\/interactions\/.*\/callback/;
let discord: FakeDiscord;
let bot: BotProcess;

beforeAll(async () => {
  discord = await startDiscord({ deadlineMs: 3000 });
  bot = await startBot({ discord });
  await bot.waitFor("ready");
});

afterAll(async () => {
  expect(bot.events.filter(({ event }) => /unhandled|uncaught/.test(event))).toEqual([]);
  expect((await bot.kill()).code).toBe(0);
  await discord.stop();
});

async function stillAnswers() {
  await discord.until(() => discord.gateway.connected, "a connected bot");
  const { message } = await discord.slash({ name: "search", options: { query: "summit" } });
  expect(textOf(message)).toContain("5 articles");
}

test.each([
  ["a 500", { kind: "status", status: 500 }],
  ["a 429", { kind: "rate-limit", retryAfter: 0.2 }],
  ["a dropped connection", { kind: "drop" }],
  ["an answer that is no JSON", { kind: "garbage" }],
] as const)("%s on the first answer is tried again", async (_case, fault) => {
  discord.inject({ method: "POST", path: callback, fault });
  const { message } = await discord.slash({ name: "latest" });
  expect(textOf(message)).toContain("Latest articles");
});

test("an answer that Discord has taken, though the connection broke, is given once", async () => {
  const answers = () => discord.requests.filter(({ method, path }) => method === "POST" && callback.test(path)).length;
  const before = answers();
  discord.inject({ method: "POST", path: callback, fault: { kind: "drop-after" } });
  const { message } = await discord.slash({ name: "latest" });
  expect(textOf(message)).toContain("Latest articles");
  await discord.until(() => answers() === before + 2, "the second attempt");
  await stillAnswers();
});

test("an answer that Discord never takes is lost, the process is not", async () => {
  discord.inject({ method: "POST", path: callback, times: 4, fault: { kind: "status", status: 500 } });
  await discord.slash({ name: "latest" }).catch(() => {});
  await bot.waitFor("answer not delivered");
  await stillAnswers();
});

test("an answer that Discord refuses is followed by one that gives a reference", async () => {
  discord.inject({ method: "POST", path: callback, fault: { kind: "refuse" } });
  const { message, ephemeral } = await discord.slash({ name: "latest" });
  expect(textOf(message)).toContain("Something went wrong");
  expect(ephemeral).toBe(true);
  const reference = /`([0-9a-f]{8})`/.exec(textOf(message))?.[1];
  await bot.waitFor("answer not delivered", (line) => line.reference === reference);
});

test("a report that Discord refuses is replaced by a reference", async () => {
  // Not one of the lines that tell how far it is.
  discord.inject({ method: "PATCH", path: /@original|%40original/, body: /Re-indexed/, fault: { kind: "refuse" } });
  const outcome = await discord.slash({ name: "reindex", user: discord.users.owner });
  await outcome.until(({ message }) => textOf(message).includes("Something went wrong"));
});

test("while Discord doesn't say who the owner is, the owner is told to try again", async () => {
  const other = await startDiscord();
  other.inject({ path: /^\/applications\/@me$/, times: 8, fault: { kind: "status", status: 500 } });
  const unsure = await startBot({ discord: other });
  await unsure.waitFor("ready");
  // The question at the start takes up the first four; one asked meanwhile would share its answer.
  await unsure.waitFor("application's owner not known");
  const reindex = () => other.slash({ name: "reindex", user: other.users.owner });
  expect(textOf((await reindex()).message)).toContain("try again in a minute");
  const second = await reindex();
  await second.until(({ message }) => textOf(message).includes("Re-indexed"));
  expect((await unsure.kill()).code).toBe(0);
  await other.stop();
});

test("a defer that fails leaves the re-index undone and the process alive", async () => {
  const runs = () => bot.events.filter(({ event }) => event === "reindexed").length;
  const before = runs();
  discord.inject({ method: "POST", path: callback, times: 4, fault: { kind: "status", status: 500 } });
  await discord.slash({ name: "reindex", user: discord.users.owner }).catch(() => {});
  await bot.waitFor("answer not delivered", ({ interaction }) => interaction === 2);
  await stillAnswers();
  expect(runs()).toBe(before);
});

test.each([1006, 4000, 4007, 4009])("a gateway that closes with %i mid-command is joined again", async (code) => {
  const asked = discord.slash({ name: "search", options: { query: "summit" } }).catch(() => {});
  discord.closeGateway(code);
  await asked;
  await stillAnswers();
});

test("a gateway that asks for a new connection or calls the session invalid is joined again", async () => {
  discord.gateway.reconnect();
  await stillAnswers();
  discord.gateway.invalidate(false);
  await stillAnswers();
});

test("a bot that can't register its commands is ready all the same, and registers them later", async () => {
  const other = await startDiscord();
  other.inject({ path: /\/commands$/, times: 8, fault: { kind: "status", status: 500 } });
  const late = await startBot({ discord: other });
  expect(await late.waitFor("ready")).toMatchObject({ commands: "failed" });
  await other.until(() => other.commands.length > 0, "registered commands");
  expect((await late.kill()).code).toBe(0);
  await other.stop();
});
