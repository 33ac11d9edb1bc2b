import { DiscordAPIError, RateLimitError, REST, RESTEvents, Routes } from "discord.js";
import pRetry, { AbortError } from "p-retry";
import { PublishError } from "../briefings/publisher.ts";
import type { Log } from "../log.ts";
import { createPace, unlessAborted } from "./pace.ts";
import { failureOf } from "./refusals.ts";

/** Discord's HTTP API, slow and persistent enough for work that nobody waits for. */
export interface Requests {
  /** Both reject with whatever went wrong, `signal`'s reason included. */
  get<T>(route: `/${string}`, signal: AbortSignal, query?: Readonly<Record<string, string>>): Promise<T>;
  post<T>(route: `/${string}`, signal: AbortSignal, body?: object): Promise<T>;
  /** The bot's user id, asked for once; undefined where Discord doesn't tell. */
  ownId(signal: AbortSignal): Promise<string | undefined>;
  /**
   * Attempts, with growing pauses, until it succeeds, Discord refuses or the signal aborts.
   * @param place what the sentence calls the channel
   * @throws PublishError and nothing else
   */
  persist<T>(place: string, signal: AbortSignal, attempt: () => Promise<T>): Promise<T>;
}

/** Milliseconds of rate limit that are waited out; a longer one ends the attempts. */
const longestWait = 60_000;
/** Milliseconds between two attempts at most. */
const longestPause = 15_000;

export function createRequests(parts: {
  readonly token: string;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly log: Log;
  /** Milliseconds between the beginnings of two requests. */
  readonly interval: number;
  /** Milliseconds before the second attempt, doubled for each further one. */
  readonly firstPause: number;
}): Requests {
  const { token, apiUrl, log, interval, firstPause } = parts;
  const rest = new REST({
    api: apiUrl,
    version: "10",
    // The requests are paced already; this is for those that it lets go at once after a rate limit.
    globalRequestsPerSecond: Math.ceil(1000 / interval) + 1,
    // Whether a failed attempt has done anything is looked up before the next one, so these are ours.
    retries: 0,
    // A 429 that names no time would be sent again at once.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > longestWait,
  }).setToken(token);
  rest.on(RESTEvents.RateLimited, ({ route, retryAfter, global }) =>
    log.warn("rate limited", { route, ms: retryAfter, global }),
  );
  const turn = createPace(interval);
  let ownId: string | undefined;

  async function send(signal: AbortSignal, request: (own: AbortSignal) => Promise<unknown>): Promise<unknown> {
    await turn(signal);
    // discord.js never takes back its listeners, so that each request gets a signal of its own.
    const own = AbortSignal.any([signal]);
    try {
      // discord.js waits a rate limit out whatever the signal says, and then sends nothing.
      const answer = await unlessAborted(request(own), own);
      // What isn't JSON comes from something in between.
      if (answer instanceof ArrayBuffer) throw new Error("Discord's answer is no JSON");
      return answer;
    } catch (error) {
      // discord.js forgets a token that was refused, even if only something in between refused it.
      if (error instanceof DiscordAPIError && error.status === 401) rest.setToken(token);
      throw error;
    }
  }

  const get = async <T>(route: `/${string}`, signal: AbortSignal, query: Readonly<Record<string, string>> = {}) =>
    (await send(signal, (own) => rest.get(route, { signal: own, query: new URLSearchParams(query) }))) as T;

  return {
    get,
    post: async <T>(route: `/${string}`, signal: AbortSignal, body?: object) =>
      (await send(signal, (own) => rest.post(route, { signal: own, body }))) as T,
    async ownId(signal) {
      ownId ??= (await unlessUnknown(get<{ id: string }>(Routes.user(), signal)))?.id;
      return ownId;
    },
    async persist(place, signal, attempt) {
      let last = new PublishError("unavailable", "Discord did not answer in time.");
      try {
        return await pRetry(
          (attempts) =>
            attempt().catch((thrown: unknown) => {
              if (signal.aborted) throw last;
              const { error, code } = failureOf(thrown, place);
              log.warn("request to Discord failed", { place, attempt: attempts, kind: error.kind, code });
              last = error;
              throw thrown instanceof RateLimitError && thrown.retryAfter > longestWait ? new AbortError(error) : error;
            }),
          {
            retries: Number.POSITIVE_INFINITY,
            minTimeout: firstPause,
            maxTimeout: longestPause,
            randomize: true,
            signal,
            shouldRetry: ({ error }) => error instanceof PublishError && error.kind === "unavailable",
          },
        );
      } catch (thrown) {
        throw thrown instanceof PublishError ? thrown : last;
      }
    },
  };
}

/** Undefined where Discord, or what stands in its place, knows nothing of what was asked for. */
export async function unlessUnknown<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return undefined;
    throw error;
  }
}
