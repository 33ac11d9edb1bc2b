/** Milliseconds since 1970. */
export type Clock = () => number;

/** The real time; or, for tests, a clock that shows `at` now and runs on from there. */
export function startClock(at: number | undefined): Clock {
  if (at === undefined) return Date.now;
  const started = performance.now();
  return () => Math.floor(at + performance.now() - started);
}
