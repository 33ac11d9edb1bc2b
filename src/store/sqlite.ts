import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import Sqlite from "libsql";
import type { Engine } from "./access.ts";
import { backUpTo } from "./backup.ts";
import { fileAt, holdLock, type Lock } from "./lock.ts";
import type { Database } from "./schema.ts";
import { databaseOver } from "./sqlite-dialect.ts";
import { explainSqlite, sqliteCode } from "./sqlite-errors.ts";
import { StoreError } from "./store.ts";

/** Milliseconds to wait for another program that holds the file; the whole process waits. */
const timeout = 250;

/** The embedded database: `bot.db` in that folder, for one process at a time. Read-only, it reads beside that one. */
export function sqliteEngine(dataDir: string, readOnly: boolean): Engine {
  const file = join(dataDir, "bot.db");
  /** The file that was open before: once there was one, no other takes its place. */
  let known: string | undefined;
  let lock: Lock | undefined;

  function beAlone(): void {
    mkdirSync(dataDir, { recursive: true });
    if (lock && !lock.isInPlace()) unlock();
    lock ??= holdLock(dataDir);
  }

  function unlock(): void {
    lock?.release();
    lock = undefined;
  }

  return {
    name: "sqlite",
    exclusive: !readOnly,
    async connect() {
      if (known !== undefined && fileAt(file) !== known) throw new StoreError(gone);
      if (readOnly && !fileAt(file)) throw new StoreError(notYet);
      if (!readOnly) beAlone();
      const db = readOnly ? await openToRead(file) : await openToWrite(file);
      known = fileAt(file);
      return {
        db,
        isStale: () => fileAt(file) !== known,
        backUp: () => backUpTo(join(dataDir, "backups"), db),
        finish: () => finish(db),
        close: () => db.destroy(),
      };
    },
    explain: explainSqlite,
    isLost: (error) => lasting.has(sqliteCode(error) ?? 0),
    release: unlock,
  };
}

const notYet = "There is no bot.db in DATA_DIR yet: start the bot first.";
const gone = "bot.db in DATA_DIR was taken away or replaced. Put it back, or restart the bot to use what is there now.";

/**
 * READONLY, IOERR, CORRUPT, CANTOPEN and NOTADB outlast their cause as long as the file stays open. After BUSY and
 * LOCKED libsql leaves the statement unfinished, which would let every later commit fail.
 */
const lasting = new Set([5, 6, 8, 10, 11, 14, 26]);

async function openToWrite(file: string): Promise<Database> {
  const sqlite = new Sqlite(file, { timeout });
  try {
    sqlite.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    const db = databaseOver(sqlite, "begin immediate");
    await check(db);
    return db;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Into bot.db with what is still in bot.db-wal: libsql closes a file only when all its statements are collected. */
async function finish(db: Database): Promise<void> {
  await sql`pragma busy_timeout = 0`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

async function openToRead(file: string): Promise<Database> {
  return databaseOver(new Sqlite(`${pathToFileURL(file).href}?mode=ro`, { timeout }), "begin");
}

/** Finds damage before anything is written beside it. */
async function check(db: Database): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
  if (rows[0]?.quick_check !== "ok") throw Object.assign(new Error(rows[0]?.quick_check), { rawCode: 11 });
}
