import type { Kysely } from "kysely";
import type { SettledState } from "../briefings/briefing.ts";

/** The one schema of both engines: texts and whole numbers only. Times are milliseconds since 1970. */
export interface Tables {
  readonly servers: ServerRow;
  readonly schedules: ScheduleRow;
  readonly slots: SlotRow;
  readonly articles: ArticleRow;
  readonly reindexes: ReindexRow;
}

export type Database = Kysely<Tables>;

/** A server that has, or has had, schedules: what its schedules share, and what is locked while one is added. */
export interface ServerRow {
  readonly id: string;
  readonly left_at: number | null;
}

export interface ScheduleRow {
  readonly id: string;
  readonly server_id: string;
  readonly channel_id: string;
  readonly time: string;
  readonly time_zone: string;
  /** `1,2,3` */
  readonly days: string;
  readonly about: string | null;
  readonly person: string | null;
  readonly items: number;
  readonly if_nothing_new: "post" | "skip";
  /** 0 or 1. */
  readonly publish: number;
  readonly created_by: string;
  readonly created_at: number;
  readonly paused_at: number | null;
  readonly paused_by: "admin" | "failing" | null;
  readonly next_date: string;
  readonly next_at: number;
}

export interface SlotRow {
  readonly schedule_id: string;
  readonly date: string;
  readonly due_at: number;
  readonly state: "claimed" | SettledState;
  readonly sending_since: number | null;
  readonly message_id: string | null;
  readonly settled_at: number | null;
  readonly problem: string | null;
  /** A JSON list of ids. */
  readonly covered: string;
  readonly lease_owner: string | null;
  readonly lease_until: number;
}

export interface ArticleRow {
  readonly id: string;
  readonly seen_at: number;
}

/** The only row is the newest announcement. */
export interface ReindexRow {
  readonly id: 1;
  readonly at: number;
  readonly by: string;
}
