import type { Access } from "./access.ts";
import { fromSchedule, fromSlot, inParts, toSchedule, toSlot } from "./rows.ts";
import { inOrder } from "./schedules.ts";
import type { Store } from "./store.ts";

export function createDump({ run, transact }: Access): Pick<Store, "dump" | "load"> {
  /** Every query sees the database as it was at the first. */
  const snapshot: Access["transact"] = (work) =>
    run((db) => db.transaction().setIsolationLevel("repeatable read").execute(work));

  return {
    dump: () =>
      snapshot(async (db) => {
        const schedules = await inOrder(db).execute();
        const slots = await db.selectFrom("slots").selectAll().orderBy("due_at").orderBy("schedule_id").execute();
        const articles = await db.selectFrom("articles").selectAll().orderBy("seen_at").orderBy("id").execute();
        return {
          version: 1,
          schedules: schedules.map(toSchedule),
          slots: slots.map(toSlot),
          articles: articles.map(({ id, seen_at }) => ({ id, seenAt: seen_at })),
        };
      }),
    load: ({ schedules, slots, articles }) =>
      transact(async (db) => {
        let added = 0;
        for (const part of inParts(schedules)) {
          await db
            .insertInto("servers")
            .values(part.map(({ serverId, leftAt }) => ({ id: serverId, left_at: leftAt ?? null })))
            .onConflict((conflict) => conflict.column("id").doNothing())
            .execute();
          const rows = await db
            .insertInto("schedules")
            .values(part.map(fromSchedule))
            .onConflict((conflict) => conflict.column("id").doNothing())
            .returning("id")
            .execute();
          added += rows.length;
        }
        for (const part of inParts(slots)) {
          await db
            .insertInto("slots")
            .values(part.map(fromSlot))
            .onConflict((conflict) => conflict.columns(["schedule_id", "date"]).doNothing())
            .execute();
        }
        for (const part of inParts(articles)) {
          await db
            .insertInto("articles")
            .values(part.map(({ id, seenAt }) => ({ id, seen_at: seenAt })))
            .onConflict((conflict) => conflict.column("id").doNothing())
            .execute();
        }
        return { added, present: schedules.length - added };
      }),
  };
}
