// A process that delivers what is due, for tests that kill it between any two steps. Needs the build.
// Usage: node courier.mjs <JSON: place, apiUrl, token, now, killAt?>. It ends once nothing is left to deliver.
import { writeSync } from "node:fs";
import { createRounds } from "../../dist/src/briefings/rounds.js";
import { createPublisher } from "../../dist/src/discord/publish.js";
import { createLibrary } from "../../dist/src/news/create-library.js";
import { openStore } from "../../dist/src/store/open.js";

const { place, apiUrl, token, now: start, killAt = Number.POSITIVE_INFINITY, name } = JSON.parse(process.argv[2]);
const tell = (...words) => writeSync(1, `${words.join(" ")}\n`);
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const started = performance.now();
const now = () => Math.floor(start + performance.now() - started);

let steps = 0;

/** Every call is two steps: one before it is made, one when it has been answered. */
function fragile(object) {
  const wrapped = Object.entries(object).map(([key, call]) => [
    key,
    async (...args) => {
      step(key);
      const result = await call(...args);
      step(key);
      return result;
    },
  ]);
  return Object.fromEntries(wrapped);
}

function step(key) {
  steps++;
  if (steps !== killAt) return;
  tell("killed at", key);
  process.kill(process.pid, "SIGKILL");
  for (;;);
}

const store = await openStore({ ...place, log });
const library = await createLibrary([], async () => {});
const { advance, sending, posted, settle, note, of, ...rest } = store.slots;
const rounds = createRounds({
  store: { ...store, slots: { ...fragile({ advance, sending, posted, settle, note }), of, ...rest } },
  publisher: fragile(createPublisher({ token, apiUrl, log, firstPause: 20, interval: 10 })),
  archive: { library, last: undefined, reindex: quiet, stop: quiet },
  owner: name,
  now,
  log,
});
rounds.start();
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { schedules, slots } = await store.dump();
  if (schedules.every(({ next }) => next.at > now()) && slots.every(({ state }) => state !== "claimed")) break;
}
await rounds.stop(1000);
await store.close();
tell("steps", steps);
process.exit(0);
