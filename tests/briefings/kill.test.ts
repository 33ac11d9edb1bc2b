import { describe, expect, it } from "vitest";
import { textOf } from "../fakes/discord/read.ts";
import { noDatabase, useDatabases } from "../fakes/postgres.ts";
import { discordForTest } from "../fakes/small-bot.ts";
import { aPlace, aSchedule, engines, open, start } from "../store/stores.ts";
import { runCourier } from "./courier.ts";

const database = useDatabases();
/** Rounds of the whole matrix; where missing, every fourth step is taken once, the others on the other cases. */
const rounds = Number(process.env.BRIEFING_KILL_ROUNDS ?? 0);
const minute = 60_000;
const next = { date: "2026-12-01", at: start };

describe.each(engines)("a delivery that is killed at any of its steps, on $engine", ({ engine, skipped }) => {
  it.skipIf(skipped !== undefined).each([
    { later: "two minutes", wait: 2 * minute, publish: false },
    { later: "an hour", wait: 60 * minute, publish: true },
  ])(
    "is posted once by a process that is started $later later (published: $publish)",
    async ({ wait, publish }) => {
      const steps = await rehearse(publish);
      expect(steps).toBeGreaterThanOrEqual(8);
      const every = rounds === 0 ? 4 : 1;
      for (let round = 0; round < Math.max(1, rounds); round++) {
        const first = (2 * Number(publish) + Number(engine === "postgres")) % every;
        for (let killAt = 1 + first; killAt <= steps; killAt += every) await deliverTwice(killAt, wait, publish);
      }
    },
    2 * minute + rounds * 2 * minute,
  );

  async function scene(publish: boolean) {
    const discord = await discordForTest();
    const channel = publish ? discord.addChannel({ type: "announcement" }) : discord.channel;
    const place = await aPlace(engine, database);
    const store = await open(place);
    const schedule = { ...aSchedule(), channelId: channel.id, serverId: discord.guild.id, publish, next };
    await store.schedules.add(schedule);
    await store.close();
    return { discord, channel, place };
  }

  /** How many steps an undisturbed delivery has. */
  async function rehearse(publish: boolean): Promise<number> {
    const { discord, channel, place } = await scene(publish);
    const { said } = await runCourier({ place, discord, now: start });
    expect(discord.messagesIn(channel)).toHaveLength(1);
    return Number(/steps (\d+)/.exec(said)?.[1]);
  }

  async function deliverTwice(killAt: number, wait: number, publish: boolean): Promise<void> {
    const { discord, channel, place } = await scene(publish);
    const first = await runCourier({ place, discord, now: start, killAt });
    expect(first.killed, first.said).toBe(true);
    if (wait > 5 * minute) discord.expireNonces();
    await runCourier({ place, discord, now: start + wait });
    const messages = discord.messagesIn(channel);
    expect(messages, first.said).toHaveLength(1);
    if (publish) expect((messages[0]?.flags ?? 0) & 1, first.said).toBe(1);
    const store = await open(place);
    const { slots } = await store.dump();
    expect(slots.map(({ state, messageId }) => [state, messageId])).toEqual([["posted", messages[0]?.id]]);
    await store.close();
    expect(discord.violations).toEqual([]);
    await discord.stop();
  }
});

it.skipIf(noDatabase !== undefined)(
  "four processes that share due briefings, one of them killed mid-way, post each once",
  async () => {
    const schedules = Number(process.env.BRIEFING_FLEET ?? 60);
    const discord = await discordForTest();
    const place = await aPlace("postgres", database);
    const store = await open(place);
    const channels = Array.from({ length: schedules }, () => discord.addChannel());
    for (const [index, { id }] of channels.entries()) {
      await store.schedules.add({ ...aSchedule(), serverId: `${1000 + index}`, channelId: id, next });
    }
    let posted = 0;
    let killOne = () => {};
    discord.onStored(() => {
      posted++;
      if (posted === Math.floor(schedules / 3)) killOne();
    });
    const crew = [1, 2, 3, 4].map((member) =>
      runCourier({
        place,
        discord,
        now: start,
        ...(member === 1 && {
          onStart: (kill: () => void) => {
            killOne = kill;
          },
        }),
      }),
    );
    await Promise.all(crew);
    // Whatever the dead one held is taken over once its leases have run out.
    await runCourier({ place, discord, now: start + 3 * minute });
    expect(channels.map((channel) => discord.messagesIn(channel).length)).toEqual(channels.map(() => 1));
    const { slots } = await store.dump();
    expect(slots.filter(({ state }) => state === "posted")).toHaveLength(schedules);
    expect(new Set(channels.flatMap((channel) => discord.messagesIn(channel)).map(textOf)).size).toBe(1);
  },
  5 * minute,
);
