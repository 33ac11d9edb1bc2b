// A process with a store of its own, for tests that kill it or set several against each other.
// Usage: node writer.mjs write|claim <place as JSON> <name>. Needs the build.
import { writeSync } from "node:fs";
import { openStore } from "../../dist/src/store/open.js";

const [mode, place, name] = process.argv.slice(2);
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const store = await openStore({ ...JSON.parse(place), log });
const tell = (...words) => writeSync(1, `${words.join(" ")}\n`);
const lease = () => ({ owner: name, until: Date.now() + 60_000 });

/** Each is told when it has been acknowledged: a schedule, its claimed slot, and its posted slot. */
async function write() {
  for (let n = 0; ; n++) {
    const schedule = await store.schedules.add(aSchedule(`${name}-${n}`));
    tell("added", schedule.id);
    const slot = await store.slots.advance(schedule, step(schedule));
    tell("claimed", schedule.id);
    await store.slots.settle(slot, lease(), { state: "posted", at: Date.now(), messageId: `${n}` });
    tell("posted", schedule.id);
  }
}

/** Claims until nothing is due. */
async function claim() {
  for (;;) {
    const due = await store.schedules.due(Date.now(), 20);
    if (due.length === 0) break;
    for (const schedule of due) {
      if (await store.slots.advance(schedule, step(schedule))) tell("claimed", schedule.id);
    }
  }
  await store.close();
  process.stdin.destroy();
}

function step(schedule) {
  return { missed: [], slot: schedule.next, next: { date: "2999-01-01", at: 32_472_144_000_000 }, lease: lease() };
}

function aSchedule(serverId) {
  return {
    serverId,
    channelId: "1",
    timetable: { time: "08:00", timeZone: "Asia/Seoul", days: [1] },
    contents: { items: 5, ifNothingNew: "post", about: "x".repeat(Math.floor(Math.random() * 2000)) },
    publish: false,
    createdBy: "1",
    createdAt: Date.now(),
    next: { date: "2026-12-01", at: 1 },
  };
}

tell("ready", process.pid);
if (mode === "write") await write();
else process.stdin.once("data", claim);
