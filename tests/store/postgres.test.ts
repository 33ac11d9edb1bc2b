import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { messageOf } from "../../src/errors.ts";
import { createAccess } from "../../src/store/access.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { postgresEngine } from "../../src/store/postgres.ts";
import { explainPostgres } from "../../src/store/postgres-errors.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { noPostgres, type Postgres, query, startPostgres } from "../fakes/postgres.ts";
import { startStallingProxy } from "../fakes/stalling-proxy.ts";
import { added, aLog, aSchedule, open, silent } from "./stores.ts";

/** A call that is made again and again until the store has recovered. */
const recovered = <T>(call: () => Promise<T>): Promise<T> => vi.waitFor(call, { timeout: 15_000, interval: 100 });

/** All that an error says, its causes included. */
const everything = (error: unknown): string =>
  error instanceof Error ? `${messageOf(error)}\n${everything(error.cause)}` : "";

describe.skipIf(noPostgres !== undefined)("a store on PostgreSQL", () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.dispose());

  const aDatabase = async () => ({ dataDir: "never made", databaseUrl: await server.database() });

  it("recovers by itself when the server was restarted, and nothing is lost", async () => {
    const store = await open(await aDatabase());
    const schedule = await added(store);
    await Promise.all(Array.from({ length: 5 }, () => store.schedules.all()));
    await server.stop();
    await expect(store.schedules.all()).rejects.toMatchObject({ name: "StoreError" });
    await expect(store.schedules.add(aSchedule())).rejects.toThrow(/can't be reached/);
    await server.start();
    expect(await recovered(() => store.schedules.all())).toEqual([schedule]);
    expect(await added(store)).toBeDefined();
  });

  it("survives that the server is stopped while calls are under way", async () => {
    const store = await open(await aDatabase());
    const busy = Promise.allSettled(
      Array.from({ length: 200 }, (_, n) => store.schedules.add(aSchedule({ serverId: `${n}` }))),
    );
    await server.stop();
    const outcomes = await busy;
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    for (const { reason } of refused) expect(reason).toMatchObject({ name: "StoreError" });
    await server.start();
    const stored = await recovered(() => store.schedules.all());
    expect(stored.length).toBeGreaterThanOrEqual(outcomes.length - refused.length);
  });

  it("survives that the server is stopped between two steps of a transaction", async () => {
    const { databaseUrl } = await aDatabase();
    const access = createAccess(postgresEngine(databaseUrl, silent), { migrations, readOnly: false, log: silent });
    onTestFinished(() => access.close());
    const cut = access.transact(async (db) => {
      await db.insertInto("servers").values({ id: "half done" }).execute();
      await server.stop();
      await db.selectFrom("servers").selectAll().execute();
    });
    await expect(cut).rejects.toMatchObject({ name: "StoreError" });
    await server.start();
    expect(await recovered(() => access.run((db) => db.selectFrom("servers").selectAll().execute()))).toEqual([]);
  });

  it("opens once the server is there, if it wasn't at the start", async () => {
    const place = await aDatabase();
    await server.stop();
    const store = await open(place);
    await expect(store.schedules.all()).rejects.toThrow(/can't be reached/);
    await server.start();
    expect(await recovered(() => store.schedules.all())).toEqual([]);
  });

  it("sets a database up again that was made anew", async () => {
    const place = await aDatabase();
    const store = await open(place);
    await added(store);
    await query(place.databaseUrl, "drop schema public cascade");
    await query(place.databaseUrl, "create schema public");
    expect(await recovered(() => store.schedules.all())).toEqual([]);
    expect(await added(store)).toBeDefined();
  });

  it("says what is wrong with the address, and never the password", async () => {
    const { databaseUrl } = await aDatabase();
    const wrong = (change: (url: URL) => void) => {
      const url = new URL(databaseUrl);
      change(url);
      return url.href;
    };
    const cases = [
      [wrong((url) => (url.password = "a-wrong-secret")), /refuses the user or the password/],
      [wrong((url) => (url.pathname = "/nowhere")), /no database of the name/],
      [wrong((url) => (url.port = "1")), /can't be reached/],
      [wrong((url) => (url.hostname = "nowhere.invalid")), /can't be reached/],
    ] as const;
    for (const [url, sentence] of cases) {
      const { lines, log } = aLog();
      const store = await openStore({ dataDir: "never made", databaseUrl: url, log });
      const error: unknown = await store.schedules.all().catch((refusal: unknown) => refusal);
      expect(messageOf(error)).toMatch(sentence);
      const said = everything(error) + JSON.stringify(lines);
      for (const secret of [server.password, encodeURIComponent(server.password), "a-wrong-secret"]) {
        expect(said).not.toContain(secret);
      }
      await store.close();
    }
  });

  it("gives up on a table that somebody else has locked, and goes on when it is free", async () => {
    const place = await aDatabase();
    const store = await open(place);
    const locking = query(place.databaseUrl, "begin; lock table schedules; select pg_sleep(4); commit");
    const refused = vi.waitFor(
      async () => {
        const error: unknown = await store.schedules.all().then(
          () => undefined,
          (refusal: unknown) => refusal,
        );
        expect(messageOf(error)).toMatch(/takes too long, or the database is locked/);
      },
      { timeout: 10_000 },
    );
    await refused;
    await locking;
    expect(await store.schedules.all()).toEqual([]);
  });

  it("gives up on a server that falls silent, and uses no connection of that time again", async () => {
    const place = await aDatabase();
    const url = new URL(place.databaseUrl);
    const proxy = await startStallingProxy(Number(url.port));
    onTestFinished(() => proxy.dispose());
    url.port = String(proxy.port);
    const access = createAccess(postgresEngine(url.href, silent), { migrations, readOnly: false, log: silent });
    onTestFinished(() => access.close());
    const schedules = createSchedules(access);
    await schedules.all();
    // Silent in the midst of a transaction: what it wrote must not be committed by whoever comes next.
    const halfDone = access.transact(async (db) => {
      await db.insertInto("servers").values({ id: "half done" }).execute();
      proxy.stall();
      await db.selectFrom("servers").selectAll().execute();
    });
    await expect(halfDone).rejects.toMatchObject({ name: "StoreError" });
    await expect(schedules.all()).rejects.toThrow(/can't be reached/);
    proxy.resume();
    await recovered(() => schedules.add(aSchedule()));
    expect(await access.run((db) => db.selectFrom("servers").select("id").execute())).toEqual([{ id: "100" }]);
  });

  it("can be read where it can't be written to, and says so", async () => {
    const place = await aDatabase();
    await added(await open(place));
    const name = new URL(place.databaseUrl).pathname.slice(1);
    await query(place.databaseUrl, `alter database ${name} set default_transaction_read_only = on`);
    const store = await open(place);
    await expect(store.schedules.add(aSchedule())).rejects.toThrow(/read-only/);
    expect(await store.schedules.all()).toHaveLength(1);
  });

  it("needs no folder", async () => {
    await added(await open(await aDatabase()));
    expect(existsSync("never made")).toBe(false);
  });
});

it.each([
  ["53100", /full/],
  ["53300", /too many connections/],
  ["42501", /may not do this/],
  ["57P03", /can't be reached/],
  ["XX000", /code XX000/],
])("what PostgreSQL says with the code %s is put into a sentence", (code, sentence) => {
  const error = Object.assign(new Error("details for the log"), { code });
  expect(explainPostgres(error)).toMatch(sentence);
  expect(explainPostgres(error)).not.toContain("details");
});
