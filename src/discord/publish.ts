import { createHash, randomUUID } from "node:crypto";
import { DiscordAPIError, RESTJSONErrorCodes, Routes } from "discord.js";
import { type PostedBriefing, PublishError, type Publisher } from "../briefings/publisher.ts";
import type { Log } from "../log.ts";
import { checkChannel } from "./check-channel.ts";
import { findPost } from "./find-post.ts";
import { markOf } from "./mark.ts";
import { failureOf, mention, sentences } from "./refusals.ts";
import { renderPosted } from "./render.ts";
import { createRequests } from "./requests.ts";

/** Pages of a hundred messages that are searched: for a mark from hours ago, and for one of this very call. */
const pages = { old: 50, fresh: 1 };
/** Milliseconds that a check and a direct message may take, and how often looking for a message may fail. */
const patience = { check: 10_000, tell: 30_000, looks: 3 };

/** Posts over Discord's HTTP API alone, so that a process can do it for every shard. */
export function createPublisher(parts: {
  readonly token: string;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly log: Log;
  /**
   * Milliseconds between two requests, 100 where missing: four processes with one token then send 40 of the 50 a second
   * that Discord allows.
   */
  readonly interval?: number;
  /** Milliseconds before the second attempt, doubled for each further one; 500 where missing. */
  readonly firstPause?: number;
  /** Milliseconds for which a nonce surely holds, a minute where missing: Discord says only "a few minutes". */
  readonly nonceHolds?: number;
}): Publisher {
  const { nonceHolds = 60_000 } = parts;
  const discord = createRequests({ interval: 100, firstPause: 500, ...parts });

  /** The id of the message that is there already. @throws PublishError where that can't be told and matters */
  async function present(channelId: string, key: string, sentAgo: number, most: number, signal: AbortSignal) {
    const holds = sentAgo >= 0 && sentAgo < nonceHolds;
    const found = await findPost(discord, channelId, markOf(key), most, signal);
    if (typeof found === "object") return found.id;
    // So many newer messages since then would be a wonder: what isn't among them isn't there.
    if (found !== "unreadable" || holds) return undefined;
    throw new PublishError("refused", sentences.unsure(mention(channelId)));
  }

  /** Gives one attempt at a message. Before each but the very first, the mark is looked for. */
  function createPost({ channelId, reply, key, isOurs }: PostedBriefing) {
    const body = { ...renderPosted(reply, markOf(key)), nonce: nonceOf(key), enforce_nonce: true };
    let sentAt = 0;
    let unknown = false;
    let looks = 0;

    /** Where looking fails again and again, the nonce alone must do while Discord still knows it. */
    async function look(signal: AbortSignal): Promise<string | undefined> {
      looks++;
      const sentAgo = performance.now() - sentAt;
      return present(channelId, key, sentAgo, pages.fresh, signal).catch((error: unknown) => {
        if (looks > patience.looks && sentAgo < nonceHolds) return undefined;
        throw error;
      });
    }

    return async (signal: AbortSignal): Promise<string> => {
      const there = unknown ? await look(signal) : undefined;
      if (there !== undefined) return there;
      if (!isOurs()) throw new PublishError("unavailable", sentences.tooSlow);
      sentAt ||= performance.now();
      try {
        return (await discord.post<{ id: string }>(Routes.channelMessages(channelId), signal, body)).id;
      } catch (error) {
        unknown ||= failureOf(error, "").outcomeUnknown;
        throw error;
      }
    };
  }

  return {
    post(message, signal) {
      const attempt = createPost(message);
      return discord.persist(mention(message.channelId), signal, () => attempt(signal));
    },
    find: (channelId, key, sentAgo, signal) =>
      discord.persist(mention(channelId), signal, () => present(channelId, key, sentAgo, pages.old, signal)),
    crosspost: (channelId, messageId, signal) =>
      discord.persist(mention(channelId), signal, async () => {
        const published = discord.post(Routes.channelMessageCrosspost(channelId, messageId), signal);
        await published.catch((error: unknown) => {
          if (!isAlreadyPublished(error)) throw error;
        });
      }),
    check: (channelId, publish) => checkChannel(discord, channelId, publish, AbortSignal.timeout(patience.check)),
    tell(userId, reply) {
      const signal = AbortSignal.timeout(patience.tell);
      const body = { ...renderPosted(reply), nonce: nonceOf(randomUUID()), enforce_nonce: true };
      return discord.persist("a direct message", signal, async () => {
        const { id } = await discord.post<{ id: string }>(Routes.userChannels(), signal, { recipient_id: userId });
        await discord.post(Routes.channelMessages(id), signal, body);
      });
    },
  };
}

/** At most 25 characters; the same key always gives the same. */
function nonceOf(key: string): string {
  return createHash("sha256").update(`nonce of ${key}`).digest("base64url").slice(0, 24);
}

function isAlreadyPublished(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted;
}
