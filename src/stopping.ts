/**
 * Asked to stop, by SIGTERM or SIGINT, the process does so in order. `main.ts` imports this file first, so that a
 * signal that comes while the rest is still being loaded ends the process just as well.
 */
let stop: (signal: string) => void = () => process.exit(0);

let isStopping = false;

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  // Ctrl-C below npm sends it twice: a second signal must not cut the stop short.
  process.on(signal, () => {
    if (!isStopping) stop(signal);
    isStopping = true;
  });
}

/** From now on this is what a signal starts; it has to end the process. */
export function onStop(handler: (signal: string) => void): void {
  stop = handler;
}
