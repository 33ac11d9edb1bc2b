import { randomInt } from "node:crypto";
import { schedulesPerServer } from "../briefings/briefing.ts";
import type { Access } from "./access.ts";
import { fromSchedule, inParts, toSchedule } from "./rows.ts";
import type { Database } from "./schema.ts";
import { type Schedules, StoreError } from "./store.ts";

export function createSchedules({ run, transact }: Access): Schedules {
  return {
    all: () => run(async (db) => (await inOrder(db).execute()).map(toSchedule)),
    of: (serverId) =>
      run(async (db) => (await inOrder(db).where("server_id", "=", serverId).execute()).map(toSchedule)),
    get: (id) =>
      run(async (db) => {
        const row = await withServer(db).where("schedules.id", "=", id).executeTakeFirst();
        return row && toSchedule(row);
      }),
    add: (schedule) =>
      transact(async (db) => {
        // Locks the server's row, so that schedules which are added at once are counted one after the other.
        await db
          .insertInto("servers")
          .values({ id: schedule.serverId })
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ left_at: null }))
          .execute();
        const present = await db
          .selectFrom("schedules")
          .select("id")
          .where("server_id", "=", schedule.serverId)
          .execute();
        if (present.length >= schedulesPerServer) return undefined;
        for (let attempt = 0; attempt < 10; attempt++) {
          const added = { ...schedule, id: randomId() };
          const row = await db
            .insertInto("schedules")
            .values(fromSchedule(added))
            .onConflict((conflict) => conflict.column("id").doNothing())
            .returning("id")
            .executeTakeFirst();
          if (row) return added;
        }
        throw new StoreError("No free id was found for the schedule: try again.");
      }),
    pause: (serverId, id, by, at) =>
      transact(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable("schedules")
          .set({ paused_at: at, paused_by: by })
          .where("server_id", "=", serverId)
          .where("id", "=", id)
          .where("paused_at", "is", null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    resume: (serverId, id, next) =>
      transact(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable("schedules")
          .set({ paused_at: null, paused_by: null, next_date: next.date, next_at: next.at })
          .where("server_id", "=", serverId)
          .where("id", "=", id)
          .where("paused_at", "is not", null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    remove: (serverId, id) =>
      transact(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("schedules")
          .where("server_id", "=", serverId)
          .where("id", "=", id)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    serverLeft: (serverId, at) =>
      transact(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable("servers")
          .set({ left_at: at })
          .where("id", "=", serverId)
          .where("left_at", "is", null)
          .where("id", "in", db.selectFrom("schedules").select("server_id"))
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    serversBack: (serverIds) =>
      transact(async (db) => {
        const back: string[] = [];
        for (const part of inParts([...new Set(serverIds)])) {
          const rows = await db
            .updateTable("servers")
            .set({ left_at: null })
            .where("id", "in", part)
            .where("left_at", "is not", null)
            .returning("id")
            .execute();
          back.push(...rows.map(({ id }) => id));
        }
        return back;
      }),
    deleteLeftBefore: (at) =>
      transact(async (db) => {
        const left = db.selectFrom("servers").select("id").where("left_at", "<", at);
        const { numDeletedRows } = await db.deleteFrom("schedules").where("server_id", "in", left).executeTakeFirst();
        await db.deleteFrom("servers").where("left_at", "<", at).execute();
        return Number(numDeletedRows);
      }),
    due: (now, limit) =>
      run(async (db) => {
        const rows = await withServer(db)
          .where("next_at", "<=", now)
          .where("paused_at", "is", null)
          .where("left_at", "is", null)
          .orderBy("next_at")
          .orderBy("schedules.id")
          .limit(Math.max(0, limit))
          .execute();
        return rows.map(toSchedule);
      }),
  };
}

/** All schedules, each with what its server says of it. */
export function withServer(db: Database) {
  return db
    .selectFrom("schedules")
    .innerJoin("servers", "servers.id", "schedules.server_id")
    .selectAll("schedules")
    .select("servers.left_at");
}

/** As they were created. */
export function inOrder(db: Database) {
  return withServer(db).orderBy("created_at").orderBy("schedules.id");
}

function randomId(): string {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length: 6 }, () => letters.charAt(randomInt(letters.length))).join("");
}
