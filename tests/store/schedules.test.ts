import { describe, expect, it } from "vitest";
import { useDatabases } from "../fakes/postgres.ts";
import { added, aPlace, aSchedule, claimed, day, engines, open, start, tomorrow } from "./stores.ts";

const database = useDatabases();

describe.each(engines)("schedules on $engine", ({ engine, skipped }) => {
  const test = it.skipIf(skipped !== undefined);
  const aStore = async () => open(await aPlace(engine, database));

  test("come back as they were given, with an id", async () => {
    const { schedules } = await aStore();
    const full = aSchedule({
      contents: { about: "missile 미사일 “tests” 'x' %", person: "kim-yo-jong", items: 10, ifNothingNew: "skip" },
      publish: true,
      timetable: { time: "23:59", timeZone: "America/St_Johns", days: [7] },
    });
    const stored = await schedules.add(full);
    expect(stored).toEqual({ ...full, id: expect.stringMatching(/^[a-z0-9]{6}$/) });
    expect(await schedules.get(stored?.id ?? "")).toEqual(stored);
    const plain = await schedules.add(aSchedule());
    expect(await schedules.get(plain?.id ?? "")).toStrictEqual(plain);
    expect(await schedules.get("nobody")).toBeUndefined();
  });

  test("are listed in the order of their creation, all or a server's", async () => {
    const store = await aStore();
    const third = await added(store, { serverId: "1", createdAt: 30 });
    const first = await added(store, { serverId: "2", createdAt: 10 });
    const second = await added(store, { serverId: "1", createdAt: 20 });
    expect(await store.schedules.all()).toEqual([first, second, third]);
    expect(await store.schedules.of("1")).toEqual([second, third]);
    expect(await store.schedules.of("3")).toEqual([]);
  });

  test("are ten a server at most, also when many are added at once and by several processes", async () => {
    const place = await aPlace(engine, database);
    const store = await open(place);
    const others = engine === "postgres" ? [await open(place), await open(place)] : [store];
    const adding = Array.from({ length: 30 }, (_, n) => [store, ...others][n % (others.length + 1)] ?? store);
    const results = await Promise.all(adding.map((one) => one.schedules.add(aSchedule())));
    expect(results.filter((schedule) => schedule !== undefined)).toHaveLength(10);
    expect(await store.schedules.of("100")).toHaveLength(10);
    expect(await store.schedules.add(aSchedule({ serverId: "101" }))).toBeDefined();
    const [one] = await store.schedules.of("100");
    expect(await store.schedules.remove("100", one?.id ?? "")).toBe(true);
    expect(await store.schedules.add(aSchedule())).toBeDefined();
  });

  test("are paused and resumed once, and only by their own server", async () => {
    const store = await aStore();
    const { id } = await added(store);
    expect(await store.schedules.pause("666", id, "admin", 1)).toBe(false);
    expect(await store.schedules.resume("100", id, tomorrow)).toBe(false);
    expect(await store.schedules.pause("100", id, "failing", 1)).toBe(true);
    expect(await store.schedules.pause("100", id, "admin", 2)).toBe(false);
    expect((await store.schedules.get(id))?.paused).toEqual({ at: 1, by: "failing" });
    expect(await store.schedules.resume("666", id, tomorrow)).toBe(false);
    expect(await store.schedules.resume("100", id, tomorrow)).toBe(true);
    const resumed = await store.schedules.get(id);
    expect(resumed).not.toHaveProperty("paused");
    expect(resumed?.next).toEqual(tomorrow);
  });

  test("are removed with their slots, and only by their own server", async () => {
    const store = await aStore();
    const schedule = await added(store);
    await claimed(store, schedule);
    expect(await store.schedules.remove("666", schedule.id)).toBe(false);
    expect(await store.slots.of(schedule.id, 9)).toHaveLength(1);
    expect(await store.schedules.remove("100", schedule.id)).toBe(true);
    expect(await store.schedules.remove("100", schedule.id)).toBe(false);
    expect(await store.schedules.get(schedule.id)).toBeUndefined();
    expect(await store.slots.of(schedule.id, 9)).toEqual([]);
  });

  test("are due, earliest first, unless they are paused or their server has left", async () => {
    const store = await aStore();
    const at = (time: number) => ({ next: { date: "2026-12-01", at: time } });
    const late = await added(store, at(start));
    const early = await added(store, at(start - 5));
    await added(store, at(start + 1));
    const paused = await added(store, at(start - 9));
    await store.schedules.pause("100", paused.id, "admin", start);
    await added(store, { serverId: "left", ...at(start - 9) });
    await store.schedules.serverLeft("left", start);
    expect(await store.schedules.due(start, 10)).toEqual([early, late]);
    expect(await store.schedules.due(start, 1)).toEqual([early]);
    expect(await store.schedules.due(start, 0)).toEqual([]);
    expect(await store.schedules.due(start, -3)).toEqual([]);
  });

  test("stay for a while when the server has left, and come to life when it is back", async () => {
    const store = await aStore();
    const { id } = await added(store, { serverId: "1" });
    const other = await added(store, { serverId: "2" });
    expect(await store.schedules.serverLeft("1", start)).toBe(true);
    expect(await store.schedules.serverLeft("1", start + day)).toBe(false);
    expect(await store.schedules.serverLeft("never seen", start)).toBe(false);
    expect((await store.schedules.get(id))?.leftAt).toBe(start);
    const many = Array.from({ length: 3000 }, (_, n) => `${n}`);
    expect(await store.schedules.serversBack(many)).toEqual(["1"]);
    expect(await store.schedules.serversBack(many)).toEqual([]);
    expect(await store.schedules.serversBack([])).toEqual([]);
    expect(await store.schedules.get(id)).not.toHaveProperty("leftAt");
    expect(await store.schedules.get(other.id)).toEqual(other);
  });

  test("of a server that left long ago are deleted, with their slots", async () => {
    const store = await aStore();
    const gone = await added(store, { serverId: "1" });
    await claimed(store, gone);
    await added(store, { serverId: "1" });
    const recent = await added(store, { serverId: "2" });
    await added(store, { serverId: "3" });
    await store.schedules.serverLeft("1", start);
    await store.schedules.serverLeft("2", start + 1);
    expect(await store.schedules.deleteLeftBefore(start)).toBe(0);
    expect(await store.schedules.deleteLeftBefore(start + 1)).toBe(2);
    expect((await store.schedules.all()).map(({ serverId }) => serverId).sort()).toEqual(["2", "3"]);
    expect(await store.slots.of(gone.id, 9)).toEqual([]);
    expect((await store.schedules.get(recent.id))?.leftAt).toBe(start + 1);
    const again = await added(store, { serverId: "1" });
    expect(again).not.toHaveProperty("leftAt");
  });

  test("outlive the process", async () => {
    const place = await aPlace(engine, database);
    const first = await open(place);
    const schedule = await added(first);
    await first.close();
    const second = await open(place);
    expect(await second.schedules.all()).toEqual([schedule]);
  });
});
