import { MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import { textOf } from "./discord/read.ts";
import { createGate, discordForTest, startSmallBot } from "./small-bot.ts";

describe("a slash command", () => {
  it("gets an answer that everybody sees", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`pong ${interaction.options.getString("what")}`);
    });
    const outcome = await discord.slash({ name: "ping", options: { what: "hello" } });
    expect(textOf(outcome.message)).toBe("pong hello");
    expect(outcome).toMatchObject({ deferred: false, ephemeral: false, failed: undefined, edits: [] });
    expect(discord.messagesIn(discord.channel)).toEqual([outcome.message]);
    expect(discord.violations).toEqual([]);
  });

  it("is offered only in its contexts and with values that Discord lets through", async () => {
    const discord = await discordForTest();
    const client = await startSmallBot(discord, async () => {});
    await expect(discord.slash({ name: "ping", options: { what: "x".repeat(21) } })).rejects.toThrow("longer than 20");
    await expect(discord.slash({ name: "pong" })).rejects.toThrow("There is no command /pong");
    await client.application.commands.set([{ name: "ping", description: "Answers", contexts: [0] }]);
    await expect(discord.slash({ name: "ping", where: "dm" })).rejects.toThrow("isn't offered in a dm");
  });

  it("reaches the bot from servers, direct messages and groups, each with its own owners", async () => {
    const discord = await discordForTest();
    const seen: unknown[] = [];
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { context, guildId, authorizingIntegrationOwners: owners, user, member } = interaction;
      seen.push([
        context,
        guildId !== null,
        interaction.inCachedGuild(),
        member !== null,
        Object.keys(owners),
        user.id,
      ]);
      await interaction.reply("here");
    });
    const { bob } = discord.users;
    await discord.slash({ name: "ping", user: bob });
    await discord.slash({ name: "ping", user: bob, installedBy: "user" });
    await discord.slash({ name: "ping", user: bob, where: "dm" });
    await discord.slash({ name: "ping", user: bob, where: "group" });
    expect(seen.map((one) => (one as unknown[]).slice(0, 4))).toEqual([
      [0, true, true, true],
      [0, true, false, true],
      [1, false, false, false],
      [2, false, false, false],
    ]);
    expect(seen.every((one) => (one as unknown[])[5] === bob.id)).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  it("may be deferred, keeps the visibility of the deferral, and is then edited", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply("one");
      await interaction.editReply("two");
      await interaction.followUp("three");
    });
    const outcome = await discord.slash({ name: "ping" });
    await outcome.until(({ followUps }) => followUps.length === 1);
    expect(outcome).toMatchObject({ deferred: true, ephemeral: true, updated: false });
    expect(outcome.edits.map(textOf)).toEqual(["one", "two"]);
    expect(textOf(outcome.message)).toBe("two");
    expect(outcome.followUps.map(textOf)).toEqual(["three"]);
    expect(discord.messagesIn(discord.channel).map(textOf)).toEqual(["three"]);
    expect(discord.violations).toEqual([]);
  });

  it("shows its deferral as loading, which the first follow-up fills", async () => {
    const discord = await discordForTest();
    const gate = createGate();
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await gate.passed;
      await interaction.followUp({ content: "done", flags: MessageFlags.Ephemeral });
    });
    const outcome = await discord.slash({ name: "ping", until: "response" });
    expect(outcome).toMatchObject({ deferred: true, answered: false });
    expect(outcome.message.flags).toBe(128);
    gate.open();
    await outcome.until(({ answered }) => answered);
    expect(outcome.message).toMatchObject({ content: "done", flags: 0 });
    expect(outcome.followUps).toEqual([]);
  });

  it("fails when the first answer comes after the deadline, which then hits an unknown interaction", async () => {
    const discord = await discordForTest({ deadlineMs: 50 });
    const refused: unknown[] = [];
    const gate = createGate();
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await gate.passed;
      await interaction.reply("late").catch((error) => refused.push(error.status, error.code));
    });
    const outcome = await discord.slash({ name: "ping" });
    expect(outcome.failed).toBe("The application did not respond");
    expect(() => outcome.message).toThrow("The application did not respond");
    gate.open();
    await expect.poll(() => refused).toEqual([404, 10062]);
  });

  it("takes one first answer only", async () => {
    const discord = await discordForTest();
    const refused: unknown[] = [];
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("one");
      interaction.replied = false;
      await interaction.reply("two").catch((error) => refused.push(error.status, error.code));
    });
    const outcome = await discord.slash({ name: "ping" });
    await expect.poll(() => refused).toEqual([400, 40060]);
    expect(textOf(outcome.message)).toBe("one");
  });

  it("can't be edited once its token has run out", async () => {
    const discord = await discordForTest({ tokenLifetimeMs: 0 });
    const refused: unknown[] = [];
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("one");
      await interaction.editReply("two").catch((error) => refused.push(error.status, error.code));
    });
    const outcome = await discord.slash({ name: "ping" });
    await expect.poll(() => refused).toEqual([401, 50027]);
    expect(textOf(outcome.message)).toBe("one");
  });

  it("gives the message with the response where that is asked for", async () => {
    const discord = await discordForTest();
    const ids: unknown[] = [];
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.reply({ content: "here", withResponse: true });
      ids.push(resource?.message?.id, (await interaction.fetchReply()).id);
      await interaction.deleteReply();
    });
    const outcome = await discord.slash({ name: "ping" });
    await expect.poll(() => discord.messagesIn(discord.channel)).toEqual([]);
    expect(ids[0]).toBe(ids[1]);
    expect(() => outcome.message).toThrow("has deleted it");
    expect(discord.violations).toEqual([]);
  });
});

describe("autocomplete", () => {
  it("gives the choices for what is typed", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: "Kim", value: interaction.options.getFocused() }]);
    });
    const choices = await discord.autocomplete({ name: "ping", option: "what", value: "ki" });
    expect(choices).toEqual([{ name: "Kim", value: "ki" }]);
    expect(discord.violations).toEqual([]);
  });

  it("fails without an answer in time, and where there is none", async () => {
    const discord = await discordForTest({ deadlineMs: 20 });
    await startSmallBot(discord, async () => {});
    const typed = discord.autocomplete({ name: "ping", option: "what", value: "ki" });
    await expect(typed).rejects.toThrow("Loading options failed");
    await expect(discord.autocomplete({ name: "ping", option: "who", value: "" })).rejects.toThrow("no autocomplete");
  });
});
