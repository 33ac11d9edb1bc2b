import { describe, expect, it } from "vitest";
import { useDatabases } from "../fakes/postgres.ts";
import { added, aLease, aPlace, claimed, day, engines, open, start, tomorrow } from "./stores.ts";

const database = useDatabases();

describe.each(engines)("slots on $engine", ({ engine, skipped }) => {
  const test = it.skipIf(skipped !== undefined);
  const aStore = async () => open(await aPlace(engine, database));

  test("are claimed, and the schedule moves on", async () => {
    const store = await aStore();
    const schedule = await added(store);
    const slot = await claimed(store, schedule);
    expect(slot).toStrictEqual({
      scheduleId: schedule.id,
      date: "2026-12-01",
      dueAt: start,
      state: "claimed",
      covered: [],
    });
    expect((await store.schedules.get(schedule.id))?.next).toEqual(tomorrow);
    expect(await store.slots.of(schedule.id, 5)).toEqual([slot]);
  });

  test("are claimed by one only, however many try at once", async () => {
    const place = await aPlace(engine, database);
    const store = await open(place);
    const stores = engine === "postgres" ? [store, await open(place), await open(place), await open(place)] : [store];
    const schedule = await added(store);
    const tries = Array.from({ length: 20 }, (_, n) => {
      const { slots } = stores[n % stores.length] ?? store;
      const lease = aLease(`process ${n}`);
      return slots.advance(schedule, { missed: [], slot: schedule.next, next: tomorrow, lease });
    });
    expect((await Promise.all(tries)).filter((slot) => slot !== undefined)).toHaveLength(1);
  });

  test("are not claimed for a schedule that is paused, gone, left or elsewhere by now", async () => {
    const store = await aStore();
    const step = { missed: [{ date: "2026-11-30", at: start - day }], next: tomorrow, lease: aLease() };
    const paused = await added(store);
    await store.schedules.pause("100", paused.id, "admin", start);
    expect(await store.slots.advance(paused, { ...step, slot: paused.next })).toBeUndefined();
    const left = await added(store, { serverId: "left" });
    await store.schedules.serverLeft("left", start);
    expect(await store.slots.advance(left, { ...step, slot: left.next })).toBeUndefined();
    const removed = await added(store);
    await store.schedules.remove("100", removed.id);
    expect(await store.slots.advance(removed, { ...step, slot: removed.next })).toBeUndefined();
    const moved = await added(store);
    await claimed(store, moved);
    expect(await store.slots.advance(moved, { ...step, slot: { date: "2026-12-09", at: start } })).toBeUndefined();
    for (const { id } of [paused, left, removed]) expect(await store.slots.of(id, 9)).toEqual([]);
    expect(await store.slots.of(moved.id, 9)).toHaveLength(1);
  });

  test("are one a local date: what was delivered is not claimed again, though the schedule moves on", async () => {
    const store = await aStore();
    const schedule = await added(store);
    await claimed(store, schedule);
    await store.schedules.pause("100", schedule.id, "admin", start);
    await store.schedules.resume("100", schedule.id, schedule.next);
    const again = await store.schedules.get(schedule.id);
    const step = { missed: [], slot: schedule.next, next: tomorrow, lease: aLease("two") };
    expect(await store.slots.advance(again ?? schedule, step)).toBeUndefined();
    expect((await store.schedules.get(schedule.id))?.next).toEqual(tomorrow);
  });

  test("that were missed are recorded, with or without one that is claimed", async () => {
    const store = await aStore();
    const schedule = await added(store);
    const missed = [
      { date: "2026-11-29", at: start - 2 * day },
      { date: "2026-11-30", at: start - day },
    ];
    await store.slots.advance(schedule, { missed, next: tomorrow, lease: aLease() });
    const [newest, oldest] = await store.slots.of(schedule.id, 9);
    expect(newest).toMatchObject({ date: "2026-11-30", state: "missed", settledAt: start - day });
    expect(newest?.problem).toMatch(/not running/);
    expect(oldest).toMatchObject({ date: "2026-11-29", dueAt: start - 2 * day });
    expect(await store.slots.reclaim(start * 2, aLease("two"), 9)).toEqual([]);
  });

  test("go from step to step for the holder of the lease, and for nobody else", async () => {
    const store = await aStore();
    const slot = await claimed(store, await added(store));
    const [mine, theirs] = [aLease("one"), aLease("two")];
    const now = async () => (await store.slots.of(slot.scheduleId, 1))[0];
    const { slots } = store;
    for (const refused of [
      slots.renew(slot, theirs),
      slots.sending(slot, theirs, start, ["x"]),
      slots.posted(slot, theirs, "9"),
      slots.note(slot, theirs, "?"),
      slots.settle(slot, theirs, { state: "failed", at: start }),
    ]) {
      expect(await refused).toBe(false);
    }
    expect(await now()).toEqual(slot);
    expect(await slots.renew(slot, mine)).toBe(true);
    expect(await slots.note(slot, mine, "Discord is away.")).toBe(true);
    expect(await slots.sending(slot, mine, start + 1, ["a", 'b"\\\u0000'])).toBe(true);
    const sending = { sendingSince: start + 1, covered: ["a", 'b"\\\u0000'], problem: "Discord is away." };
    expect(await now()).toEqual({ ...slot, ...sending });
    expect(await slots.posted(slot, mine, "900")).toBe(true);
    expect(await now()).toMatchObject({ state: "claimed", messageId: "900" });
    expect(await slots.settle(slot, mine, { state: "posted", at: start + 2 })).toBe(true);
    const { problem: _mended, ...rest } = sending;
    expect(await now()).toStrictEqual({ ...slot, ...rest, state: "posted", messageId: "900", settledAt: start + 2 });
    expect(await slots.settle(slot, mine, { state: "failed", at: start + 3 })).toBe(false);
    expect(await slots.renew(slot, mine)).toBe(false);
  });

  test("say since when the message may be there, from the first sending on", async () => {
    const store = await aStore();
    const slot = await claimed(store, await added(store));
    await store.slots.sending(slot, aLease(), start, ["a"]);
    const [again = slot] = await store.slots.reclaim(start + day, aLease("two"), 1);
    await store.slots.sending(again, aLease("two"), start + day, ["a", "b"]);
    expect(await store.slots.of(slot.scheduleId, 1)).toMatchObject([{ sendingSince: start, covered: ["a", "b"] }]);
  });

  test("keep the problem and the message that they were settled with", async () => {
    const store = await aStore();
    const slot = await claimed(store, await added(store));
    const outcome = { state: "failed", at: start, messageId: "7", problem: "No permission." } as const;
    expect(await store.slots.settle(slot, aLease(), outcome)).toBe(true);
    expect(await store.slots.of(slot.scheduleId, 1)).toMatchObject([
      { state: "failed", messageId: "7", problem: "No permission.", settledAt: start },
    ]);
  });

  test("are taken over when the lease has run out, earliest first, and then the old holder is refused", async () => {
    const store = await aStore();
    const lease = aLease("one", start + 100);
    const slots = [];
    for (const at of [start - 1, start - 3, start - 2]) {
      slots.push(await claimed(store, await added(store, { next: { date: "2026-12-01", at } }), lease));
    }
    const [third, first, second] = slots;
    expect(await store.slots.reclaim(start + 99, aLease("two"), 9)).toEqual([]);
    expect(await store.slots.reclaim(start + 100, aLease("two", start + 200), 2)).toEqual([first, second]);
    expect(await store.slots.reclaim(start + 100, aLease("three", start + 200), 9)).toEqual([third]);
    expect(await store.slots.reclaim(start + 199, aLease("four"), 9)).toEqual([]);
    if (!first) throw new Error("no slot");
    expect(await store.slots.renew(first, lease)).toBe(false);
    expect(await store.slots.renew(first, aLease("two", start + 300))).toBe(true);
    expect(await store.slots.reclaim(start + 299, aLease("four"), 9)).toHaveLength(2);
  });

  test("are taken over by one only, when several try at once", async () => {
    const place = await aPlace(engine, database);
    const store = await open(place);
    for (let n = 0; n < 20; n++) await claimed(store, await added(store, { serverId: `${n}` }), aLease("dead", start));
    const stores = engine === "postgres" ? [store, await open(place), await open(place), await open(place)] : [store];
    const tries = Array.from({ length: 8 }, (_, n) =>
      (stores[n % stores.length] ?? store).slots.reclaim(start, aLease(`${n}`), 20),
    );
    const taken = (await Promise.all(tries)).flat().map(({ scheduleId }) => scheduleId);
    expect(new Set(taken).size).toBe(20);
    expect(taken).toHaveLength(20);
  });

  test("are pruned when they are old, but for each schedule's newest ten and what is not settled", async () => {
    const store = await aStore();
    const busy = await added(store);
    const quiet = await added(store);
    const times = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ date: `2026-10-${n + 10}`, at: start + n * day }));
    await store.slots.advance(busy, { missed: times(14), next: tomorrow, lease: aLease() });
    await store.slots.advance(quiet, { missed: times(3), next: tomorrow, lease: aLease() });
    expect(await store.slots.prune(start + 2 * day)).toBe(2);
    expect(await store.slots.prune(start + 99 * day)).toBe(2);
    expect(await store.slots.prune(start + 99 * day)).toBe(0);
    expect(await store.slots.of(busy.id, 99)).toHaveLength(10);
    expect((await store.slots.of(busy.id, 99)).at(-1)).toMatchObject({ date: "2026-10-14" });
    expect(await store.slots.of(quiet.id, 99)).toHaveLength(3);
  });

  test("that a former process held are free at once where it can't live any more, else when its lease has run out", async () => {
    const place = await aPlace(engine, database);
    const former = await open(place);
    const slot = await claimed(former, await added(former));
    await former.close();
    const store = await open(place);
    const freeAtOnce = engine === "sqlite" ? [slot] : [];
    expect(await store.slots.reclaim(start, aLease("two"), 9)).toEqual(freeAtOnce);
    if (engine === "postgres") expect(await store.slots.reclaim(start + day, aLease("two"), 9)).toEqual([slot]);
  });
});
