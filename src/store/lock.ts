import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "libsql";
import { sqliteCode } from "./sqlite-errors.ts";
import { StoreRefused } from "./store.ts";

/** Milliseconds: long enough for another process that looks whether the lock is free, and for a holder to note its pid. */
const timeout = 250;

export interface Lock {
  /** Whether it is still the one that another process would meet: the folder may have been moved away. */
  isInPlace(): boolean;
  release(): void;
}

/**
 * Holds the folder for this process until it releases it or dies, however it dies: it is the operating system's lock on
 * `bot.lock`, which SQLite takes for a transaction that is never ended.
 * @throws StoreRefused naming the process that holds it
 */
export function holdLock(dataDir: string): Lock {
  const file = join(dataDir, "bot.lock");
  const pidFile = join(dataDir, "bot.pid");
  // A lock that fails for want of leave to write would stay half taken: libsql closes a file only when it is collected.
  closeSync(openSync(file, "a"));
  const lock = new Sqlite(file, { timeout });
  try {
    lock.exec("pragma journal_mode = memory");
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (sqliteCode(error) === busy) throw new StoreRefused(refusal(readPid(pidFile)));
    throw error;
  }
  const held = fileAt(file);
  const isInPlace = () => fileAt(file) === held;
  writePid(pidFile);
  return {
    isInPlace,
    release() {
      if (isInPlace()) rmSync(pidFile, { force: true });
      lock.exec("rollback");
      lock.close();
    },
  };
}

/** `SQLITE_BUSY` */
const busy = 5;

function refusal(pid: string | undefined): string {
  const holder = pid === undefined ? "Another bot process" : `Another bot process (pid ${pid})`;
  return `${holder} is using the database in DATA_DIR. Stop it first; to run several processes, set DATABASE_URL to a PostgreSQL database.`;
}

function readPid(file: string): string | undefined {
  try {
    return /^\d{1,10}/.exec(readFileSync(file, "utf8"))?.[0];
  } catch {
    return undefined;
  }
}

/** Only for the other process's message: a full disk is no reason to fail here. */
function writePid(file: string): void {
  try {
    writeFileSync(file, `${process.pid}\n`);
  } catch {
    rmSync(file, { force: true });
  }
}

/** Names the file that a path leads to now; undefined where it leads to none. */
export function fileAt(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}/${ino}`;
  } catch {
    return undefined;
  }
}
