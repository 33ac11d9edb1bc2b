import { expect, onTestFinished, test } from "vitest";
import type { Schedule } from "../../src/briefings/briefing.ts";
import { createRounds } from "../../src/briefings/rounds.ts";
import { createServerRegister } from "../../src/briefings/servers.ts";
import { createPublisher } from "../../src/discord/publish.ts";
import { createLibrary } from "../../src/news/create-library.ts";
import { anArticle } from "../fakes/articles.ts";
import { aStore } from "../fakes/briefing-desk.ts";
import { textOf } from "../fakes/discord/read.ts";
import { discordForTest } from "../fakes/small-bot.ts";
import { added, aLease, aLog, claimed, day, silent, start } from "../store/stores.ts";

/** Rounds over a real store and a real loopback Discord, at whatever time the test says. */
async function aScene() {
  const discord = await discordForTest();
  const store = await aStore();
  const { lines, log } = aLog();
  const { token, apiUrl, channel, guild } = discord;
  const publisher = createPublisher({ token, apiUrl, log: silent, firstPause: 10, interval: 5 });
  const news = anArticle({ title: "Envoys meet in Stockholm", publishedAt: "2026-12-01T07:00:00Z" });
  const library = await createLibrary([news], async () => {});
  const report = { files: 1, before: 0, after: 1, merged: 0, failures: [], took: 1, isRestored: false };
  const archive = {
    library,
    last: { at: 0, report },
    open: async () => report,
    reindex: async () => report,
    stop: () => {},
    isOpening: false,
  };
  const everyDay = { time: "08:00", timeZone: "UTC", days: [1, 2, 3, 4, 5, 6, 7] };

  return {
    discord,
    store,
    archive,
    /** What the store is told of, time after time, while rounds go on. */
    heard() {
      const times: string[][] = [];
      const record: typeof store.articles.record = (ids, at) => {
        times.push([...ids]);
        return store.articles.record(ids, at);
      };
      const listening = { ...store, articles: { ...store.articles, record } };
      const rounds = createRounds({ store: listening, publisher, archive, owner: "one", now: () => start, log });
      rounds.start();
      onTestFinished(() => rounds.stop(0));
      return times;
    },
    lines,
    schedule: (changes: Partial<Schedule> = {}) =>
      added(store, { serverId: guild.id, channelId: channel.id, timetable: everyDay, ...changes }),
    posts: () => discord.messagesIn(channel).map(textOf),
    /** Goes round at this instant until it is so. */
    async at(now: number, holds: () => Promise<boolean> | boolean) {
      const rounds = createRounds({ store, publisher, archive, owner: "one", now: () => now, log });
      rounds.start();
      onTestFinished(() => rounds.stop(0));
      await expect.poll(holds, { timeout: 20_000, interval: 20 }).toBe(true);
      await rounds.stop(5000);
    },
    async settled(schedule: Schedule, count: number) {
      const slots = await store.slots.of(schedule.id, 20);
      return slots.filter(({ state }) => state !== "claimed").length >= count;
    },
  };
}

test("what a failed day would have told is told the next day", async () => {
  const { discord, schedule, at, settled, posts } = await aScene();
  const one = await schedule();
  discord.forbid(discord.channel, "SendMessages");
  await at(start, () => settled(one, 1));
  discord.permit(discord.channel, "SendMessages");
  await at(start + day, () => settled(one, 2));
  expect(posts()).toHaveLength(1);
  expect(posts()[0]).toContain("Envoys meet in Stockholm");
});

test("the store hears of all articles after a re-index, and in between only of those that came", async () => {
  const { archive, heard } = await aScene();
  const [first] = archive.library.articles.map(({ id }) => id);
  const times = heard();
  const hasHeard = (count: number) => expect.poll(() => times.length, { timeout: 20_000 }).toBe(count);
  await hasHeard(1);
  const second = anArticle({ id: "second", title: "Envoys meet again" });
  archive.library = archive.library.revised({ put: [second], remove: [] });
  await hasHeard(2);
  archive.library = archive.library.revised({ put: [], remove: [second.id] });
  archive.last = { ...archive.last, at: 1 };
  await hasHeard(3);
  expect(times).toEqual([[first], [second.id], [first]]);
});

test("what was told is not told again", async () => {
  const { schedule, at, settled, posts } = await aScene();
  const one = await schedule();
  await at(start, () => settled(one, 1));
  await at(start + day, () => settled(one, 2));
  expect(posts()[0]).toContain("Envoys meet in Stockholm");
  expect(posts()[1]).toContain("Nothing new");
});

test("a briefing that is paused while it is held up is not posted any more", async () => {
  const { store, schedule, at, settled, posts } = await aScene();
  const one = await schedule();
  await claimed(store, one, aLease("dead", start + 1));
  await store.schedules.pause(one.serverId, one.id, "admin", start + 2);
  await at(start + 60_000, () => settled(one, 1));
  expect(posts()).toEqual([]);
  expect((await store.slots.of(one.id, 1))[0]).toMatchObject({
    state: "missed",
    problem: expect.stringContaining("paused"),
  });
});

test("a schedule whose time zone this machine doesn't know rests, and the others go on", async () => {
  const { store, schedule, at, settled, posts } = await aScene();
  const odd = await schedule({
    timetable: { time: "08:00", timeZone: "Mars/Base", days: [1] },
    next: { date: "2026-12-01", at: start - 1 },
  });
  const fine = await schedule();
  await at(start, () => settled(fine, 1));
  expect(posts()).toHaveLength(1);
  expect((await store.schedules.get(odd.id))?.paused).toMatchObject({ by: "failing" });
});

test("a quiet day of a briefing that skips them is skipped, also when taken over from a process that died", async () => {
  const { store, schedule, at, settled, posts } = await aScene();
  const contents = { items: 5, ifNothingNew: "skip", about: "reactor" } as const;
  const one = await schedule({ contents });
  const lease = aLease("dead", start + 1);
  await store.slots.sending(await claimed(store, one, lease), lease, start, []);
  await at(start + 60_000, () => settled(one, 1));
  expect(posts()).toEqual([]);
  expect((await store.slots.of(one.id, 1))[0]?.state).toBe("skipped");
});

test("a server that takes the bot back after weeks gets no flood of missed days, and today's briefing", async () => {
  const { store, schedule, at, settled, posts } = await aScene();
  const one = await schedule();
  let now = start - 1000;
  const servers = createServerRegister({ store, now: () => now, log: silent });
  servers.left(one.serverId);
  await expect.poll(async () => (await store.schedules.get(one.id))?.leftAt !== undefined).toBe(true);
  now = start + 20 * day + 60_000;
  servers.joined(one.serverId);
  await expect.poll(async () => (await store.schedules.get(one.id))?.next.date).toBe("2026-12-21");
  await at(now, () => settled(one, 1));
  expect(await store.slots.of(one.id, 30)).toHaveLength(1);
  expect(posts()).toHaveLength(1);
});
