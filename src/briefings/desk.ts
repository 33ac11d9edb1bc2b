import { UserError } from "../errors.ts";
import type { Library } from "../news/library.ts";
import type { Reply } from "../reply.ts";
import { type Store, StoreError } from "../store/store.ts";
import { type NewSchedule, type Schedule, type Slot, schedulesPerServer } from "./briefing.ts";
import { composeFor, type Occasion } from "./edition.ts";
import type { ChannelCheck, Publisher } from "./publisher.ts";
import { nextSlot } from "./schedule.ts";

/** What admins do with their server's briefings. Every call rejects with a UserError while the store is out of reach. */
export interface Briefings {
  of(serverId: string): Promise<readonly Schedule[]>;
  /** @throws UserError where the server has as many as it may have */
  add(draft: Draft): Promise<Schedule>;
  /** False where there is no such schedule any more, or it is paused already. */
  pause(schedule: Schedule): Promise<boolean>;
  /** The schedule with its next slot; undefined where there was nothing to resume. */
  resume(schedule: Schedule): Promise<Schedule | undefined>;
  remove(schedule: Schedule): Promise<boolean>;
  /** The briefing as it would be posted now. */
  preview(occasion: Omit<Occasion, "createdAt">, library: Library): Promise<Reply>;
  status(schedule: Schedule): Promise<ScheduleStatus>;
  /** Whether a briefing could be posted there. */
  check(channelId: string, publish: boolean): Promise<ChannelCheck>;
}

export type Draft = Omit<NewSchedule, "createdAt" | "next">;

export interface ScheduleStatus {
  readonly schedule: Schedule;
  readonly lastPosted?: Slot;
  /** The newest slot that was missed, has failed or is held up. */
  readonly trouble?: Slot;
  readonly check: ChannelCheck;
}

/** So many slots are looked at for a status. */
const recent = 20;

/** @param parts.open the store, opened at the latest when it is first needed */
export function createBriefings(parts: {
  readonly open: () => Promise<Store>;
  readonly publisher: Pick<Publisher, "check">;
  readonly now: () => number;
}): Briefings {
  const { open, publisher, now } = parts;

  async function reach<T>(ask: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await ask(await open());
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      throw new UserError(`Briefings are out of reach just now. ${error.message}`);
    }
  }

  return {
    of: (serverId) => reach(({ schedules }) => schedules.of(serverId)),
    async add(draft) {
      const at = now();
      const schedule = { ...draft, createdAt: at, next: nextSlot(draft.timetable, at) };
      const added = await reach(({ schedules }) => schedules.add(schedule));
      if (added) return added;
      throw new UserError(
        `This server has ${schedulesPerServer} briefings, the most there can be. /briefing remove makes room for another.`,
      );
    },
    pause: ({ serverId, id }) => reach(({ schedules }) => schedules.pause(serverId, id, "admin", now())),
    async resume(schedule) {
      const next = nextSlot(schedule.timetable, now());
      const resumed = await reach(({ schedules }) => schedules.resume(schedule.serverId, schedule.id, next));
      if (!resumed) return undefined;
      const { paused: _over, ...running } = schedule;
      return { ...running, next };
    },
    remove: ({ serverId, id }) => reach(({ schedules }) => schedules.remove(serverId, id)),
    async preview(occasion, library) {
      const at = now();
      const { reply } = await reach((store) =>
        composeFor({ occasion: { ...occasion, createdAt: at }, store, library, now: at }),
      );
      return reply;
    },
    async status(schedule) {
      const [history, lastPosted, check] = await Promise.all([
        reach(({ slots }) => slots.of(schedule.id, recent)),
        reach(({ slots }) => slots.last(schedule.id, ["posted"])),
        publisher.check(schedule.channelId, schedule.publish),
      ]);
      // One that waits to be published is posted already.
      const shown = history.find(({ messageId }) => messageId !== undefined) ?? lastPosted;
      const trouble = history.find(({ problem }) => problem !== undefined);
      return { schedule, ...(shown && { lastPosted: shown }), ...(trouble && { trouble }), check };
    },
    check: publisher.check,
  };
}
