import pRetry from "p-retry";
import type { Log } from "../log.ts";
import { type Store, StoreError } from "../store/store.ts";
import { catchUp, type Schedule } from "./briefing.ts";
import { nextSlot, slotsBetween } from "./schedule.ts";

/**
 * Keeps the store up to date with the servers that the bot is in: the schedules of one that removed it rest, and go on
 * if it is invited again.
 */
export function createServerRegister(parts: { readonly store: Store; readonly now: () => number; readonly log: Log }) {
  const { store, now, log } = parts;
  let queue: Promise<void> = Promise.resolve();

  return {
    /** Not every absence is a farewell: Discord is asked about each. */
    connected(present: readonly string[], hasLeft: (serverId: string) => Promise<boolean>): void {
      attempt("servers compared", async () => {
        const here = new Set(present);
        const known = new Set((await store.schedules.all()).map(({ serverId }) => serverId));
        await back([...known].filter((id) => here.has(id)));
        for (const id of known) if (!here.has(id) && (await hasLeft(id))) await gone(id);
      });
    },
    joined: (serverId: string): void => attempt("server joined", () => back([serverId])),
    left: (serverId: string): void => attempt("server left", () => gone(serverId)),
  };

  async function back(serverIds: readonly string[]): Promise<void> {
    for (const server of await store.schedules.serversBack(serverIds)) {
      log.info("server is back", { server });
      for (const schedule of await store.schedules.of(server)) await forgetAbsence(schedule);
    }
  }

  /** What was due while the bot was not wanted there was not missed. */
  async function forgetAbsence(schedule: Schedule): Promise<void> {
    const at = now();
    const next = slotsBetween(schedule.timetable, at - catchUp, at).at(-1) ?? nextSlot(schedule.timetable, at);
    if (next.at > schedule.next.at) {
      await store.slots.advance(schedule, { missed: [], next, lease: { owner: "", until: 0 } });
    }
  }

  async function gone(serverId: string): Promise<void> {
    if (!(await store.schedules.serverLeft(serverId, now()))) return;
    log.warn("server left: its briefings rest", { server: serverId });
  }

  /** One after the other, so that what happened last is what stays; the store may be out of reach for a while. */
  function attempt(what: string, action: () => Promise<void>): void {
    queue = queue.then(() =>
      pRetry(action, {
        retries: Number.POSITIVE_INFINITY,
        minTimeout: 1000,
        maxTimeout: 60_000,
        shouldRetry: ({ error }) => error instanceof StoreError,
      }).catch((error: unknown) => log.error("servers not recorded", { what, error })),
    );
  }
}
