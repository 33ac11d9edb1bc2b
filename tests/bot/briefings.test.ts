import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { type FakeDiscord, startDiscord } from "../fakes/discord/fake-discord.ts";
import { textOf } from "../fakes/discord/read.ts";

/** Briefings as admins and members see them: the built bot as a process, killed and started again, with a moved clock. */

// Each starts the bot several times.
vi.setConfig({ testTimeout: 90_000 });

const admin = "32";
const member = "0";

let discord: FakeDiscord;
let dataDir: string;

beforeEach(async () => {
  discord = await startDiscord();
  dataDir = mkdtempSync(join(tmpdir(), "data-"));
  onTestFinished(async () => {
    expect(discord.violations).toEqual([]);
    await discord.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

/** The bot, believing that it is this instant; killed with the test. */
async function startAt(instant: string, env: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
  const bot = await startBot({
    discord,
    env: { NODE_ENV: "test", TEST_CLOCK: instant, DATA_DIR: dataDir, ...env },
  });
  onTestFinished(() => bot.kill("SIGKILL").then(() => undefined));
  await bot.waitFor("ready");
  return bot;
}

function briefing(subcommand: string, options = {}, permissions = admin) {
  return discord.slash({ name: "briefing", subcommand, options, permissions });
}

const schedule = (options = {}) =>
  briefing("schedule", { channel: discord.channel, time: "08:00", timezone: "UTC", ...options });
const posts = () => discord.messagesIn(discord.channel).filter(({ author }) => author.id !== discord.users.alice.id);
const posted = (count: number) => discord.until(() => posts().length >= count, `${count} posts`, 20_000);

test("a briefing is scheduled, posted on time without a ping, and linked to in the status", async () => {
  const bot = await startAt("2026-12-01T07:59:54Z");
  const answer = await schedule();
  expect(answer.ephemeral).toBe(true);
  expect(textOf(answer.message)).toMatch(/08:00 UTC, every day\*\* in <#\d+>/);
  expect(textOf(answer.message)).toContain("<t:1796112000:f>");
  await posted(1);
  const [message] = posts();
  expect(textOf(message ?? { content: "", components: [] })).toContain("Nothing new");
  await bot.waitFor("briefing posted");
  const status = await briefing("status");
  expect(textOf(status.message)).toContain(`/${discord.channel.id}/${message?.id}`);
  expect(textOf(status.message)).toContain("everything that a post needs is there");
});

test("who may not manage the server is refused, whatever Discord lets through", async () => {
  await startAt("2026-12-01T07:00:00Z");
  for (const subcommand of ["preview", "list", "status", "pause", "remove"]) {
    const outcome = await briefing(subcommand, {}, member);
    expect(textOf(outcome.message)).toContain("Manage Server");
    expect(outcome.ephemeral).toBe(true);
  }
  const choices = await discord.autocomplete({
    name: "briefing",
    subcommand: "schedule",
    option: "timezone",
    value: "pyong",
    permissions: admin,
  });
  expect(choices[0]).toMatchObject({ value: "Asia/Pyongyang" });
});

describe("a bot that is killed", () => {
  test("after Discord has stored the post, posts no second one, started at once or an hour later", async () => {
    const first = await startAt("2026-12-01T07:59:50Z");
    await schedule();
    discord.onStored(async () => {
      if (posts().length === 1) await first.kill("SIGKILL");
    });
    await posted(1);
    await first.exited;
    const second = await startAt("2026-12-01T08:00:10Z");
    await second.waitFor("briefing posted");
    await second.kill("SIGKILL");
    discord.expireNonces();
    const third = await startAt("2026-12-01T09:00:00Z");
    await third.waitFor("ready");
    expect(textOf((await briefing("status")).message)).toContain(`${posts()[0]?.id}`);
    expect(posts()).toHaveLength(1);
  });

  test("before it has posted, posts late and says so; a day that is over is missed, and shown", async () => {
    const first = await startAt("2026-12-01T07:30:00Z");
    await schedule();
    await first.kill("SIGKILL");
    const second = await startAt("2026-12-01T10:30:00Z");
    await posted(1);
    await second.waitFor("briefing posted");
    expect(posts().map(textOf).join()).toMatch(/late/);
    await second.kill("SIGKILL");
    const third = await startAt("2026-12-03T20:00:00Z");
    await third.waitFor("briefing missed", ({ date }) => date === "2026-12-03");
    const status = textOf((await briefing("status")).message);
    expect(status).toMatch(/Missed:\*\* <t:\d+:f> — The bot was not running/);
    expect(posts()).toHaveLength(1);
  });
});

test("a Discord that answers 500 after having stored the message gets no second one", async () => {
  const bot = await startAt("2026-12-01T07:59:55Z");
  discord.inject({
    method: "POST",
    path: /^\/channels\/\d+\/messages$/,
    times: 3,
    fault: { kind: "status-after", status: 500 },
  });
  await schedule();
  await bot.waitFor("briefing posted");
  expect(posts()).toHaveLength(1);
});

test("without the permission nothing is hammered; status says what to mend; after three days it rests, and the admin is told", async () => {
  const first = await startAt("2026-12-01T07:59:55Z");
  await schedule();
  discord.forbid(discord.channel, "SendMessages");
  const failed = await first.waitFor("briefing failed");
  expect(failed.reason).toMatch(/Send Messages/);
  const status = textOf((await briefing("status")).message);
  expect(status).toMatch(/Failed:\*\*/);
  expect(status).toMatch(/Now:\*\* The bot lacks Send Messages in <#\d+>/);
  expect(discord.requests.filter(({ method, status: code }) => method === "POST" && code === 403)).toHaveLength(1);
  await first.kill("SIGKILL");
  for (const day of ["02", "03"]) {
    const bot = await startAt(`2026-12-${day}T08:00:30Z`);
    await bot.waitFor("briefing failed");
    if (day === "03") await bot.waitFor("briefing paused");
    await bot.kill();
  }
  const told = discord.messagesIn(discord.directChannel(discord.users.alice));
  expect(told.map(textOf).join()).toContain("is paused");
  discord.permit(discord.channel, "SendMessages");
  await startAt("2026-12-04T07:59:55Z");
  expect(textOf((await briefing("list")).message)).toContain("paused because it failed three times");
  await briefing("resume");
  await posted(1);
});

test("the schedules of a server that removed the bot rest, and go on when it is back", async () => {
  const bot = await startAt("2026-12-01T07:59:45Z");
  await schedule();
  discord.removeBot(discord.guild);
  await bot.waitFor("server left: its briefings rest");
  discord.addBot(discord.guild);
  await bot.waitFor("server is back");
  await posted(1);
});

describe("the database", () => {
  test("is one process's: a second one is refused, and told whose it is", async () => {
    const first = await startAt("2026-12-01T07:00:00Z");
    const second = await startBot({ discord, env: { DATA_DIR: dataDir } });
    expect((await second.exited).code).toBe(78);
    expect(second.output).toMatch(/pid \d+/);
    expect(second.output).toContain("DATABASE_URL");
    expect((await first.kill()).code).toBe(0);
  });

  test("may be broken: questions are answered all the same, and /briefing says what is wrong", async () => {
    writeFileSync(join(dataDir, "bot.db"), "this is no database, and nothing that was here is lost ".repeat(100));
    await startAt("2026-12-01T07:00:00Z");
    expect(textOf((await discord.slash({ name: "latest" })).message)).toContain("fourth summit");
    expect(textOf((await briefing("list")).message)).toMatch(/out of reach just now\. .*bot\.db/);
  });
});
