import { Kysely, type PostgresCursor, PostgresDialect, type PostgresPool, type PostgresQueryResult } from "kysely";
import pg from "pg";
import type { Log } from "../log.ts";
import type { Engine } from "./access.ts";
import { explainPostgres, postgresCode } from "./postgres-errors.ts";
import type { Tables } from "./schema.ts";

/** Milliseconds: with a new connection first, a call is over in five seconds at the latest. */
const timeouts = {
  connectionTimeoutMillis: 2000,
  statement_timeout: 2500,
  query_timeout: 3000,
  idle_in_transaction_session_timeout: 10_000,
};
/** Connections of one process. */
const max = 5;

/** A PostgreSQL database, for several processes. Broken connections are replaced as they are needed. */
export function postgresEngine(url: string, log: Log): Engine {
  return {
    name: "postgres",
    exclusive: false,
    async connect() {
      const pool = new pg.Pool({ connectionString: url, ...timeouts, max, keepAlive: true, types });
      // Without a listener each of these would end the process: the query that meets the broken connection rejects anyway.
      pool.on("error", (error) => log.warn("database connection lost", { error }));
      pool.on("connect", (client) => client.on("error", () => {}));
      const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: withoutDoubtful(pool) }) });
      return { db, isStale: () => false, backUp: nothing, finish: nothing, close: () => db.destroy() };
    },
    explain: explainPostgres,
    // The tables are gone: somebody has made the database anew.
    isLost: (error) => postgresCode(error) === "42P01",
    release: () => {},
  };
}

const nothing = async () => {};

/** All our whole numbers are safe ones; `bigint` comes as text otherwise. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/** The pool, but a connection that failed otherwise than by the server's word (a timeout, say) is not used again. */
function withoutDoubtful(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      let isDoubtful = false;
      function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
      function query(text: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
        if (typeof text !== "string") throw new TypeError("no cursors here");
        return client.query(text, [...parameters]).catch((error: unknown) => {
          isDoubtful ||= !(error instanceof pg.DatabaseError);
          throw error;
        });
      }
      return { query, release: () => client.release(isDoubtful) };
    },
    end: () => pool.end(),
  };
}
