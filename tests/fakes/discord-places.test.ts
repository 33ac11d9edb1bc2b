import { once } from "node:events";
import { Client, Events, PermissionFlagsBits, Routes } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import type { FakeDiscord } from "./discord/fake-discord.ts";
import type { Channel } from "./discord/guild.ts";
import { shardOf } from "./discord/snowflakes.ts";
import { discordForTest, restOf, startSmallBot } from "./small-bot.ts";

const body = { content: "hi", allowed_mentions: { parse: [] } };
const quiet = { allowedMentions: { parse: [] } };
const post = (discord: FakeDiscord, { id }: Channel = discord.channel) =>
  restOf(discord).post(Routes.channelMessages(id), { body }) as Promise<{ id: string }>;

describe("a server", () => {
  it("has channels, roles and members that can be asked for", async () => {
    const discord = await discordForTest();
    const guild = discord.addGuild();
    const rest = restOf(discord);
    const role = discord.addRole(guild, ["ManageMessages"]);
    expect(await rest.get(Routes.guildRoles(guild.id))).toMatchObject([
      { id: guild.id, name: "@everyone" },
      { name: "dprk-desk" },
      { id: role.id, permissions: String(PermissionFlagsBits.ManageMessages) },
    ]);
    expect(await rest.get(Routes.guild(guild.id))).toMatchObject({ roles: { length: 3 } });
    const own = (await rest.get(Routes.guildMember(guild.id, discord.applicationId))) as { roles: string[] };
    expect(own.roles).toEqual(guild.botRoles);
    const stranger = rest.get(Routes.guildMember(guild.id, "1"));
    await expect(stranger).rejects.toMatchObject({ status: 404, code: 10007 });
    expect(discord.violations).toEqual([]);
  });

  it("that removed the bot, or that Discord has trouble with, is heard of and refuses what is asked", async () => {
    const discord = await discordForTest();
    const client = await startSmallBot(discord, async () => {});
    const { guild, channel } = discord;
    const left = once(client, Events.GuildDelete);
    discord.removeBot(guild);
    expect((await left)[0].id).toBe(guild.id);
    await expect(post(discord)).rejects.toMatchObject({ status: 403, code: 50001 });
    await expect(restOf(discord).get(Routes.guild(guild.id))).rejects.toMatchObject({ code: 10004 });
    const back = once(client, Events.GuildCreate);
    discord.addBot(guild);
    expect((await back)[0].channels.cache.has(channel.id)).toBe(true);
    const lost = once(client, Events.GuildUnavailable);
    discord.disrupt(guild);
    await lost;
    const headers = { authorization: `Bot ${discord.token}` };
    expect((await fetch(`${discord.apiUrl}/v10/channels/${channel.id}`, { headers })).status).toBe(503);
    discord.restore(guild);
    expect(await post(discord)).toBeTruthy();
  });
});

describe("the bot's permissions", () => {
  it.each([
    ["ViewChannel", 50001],
    ["SendMessages", 50013],
  ] as const)("can be taken away (%s) and given back, channel by channel", async (permission, code) => {
    const discord = await discordForTest();
    const other = discord.addChannel();
    discord.forbid(discord.channel, permission);
    await expect(post(discord)).rejects.toMatchObject({ status: 403, code });
    await post(discord, other);
    discord.permit(discord.channel, permission);
    await post(discord);
  });

  it("without the history give an empty list, and others' words only to who may read them", async () => {
    const discord = await discordForTest();
    const route = Routes.channelMessages(discord.channel.id);
    discord.say(discord.channel, "a secret");
    await post(discord);
    expect(await restOf(discord).get(route)).toMatchObject([{ content: "hi" }, { content: "" }]);
    discord.forbid(discord.channel, "ReadMessageHistory");
    expect(await restOf(discord).get(route)).toEqual([]);
  });

  it("follow overwrites of everybody, then of roles, then of the bot itself", async () => {
    const discord = await discordForTest();
    const { guild, channel } = discord;
    const [everybody] = guild.roles;
    if (!everybody) throw new Error("There is no role");
    discord.overwrite(channel, everybody, { deny: ["SendMessages"] });
    await expect(post(discord)).rejects.toMatchObject({ code: 50013 });
    const role = discord.addRole(guild, []);
    discord.overwrite(channel, role, { allow: ["SendMessages"] });
    await post(discord);
    discord.forbid(channel, "SendMessages");
    await expect(post(discord)).rejects.toMatchObject({ code: 50013 });
    discord.addRole(guild, ["Administrator"]);
    await post(discord);
    discord.permit(channel, "SendMessages");
  });

  it("are few in a timeout", async () => {
    const discord = await discordForTest();
    discord.timeOut(discord.guild, new Date(Date.now() + 60_000));
    await expect(post(discord)).rejects.toMatchObject({ code: 50013 });
    discord.timeOut(discord.guild, null);
    await post(discord);
  });
});

describe("a channel", () => {
  it("can be deleted, and one without text takes no message", async () => {
    const discord = await discordForTest();
    const forum = discord.addChannel({ type: "forum" });
    await expect(post(discord, forum)).rejects.toMatchObject({ code: 50008 });
    discord.deleteChannel(discord.channel);
    await expect(post(discord)).rejects.toMatchObject({ status: 404, code: 10003 });
  });

  it("gives its messages page by page, newest first", async () => {
    const discord = await discordForTest();
    const said = Array.from({ length: 5 }, (_, index) => discord.say(discord.channel, `${index}`).id);
    const page = async (query: string) => {
      const answer = await restOf(discord).get(Routes.channelMessages(discord.channel.id), {
        query: new URLSearchParams(query),
      });
      return (answer as { id: string }[]).map(({ id }) => said.indexOf(id));
    };
    expect(await page("limit=2")).toEqual([4, 3]);
    expect(await page(`limit=2&before=${said[3]}`)).toEqual([2, 1]);
    expect(await page(`limit=2&after=${said[0]}`)).toEqual([2, 1]);
    await expect(page("limit=101")).rejects.toMatchObject({ code: 50035 });
  });

  it("of announcements lets a message be published once", async () => {
    const discord = await discordForTest();
    const announcements = discord.addChannel({ type: "announcement" });
    const publish = (channel: Channel, id: string) =>
      restOf(discord).post(Routes.channelMessageCrosspost(channel.id, id));
    const { id } = await post(discord, announcements);
    expect(await publish(announcements, id)).toMatchObject({ id, flags: 1 });
    await expect(publish(announcements, id)).rejects.toMatchObject({ status: 400, code: 40033 });
    const plain = await post(discord);
    await expect(publish(discord.channel, plain.id)).rejects.toMatchObject({ code: 50024 });
    expect(discord.violations).toEqual([]);
  });

  it("of a user with the bot takes messages unless the user refuses them", async () => {
    const discord = await discordForTest();
    const { alice } = discord.users;
    const open = () =>
      restOf(discord).post(Routes.userChannels(), { body: { recipient_id: alice.id } }) as Promise<Channel>;
    const channel = await open();
    expect((await open()).id).toBe(channel.id);
    await post(discord, channel);
    expect(discord.messagesIn(discord.directChannel(alice))).toHaveLength(1);
    discord.refuseDirectMessages(alice);
    await expect(post(discord, channel)).rejects.toMatchObject({ status: 403, code: 50007 });
    expect(discord.violations).toEqual([]);
  });
});

describe("a nonce", () => {
  const body = { content: "hi", allowed_mentions: { parse: [] }, nonce: "one", enforce_nonce: true };
  const send = (discord: FakeDiscord) =>
    restOf(discord).post(Routes.channelMessages(discord.channel.id), { body }) as Promise<{ nonce?: string }>;

  it("is told to its sender only, and forgotten after its window", async () => {
    const discord = await discordForTest();
    expect((await send(discord)).nonce).toBe("one");
    const [read] = (await restOf(discord).get(Routes.channelMessages(discord.channel.id))) as object[];
    expect(read).not.toHaveProperty("nonce");
    await send(discord);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
    discord.expireNonces();
    await send(discord);
    expect(discord.messagesIn(discord.channel)).toHaveLength(2);
  });

  it("of a message that was deleted leads to no new one", async () => {
    const discord = await discordForTest();
    await send(discord);
    for (const message of discord.messagesIn(discord.channel)) discord.deleteMessage(message);
    await expect(send(discord)).rejects.toMatchObject({ status: 404, code: 10008 });
  });
});

describe("a hook", () => {
  it("sees a request before anything is done, and may make it fail", async () => {
    const discord = await discordForTest();
    const seen: number[] = [];
    discord.onRequest(async () => {
      seen.push(discord.messagesIn(discord.channel).length);
      return seen.length === 1 ? { kind: "status-after", status: 500 } : undefined;
    });
    await post(discord);
    expect(seen).toEqual([0, 1]);
  });

  it("sees a message once it is stored and before it is answered for", async () => {
    const discord = await discordForTest();
    const seen: (number | undefined)[] = [];
    discord.onStored(() => seen.push(discord.requests.at(-1)?.status));
    await post(discord);
    expect(seen).toEqual([undefined]);
  });
});

describe("too many requests", () => {
  it("within a second are answered with 429 and noted", async () => {
    const discord = await discordForTest();
    const get = () => fetch(`${discord.apiUrl}/v10/gateway`);
    const statuses = (await Promise.all(Array.from({ length: 52 }, get))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect(discord.violations).toEqual(["51 requests within a second", "52 requests within a second"]);
  });
});

describe("several processes with one token", () => {
  it("each hear of their own shard's servers, and of what happens there", async () => {
    const discord = await discordForTest({ shards: 2 });
    const guilds = [discord.addGuild({ shard: [0, 2] }), discord.addGuild({ shard: [1, 2] })];
    const clients = await Promise.all(
      [0, 1].map(async (shard) => {
        const client = new Client({
          intents: ["Guilds"],
          shards: [shard],
          shardCount: 2,
          rest: { api: discord.apiUrl, offset: 0 },
        });
        onTestFinished(() => client.destroy());
        await Promise.all([once(client, Events.ClientReady), client.login(discord.token)]);
        return client;
      }),
    );
    const own = shardOf(discord.guild.id, 2);
    clients.forEach((client, shard) => {
      const heard = [...client.guilds.cache.keys()].sort();
      const expected = [guilds[shard]?.id, ...(own === shard ? [discord.guild.id] : [])].sort();
      expect(heard).toEqual(expected);
    });
    await clients[0]?.application?.commands.set([{ name: "ping", description: "Answers" }]);
    clients.forEach((client, shard) => {
      client.on(
        Events.InteractionCreate,
        (one) => void (one.isCommand() && one.reply({ ...quiet, content: `${shard}` })),
      );
    });
    for (const [shard, guild] of guilds.entries()) {
      const { message } = await discord.slash({ name: "ping", guild });
      expect(message.content).toBe(String(shard));
      expect(message.channel_id).toBe(discord.channelsOf(guild)[0]?.id);
    }
  });
});

describe("a command with subcommands", () => {
  const options = [
    { name: "channel", description: "Where", type: 7, required: true, channelTypes: [0, 5] },
    { name: "publish", description: "Whether", type: 5 },
    { name: "zone", description: "Which", type: 3, autocomplete: true },
  ];

  async function startScheduler(discord: FakeDiscord, seen: unknown[]): Promise<void> {
    const client = await startSmallBot(discord, async (interaction) => {
      if (interaction.isAutocomplete()) {
        const typed = `${interaction.options.getSubcommand()} ${interaction.options.getFocused()}`;
        await interaction.respond([{ name: typed, value: typed }]);
      }
      if (!interaction.isChatInputCommand()) return;
      const { options: given, memberPermissions, guildId } = interaction;
      const channel = given.getChannel("channel", true);
      const isManager = memberPermissions?.has("ManageGuild");
      seen.push([given.getSubcommand(), channel.id, given.getBoolean("publish"), isManager, guildId]);
      await interaction.reply({ ...quiet, content: "done" });
    });
    await client.application?.commands.set([
      { name: "briefing", description: "B", options: [{ type: 1, name: "schedule", description: "S", options }] },
    ]);
  }

  it("brings channels, booleans and the member's permissions", async () => {
    const discord = await discordForTest();
    const seen: unknown[] = [];
    await startScheduler(discord, seen);
    const news = discord.addChannel({ type: "announcement" });
    await discord.slash({
      name: "briefing",
      subcommand: "schedule",
      options: { channel: news, publish: true },
      permissions: String(PermissionFlagsBits.ManageGuild),
    });
    expect(seen).toEqual([["schedule", news.id, true, true, discord.guild.id]]);
    const typing = { name: "briefing", subcommand: "schedule", option: "zone", value: "Seo" };
    expect(await discord.autocomplete(typing)).toEqual([{ name: "schedule Seo", value: "schedule Seo" }]);
    expect(discord.violations).toEqual([]);
  });

  it("is sent only as Discord's client would", async () => {
    const discord = await discordForTest();
    await startScheduler(discord, []);
    const send = (given: Partial<Parameters<FakeDiscord["slash"]>[0]>) =>
      discord.slash({ name: "briefing", subcommand: "schedule", ...given });
    await expect(discord.slash({ name: "briefing" })).rejects.toThrow("needs a subcommand: schedule");
    await expect(send({ subcommand: "preview" })).rejects.toThrow("no subcommand preview");
    await expect(send({ options: {} })).rejects.toThrow("channel is required");
    await expect(send({ options: { channel: "news" } })).rejects.toThrow("must be a channel");
    const forum = discord.addChannel({ type: "forum" });
    await expect(send({ options: { channel: forum } })).rejects.toThrow("of another type");
    const [foreign] = discord.channelsOf(discord.addGuild());
    if (foreign) await expect(send({ options: { channel: foreign } })).rejects.toThrow("of another server");
    const { channel } = discord;
    await expect(send({ options: { channel, publish: "yes" } })).rejects.toThrow("true or false");
  });
});
