import { setTimeout } from "node:timers/promises";

/** Resolves when it is the caller's turn, in the order of the calls; rejects as soon as the signal aborts. */
export type Turn = (signal: AbortSignal) => Promise<void>;

/** @param interval milliseconds between two turns at least, also after the process was busy with something else */
export function createPace(interval: number): Turn {
  let last = Number.NEGATIVE_INFINITY;
  let queue = Promise.resolve();

  async function take(signal: AbortSignal): Promise<void> {
    const rest = last + interval - performance.now();
    if (rest > 0 && !signal.aborted) await setTimeout(Math.ceil(rest));
    signal.throwIfAborted();
    last = performance.now();
  }

  return (signal) => {
    const turn = queue.then(() => take(signal));
    queue = turn.catch(() => {});
    return unlessAborted(turn, signal);
  };
}

/** The work's outcome, unless the signal aborts first; what the work comes to then is nobody's business. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
