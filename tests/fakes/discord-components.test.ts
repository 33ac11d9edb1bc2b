import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type Interaction,
  MessageFlags,
  SectionBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { buttonsOf, componentsOf, textOf } from "./discord/read.ts";
import { discordForTest, startSmallBot } from "./small-bot.ts";

const text = (content: string) => new TextDisplayBuilder({ content });
const button = (customId: string, label: string) =>
  new ButtonBuilder({ style: ButtonStyle.Secondary, customId, label });

/** A message in Components V2 that counts how often its button was pressed. */
function counter(count: number) {
  const menu = new StringSelectMenuBuilder({
    customId: "menu",
    options: ["five", "nine"].map((label) => ({ label, value: label })),
  });
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      new ContainerBuilder()
        .addTextDisplayComponents(text(`pressed ${count} times`))
        .addSectionComponents(
          new SectionBuilder().addTextDisplayComponents(text("Again?")).setButtonAccessory(button("more", "More")),
        )
        .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)),
    ],
  } as const;
}

async function count(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) await interaction.reply(counter(0));
  if (interaction.isButton()) await interaction.update(counter(1));
  if (interaction.isStringSelectMenu()) await interaction.reply({ content: interaction.values.join(), flags: 64 });
}

describe("a message with buttons and menus", () => {
  it("is stored with an id for every component and with Discord's defaults", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, count);
    const { message } = await discord.slash({ name: "ping" });
    const components = componentsOf(message);
    expect(components.map(({ type }) => type)).toEqual([17, 10, 9, 10, 2, 1, 3]);
    expect(components.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(components[0]).toMatchObject({ accent_color: null, spoiler: false });
    expect(components[6]).toMatchObject({ min_values: 1, max_values: 1 });
    expect(discord.violations).toEqual([]);
  });

  it("is changed by a click that updates it", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, count);
    const { message } = await discord.slash({ name: "ping" });
    const outcome = await discord.click(message, "More", { user: discord.users.bob });
    expect(outcome).toMatchObject({ updated: true, deferred: false });
    expect(outcome.message.id).toBe(message.id);
    expect(textOf(outcome.message)).toBe("pressed 1 times\nAgain?");
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  it("is changed later by a click that defers its update", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, async (interaction) => {
      if (!interaction.isButton()) return count(interaction);
      await interaction.deferUpdate();
      await interaction.editReply(counter(7));
    });
    const { message } = await discord.slash({ name: "ping", where: "dm" });
    const outcome = await discord.click(message, "more");
    expect(outcome).toMatchObject({ updated: true, deferred: true });
    expect(textOf(outcome.message)).toContain("pressed 7 times");
    expect(discord.violations).toEqual([]);
  });

  it("leads to a private answer that nobody else can see or click", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, async (interaction) => {
      if (interaction.isButton()) await interaction.reply({ ...counter(2), flags: MessageFlags.IsComponentsV2 | 64 });
      else await count(interaction);
    });
    const { message } = await discord.slash({ name: "ping" });
    const { bob } = discord.users;
    const own = await discord.click(message, "more", { user: bob });
    expect(own).toMatchObject({ ephemeral: true, updated: false });
    expect(own.message.id).not.toBe(message.id);
    await expect(discord.click(own.message, "more")).rejects.toThrow("alice can't see this message");
    const chosen = await discord.choose(own.message, "nine", { user: bob });
    expect(textOf(chosen.message)).toBe("nine");
    expect(discord.violations).toEqual([]);
  });

  it("has nothing to press or choose but what it shows", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, count);
    const { message } = await discord.slash({ name: "ping" });
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["More"]);
    expect(() => discord.click(message, "Less")).toThrow("no button");
    expect(() => discord.choose(message, "six")).toThrow("no “six”");
  });
});
