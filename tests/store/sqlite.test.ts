import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import Sqlite from "libsql";
import { expect, test, vi } from "vitest";
import { createAccess } from "../../src/store/access.ts";
import { migrations } from "../../src/store/migrations.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { sqliteEngine } from "../../src/store/sqlite.ts";
import { StoreError, StoreRefused } from "../../src/store/store.ts";
import { added, aPlace, aSchedule, claimed, open, silent } from "./stores.ts";
import { startWriter } from "./writer.ts";

const aFolder = async () => (await aPlace("sqlite", async () => "")).dataDir;

/** A call that is made again and again until the store has recovered. */
const recovered = <T>(call: () => Promise<T>): Promise<T> => vi.waitFor(call, { timeout: 10_000, interval: 100 });

test("a second process is refused: it is told the first one's pid, and of PostgreSQL", async () => {
  const dataDir = await aFolder();
  const first = await startWriter({ dataDir });
  const refusal = open({ dataDir });
  await expect(refusal).rejects.toBeInstanceOf(StoreRefused);
  await expect(refusal).rejects.toThrow(new RegExp(`pid ${first.pid}\\b.*PostgreSQL`));
  await first.kill();
  expect(await (await open({ dataDir })).schedules.all()).toBeInstanceOf(Array);
});

test("a second store of the same process is refused, and the first goes on", async () => {
  const dataDir = await aFolder();
  const first = await open({ dataDir });
  await expect(open({ dataDir })).rejects.toBeInstanceOf(StoreRefused);
  await expect(open({ dataDir })).rejects.toThrow(`pid ${process.pid}`);
  await added(first);
  await first.close();
  expect(await (await open({ dataDir })).schedules.all()).toHaveLength(1);
});

test("a reader reads beside the process that has the file, and writes nothing", async () => {
  const dataDir = await aFolder();
  const store = await open({ dataDir });
  const reader = await open({ dataDir }, { readOnly: true });
  const schedule = await added(store);
  const slot = await claimed(store, schedule);
  expect((await reader.dump()).slots).toEqual([slot]);
  await expect(reader.schedules.add(aSchedule())).rejects.toBeInstanceOf(StoreError);
  expect(await store.schedules.all()).toHaveLength(1);
  await reader.close();
  expect(await added(store)).toBeDefined();
});

test("a reader also reads what a killed process has left, and makes nothing where there is nothing", async () => {
  const dataDir = await aFolder();
  const empty = await open({ dataDir }, { readOnly: true });
  await expect(empty.schedules.all()).rejects.toThrow("start the bot first");
  expect(readdirSync(dataDir)).toEqual([]);
  const writer = await startWriter({ dataDir });
  await writer.acknowledged(3);
  await writer.kill();
  const reader = await open({ dataDir }, { readOnly: true });
  expect(await reader.slots.of((await reader.schedules.all())[0]?.id ?? "", 1)).toMatchObject([{ state: "posted" }]);
});

test("commits are on the disk before they are acknowledged", async () => {
  const dataDir = await aFolder();
  const access = createAccess(sqliteEngine(dataDir, false), { migrations, readOnly: false, log: silent });
  const pragma = (name: string) =>
    access.run(async (db) =>
      Object.values((await sql<object>`${sql.raw(`pragma ${name}`)}`.execute(db)).rows[0] ?? {}),
    );
  expect(await pragma("journal_mode")).toEqual(["wal"]);
  expect(await pragma("synchronous")).toEqual([2]);
  expect(await pragma("foreign_keys")).toEqual([1]);
  await access.close();
});

test("a file that was closed holds everything by itself", async () => {
  const [dataDir, other] = [await aFolder(), await aFolder()];
  const store = await open({ dataDir });
  const schedule = await added(store);
  await store.close();
  copyFileSync(join(dataDir, "bot.db"), join(other, "bot.db"));
  expect(await (await open({ dataDir: other })).schedules.all()).toEqual([schedule]);
  expect(existsSync(join(dataDir, "bot.pid"))).toBe(false);
});

test("a file of something else is left as it is, and the message says what to do", async () => {
  const dataDir = await aFolder();
  const file = join(dataDir, "bot.db");
  const garbage = Buffer.alloc(20_000, "not a database. ");
  writeFileSync(file, garbage);
  const store = await open({ dataDir });
  const call = store.schedules.all();
  await expect(call).rejects.toBeInstanceOf(StoreError);
  await expect(call).rejects.toThrow(/bot\.db .*damaged.*backup/);
  await expect(call).rejects.not.toThrow(dataDir);
  expect(readFileSync(file).equals(garbage)).toBe(true);
  rmSync(file);
  expect(await recovered(() => store.schedules.all())).toEqual([]);
});

test("a file that is damaged within is found before it is used", async () => {
  const dataDir = await aFolder();
  const file = join(dataDir, "bot.db");
  const former = await open({ dataDir });
  await former.articles.record(
    Array.from({ length: 2000 }, (_, n) => `article number ${n}`),
    1,
  );
  await former.close();
  const damaged = readFileSync(file);
  damaged.fill(0xab, Math.floor(damaged.length / 2), Math.floor(damaged.length / 2) + 5000);
  writeFileSync(file, damaged);
  const store = await open({ dataDir });
  await expect(store.schedules.add(aSchedule())).rejects.toThrow(/damaged/);
  await store.close();
  expect(readFileSync(file).equals(damaged)).toBe(true);
});

test("a full disk refuses what doesn't fit, loses nothing, and is over when there is room again", async () => {
  const dataDir = await aFolder();
  const access = createAccess(sqliteEngine(dataDir, false), { migrations, readOnly: false, log: silent });
  const schedules = createSchedules(access);
  const pages = (count: number) => access.run((db) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(db));
  const long = aSchedule({ contents: { items: 5, ifNothingNew: "post", about: "x".repeat(3000) } });
  await pages(1);
  let stored = 0;
  const fill = async () => {
    for (; stored < 100; stored++) await schedules.add({ ...long, serverId: `${stored}` });
  };
  await expect(fill()).rejects.toMatchObject({ name: "StoreError", message: expect.stringMatching(/is full/) });
  await expect(schedules.add(long)).rejects.toBeInstanceOf(StoreError);
  expect(await schedules.all()).toHaveLength(stored);
  await pages(1_000_000);
  expect(await schedules.add(long)).toBeDefined();
  expect(await schedules.all()).toHaveLength(stored + 1);
  await access.close();
});

test("a file that has become read-only is opened anew, until it can be written to again", async () => {
  const dataDir = await aFolder();
  const access = createAccess(sqliteEngine(dataDir, false), { migrations, readOnly: false, log: silent });
  const schedules = createSchedules(access);
  await access.run((db) => sql`pragma query_only = 1`.execute(db));
  await expect(schedules.add(aSchedule())).rejects.toThrow(/read-only/);
  expect(await schedules.add(aSchedule())).toBeDefined();
  await access.close();
});

test("a file that another program has locked can be read, and written to once that is over", async () => {
  const dataDir = await aFolder();
  const store = await open({ dataDir });
  const schedule = await added(store);
  const other = new Sqlite(join(dataDir, "bot.db"));
  other.exec("begin immediate");
  await expect(store.schedules.add(aSchedule())).rejects.toThrow(/locked by another program/);
  expect(await store.schedules.all()).toEqual([schedule]);
  other.exec("rollback");
  expect(await added(store)).toBeDefined();
  other.close();
});

test("a file that was locked at the start is opened once it is free", async () => {
  const dataDir = await aFolder();
  const other = new Sqlite(join(dataDir, "bot.db"));
  other.exec("begin exclusive");
  const store = await open({ dataDir });
  await expect(store.schedules.all()).rejects.toThrow(/locked by another program/);
  other.exec("rollback");
  expect(await recovered(() => store.schedules.all())).toEqual([]);
  other.close();
});

test("a folder that can't be made at the start is made once it can", async () => {
  const folder = await aFolder();
  writeFileSync(join(folder, "data"), "in the way");
  const store = await open({ dataDir: join(folder, "data", "deep") });
  await expect(store.schedules.all()).rejects.toThrow(/can't be opened/);
  rmSync(join(folder, "data"));
  expect(await recovered(() => store.schedules.all())).toEqual([]);
});

test("a folder that is moved away and back has lost nothing, and no empty one takes its place", async () => {
  const folder = await aFolder();
  const [dataDir, away] = [join(folder, "data"), join(folder, "away")];
  const store = await open({ dataDir });
  const schedule = await added(store);
  renameSync(dataDir, away);
  for (let n = 0; n < 3; n++) await expect(store.schedules.all()).rejects.toThrow(/taken away/);
  expect(existsSync(dataDir)).toBe(false);
  renameSync(away, dataDir);
  expect(await recovered(() => store.schedules.all())).toEqual([schedule]);
  await expect(open({ dataDir })).rejects.toBeInstanceOf(StoreRefused);
});

test("a file that is deleted under the bot is not made anew: nothing is acknowledged into the void", async () => {
  const dataDir = await aFolder();
  const store = await open({ dataDir });
  await added(store);
  for (const file of readdirSync(dataDir)) rmSync(join(dataDir, file));
  await expect(store.schedules.add(aSchedule())).rejects.toThrow(/taken away/);
  expect(existsSync(join(dataDir, "bot.db"))).toBe(false);
});

test("a file that replaces the open one, a backup say, is left alone until the bot is started again", async () => {
  const [dataDir, other] = [await aFolder(), await aFolder()];
  const backup = await open({ dataDir: other });
  const schedule = await added(backup);
  await backup.close();
  const store = await open({ dataDir });
  for (const file of ["bot.db-wal", "bot.db-shm", "bot.db"]) rmSync(join(dataDir, file));
  copyFileSync(join(other, "bot.db"), join(dataDir, "bot.db"));
  await expect(store.schedules.add(aSchedule())).rejects.toThrow(/replaced.*restart/);
  await store.close();
  expect(await (await open({ dataDir })).schedules.all()).toEqual([schedule]);
});

test("closing waits for nothing, can be done twice, and refuses what comes later", async () => {
  const store = await open({ dataDir: await aFolder() });
  await store.close();
  await store.close();
  await expect(store.schedules.all()).rejects.toThrow(/stopping/);
});

test("the lock is nothing that a child of the process inherits", async () => {
  const dataDir = await aFolder();
  const store = await open({ dataDir });
  spawnSync(process.execPath, ["-e", ""]);
  await expect(open({ dataDir })).rejects.toBeInstanceOf(StoreRefused);
  await store.close();
});
