import { readdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "libsql";
import { describe, expect, it, test } from "vitest";
import { createAccess } from "../../src/store/access.ts";
import { type Migrations, migrations } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { postgresEngine } from "../../src/store/postgres.ts";
import { sqliteEngine } from "../../src/store/sqlite.ts";
import { StoreError, StoreRefused } from "../../src/store/store.ts";
import { noDatabase, useDatabases } from "../fakes/postgres.ts";
import { added, aPlace, engines, open, type Place, silent } from "./stores.ts";

const database = useDatabases();

const later: Migrations = {
  ...migrations,
  "9001_notes": {
    up: async (db) => {
      await db.schema.createTable("notes").addColumn("id", "text").execute();
    },
  },
};
const failing: Migrations = {
  ...later,
  "9002_impossible": {
    up: async (db) => {
      await db.schema.createTable("more").addColumn("id", "text").execute();
      throw new Error("out of ideas");
    },
  },
};

/** Opens and closes the database with these migrations, as a version that has them would; gives its tables. */
async function migrated({ dataDir, databaseUrl }: Place, known: Migrations, readOnly = false): Promise<string[]> {
  const engine = databaseUrl === undefined ? sqliteEngine(dataDir, readOnly) : postgresEngine(databaseUrl, silent);
  const access = createAccess(engine, { migrations: known, readOnly, log: silent });
  try {
    return await access.run(async (db) => (await db.introspection.getTables()).map(({ name }) => name).sort());
  } finally {
    await access.close();
  }
}

const ours = ["articles", "reindexes", "schedules", "servers", "slots"];

describe.each(engines)("migrations on $engine", ({ engine, skipped }) => {
  const test = it.skipIf(skipped !== undefined);

  test("are run at the opening, once, and change nothing that is stored", async () => {
    const place = await aPlace(engine, database);
    expect(await migrated(place, migrations)).toEqual(ours);
    const store = await open(place);
    const schedule = await added(store);
    await store.close();
    expect(await migrated(place, later)).toContain("notes");
    expect(await migrated(place, later)).toContain("notes");
    const reader = createAccess(
      place.databaseUrl === undefined ? sqliteEngine(place.dataDir, true) : postgresEngine(place.databaseUrl, silent),
      { migrations: later, readOnly: true, log: silent },
    );
    const stored = await reader.run((db) => db.selectFrom("schedules").select("id").execute());
    expect(stored).toEqual([{ id: schedule.id }]);
    await reader.close();
  });

  test("are run all or not at all", async () => {
    const fresh = await aPlace(engine, database);
    await expect(migrated(fresh, failing)).rejects.toBeInstanceOf(StoreError);
    expect(await migrated(fresh, migrations)).toEqual(ours);
    await expect(migrated(fresh, failing)).rejects.toBeInstanceOf(StoreError);
    expect(await migrated(fresh, migrations)).toEqual(ours);
  });

  test("of a newer version make an older one refuse", async () => {
    const place = await aPlace(engine, database);
    await migrated(place, later);
    await expect(open(place)).rejects.toBeInstanceOf(StoreRefused);
    await expect(open(place)).rejects.toThrow(/newer version/);
  });

  test("are not run by a reader", async () => {
    const place = await aPlace(engine, database);
    if (engine === "postgres") await expect(migrated(place, migrations, true)).rejects.toThrow(/start the bot first/);
    await migrated(place, migrations);
    await expect(migrated(place, later, true)).rejects.toThrow(/start the bot first/);
    expect(await migrated(place, migrations, true)).toEqual(ours);
  });
});

it.skipIf(noDatabase !== undefined)("four that start at once on PostgreSQL all succeed, ten times over", async () => {
  for (let round = 0; round < 10; round++) {
    const place = await aPlace("postgres", database);
    const opening = Array.from({ length: 4 }, () => openStore({ ...place, log: silent }));
    const stores = await Promise.all(opening);
    for (const store of stores) expect(await store.schedules.all()).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
  }
});

test("a SQLite file is backed up before it is changed, and the newest five backups are kept", async () => {
  const place = await aPlace("sqlite", database);
  const backups = () => readdirSync(join(place.dataDir, "backups"));
  const store = await open(place);
  const schedule = await added(store);
  await store.close();
  expect(() => backups()).toThrow("ENOENT");
  let known = migrations;
  for (let n = 1; n <= 7; n++) {
    known = { ...known, [`8${n}_empty`]: { up: async () => {} } };
    await migrated(place, known);
    expect(backups()).toHaveLength(Math.min(n, 5));
  }
  await migrated(place, known);
  expect(backups()).toHaveLength(5);
  for (const name of backups()) {
    expect(name).toMatch(/^bot-\d{4}-\d{2}-\d{2}T.*Z-before-\d+\.\d+\.\d+\.db$/);
    const backup = new Sqlite(join(place.dataDir, "backups", name));
    expect(backup.prepare("select id from schedules").all([])).toEqual([{ id: schedule.id }]);
    backup.close();
  }
});
