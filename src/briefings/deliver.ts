import pRetry from "p-retry";
import type { Log } from "../log.ts";
import type { Library } from "../news/library.ts";
import type { Reply } from "../reply.ts";
import type { Lease, Store } from "../store/store.ts";
import { catchUp, type Schedule, type Slot } from "./briefing.ts";
import { problemText } from "./describe.ts";
import { composeFor } from "./edition.ts";
import { PublishError, type Publisher } from "./publisher.ts";
import { timetableText } from "./typed-times.ts";

/** Milliseconds that a process keeps a slot; when it dies, another one takes over after that. */
const leaseFor = 90_000;
/** Milliseconds after which an attempt is given up, so that it never outlasts the lease. */
const attemptFor = 60_000;
/** Later than this, in milliseconds, is late enough to be said. */
const lateAfter = 5 * 60_000;
/** So many failures in a row pause a schedule. */
const patience = 3;

interface Parts {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly library: () => Library;
  readonly now: () => number;
  readonly log: Log;
}

export function leaseFrom(now: number, owner: string): Lease {
  return { owner, until: now + leaseFor };
}

/**
 * Brings a claimed slot to its end, from whichever step it was left at. The order of the steps makes it exactly one
 * post: the slot says that the message may be there before it is sent, and the message carries the slot's mark.
 * Rejects with a StoreError only; the slot is then taken up again when its lease has run out.
 */
export async function deliver(
  claimed: Slot,
  schedule: Schedule,
  lease: Lease,
  parts: Parts,
  stop: AbortSignal,
): Promise<void> {
  const { store, publisher, now, log } = parts;
  const signal = AbortSignal.any([stop, AbortSignal.timeout(attemptFor)]);
  const facts = { schedule: schedule.id, channel: schedule.channelId, date: claimed.date };
  try {
    const messageId = claimed.messageId ?? (await post());
    if (messageId === undefined) return;
    const problem = schedule.publish ? await crosspost(messageId) : undefined;
    await settle({ state: "posted", messageId, ...(problem !== undefined && { problem }) });
    log.info("briefing posted", { ...facts, message: messageId, late: now() - claimed.dueAt });
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    if (error.kind === "refused") await giveUp(error);
    else await holdUp(error);
  }

  /** The message's id; undefined where there is nothing to post. */
  async function post(): Promise<string | undefined> {
    const key = `${schedule.id}/${claimed.date}`;
    const mayBeThere = claimed.sendingSince !== undefined;
    if (now() - claimed.dueAt > catchUp) {
      const found = mayBeThere ? await publisher.find(schedule.channelId, key, signal) : undefined;
      if (found === undefined) await miss();
      return found;
    }
    const { reply, covered, nothingNew } = await composeFor({
      occasion: schedule,
      store,
      library: parts.library(),
      now: now(),
      ...(now() - claimed.dueAt > lateAfter && { late: claimed.dueAt }),
    });
    if (nothingNew && schedule.contents.ifNothingNew === "skip" && !mayBeThere) {
      await settle({ state: "skipped" });
      log.info("briefing skipped", { ...facts, reason: "nothing new" });
      return undefined;
    }
    if (!(await store.slots.sending(claimed, lease, now(), covered))) return undefined;
    const messageId = await publisher.post({ channelId: schedule.channelId, reply, key, mayBeThere }, signal);
    if (schedule.publish) await store.slots.posted(claimed, lease, messageId);
    return messageId;
  }

  /** Why it was not published; the message itself stays posted. */
  async function crosspost(messageId: string): Promise<string | undefined> {
    try {
      await publisher.crosspost(schedule.channelId, messageId, signal);
      return undefined;
    } catch (error) {
      if (!(error instanceof PublishError) || error.kind === "unavailable") throw error;
      log.warn("briefing not published", { ...facts, reason: error.message });
      return `Posted, but not published: ${error.message}`;
    }
  }

  /** The message may be there already: what is written about it is worth some attempts. */
  function settle(outcome: Omit<Parameters<Store["slots"]["settle"]>[2], "at">): Promise<boolean> {
    return pRetry(() => store.slots.settle(claimed, lease, { ...outcome, at: now() }), {
      retries: 5,
      minTimeout: 500,
      maxTimeout: 5000,
      signal: stop,
    });
  }

  async function miss(): Promise<void> {
    const problem = claimed.problem ?? "The bot was not running at that time.";
    await settle({ state: "missed", problem });
    log.error("briefing missed", { ...facts, reason: problem });
  }

  async function giveUp(error: PublishError): Promise<void> {
    await settle({ state: "failed", problem: error.message });
    log.error("briefing failed", { ...facts, reason: error.message });
    const last = await store.slots.of(schedule.id, patience);
    if (last.length < patience || last.some(({ state }) => state !== "failed")) return;
    if (!(await store.schedules.pause(schedule.serverId, schedule.id, "failing", now()))) return;
    log.error("briefing paused", { ...facts, reason: `failed ${patience} times in a row` });
    await publisher.tell(schedule.createdBy, pausedReply(schedule, error.message)).catch((refused: unknown) => {
      log.warn("admin not told", { ...facts, error: refused });
    });
  }

  async function holdUp(error: PublishError): Promise<void> {
    log.warn("briefing held up", { ...facts, reason: error.message });
    await store.slots.note(claimed, lease, error.message);
  }
}

function pausedReply(schedule: Schedule, reason: string): Reply {
  return {
    heading: "A briefing that you set up is paused",
    lines: [
      ["It is the one at ", timetableText(schedule.timetable), " in ", { channel: schedule.channelId }, "."],
      [`It could not be posted ${patience} times in a row. `, ...problemText(reason)],
      ["When that is mended: ", { code: `/briefing resume schedule:${schedule.id}` }],
    ],
  };
}
