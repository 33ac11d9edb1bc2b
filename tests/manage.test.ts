import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { discordForTest } from "./fakes/small-bot.ts";
import { added, aLease, aPlace, claimed, open, start } from "./store/stores.ts";

const program = resolve(fileURLToPath(import.meta.url), "../../dist/src/manage.js");

/** What an operator gets for `npm run …`. */
function manage(args: readonly string[], env: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), "manage-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  return new Promise<{ code: number; out: string; err: string; cwd: string }>((done) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd, env: { PATH: process.env.PATH, ...env } },
      (_error, out, err) => done({ code: child.exitCode ?? -1, out, err, cwd }),
    );
  });
}

const sqlite = () => aPlace("sqlite", async () => "");

test("status shows every briefing, its last post, and what is missing in its channel, while the bot runs", async () => {
  const discord = await discordForTest();
  const place = await sqlite();
  const store = await open(place);
  const { guild, channel, token, apiUrl } = discord;
  const schedule = await added(store, { serverId: guild.id, channelId: channel.id });
  const lease = aLease();
  await store.slots.settle(await claimed(store, schedule, lease), lease, {
    state: "posted",
    at: start,
    messageId: "77",
  });
  discord.forbid(channel, "SendMessages");
  const asked = await manage(["status"], { DATA_DIR: place.dataDir, DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });
  expect(asked.code).toBe(0);
  expect(asked.out).toContain("1 briefing in 1 server");
  expect(asked.out).toContain(`${guild.id}/${channel.id}/77`);
  expect(asked.out).toMatch(/Now: The bot lacks Send Messages/);
  const withoutToken = await manage(["status"], { DATA_DIR: place.dataDir });
  expect(withoutToken.out).toContain("Without DISCORD_TOKEN");
});

test("export and import move everything to another database, and importing again adds nothing", async () => {
  const from = await sqlite();
  const store = await open(from);
  const schedule = await added(store);
  const lease = aLease();
  await store.slots.settle(await claimed(store, schedule, lease), lease, {
    state: "posted",
    at: start,
    messageId: "77",
  });
  await store.articles.record(["a", "b"], 5);
  const file = join(from.dataDir, "moved.json");
  expect(await manage(["export", file], { DATA_DIR: from.dataDir })).toMatchObject({ code: 0, err: "" });
  const to = await sqlite();
  const imported = await manage(["import", file], { DATA_DIR: to.dataDir });
  expect(imported).toMatchObject({ code: 0, out: expect.stringContaining("1 briefing added") });
  expect((await manage(["import", file], { DATA_DIR: to.dataDir })).out).toContain(
    "0 briefings added, 1 were there already",
  );
  expect(await (await open(to)).dump()).toEqual(await store.dump());
});

test("import refuses a file that is cut, changed or of something else, naming the place, and adds nothing", async () => {
  const place = await sqlite();
  const store = await open(place);
  await added(store);
  const good = JSON.parse(JSON.stringify(await store.dump()));
  await store.close();
  const file = join(place.dataDir, "file.json");
  const cases: [string, RegExp][] = [
    [JSON.stringify(good).slice(0, -20), /no JSON/],
    ["[]", /no export/],
    [JSON.stringify({ ...good, version: 2 }), /version/],
    [
      JSON.stringify({
        ...good,
        schedules: [{ ...good.schedules[0], timetable: { ...good.schedules[0].timetable, timeZone: "Mars/Base" } }],
      }),
      /schedules\.0\.timetable\.timeZone/,
    ],
    [
      JSON.stringify({
        ...good,
        slots: [{ scheduleId: "zzzzzz", date: "2026-12-01", dueAt: 1, state: "posted", covered: [] }],
      }),
      /zzzzzz/,
    ],
  ];
  for (const [text, reason] of cases) {
    writeFileSync(file, text);
    const to = await sqlite();
    const refused = await manage(["import", file], { DATA_DIR: to.dataDir });
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(reason);
  }
});

test.each([[[]], [["nonsense"]], [["export"]], [["status", "x"]], [["import"]]])(
  "%j is answered with the usage",
  async (args) => {
    const { code, err } = await manage(args, {});
    expect(code).toBe(64);
    expect(err).toContain("npm run export");
  },
);

test("what can't be is said in a sentence: no database yet, no such file, a wrong setting", async () => {
  const place = await sqlite();
  const empty = await manage(["status"], { DATA_DIR: place.dataDir });
  expect(empty.code).toBe(1);
  expect(empty.err).toMatch(/start the bot first/);
  expect(existsSync(join(place.dataDir, "bot.db"))).toBe(false);
  const missing = await manage(["import", "nothing.json"], { DATA_DIR: place.dataDir });
  expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/nothing\.json/) });
  expect((await manage(["status"], { DATABASE_URL: "mysql://x" })).code).toBe(78);
});

test("an export replaces an older one only as a whole", async () => {
  const place = await sqlite();
  await added(await open(place));
  const file = join(place.dataDir, "nowhere", "export.json");
  const refused = await manage(["export", file], { DATA_DIR: place.dataDir });
  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/nowhere/) });
  const fine = join(place.dataDir, "export.json");
  writeFileSync(fine, "old");
  await manage(["export", fine], { DATA_DIR: place.dataDir });
  expect(JSON.parse(readFileSync(fine, "utf8"))).toMatchObject({ version: 1 });
});
