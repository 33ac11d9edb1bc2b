import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { type FakeDiscord, startDiscord } from "../fakes/discord/fake-discord.ts";
import { textOf } from "../fakes/discord/read.ts";
import { aFolder, harbourArticles } from "../fakes/folder.ts";

let discord: FakeDiscord;
const started: BotProcess[] = [];

async function start(options: Omit<Parameters<typeof startBot>[0], "discord"> = {}): Promise<BotProcess> {
  const bot = await startBot({ discord, ...options });
  started.push(bot);
  return bot;
}

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((bot) => bot.kill("SIGKILL")));
  await discord.stop();
});

test("without a token it exits at once with status 78 and three lines", async () => {
  const bot = await startBot({});
  expect((await bot.exited).code).toBe(78);
  const lines = bot.output.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain("DISCORD_TOKEN");
  expect(bot.output).toContain("npm run preview");
});

test("a token that Discord refuses ends it with status 78 and a sentence, without the token", async () => {
  const bot = await start({ env: { DISCORD_TOKEN: "MTE3.wrong.token-value" } });
  expect((await bot.exited).code).toBe(78);
  expect(bot.output).toContain("Discord does not accept DISCORD_TOKEN");
  expect(bot.output).not.toContain("wrong.token-value");
});

test("one ready line says what it is connected to; only the Guilds intent is asked for", async () => {
  const bot = await start();
  expect(await bot.waitFor("ready")).toMatchObject({ level: "info", guilds: 1, commands: "registered" });
  expect(discord.gateway.identifies.map(({ intents }) => intents)).toEqual([1]);
});

test("commands that Discord has already are not sent again, and changed ones are", async () => {
  const writes = () =>
    discord.requests.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands")).length;
  await (await start()).waitFor("ready");
  expect(writes()).toBe(1);
  expect(await (await start()).waitFor("ready")).toMatchObject({ commands: "unchanged" });
  expect(writes()).toBe(1);
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "on %s an answer under way is finished, and it exits with 0 in time",
  async (signal) => {
    const bot = await start();
    await bot.waitFor("ready");
    discord.inject({ method: "POST", path: /callback/, fault: { kind: "delay", ms: 800 } });
    const asked = discord.slash({ name: "search", options: { query: "summit" } });
    await bot.waitFor("answered");
    const exit = await bot.kill(signal);
    expect(exit.code).toBe(0);
    expect(exit.ms).toBeLessThan(5000);
    expect(textOf((await asked).message)).toContain("5 articles");
  },
);

test("a restart answers from the index that was left, unless a file has changed", async () => {
  const folder = aFolder(harbourArticles(3));
  const dataDir = mkdtempSync(join(tmpdir(), "data-"));
  const restarted = async () => {
    const bot = await start({ articles: folder.path, env: { DATA_DIR: dataDir } });
    const { after, isRestored } = await bot.waitFor("reindexed");
    await bot.waitFor("ready");
    const { message } = await discord.slash({ name: "search", options: { query: "harbour" } });
    await bot.kill();
    return { after, isRestored, text: textOf(message) };
  };
  const first = await restarted();
  expect(first).toMatchObject({ after: 3, isRestored: false });
  expect(await restarted()).toEqual({ ...first, isRestored: true });
  folder.write("new.md", "---\ntitle: A harbour opens\n---\n\nA harbour opened.\n");
  const changed = await restarted();
  expect(changed).toMatchObject({ after: 4, isRestored: false });
  expect(changed.text).toContain("A harbour opens");
  folder.dispose();
});

test("an answer that hangs does not hold up the exit", async () => {
  const bot = await start();
  await bot.waitFor("ready");
  discord.inject({ method: "POST", path: /callback/, times: 9, fault: { kind: "delay", ms: 60_000 } });
  const asked = discord.slash({ name: "latest" }).catch(() => {});
  await bot.waitFor("answered");
  const exit = await bot.kill();
  expect(exit).toMatchObject({ code: 0 });
  expect(exit.ms).toBeLessThan(5000);
  await asked;
});

test("npm start passes the signal on, and the bot ends in order", async () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const env = { ...process.env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  // What npm does with a script on anything but Windows.
  const shell = spawn("sh", ["-c", scripts.start], { env, stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  shell.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
    if (output.includes('"event":"ready"')) shell.kill("SIGTERM");
  });
  const [code] = await once(shell, "close");
  expect(output).toContain('"event":"stopped"');
  expect(code).toBe(0);
});

test("it can be stopped while it waits for a Discord that is down", async () => {
  discord.inject({ path: /gateway\/bot/, times: 1000, fault: { kind: "status", status: 502 } });
  const bot = await start();
  await bot.waitFor("trying again");
  expect((await bot.kill()).code).toBe(0);
});

test("it connects once Discord is back", async () => {
  discord.inject({ path: /gateway\/bot/, times: 3, fault: { kind: "drop" } });
  const bot = await start();
  await bot.waitFor("ready");
});

test("a gateway that throws the bot out for good ends the process, for a supervisor to see", async () => {
  const bot = await start();
  await bot.waitFor("ready");
  discord.closeGateway(4004);
  expect((await bot.exited).code).toBe(78);
  expect(bot.output).toContain("Discord does not accept DISCORD_TOKEN");
});
