import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { version } from "../version.ts";
import type { Database } from "./schema.ts";

/** So many backups are kept. */
const kept = 5;

/** Writes the SQLite database to a new file in that folder, named after the time and the version that is about to change it. */
export async function backUpTo(folder: string, db: Database): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const time = new Date().toISOString().replaceAll(":", "-");
  const file = join(folder, `bot-${time}-before-${version}.db`);
  const part = `${file}.part`;
  try {
    await sql`vacuum into ${part}`.execute(db);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  const backups = readdirSync(folder).filter((name) => /^bot-\d{4}-.*-before-.*\.db$/.test(name));
  for (const old of backups.sort().slice(0, -kept)) rmSync(join(folder, old), { force: true });
}
