import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from "kysely";
import type { Database } from "./schema.ts";
import { StoreRefused } from "./store.ts";

/** By name, which sorts in the order of their making. One that was released is never changed, nor taken away. */
export type Migrations = Readonly<Record<string, Migration>>;

export const migrations: Migrations = {
  "0001_briefings": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("servers")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("left_at", "bigint")
        .execute();
      await db.schema
        .createTable("schedules")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("server_id", "text", (column) => column.notNull().references("servers.id"))
        .addColumn("channel_id", "text", (column) => column.notNull())
        .addColumn("time", "text", (column) => column.notNull())
        .addColumn("time_zone", "text", (column) => column.notNull())
        .addColumn("days", "text", (column) => column.notNull())
        .addColumn("about", "text")
        .addColumn("person", "text")
        .addColumn("items", "integer", (column) => column.notNull())
        .addColumn("if_nothing_new", "text", (column) => column.notNull())
        .addColumn("publish", "integer", (column) => column.notNull())
        .addColumn("created_by", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("paused_at", "bigint")
        .addColumn("paused_by", "text")
        .addColumn("next_date", "text", (column) => column.notNull())
        .addColumn("next_at", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("schedules_of_server").on("schedules").column("server_id").execute();
      await db.schema.createIndex("schedules_due").on("schedules").column("next_at").execute();
      await db.schema
        .createTable("slots")
        .addColumn("schedule_id", "text", (column) => column.notNull().references("schedules.id").onDelete("cascade"))
        .addColumn("date", "text", (column) => column.notNull())
        .addColumn("due_at", "bigint", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("sending_since", "bigint")
        .addColumn("message_id", "text")
        .addColumn("settled_at", "bigint")
        .addColumn("problem", "text")
        .addColumn("covered", "text", (column) => column.notNull())
        .addColumn("lease_owner", "text")
        .addColumn("lease_until", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("slots_key", ["schedule_id", "date"])
        .execute();
      await db.schema
        .createIndex("slots_claimed")
        .on("slots")
        .column("lease_until")
        .where(sql.ref("state"), "=", sql.lit("claimed"))
        .execute();
      await db.schema
        .createTable("articles")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("seen_at", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("articles_seen").on("articles").column("seen_at").execute();
      await db.schema
        .createTable("reindexes")
        .addColumn("id", "integer", (column) => column.primaryKey())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("by", "text", (column) => column.notNull())
        .execute();
    },
  },
};

/**
 * Which migrations the database still needs, and whether it has had any.
 * @throws StoreRefused if it has had one that this version doesn't know
 */
export async function pendingMigrations(db: Database, known: Migrations) {
  const done = await executedMigrations(db);
  if (done.some((name) => !Object.hasOwn(known, name))) {
    throw new StoreRefused("A newer version of the bot has written this database: start that version, or a newer one.");
  }
  return { isNew: done.length === 0, pending: Object.keys(known).filter((name) => !done.includes(name)) };
}

/** All that are pending or none, also when several processes start at once: one migrates, the others wait. */
export async function migrate(db: Database, known: Migrations): Promise<void> {
  // In the order of their names alone: a clock that was set back is no reason to refuse.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...known }) },
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function executedMigrations(db: Database): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}
