import type { Message, RequestRecord } from "./state.ts";

/** What goes wrong with a request. */
export type Fault =
  /** Answered with this status, and nothing is done. */
  | { readonly kind: "status"; readonly status: 500 | 502 | 503 | 504 }
  /** What was asked is done, but answered with this status. */
  | { readonly kind: "status-after"; readonly status: 500 | 502 | 503 | 504 }
  /** Answered with 400 as if the body were malformed, and nothing is done. */
  | { readonly kind: "refuse" }
  /** Answered with 429 and told to wait this many seconds; without `retryAfter` not told how long. */
  | { readonly kind: "rate-limit"; readonly retryAfter?: number; readonly scope?: "user" | "shared" | "global" }
  /** Answered with this status by something in between, in HTML; nothing is done. */
  | { readonly kind: "blocked"; readonly status: 200 | 401 | 403 | 404 }
  /** The connection is cut, and nothing is done. */
  | { readonly kind: "drop" }
  /** What was asked is done, but the connection is cut before the answer. */
  | { readonly kind: "drop-after" }
  /** What was asked is done, but the answer is no JSON. */
  | { readonly kind: "garbage" }
  /** All is well, only this many milliseconds late. */
  | { readonly kind: "delay"; readonly ms: number }
  /** What was asked is done at once, but the answer comes this many milliseconds late. */
  | { readonly kind: "delay-after"; readonly ms: number };

export interface Injection {
  /** Any method where missing. */
  readonly method?: string;
  /** Tried on the path without the API's prefix: `/^\/channels\//`. */
  readonly path: RegExp;
  /** Tried on the body's JSON; any body where missing. */
  readonly body?: RegExp;
  /** How many requests it hits; 1 where missing. */
  readonly times?: number;
  readonly fault: Fault;
}

/** A watcher may take its time, and what was asked waits for it: the moment to kill a process. */
export interface Hooks {
  /** Sees every request before anything is done; a fault that it gives hits that request. */
  onRequest(watcher: (request: RequestRecord) => Fault | undefined | Promise<Fault | undefined>): void;
  /** Sees every message of the bot once it is stored, before the answer is sent. */
  onStored(watcher: (message: Message) => unknown): void;
}

export interface Faults extends Hooks {
  inject(injection: Injection): void;
  /** The fault for this request, if there is one; an injected one counts as used. */
  take(request: RequestRecord): Promise<Fault | undefined>;
  stored(message: Message): Promise<void>;
}

export function createFaults(): Faults {
  const waiting: { injection: Injection; left: number }[] = [];
  const requestWatchers: Parameters<Hooks["onRequest"]>[0][] = [];
  const storeWatchers: Parameters<Hooks["onStored"]>[0][] = [];

  function injected({ method, path, body }: RequestRecord): Fault | undefined {
    const found = waiting.find(
      ({ injection, left }) =>
        left > 0 &&
        (injection.method ?? method) === method &&
        path.search(injection.path) !== -1 &&
        (!injection.body || JSON.stringify(body ?? null).search(injection.body) !== -1),
    );
    if (found) found.left -= 1;
    return found?.injection.fault;
  }

  return {
    inject: (injection) => void waiting.push({ injection, left: injection.times ?? 1 }),
    onRequest: (watcher) => void requestWatchers.push(watcher),
    onStored: (watcher) => void storeWatchers.push(watcher),
    async take(request) {
      const fault = injected(request);
      for (const watcher of requestWatchers) {
        const given = await watcher(request);
        if (given) return given;
      }
      return fault;
    },
    async stored(message) {
      for (const watcher of storeWatchers) await watcher(message);
    },
  };
}
