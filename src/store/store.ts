import type { NewSchedule, Schedule, SettledState, Slot } from "../briefings/briefing.ts";
import type { SlotTime } from "../briefings/schedule.ts";

/**
 * What outlives the process. Every call rejects with a StoreError, and with nothing else, while the database is gone,
 * full, locked or read-only; the next call tries again. Times are milliseconds since 1970.
 */
export interface Store {
  readonly schedules: Schedules;
  readonly slots: Slots;
  readonly articles: SeenArticles;
  readonly reindexes: Reindexes;
  /** Everything that `npm run export` writes. */
  dump(): Promise<Dump>;
  /** Adds what isn't there yet; what is there stays as it is. One transaction. Counts schedules. */
  load(dump: Dump): Promise<{ readonly added: number; readonly present: number }>;
  close(): Promise<void>;
}

export interface Schedules {
  /** In the order of their creation. */
  all(): Promise<readonly Schedule[]>;
  of(serverId: string): Promise<readonly Schedule[]>;
  get(id: string): Promise<Schedule | undefined>;
  /** Undefined where the server has `schedulesPerServer` already, also when several are added at once. */
  add(schedule: NewSchedule): Promise<Schedule | undefined>;
  /** False where the server has no such schedule, or it is paused already. */
  pause(serverId: string, id: string, by: "admin" | "failing", at: number): Promise<boolean>;
  resume(serverId: string, id: string, next: SlotTime): Promise<boolean>;
  /** With its slots. */
  remove(serverId: string, id: string): Promise<boolean>;
  /** Whether there was a schedule of it that had not left. */
  serverLeft(serverId: string, at: number): Promise<boolean>;
  /** Which of them had left. */
  serversBack(serverIds: readonly string[]): Promise<readonly string[]>;
  /** Deletes the schedules of servers that left before then. */
  deleteLeftBefore(at: number): Promise<number>;
  /** Neither paused nor left, with `next.at <= now`; earliest first. */
  due(now: number, limit: number): Promise<readonly Schedule[]>;
}

export interface Slots {
  /**
   * In one transaction: moves the schedule from `schedule.next` on to `next`, records `missed`, and claims `slot`.
   * Undefined where another process was first, or the schedule has changed (moved on, paused, removed, its server
   * left), or that day's slot is there already, or `slot` is not given.
   */
  advance(
    schedule: Schedule,
    step: {
      readonly missed: readonly SlotTime[];
      readonly slot?: SlotTime;
      readonly next: SlotTime;
      readonly lease: Lease;
    },
  ): Promise<Slot | undefined>;
  /** Takes over claimed slots whose lease has run out. */
  reclaim(now: number, lease: Lease, limit: number): Promise<readonly Slot[]>;
  /** The rest is for the lease's holder: false where the lease is another's by now, and then nothing was written. */
  renew(slot: Slot, lease: Lease): Promise<boolean>;
  sending(slot: Slot, lease: Lease, at: number, covered: readonly string[]): Promise<boolean>;
  /** The message is there, but not yet crossposted. */
  posted(slot: Slot, lease: Lease, messageId: string): Promise<boolean>;
  settle(
    slot: Slot,
    lease: Lease,
    outcome: {
      readonly state: SettledState;
      readonly at: number;
      readonly messageId?: string;
      readonly problem?: string;
    },
  ): Promise<boolean>;
  /** Why it isn't settled yet; the lease goes on. */
  note(slot: Slot, lease: Lease, problem: string): Promise<boolean>;
  /** Newest first. */
  of(scheduleId: string, limit: number): Promise<readonly Slot[]>;
  /** Slots settled before then are deleted, but for each schedule's newest ten. */
  prune(before: number): Promise<number>;
}

/** A process's hold on a slot. */
export interface Lease {
  /** Names the process. */
  readonly owner: string;
  readonly until: number;
}

/** When the archive first held an article. */
export interface SeenArticles {
  /** Records those that aren't recorded yet; the first ones ever as seen at 0: nothing of them is news. */
  record(ids: readonly string[], at: number): Promise<void>;
  /** Recorded after then. */
  since(at: number): Promise<ReadonlySet<string>>;
}

/** How a re-index in one process reaches the others. */
export interface Reindexes {
  announce(at: number, by: string): Promise<void>;
  /** The newest announcement. */
  latest(): Promise<{ readonly at: number; readonly by: string } | undefined>;
}

/** The state of the store as plain JSON. */
export interface Dump {
  readonly version: 1;
  readonly schedules: readonly Schedule[];
  readonly slots: readonly Slot[];
  readonly articles: readonly { readonly id: string; readonly seenAt: number }[];
}

/** The database can't be used just now, or not at all; the message says why and what to do. */
export class StoreError extends Error {
  override readonly name: string = "StoreError";
}

/** Trying again is no use before somebody has changed something: another process has the file, or a newer version wrote it. */
export class StoreRefused extends StoreError {
  override readonly name = "StoreRefused";
}
