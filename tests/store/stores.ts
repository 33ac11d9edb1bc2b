import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { NewSchedule, Schedule } from "../../src/briefings/briefing.ts";
import { createLog, type LogFields } from "../../src/log.ts";
import { openStore } from "../../src/store/open.ts";
import type { Lease, Store } from "../../src/store/store.ts";
import { noDatabase } from "../fakes/postgres.ts";

/** The engines that a suite is run on; `skipped` says why one can't be here. */
export const engines = [
  { engine: "sqlite", skipped: undefined },
  { engine: "postgres", skipped: noDatabase },
] as const;

/** What opens a store: settings of a database of its own for one test. */
export interface Place {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

/** A new and empty one. */
export async function aPlace(engine: "sqlite" | "postgres", database: () => Promise<string>): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), "store-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return engine === "sqlite" ? { dataDir } : { dataDir, databaseUrl: await database() };
}

/** The store there, closed when the test is over. */
export async function open(place: Place, options: { readonly readOnly?: boolean } = {}): Promise<Store> {
  const store = await openStore({ ...place, ...options, log: silent });
  onTestFinished(() => store.close());
  return store;
}

export const silent = createLog({ level: "error", write: () => {} });

/** A log, and what was written to it. */
export function aLog() {
  const lines: LogFields[] = [];
  return { lines, log: createLog({ level: "debug", write: (line) => lines.push(JSON.parse(line)) }) };
}

export const start = Date.UTC(2026, 11, 1, 8);
export const day = 24 * 60 * 60 * 1000;

export function aSchedule(changes: Partial<NewSchedule> = {}): NewSchedule {
  return {
    serverId: "100",
    channelId: "200",
    timetable: { time: "08:00", timeZone: "Asia/Seoul", days: [1, 2, 3, 4, 5] },
    contents: { items: 5, ifNothingNew: "post" },
    publish: false,
    createdBy: "300",
    createdAt: start - day,
    next: { date: "2026-12-01", at: start },
    ...changes,
  };
}

/** Adds it, and is sure that there was room. */
export async function added(store: Store, changes: Partial<NewSchedule> = {}): Promise<Schedule> {
  const schedule = await store.schedules.add(aSchedule(changes));
  if (!schedule) throw new Error("no room for another schedule");
  return schedule;
}

export const tomorrow = { date: "2026-12-02", at: start + day };

export function aLease(owner = "one", until = start + 90_000): Lease {
  return { owner, until };
}

/** Claims the slot that is next, and is sure to be first. */
export async function claimed(store: Store, schedule: Schedule, lease = aLease()) {
  const slot = await store.slots.advance(schedule, { missed: [], slot: schedule.next, next: tomorrow, lease });
  if (!slot) throw new Error("somebody else was first");
  return slot;
}
