import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from "discord.js";
import type { Command, Option } from "../command.ts";

/**
 * Registers the commands with Discord, in one request that replaces them all, unless Discord has just these already.
 * @returns whether anything had to be sent
 */
export async function registerCommands(
  rest: Pick<REST, "get" | "put">,
  applicationId: string,
  commands: readonly Command[],
): Promise<"registered" | "unchanged"> {
  const wanted = allData(commands);
  const route = Routes.applicationCommands(applicationId);
  const present = (await rest.get(route)) as APIApplicationCommand[];
  if (isDeepStrictEqual(byName(present), byName(wanted))) return "unchanged";
  await rest.put(route, { body: wanted });
  return "registered";
}

function byName(commands: readonly Parameters<typeof comparable>[0][]) {
  return new Map(commands.map((command) => [command.name, comparable(command)]));
}

/** Commands whose names share the first of two words are the subcommands of one. */
function allData(commands: readonly Command[]) {
  const names = new Set(commands.map(({ name }) => firstWord(name)));
  return [...names].map((name) => {
    const members = commands.filter((command) => firstWord(command.name) === name);
    const [first] = members;
    return first?.name === name ? commandData(first) : groupData(name, members);
  });
}

function firstWord(name: string): string {
  return name.split(" ", 1)[0] ?? name;
}

/** The command in Discord's words: usable in servers, in DMs and as a user-installed app. */
function commandData(command: Command) {
  return {
    name: command.name,
    description: command.description,
    type: ApplicationCommandType.ChatInput,
    options: optionsData(command),
    ...access(command),
  };
}

/** Discord shows the description of a subcommand, never that of the whole. */
function groupData(name: string, members: readonly Command[]) {
  const options = members.map((member) => ({
    type: ApplicationCommandOptionType.Subcommand as const,
    name: member.name.slice(name.length + 1),
    description: member.description,
    options: optionsData(member),
  }));
  return {
    name,
    description: options.map((option) => option.name).join(", "),
    type: ApplicationCommandType.ChatInput,
    options,
    ...access({
      adminOnly: members.every(({ adminOnly }) => adminOnly === true),
      managerOnly: members.every(({ managerOnly }) => managerOnly === true),
    }),
  };
}

function access({ adminOnly, managerOnly }: Pick<Command, "adminOnly" | "managerOnly">) {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return {
    // An integer by Discord's API description, although it answers with a string.
    default_member_permissions: adminOnly ? 0 : managerOnly ? Number(PermissionFlagsBits.ManageGuild) : null,
    // Only a bot that is in the server can post there.
    integration_types: managerOnly ? [GuildInstall] : [GuildInstall, UserInstall],
    contexts: managerOnly ? [Guild] : [Guild, BotDM, PrivateChannel],
  };
}

/** Discord wants the required options first. */
function optionsData(command: Command) {
  const data = Object.entries(command.options).map(([name, option]) => optionData(name, option));
  return data.sort((a, b) => Number(b.required) - Number(a.required));
}

function optionData(name: string, option: Option) {
  const common = { name, description: option.description, required: option.required ?? false };
  if (option.type === "boolean") return { ...common, type: ApplicationCommandOptionType.Boolean };
  if (option.type === "channel") {
    const channel_types = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
    return { ...common, type: ApplicationCommandOptionType.Channel, channel_types };
  }
  const autocomplete = option.complete !== undefined;
  if (option.type === "integer") {
    return {
      ...common,
      type: ApplicationCommandOptionType.Integer,
      autocomplete,
      ...(option.min !== undefined && { min_value: option.min }),
      ...(option.max !== undefined && { max_value: option.max }),
    };
  }
  return {
    ...common,
    type: ApplicationCommandOptionType.String,
    autocomplete,
    ...(option.maxLength !== undefined && { max_length: option.maxLength }),
  };
}

/** Only what we set, with Discord's defaults where it leaves something out, so that two descriptions can be compared. */
function comparable(data: APIApplicationCommand | ReturnType<typeof allData>[number]) {
  return {
    name: data.name,
    description: data.description,
    type: data.type,
    options: (data.options ?? []).map(comparableOption),
    default_member_permissions:
      data.default_member_permissions == null ? null : Number(data.default_member_permissions),
    integration_types: sorted(data.integration_types),
    contexts: sorted(data.contexts),
  };
}

/** What an option may be described by, besides its name, description and type. */
interface OptionDetails {
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly max_length?: number;
  readonly channel_types?: readonly number[];
  readonly options?: readonly ({ name: string; description: string; type: number } & OptionDetails)[];
}

function comparableOption(option: NonNullable<OptionDetails["options"]>[number]): object {
  const { name, description, type, required = false, autocomplete = false, min_value, max_value, max_length } = option;
  const common = { name, description, type, required, autocomplete, min_value, max_value, max_length };
  return {
    ...common,
    channel_types: sorted(option.channel_types),
    options: (option.options ?? []).map(comparableOption),
  };
}

function sorted(numbers: readonly number[] | null | undefined): readonly number[] {
  return [...(numbers ?? [])].sort((a, b) => a - b);
}
