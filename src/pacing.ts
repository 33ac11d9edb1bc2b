import { setImmediate } from "node:timers/promises";

/** Call it between two pieces of a long computation: it lets the event loop turn once the budget is spent. */
export type Pause = () => Promise<void> | undefined;

/**
 * Makes long work cooperative, so that heartbeats and answers go on meanwhile.
 * @param budget milliseconds of uninterrupted work between two turns of the event loop
 */
export function createPause(budget = 8): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < budget) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
