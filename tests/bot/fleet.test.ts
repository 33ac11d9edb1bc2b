import { expect, onTestFinished, test } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { startDiscord } from "../fakes/discord/fake-discord.ts";
import { textOf } from "../fakes/discord/read.ts";
import { aFolder, harbourArticles } from "../fakes/folder.ts";
import { noPostgres, startPostgres } from "../fakes/postgres.ts";

/** Two bot processes, one shard each, on one PostgreSQL. */
test.skipIf(noPostgres !== undefined)(
  "two processes share one database: either posts, one re-index reaches both, and a restart of PostgreSQL is survived",
  async () => {
    const postgres = await startPostgres();
    onTestFinished(postgres.dispose);
    const url = await postgres.database();
    const discord = await startDiscord({ shards: 2, identifiesAtOnce: 2 });
    const folder = aFolder(harbourArticles(3));
    onTestFinished(folder.dispose);
    onTestFinished(discord.stop);
    const start = async (shard: number): Promise<BotProcess> => {
      const bot = await startBot({
        discord,
        articles: folder.path,
        env: {
          NODE_ENV: "test",
          TEST_CLOCK: "2026-12-01T07:59:30Z",
          DATABASE_URL: url,
          SHARDS: `${shard}`,
          SHARD_COUNT: "2",
        },
      });
      onTestFinished(() => bot.kill("SIGKILL").then(() => undefined));
      await bot.waitFor("ready");
      return bot;
    };
    const bots = await Promise.all([start(0), start(1)]);
    const guilds = [discord.addGuild({ shard: [0, 2] }), discord.addGuild({ shard: [1, 2] })] as const;
    const channels = guilds.map((guild) => discord.addChannel({ guild, name: "briefings" }));
    for (const [index, guild] of guilds.entries()) {
      const channel = channels[index];
      if (!channel) throw new Error("no channel");
      const options = { channel, time: "08:00", timezone: "UTC" };
      const answer = await discord.slash({
        name: "briefing",
        subcommand: "schedule",
        guild,
        options,
        permissions: "32",
      });
      expect(textOf(answer.message)).toContain("Briefing scheduled");
    }

    folder.write("new.md", "---\ntitle: A ferry arrives\ndate: 2024-05-01\n---\n\nA ferry arrived at Wonsan.\n");
    await discord.slash({ name: "reindex", user: discord.users.owner, guild: guilds[0] });
    for (const bot of bots) await bot.waitFor("reindexed", ({ after }) => after === 4);

    await postgres.stop();
    const asked = await discord.slash({ name: "latest", guild: guilds[1] });
    expect(textOf(asked.message)).toContain("A ferry arrives");
    await Promise.all(bots.map((bot) => bot.waitFor("store out of reach: no briefing is posted meanwhile")));
    await postgres.start();
    await Promise.all(bots.map((bot) => bot.waitFor("store in reach again")));

    const posts = () => channels.map((channel) => discord.messagesIn(channel).length);
    await discord.until(() => posts().every((count) => count > 0), "a post in each server", 40_000);
    expect(posts()).toEqual([1, 1]);
    for (const bot of bots) expect((await bot.kill()).code).toBe(0);
    expect(discord.violations).toEqual([]);
  },
  120_000,
);
