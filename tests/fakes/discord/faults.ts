/** What goes wrong with a request. */
export type Fault =
  /** Answered with this status, and nothing is done. */
  | { readonly kind: "status"; readonly status: 500 | 502 | 503 | 504 }
  /** Answered with 400 as if the body were malformed, and nothing is done. */
  | { readonly kind: "refuse" }
  /** Answered with 429 and told to wait this many seconds. */
  | { readonly kind: "rate-limit"; readonly retryAfter: number; readonly scope?: "user" | "shared" | "global" }
  /** The connection is cut, and nothing is done. */
  | { readonly kind: "drop" }
  /** What was asked is done, but the connection is cut before the answer. */
  | { readonly kind: "drop-after" }
  /** What was asked is done, but the answer is no JSON. */
  | { readonly kind: "garbage" }
  /** All is well, only this many milliseconds late. */
  | { readonly kind: "delay"; readonly ms: number };

export interface Injection {
  /** Any method where missing. */
  readonly method?: string;
  /** Tried on the path without the API's prefix: `/^\/channels\//`. */
  readonly path: RegExp;
  /** How many requests it hits; 1 where missing. */
  readonly times?: number;
  readonly fault: Fault;
}

export interface Faults {
  inject(injection: Injection): void;
  /** The fault for this request, if there is one; it counts as used. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaults(): Faults {
  const waiting: { injection: Injection; left: number }[] = [];
  return {
    inject: (injection) => waiting.push({ injection, left: injection.times ?? 1 }),
    take(method, path) {
      const found = waiting.find(
        ({ injection, left }) =>
          left > 0 && (injection.method ?? method) === method && path.search(injection.path) !== -1,
      );
      if (found) found.left -= 1;
      return found?.injection.fault;
    },
  };
}
