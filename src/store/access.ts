import type { Log } from "../log.ts";
import { type Migrations, migrate, pendingMigrations } from "./migrations.ts";
import type { Database } from "./schema.ts";
import { voidLeases } from "./slots.ts";
import { StoreError } from "./store.ts";

/** Runs queries on the open database. Rejects with a StoreError, and with nothing else. */
export interface Access {
  /** For one query that reads. */
  run<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** In one transaction: all that writes. */
  transact<T>(work: (db: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** One of the two databases that the store runs on. */
export interface Engine {
  readonly name: string;
  /** No other process can have it open: whoever held a lease in it before is dead. */
  readonly exclusive: boolean;
  /** Opens it; once one was open, no other, nor an empty one, takes its place. */
  connect(): Promise<Connection>;
  /** What is wrong and what to do, in plain sentences that hold neither a secret nor a path. */
  explain(error: unknown): string;
  /** Whether after this error only a new connection can help. */
  isLost(error: unknown): boolean;
  /** When the store is closed. */
  release(): void;
}

export interface Connection {
  readonly db: Database;
  /** Whether it no longer leads to the database of that name. */
  isStale(): boolean;
  /** Before migrations change what is there. */
  backUp(): Promise<void>;
  /** Before an orderly end: puts everything into its place. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two attempts to open what could not be opened. */
const pause = 1000;

/** Opens the database at the first call, and again whenever it was lost. */
export function createAccess(
  engine: Engine,
  options: { readonly migrations: Migrations; readonly readOnly: boolean; readonly log: Log },
): Access {
  const { migrations, readOnly, log } = options;
  let current: Connection | undefined;
  let opening: Promise<Connection> | undefined;
  let failure: { readonly error: StoreError; readonly until: number } | undefined;
  let hasBeenOpen = false;
  let isClosed = false;

  async function open(): Promise<Connection> {
    const connection = await engine.connect();
    try {
      const { db } = connection;
      const { isNew, pending } = await pendingMigrations(db, migrations);
      if (pending.length > 0 && readOnly) throw new StoreError("The database is not set up yet: start the bot first.");
      if (pending.length > 0) {
        if (!isNew) await connection.backUp();
        await migrate(db, migrations);
        log.info("database migrated", { engine: engine.name, migrations: pending });
      }
      if (engine.exclusive && !hasBeenOpen) await voidLeases(db);
      hasBeenOpen = true;
      return connection;
    } catch (error) {
      await connection.close().catch(() => {});
      throw error;
    }
  }

  async function connection(): Promise<Connection> {
    if (isClosed) throw new StoreError("The database is closed: the bot is stopping.");
    if (current?.isStale()) await drop(current);
    if (current) return current;
    if (failure && performance.now() < failure.until) throw failure.error;
    opening ??= open()
      .then((opened) => {
        current = opened;
        failure = undefined;
        return opened;
      })
      .catch((error: unknown) => {
        failure = { error: explained(error), until: performance.now() + pause };
        throw failure.error;
      })
      .finally(() => {
        opening = undefined;
      });
    return opening;
  }

  async function drop(lost: Connection): Promise<void> {
    if (current === lost) current = undefined;
    await lost.close().catch((error: unknown) => log.debug("database closed uncleanly", { error }));
  }

  function explained(error: unknown): StoreError {
    return error instanceof StoreError ? error : new StoreError(engine.explain(error), { cause: error });
  }

  const run: Access["run"] = async (work) => {
    let used: Connection | undefined;
    try {
      used = await connection();
      return await work(used.db);
    } catch (error) {
      if (used && engine.isLost(error)) await drop(used);
      throw explained(error);
    }
  };

  return {
    run,
    transact: (work) => run((db) => db.transaction().execute(work)),
    async close() {
      isClosed = true;
      await opening?.catch(() => {});
      // What can't be finished is found by the next opening.
      await current?.finish().catch(() => {});
      if (current) await drop(current);
      engine.release();
    },
  };
}
