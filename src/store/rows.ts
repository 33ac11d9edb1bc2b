import type { Schedule, Slot } from "../briefings/briefing.ts";
import type { ScheduleRow, SlotRow } from "./schema.ts";

export function toSchedule(row: ScheduleRow & { readonly left_at: number | null }): Schedule {
  return {
    id: row.id,
    serverId: row.server_id,
    channelId: row.channel_id,
    timetable: { time: row.time, timeZone: row.time_zone, days: row.days.split(",").map(Number) },
    contents: {
      ...(row.about !== null && { about: row.about }),
      ...(row.person !== null && { person: row.person }),
      items: row.items,
      ifNothingNew: row.if_nothing_new,
    },
    publish: row.publish === 1,
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.paused_at !== null && row.paused_by !== null && { paused: { at: row.paused_at, by: row.paused_by } }),
    ...(row.left_at !== null && { leftAt: row.left_at }),
    next: { date: row.next_date, at: row.next_at },
  };
}

/** All but `leftAt`, which is its server's. */
export function fromSchedule(schedule: Omit<Schedule, "leftAt">): ScheduleRow {
  const { timetable, contents, paused, next } = schedule;
  return {
    id: schedule.id,
    server_id: schedule.serverId,
    channel_id: schedule.channelId,
    time: timetable.time,
    time_zone: timetable.timeZone,
    days: timetable.days.join(","),
    about: contents.about ?? null,
    person: contents.person ?? null,
    items: contents.items,
    if_nothing_new: contents.ifNothingNew,
    publish: schedule.publish ? 1 : 0,
    created_by: schedule.createdBy,
    created_at: schedule.createdAt,
    paused_at: paused?.at ?? null,
    paused_by: paused?.by ?? null,
    next_date: next.date,
    next_at: next.at,
  };
}

export function toSlot(row: SlotRow): Slot {
  return {
    scheduleId: row.schedule_id,
    date: row.date,
    dueAt: row.due_at,
    state: row.state,
    ...(row.sending_since !== null && { sendingSince: row.sending_since }),
    ...(row.message_id !== null && { messageId: row.message_id }),
    ...(row.settled_at !== null && { settledAt: row.settled_at }),
    ...(row.problem !== null && { problem: row.problem }),
    covered: JSON.parse(row.covered),
  };
}

/** Without a lease: whoever comes first may take a claimed one over. */
export function fromSlot(slot: Slot): SlotRow {
  return {
    schedule_id: slot.scheduleId,
    date: slot.date,
    due_at: slot.dueAt,
    state: slot.state,
    sending_since: slot.sendingSince ?? null,
    message_id: slot.messageId ?? null,
    settled_at: slot.settledAt ?? null,
    problem: slot.problem ?? null,
    covered: JSON.stringify(slot.covered),
    lease_owner: null,
    lease_until: 0,
  };
}

/** In parts small enough for one statement: SQLite takes 32,766 parameters. */
export function inParts<T>(items: readonly T[]): T[][] {
  const size = 500;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
