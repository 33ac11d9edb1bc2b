import { type Driver, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from "kysely";
import type Sqlite from "libsql";
import type { Database, Tables } from "./schema.ts";
import { explainSqlite, sqliteCode } from "./sqlite-errors.ts";
import { StoreError } from "./store.ts";

/** Queries over an open SQLite file, whose transactions begin so. */
export function databaseOver(sqlite: Sqlite.Database, begin: string): Database {
  return new Kysely<Tables>({ dialect: new EmbeddedDialect(sqlite, begin) });
}

/** Kysely's own, with what libsql and this store need in other ways. */
class EmbeddedDialect extends SqliteDialect {
  readonly #sqlite: Sqlite.Database;
  readonly #begin: string;
  constructor(sqlite: Sqlite.Database, begin: string) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
    this.#begin = begin;
  }
  override createDriver(): Driver {
    return new EmbeddedDriver(this.#sqlite, this.#begin);
  }
  override createAdapter(): SqliteAdapter {
    return new AtomicAdapter();
  }
}

/** Migrations run in a transaction: none of ours changes `foreign_keys`, which could not be done in one. */
class AtomicAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class EmbeddedDriver extends SqliteDriver {
  readonly #sqlite: Sqlite.Database;
  readonly #begin: string;
  constructor(sqlite: Sqlite.Database, begin: string) {
    super({ database: { prepare: preparedOnce(sqlite), close: () => sqlite.close() } });
    this.#sqlite = sqlite;
    this.#begin = begin;
  }
  // `exec` finishes its statements, also when they fail.
  override async beginTransaction(): Promise<void> {
    try {
      this.#sqlite.exec(this.#begin);
    } catch (error) {
      // The usual place to find the file locked, and the one from which the connection can go on.
      throw sqliteCode(error) === 5 ? new StoreError(explainSqlite(error), { cause: error }) : error;
    }
  }
  override async commitTransaction(): Promise<void> {
    this.#sqlite.exec("commit");
  }
  /** SQLite has rolled back by itself after the gravest errors, a full disk for one. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#sqlite.inTransaction) this.#sqlite.exec("rollback");
  }
}

/** Prepares each statement once: libsql frees one only when it is collected, and what it holds weighs little with V8. */
function preparedOnce(sqlite: Sqlite.Database): (text: string) => Sqlite.Statement {
  const most = 200;
  const prepared = new Map<string, Sqlite.Statement>();
  return (text) => {
    const known = prepared.get(text);
    if (known) return known;
    if (prepared.size >= most) prepared.clear();
    const statement = sqlite.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
}
