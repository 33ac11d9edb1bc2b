import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Archive } from "../archive/archive.ts";
import type { Log } from "../log.ts";
import type { Library } from "../news/library.ts";
import { type Store, StoreError } from "../store/store.ts";
import { catchUp, type Schedule, type Slot } from "./briefing.ts";
import { deliver, leaseFrom } from "./deliver.ts";
import type { Publisher } from "./publisher.ts";
import { nextSlot, slotsBetween } from "./schedule.ts";

/** Milliseconds between two rounds. */
const pause = 1000;
/** Milliseconds between two rounds of tidying up. */
const tidyEvery = 60 * 60_000;
const day = 24 * 60 * 60_000;
/** Briefings under way at once. */
const crowd = 20;

export interface Rounds {
  start(): void;
  /** Claims nothing more and lets what is under way finish for `patience` milliseconds; what is left, others take over. */
  stop(patience: number): Promise<void>;
}

/**
 * What every process does each second: claims and delivers the briefings that are due, takes over what another has
 * left, tells the store which articles there are, and re-indexes when another process has. While the store is out of
 * reach a round does nothing, and the first one afterwards catches up.
 */
export function createRounds(parts: {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly archive: Pick<Archive, "library" | "last" | "reindex">;
  /** Names this process. */
  readonly owner: string;
  readonly now: () => number;
  readonly log: Log;
}): Rounds {
  const { store, archive, owner, now, log } = parts;
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let stopped = false;
  let recorded: Library | undefined;
  /** Ids of the articles that the store was told of since the last re-index, after which it hears of all. */
  const told = new Set<string>();
  let toldSince: Archive["last"];
  let followed: { readonly at: number; readonly by: string } | "nothing yet" | undefined = "nothing yet";
  let tidiedAt = Number.NEGATIVE_INFINITY;
  let inReach = true;

  async function goRound(): Promise<void> {
    // Each on its own: a fault in one must not stop the others.
    for (const part of [record, claimDue, takeOver, followReindex, tidy]) {
      try {
        await part();
      } catch (error) {
        if (!(error instanceof StoreError)) log.error("round failed", { part: part.name, error });
        else {
          if (inReach) log.error("store out of reach: no briefing is posted meanwhile", { error });
          inReach = false;
          return;
        }
      }
    }
    if (!inReach) log.info("store in reach again");
    inReach = true;
  }

  async function record(): Promise<void> {
    const { library, last } = archive;
    if (library === recorded || !last) return;
    // Single articles come and go: to tell the store of all the others each time would be a hundred thousand writes.
    if (last !== toldSince) told.clear();
    toldSince = last;
    const ids = library.articles.flatMap(({ id }) => (told.has(id) ? [] : [id]));
    if (ids.length > 0) await store.articles.record(ids, now());
    for (const id of ids) told.add(id);
    recorded = library;
  }

  async function claimDue(): Promise<void> {
    // Without an archive every briefing would say that nothing is new.
    if (!archive.last) return;
    for (const schedule of await store.schedules.due(now(), crowd - underWay.size)) {
      if (stopped || underWay.size >= crowd) return;
      try {
        await claim(schedule);
      } catch (error) {
        if (error instanceof StoreError) throw error;
        log.error("briefing paused", { schedule: schedule.id, reason: "its next time can't be told", error });
        await store.schedules.pause(schedule.serverId, schedule.id, "failing", now());
      }
      // Lets answers through between two briefings.
      await setImmediate();
    }
  }

  async function claim(schedule: Schedule): Promise<void> {
    const { missed, slot, next } = stepFrom(schedule, now());
    const lease = leaseFrom(now(), owner);
    const claimed = await store.slots.advance(schedule, { missed, next, lease, ...(slot && { slot }) });
    // Another process may have been first, and has logged them.
    if (slot && !claimed) return;
    for (const { date } of missed) log.error("briefing missed", { schedule: schedule.id, date });
    if (claimed) run(claimed, schedule, lease);
  }

  async function takeOver(): Promise<void> {
    const room = crowd - underWay.size;
    if (stopped || room <= 0 || !archive.last) return;
    const lease = leaseFrom(now(), owner);
    for (const slot of await store.slots.reclaim(now(), lease, room)) {
      const schedule = await store.schedules.get(slot.scheduleId);
      if (schedule) run(slot, schedule, lease);
      await setImmediate();
    }
  }

  function run(slot: Slot, schedule: Schedule, lease: ReturnType<typeof leaseFrom>): void {
    const delivery = deliver(slot, schedule, lease, { ...parts, library: () => archive.library }, ending.signal)
      .catch((error: unknown) => log.error("delivery interrupted", { schedule: schedule.id, date: slot.date, error }))
      .finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  }

  async function followReindex(): Promise<void> {
    const latest = await store.reindexes.latest();
    const before = followed;
    followed = latest;
    // What was announced before this process started, its own first re-index has covered.
    if (!latest || before === "nothing yet" || isDeepStrictEqual(latest, before) || latest.by === owner) return;
    log.info("re-indexing as another process did");
    // The archive logs how it goes, and keeps the old library if it fails.
    archive.reindex().catch(() => {});
  }

  async function tidy(): Promise<void> {
    if (now() - tidiedAt < tidyEvery) return;
    await store.slots.prune(now() - 60 * day);
    const deleted = await store.schedules.deleteLeftBefore(now() - 30 * day);
    if (deleted > 0) log.info("schedules deleted of servers without the bot", { deleted });
    tidiedAt = now();
  }

  function start(): void {
    round = goRound().finally(() => {
      if (!stopped) timer = setTimeout(start, pause);
    });
  }

  return {
    start,
    async stop(patience) {
      stopped = true;
      clearTimeout(timer);
      const deadline = new Promise((resolve) => setTimeout(resolve, patience).unref());
      await Promise.race([round.then(() => Promise.allSettled([...underWay])), deadline]);
      ending.abort();
      await Promise.race([
        Promise.allSettled([...underWay]),
        new Promise((resolve) => setTimeout(resolve, 300).unref()),
      ]);
    },
  };
}

/** Which slots were due up to now: the newest is posted if it isn't too late, the others are missed. */
function stepFrom(schedule: Schedule, now: number) {
  const { timetable, next: first } = schedule;
  const later = slotsBetween(timetable, first.at, now);
  const due = [first, ...later];
  const newest = due[due.length - 1] ?? first;
  const inTime = now - newest.at <= catchUp;
  return {
    missed: inTime ? due.slice(0, -1) : due,
    slot: inTime ? newest : undefined,
    next: nextSlot(timetable, Math.max(now, newest.at)),
  };
}
