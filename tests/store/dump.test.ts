import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Schedule, Slot } from "../../src/briefings/briefing.ts";
import { openStore } from "../../src/store/open.ts";
import type { Dump } from "../../src/store/store.ts";
import { noDatabase, useDatabases } from "../fakes/postgres.ts";
import { added, aLease, aPlace, claimed, engines, open, type Place, silent, start } from "./stores.ts";

const database = useDatabases();

describe.each(engines)("dumps on $engine", ({ engine, skipped }) => {
  const test = it.skipIf(skipped !== undefined);

  test("loading adds what isn't there and leaves what is", async () => {
    const from = await open(await aPlace("sqlite", database));
    const kept = await added(from);
    const slot = await claimed(from, kept);
    await from.schedules.pause("100", kept.id, "admin", start);
    await from.articles.record(["a"], start);
    const dump = await from.dump();
    const to = await open(await aPlace(engine, database));
    expect(await to.load(dump)).toEqual({ added: 1, present: 0 });
    await to.schedules.remove("100", (await added(to)).id);
    const other = await added(to, { createdAt: start });
    await to.schedules.resume("100", kept.id, kept.next);
    expect(await to.load(dump)).toEqual({ added: 0, present: 1 });
    expect(await to.schedules.all()).toEqual([kept, other]);
    expect(await to.slots.reclaim(0, aLease("two"), 9)).toEqual([slot]);
    await to.articles.record(["a", "b"], start);
    expect(await to.articles.since(0)).toEqual(new Set(["b"]));
  });

  test("a dump that can't be loaded whole is not loaded at all", async () => {
    const from = await open(await aPlace("sqlite", database));
    const slot = await claimed(from, await added(from));
    const dump = await from.dump();
    const to = await open(await aPlace(engine, database));
    const broken = { ...dump, slots: [{ ...slot, scheduleId: "nobody" }] };
    await expect(to.load(broken)).rejects.toMatchObject({ name: "StoreError" });
    expect(await to.dump()).toEqual({ version: 1, schedules: [], slots: [], articles: [] });
  });
});

it.skipIf(noDatabase !== undefined)("nothing is lost on the way from SQLite to PostgreSQL and back", async () => {
  const property = fc.asyncProperty(anyDump, async (generated) => {
    const dump = plain(generated);
    const [sqlite, postgres, back] = [
      await aPlace("sqlite", database),
      await aPlace("postgres", database),
      await aPlace("sqlite", database),
    ];
    const first = await carried(dump, sqlite);
    const second = await carried(first, postgres);
    const third = await carried(plain(second), back);
    expect(sorted(first)).toStrictEqual(sorted(dump));
    expect(sorted(second)).toStrictEqual(sorted(dump));
    expect(sorted(third)).toStrictEqual(sorted(dump));
  });
  await fc.assert(property, { numRuns: 12 });
});

/** What comes out of the store there after this has gone in. */
async function carried(dump: Dump, place: Place): Promise<Dump> {
  const store = await openStore({ ...place, log: silent });
  try {
    expect(await store.load(dump)).toEqual({ added: dump.schedules.length, present: 0 });
    return await store.dump();
  } finally {
    await store.close();
  }
}

/** As it comes out of a file. */
function plain(dump: Dump): Dump {
  return JSON.parse(JSON.stringify(dump));
}

function sorted({ version, schedules, slots, articles }: Dump): Dump {
  const by = <T>(items: readonly T[], key: (item: T) => string) =>
    items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return {
    version,
    schedules: by(schedules, ({ id }) => id),
    slots: by(slots, ({ scheduleId, date }) => `${scheduleId}/${date}`),
    articles: by(articles, ({ id }) => id),
  };
}

const time = fc.integer({ min: 0, max: 2 ** 50 });
const snowflake = fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String);
const text = fc.string({ unit: "grapheme" });
const id = fc.stringMatching(/^[a-z0-9]{6}$/);
const date = fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
const localDate = date.map((at) => at.toISOString().slice(0, 10));
const optional = <T, K extends string>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value).map((given) => (given === null ? {} : ({ [key]: given } as { [P in K]: T })));

const aServer = fc.record({ serverId: snowflake, left: optional("leftAt", time) });

const anySchedule = fc
  .record({
    plain: fc.record({
      id,
      channelId: snowflake,
      timetable: fc.record({
        time: fc.constantFrom("00:00", "08:30", "23:59"),
        timeZone: fc.constantFrom("Asia/Seoul", "America/Argentina/Buenos_Aires"),
        days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      }),
      publish: fc.boolean(),
      createdBy: snowflake,
      createdAt: time,
      next: fc.record({ date: localDate, at: time }),
    }),
    contents: fc.record({
      items: fc.integer({ min: 3, max: 10 }),
      ifNothingNew: fc.constantFrom("post" as const, "skip" as const),
    }),
    about: optional("about", text),
    person: optional("person", text),
    paused: optional("paused", fc.record({ at: time, by: fc.constantFrom("admin" as const, "failing" as const) })),
  })
  .map(({ plain, contents, about, person, paused }) => ({
    ...plain,
    contents: { ...contents, ...about, ...person },
    ...paused,
  }));

const anySlot = fc
  .record({
    plain: fc.record({
      date: localDate,
      dueAt: time,
      state: fc.constantFrom("claimed", "posted", "skipped", "missed", "failed") satisfies fc.Arbitrary<Slot["state"]>,
      covered: fc.array(fc.string({ unit: "binary" }).map((given) => given.toWellFormed())),
    }),
    sendingSince: optional("sendingSince", time),
    messageId: optional("messageId", snowflake),
    settledAt: optional("settledAt", time),
    problem: optional("problem", text),
  })
  .map(({ plain, ...rest }) => ({
    ...plain,
    ...rest.sendingSince,
    ...rest.messageId,
    ...rest.settledAt,
    ...rest.problem,
  }));

const anyDump: fc.Arbitrary<Dump> = fc
  .record({
    servers: fc.uniqueArray(aServer, { selector: ({ serverId }) => serverId, minLength: 1, maxLength: 4 }),
    schedules: fc.uniqueArray(anySchedule, { selector: (schedule) => schedule.id, maxLength: 12 }),
    slots: fc.uniqueArray(anySlot, { selector: (slot) => slot.date, maxLength: 20 }),
    articles: fc.uniqueArray(fc.record({ id: text, seenAt: time }), { selector: (article) => article.id }),
  })
  .map(({ servers, schedules, slots, articles }) => ({
    version: 1,
    schedules: schedules.map((schedule, n): Schedule => {
      const { serverId = "1", left } = servers[n % servers.length] ?? {};
      return { ...schedule, serverId, ...left };
    }),
    slots: slots.flatMap((slot, n): Slot[] => {
      const owner = schedules[n % (schedules.length || 1)];
      return owner ? [{ ...slot, scheduleId: owner.id }] : [];
    }),
    articles,
  }));
