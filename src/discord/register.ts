import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
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
  const wanted = commands.map(commandData);
  const route = Routes.applicationCommands(applicationId);
  const present = (await rest.get(route)) as APIApplicationCommand[];
  if (isDeepStrictEqual(byName(present), byName(wanted))) return "unchanged";
  await rest.put(route, { body: wanted });
  return "registered";
}

function byName(commands: readonly Parameters<typeof comparable>[0][]) {
  return new Map(commands.map((command) => [command.name, comparable(command)]));
}

/** The command in Discord's words: usable in servers, in DMs and as a user-installed app. */
function commandData(command: Command) {
  return {
    name: command.name,
    description: command.description,
    type: ApplicationCommandType.ChatInput,
    options: Object.entries(command.options).map(([name, option]) => optionData(name, option)),
    // An integer by Discord's API description, although it answers with a string.
    default_member_permissions: command.adminOnly ? 0 : null,
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  };
}

function optionData(name: string, option: Option) {
  const common = { name, description: option.description, required: option.required ?? false };
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
function comparable(data: APIApplicationCommand | ReturnType<typeof commandData>) {
  const sorted = (numbers: readonly number[] | null | undefined) => [...(numbers ?? [])].sort();
  return {
    name: data.name,
    description: data.description,
    type: data.type,
    options: (data.options ?? []).map((option) => {
      const { name, description, type, required = false } = option;
      const { autocomplete = false, min_value, max_value, max_length } = option as OptionBounds;
      return { name, description, type, required, autocomplete, min_value, max_value, max_length };
    }),
    default_member_permissions:
      data.default_member_permissions == null ? null : Number(data.default_member_permissions),
    integration_types: sorted(data.integration_types),
    contexts: sorted(data.contexts),
  };
}

interface OptionBounds {
  readonly autocomplete?: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly max_length?: number;
}
