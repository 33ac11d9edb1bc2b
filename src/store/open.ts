import type { Log } from "../log.ts";
import { createAccess } from "./access.ts";
import { createReindexes, createSeenArticles } from "./articles.ts";
import { createDump } from "./dump.ts";
import { migrations } from "./migrations.ts";
import { createSchedules } from "./schedules.ts";
import { createSlots } from "./slots.ts";
import { type Store, StoreRefused } from "./store.ts";

/**
 * Opens the store: `bot.db` in `dataDir`, or the PostgreSQL database at `databaseUrl`. A database that can't be used
 * just now is logged and tried again by the calls, at most once a second.
 * @param options.readOnly migrates nothing; the embedded database can be read so while the bot has it
 * @throws StoreRefused if another process has the embedded database, or a newer version of the bot wrote it
 */
export async function openStore(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly readOnly?: boolean;
  readonly log: Log;
}): Promise<Store> {
  const { dataDir, databaseUrl, readOnly = false, log } = options;
  // Loading a database's driver takes a while: only the one that is used is.
  const engine =
    databaseUrl === undefined
      ? (await import("./sqlite.ts")).sqliteEngine(dataDir, readOnly)
      : (await import("./postgres.ts")).postgresEngine(databaseUrl, log);
  const access = createAccess(engine, { migrations, readOnly, log });
  try {
    await access.run(async () => {});
    log.info("database open", { engine: engine.name });
  } catch (error) {
    if (error instanceof StoreRefused) {
      await access.close();
      throw error;
    }
    log.error("database out of reach", { engine: engine.name, error });
  }
  return {
    schedules: createSchedules(access),
    slots: createSlots(access),
    articles: createSeenArticles(access),
    reindexes: createReindexes(access),
    ...createDump(access),
    close: access.close,
  };
}
