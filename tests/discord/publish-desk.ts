import { expect, onTestFinished } from "vitest";
import type { Publisher } from "../../src/briefings/publisher.ts";
import { createPublisher } from "../../src/discord/publish.ts";
import { createLog } from "../../src/log.ts";
import type { Reply } from "../../src/reply.ts";
import type { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { discordForTest } from "../fakes/small-bot.ts";

export const key = "k3j9xq/2026-12-01";
export const reply: Reply = { heading: "Daily briefing", lines: ["Envoys met in Stockholm."] };
/** The path of a request to post or to read messages. */
export const messages = /^\/channels\/\d+\/messages$/;
export const never = () => new AbortController().signal;

export interface Desk {
  readonly discord: FakeDiscord;
  readonly publisher: Publisher;
  /** What was logged, one JSON line each. */
  readonly lines: readonly string[];
  post(options?: { key?: string; mayBeThere?: boolean; signal?: AbortSignal }): Promise<string>;
  /** The requests since the last call: `POST messages 200`. */
  requests(): readonly string[];
  posted(): readonly string[];
}

/** A publisher, a Discord to itself, and what went between them; the test fails if Discord had to complain. */
export async function openDesk(options: { nonceHolds?: number } = {}): Promise<Desk> {
  const discord = await discordForTest();
  const lines: string[] = [];
  const log = createLog({ level: "debug", write: (line) => lines.push(line) });
  const { apiUrl, token } = discord;
  const publisher = createPublisher({ apiUrl, token, log, firstPause: 10, interval: 25, ...options });
  let seen = 0;
  onTestFinished(() => expect(discord.violations).toEqual([]));
  return {
    discord,
    publisher,
    lines,
    post: ({ key: given = key, mayBeThere = false, signal = never() } = {}) =>
      publisher.post({ channelId: discord.channel.id, reply, key: given, mayBeThere }, signal),
    requests() {
      const fresh = discord.requests.slice(seen);
      seen = discord.requests.length;
      return fresh.map(({ method, path, status }) => `${method} ${path.split("/").at(-1)} ${status ?? "cut"}`);
    },
    posted: () => discord.messagesIn(discord.channel).map(({ id }) => id),
  };
}
