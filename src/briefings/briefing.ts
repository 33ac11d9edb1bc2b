import type { SlotTime, Timetable } from "./schedule.ts";

/** What a briefing holds. */
export interface Contents {
  /** A query that every article must match. */
  readonly about?: string;
  /** A person's id: only articles that name them. */
  readonly person?: string;
  /** At most so many stories, 3 to 10. */
  readonly items: number;
  readonly ifNothingNew: "post" | "skip";
}

/** A daily briefing as an admin has set it up. */
export interface Schedule {
  /** Six characters of lower-case letters and digits. */
  readonly id: string;
  readonly serverId: string;
  readonly channelId: string;
  readonly timetable: Timetable;
  readonly contents: Contents;
  /** Crossposts in an announcement channel. */
  readonly publish: boolean;
  /** The user who is told when it is paused for failing. */
  readonly createdBy: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  readonly paused?: { readonly at: number; readonly by: "admin" | "failing" };
  /** When the server removed the bot. */
  readonly leftAt?: number;
  /** The next slot that nobody has claimed yet. */
  readonly next: SlotTime;
}

/** A schedule that is about to be stored. */
export type NewSchedule = Omit<Schedule, "id" | "paused" | "leftAt">;

/** One delivery: claimed, then settled in one of the other states. */
export interface Slot {
  readonly scheduleId: string;
  /** Local date. */
  readonly date: string;
  readonly dueAt: number;
  readonly state: "claimed" | SettledState;
  /** Set before the first request to Discord: from then on the message may be there. */
  readonly sendingSince?: number;
  readonly messageId?: string;
  readonly settledAt?: number;
  /** A sentence for the admin: why it was missed or has failed, or what has kept it so far. */
  readonly problem?: string;
  /** Articles that it took up, so that the next one does not. */
  readonly covered: readonly string[];
}

/** `skipped`: nothing was new; `missed`: nobody was there in time; `failed`: Discord refused it. */
export type SettledState = "posted" | "skipped" | "missed" | "failed";

/** At most so many schedules a server. */
export const schedulesPerServer = 10;
/** Milliseconds after which a slot is missed rather than posted late. */
export const catchUp = 6 * 60 * 60 * 1000;
