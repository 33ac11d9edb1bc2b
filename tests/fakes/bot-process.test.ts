import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { startBot } from "./discord/bot-process.ts";

const folder = mkdtempSync(join(tmpdir(), "program-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(source: string): string {
  const file = join(folder, `${source.length}.mjs`);
  writeFileSync(file, source);
  return file;
}

const log = 'const log = (event, more) => console.log(JSON.stringify({ level: "info", event, ...more }));\n';
const discord = { apiUrl: "http://127.0.0.1:1/api", token: "a token" };

it("gives the bot its settings, nothing of ours, and an empty folder", async () => {
  const source = `${log}import { readdirSync } from "node:fs";
    log("started", { env: Object.keys(process.env).sort(), url: process.env.DISCORD_API_URL, files: readdirSync(".") });`;
  const bot = await startBot({ discord, env: { LOG_LEVEL: undefined }, program: program(source) });
  const line = await bot.waitFor("started");
  expect(line).toMatchObject({ url: discord.apiUrl, files: [] });
  expect(line.env).toEqual(["ARTICLES_DIR", "DISCORD_API_URL", "DISCORD_TOKEN", "HOME", "PATH"]);
  expect(await bot.exited).toMatchObject({ code: 0, signal: null });
});

it("finds events by what they say, before and after they come", async () => {
  const source = `${log}log("answered", { command: "who" });
    setTimeout(() => log("answered", { command: "latest" }), 20);`;
  const bot = await startBot({ program: program(source) });
  expect(await bot.waitFor("answered", (line) => line.command === "latest")).toMatchObject({ command: "latest" });
  expect(await bot.waitFor("answered")).toMatchObject({ command: "who" });
  expect(bot.events).toHaveLength(2);
  await bot.exited;
});

it("fails with everything the bot wrote where it exits first", async () => {
  const bot = await startBot({ program: program('console.error("no token"); process.exit(78);') });
  await expect(bot.waitFor("ready")).rejects.toThrow(/exited.*78[\s\S]*no token/);
});

it("ends the bot with a signal and tells how it went", async () => {
  const source = `${log}process.on("SIGTERM", () => process.exit(3)); setInterval(() => {}, 1000); log("ready");`;
  const bot = await startBot({ program: program(source) });
  await bot.waitFor("ready");
  expect(await bot.kill()).toMatchObject({ code: 3, signal: null });
  const stubborn = await startBot({ program: program(`${source} `) });
  await stubborn.waitFor("ready");
  expect(await stubborn.kill("SIGKILL")).toMatchObject({ code: null, signal: "SIGKILL" });
});
