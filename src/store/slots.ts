import type { Slot } from "../briefings/briefing.ts";
import type { SlotTime } from "../briefings/schedule.ts";
import type { Access } from "./access.ts";
import { fromSlot, toSlot } from "./rows.ts";
import type { Database, SlotRow } from "./schema.ts";
import type { Lease, Slots } from "./store.ts";

/** So many slots of a schedule outlive every pruning. */
const kept = 10;
const nobodyThere = "The bot was not running at that time.";

export function createSlots({ run, transact }: Access): Slots {
  /** Writes to a slot that the lease still holds. */
  function write(slot: Slot, lease: Lease, change: Partial<SlotRow>): Promise<boolean> {
    return transact(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable("slots")
        .set(change)
        .where("schedule_id", "=", slot.scheduleId)
        .where("date", "=", slot.date)
        .where("state", "=", "claimed")
        .where("lease_owner", "=", lease.owner)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    });
  }

  return {
    advance: (schedule, { missed, slot, next, lease }) =>
      transact(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable("schedules")
          .set({ next_date: next.date, next_at: next.at })
          .where("id", "=", schedule.id)
          .where("next_date", "=", schedule.next.date)
          .where("next_at", "=", schedule.next.at)
          .where("paused_at", "is", null)
          .where("server_id", "in", db.selectFrom("servers").select("id").where("left_at", "is", null))
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return undefined;
        for (const time of missed) {
          const fresh = { ...freshSlot(schedule.id, time), settledAt: time.at, problem: nobodyThere };
          await insert(db, fromSlot({ ...fresh, state: "missed" }));
        }
        return slot && insert(db, { ...fromSlot(freshSlot(schedule.id, slot)), ...held(lease) });
      }),
    reclaim: (now, lease, limit) =>
      transact(async (db) => {
        const left = db
          .selectFrom("slots")
          .select(["schedule_id", "date"])
          .where("state", "=", "claimed")
          .where("lease_until", "<=", now)
          .orderBy("due_at")
          .limit(Math.max(0, limit));
        const rows = await db
          .updateTable("slots")
          .set(held(lease))
          .where(({ eb, refTuple }) => eb(refTuple("schedule_id", "date"), "in", left.$asTuple("schedule_id", "date")))
          // Asked again of the row itself: another process may have taken it since the inner query saw it.
          .where("state", "=", "claimed")
          .where("lease_until", "<=", now)
          .returningAll()
          .execute();
        return rows.map(toSlot).sort((one, other) => one.dueAt - other.dueAt);
      }),
    renew: (slot, lease) => write(slot, lease, held(lease)),
    sending: (slot, lease, at, covered) =>
      write(slot, lease, { sending_since: slot.sendingSince ?? at, covered: JSON.stringify(covered) }),
    posted: (slot, lease, messageId) => write(slot, lease, { message_id: messageId }),
    settle: (slot, lease, { state, at, messageId, problem }) =>
      write(slot, lease, {
        state,
        settled_at: at,
        problem: problem ?? null,
        ...(messageId !== undefined && { message_id: messageId }),
      }),
    note: (slot, lease, problem) => write(slot, lease, { problem }),
    of: (scheduleId, limit) =>
      run(async (db) => {
        const rows = await db
          .selectFrom("slots")
          .selectAll()
          .where("schedule_id", "=", scheduleId)
          .orderBy("due_at", "desc")
          .orderBy("date", "desc")
          .limit(Math.max(0, limit))
          .execute();
        return rows.map(toSlot);
      }),
    prune: (before) =>
      transact(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("slots")
          .where("settled_at", "<", before)
          .where(({ eb, selectFrom }) =>
            eb(
              selectFrom("slots as newer")
                .select(({ fn }) => fn.countAll<number>().as("count"))
                .whereRef("newer.schedule_id", "=", "slots.schedule_id")
                .whereRef("newer.due_at", ">", "slots.due_at"),
              ">=",
              kept,
            ),
          )
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

/**
 * Lets anybody take over what is claimed. For the embedded database at its opening: no other process can have it open,
 * so whoever held a lease is dead.
 */
export async function voidLeases(db: Database): Promise<void> {
  await db.updateTable("slots").set({ lease_until: 0 }).where("state", "=", "claimed").execute();
}

/** Undefined where the slot is there already. */
async function insert(db: Database, row: SlotRow): Promise<Slot | undefined> {
  const inserted = await db
    .insertInto("slots")
    .values(row)
    .onConflict((conflict) => conflict.columns(["schedule_id", "date"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  return inserted && toSlot(inserted);
}

function freshSlot(scheduleId: string, { date, at }: SlotTime): Slot {
  return { scheduleId, date, dueAt: at, state: "claimed", covered: [] };
}

function held(lease: Lease) {
  return { lease_owner: lease.owner, lease_until: lease.until };
}
