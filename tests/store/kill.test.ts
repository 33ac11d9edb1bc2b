import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { noDatabase, useDatabases } from "../fakes/postgres.ts";
import { added, aPlace, engines, open, silent } from "./stores.ts";
import { startWriter } from "./writer.ts";

const database = useDatabases();
const rounds = Number(process.env.STORE_KILL_ROUNDS ?? 8);

describe.each(engines)("a process that is killed on $engine", ({ engine, skipped }) => {
  it.skipIf(skipped !== undefined)(
    "loses nothing that it was told is stored, and leaves a store that opens",
    async () => {
      const place = await aPlace(engine, database);
      const told = new Set<string>();
      for (let round = 0; round < rounds; round++) {
        const writer = await startWriter(place);
        await writer.acknowledged(1);
        await sleep(Math.random() * 150);
        await writer.kill();
        for (const line of writer.lines) told.add(line);
        const store = await openStore({ ...place, log: silent });
        const { schedules, slots } = await store.dump();
        const found = new Set([
          ...schedules.map(({ id }) => `added ${id}`),
          ...slots.map(({ scheduleId }) => `claimed ${scheduleId}`),
          ...slots.filter(({ state }) => state === "posted").map(({ scheduleId }) => `posted ${scheduleId}`),
        ]);
        expect([...told].filter((line) => !found.has(line))).toEqual([]);
        await store.close();
      }
      expect(told.size).toBeGreaterThan(rounds);
    },
    60_000 + rounds * 3000,
  );
});

it.skipIf(noDatabase !== undefined)("four processes that race for 200 slots get each of them once", async () => {
  const place = await aPlace("postgres", database);
  const store = await open(place);
  const schedules = [];
  for (let n = 0; n < 200; n++)
    schedules.push(await added(store, { serverId: `${n}`, next: { date: "2026-12-01", at: n } }));
  const writers = await Promise.all([1, 2, 3, 4].map(() => startWriter(place, "claim")));
  for (const writer of writers) writer.go();
  await Promise.all(writers.map(({ ended }) => ended));
  const got = writers.flatMap(({ lines }) => lines);
  expect(got).toHaveLength(200);
  expect(new Set(got)).toEqual(new Set(schedules.map(({ id }) => `claimed ${id}`)));
});
