import type { Gateway } from "./gateway.ts";
import type { Channel, Guild } from "./guild.ts";
import { declaredOptions, invocationData, refusal, type Values } from "./invocation.ts";
import type { JsonObject } from "./json.ts";
import { record } from "./json.ts";
import { createOutcome, type Outcome } from "./outcome.ts";
import { channel as channelPayload, invoker } from "./payloads.ts";
import { botPermissions, botPermissionsIn, memberPermissions } from "./permissions.ts";
import { buttonsOf, menusOf } from "./read.ts";
import {
  type Choice,
  directChannel,
  type Interaction,
  type Message,
  type RegisteredCommand,
  type State,
  type User,
} from "./state.ts";
import { isEphemeral } from "./validate-limits.ts";
import type { DiscordSchema } from "./validate-schema.ts";

/** Who does something, where, and by whose leave the bot is there. */
export interface Setting {
  /** `alice` where missing. */
  readonly user?: User;
  /**
   * In a server (where missing), alone with the bot, or in a group of users: contexts 0, 1 and 2.
   * In a server with a bot that only the user has installed, that is a server the bot knows nothing of.
   */
  readonly where?: "server" | "dm" | "group";
  /** The server; where missing, that of `in`, else the first one. */
  readonly guild?: Guild;
  /** The channel in which it happens; the server's first where missing. */
  readonly in?: Channel;
  /** Whether the server (where missing) or the user has installed the bot; in a group only the user can have. */
  readonly installedBy?: "guild" | "user";
  /** The member's permissions in the channel, as Discord's number in decimal. */
  readonly permissions?: string;
  /**
   * `response`: resolve with the first response, even if it is only "thinking …". `answer` (where missing): with the
   * first that can be read, and reject if none has come 15 s after a deferral. Either way also when the deadline passes.
   */
  readonly until?: "response" | "answer";
}

export interface Slash extends Setting {
  readonly name: string;
  readonly subcommand?: string;
  readonly options?: Values;
  /** Send the options even though Discord's own client would refuse them. */
  readonly unchecked?: boolean;
}

export interface People {
  /** Sends a command as a person does. */
  slash(command: Slash): Promise<Outcome>;
  /** Types into an option. @throws Error "Loading options failed" where no answer comes in time */
  autocomplete(
    typing: Omit<Slash, "until"> & { readonly option: string; readonly value: string | number },
  ): Promise<readonly Choice[]>;
  /** Presses a button, named by its `custom_id` or its label. */
  click(message: Message, button: string, setting?: Setting): Promise<Outcome>;
  /** Picks from a menu that has this value or label. */
  choose(message: Message, value: string, setting?: Setting): Promise<Outcome>;
}

export function createPeople(state: State, gateway: Gateway, schema: DiscordSchema): People {
  async function slash({ name, subcommand, options = {}, unchecked = false, ...setting }: Slash): Promise<Outcome> {
    const command = registered(name, setting);
    const place = placeOf(state, setting);
    const refused = unchecked ? undefined : refusal(declaredOptions(command, subcommand), options, place);
    const words = subcommand === undefined ? name : `${name} ${subcommand}`;
    if (refused !== undefined) throw new Error(`Discord would not send /${words}: ${refused}`);
    const data = invocationData(command, subcommand, options, permissionsOf(setting));
    return follow(begin(2, data, setting, place, name), setting);
  }

  async function autocomplete(typing: Parameters<People["autocomplete"]>[0]): Promise<readonly Choice[]> {
    const { name, subcommand, option, value, options = {}, ...setting } = typing;
    const command = registered(name, setting);
    const declared = declaredOptions(command, subcommand).find((one) => one.name === option);
    if (declared?.autocomplete !== true) throw new Error(`/${name} ${option} has no autocomplete`);
    const data = invocationData(command, subcommand, options, permissionsOf(setting), { name: option, value });
    const interaction = begin(4, data, setting, placeOf(state, setting), name);
    await state.signal.until(() => interaction.callback !== undefined || interaction.expired, `choices for ${option}`);
    if (!interaction.choices) throw new Error("Loading options failed");
    return interaction.choices;
  }

  function click(message: Message, button: string, setting: Setting = {}): Promise<Outcome> {
    const found = buttonsOf(message).find((one) => one.custom_id === button || one.label === button);
    if (found?.custom_id === undefined) throw new Error(`There is no button “${button}” to press`);
    if (found.disabled) throw new Error(`The button “${button}” is disabled`);
    const data = { component_type: 2, custom_id: found.custom_id, id: found.id };
    return use(message, data, setting);
  }

  function choose(message: Message, value: string, setting: Setting = {}): Promise<Outcome> {
    for (const menu of menusOf(message)) {
      const option = menu.options?.find((one) => one.value === value || one.label === value);
      if (!option || menu.disabled || menu.custom_id === undefined) continue;
      const data = { component_type: 3, custom_id: menu.custom_id, id: menu.id, values: [option.value] };
      return use(message, data, setting);
    }
    throw new Error(`There is no “${value}” to choose`);
  }

  async function use(message: Message, data: JsonObject, setting: Setting): Promise<Outcome> {
    const now = state.messages.get(message.id);
    const channel = state.channels.get(message.channel_id);
    if (!now || !channel) throw new Error("The message is gone");
    const user = setting.user ?? state.users.alice;
    const metadata = record(now.interaction_metadata);
    const author = record(metadata.user).id;
    if (isEphemeral(now.flags) && author !== user.id) throw new Error(`${user.username} can't see this message`);
    const byUser = "1" in record(metadata.authorizing_integration_owners);
    return follow(
      begin(3, data, { installedBy: byUser ? "user" : "guild", ...setting }, channel, String(metadata.name ?? ""), now),
      setting,
    );
  }

  /** The command as somebody in this place would find it. */
  function registered(name: string, { where = "server", installedBy = "guild" }: Setting): RegisteredCommand {
    const context = { server: 0, dm: 1, group: 2 }[where];
    const integration = installedBy === "user" || where === "group" ? 1 : 0;
    const command = state.commands.find((one) => one.name === name && one.type === 1);
    if (!command) throw new Error(`There is no command /${name}; registered: ${state.commands.map((one) => one.name)}`);
    if (!(command.contexts ?? [0, 1, 2]).includes(context)) throw new Error(`/${name} isn't offered in a ${where}`);
    if (!command.integration_types.includes(integration)) throw new Error(`/${name} isn't offered to user installs`);
    return command;
  }

  /** Tells the bot what somebody did, and starts the clock. */
  function begin(
    type: Interaction["type"],
    data: JsonObject,
    setting: Setting,
    channel: Channel,
    commandName: string,
    source?: Message,
  ): Interaction {
    const user = setting.user ?? state.users.alice;
    const interaction: Interaction = {
      id: state.nextId(),
      token: `${state.nextId()}.${"aW50ZXJhY3Rpb24".repeat(8)}`,
      type,
      user,
      channel,
      owners: ownersOf(state, channel, user, setting),
      commandName,
      ...(source ? { source } : {}),
      startedAt: performance.now(),
      expired: false,
      edits: [],
      followUps: [],
    };
    state.interactions.set(interaction.token, interaction);
    setTimeout(() => {
      if (interaction.callback === undefined) interaction.expired = true;
      state.signal.notify();
    }, state.deadlineMs).unref();
    const payload = describeInteraction(state, interaction, data, setting);
    inspect(payload);
    gateway.dispatch("INTERACTION_CREATE", payload, channel.guild?.id);
    return interaction;
  }

  /** What this fake sends must be as Discord describes it, too. */
  function inspect(payload: JsonObject): void {
    const parts = [
      ["UserResponse", payload.user ?? record(payload.member).user],
      ["PrivateGuildMemberResponse", payload.member],
      ["MessageResponse", payload.message],
    ] as const;
    for (const [name, part] of parts) {
      if (part === undefined) continue;
      state.violations.push(...schema.value(name, part).map((message) => `fake: interaction's ${name}: ${message}`));
    }
  }

  async function follow(interaction: Interaction, { until = "answer" }: Setting): Promise<Outcome> {
    const outcome = createOutcome(state, interaction);
    await outcome.until(
      () => outcome.failed !== undefined || (until === "answer" ? outcome.answered : outcome.responded),
    );
    return outcome;
  }

  return { slash, autocomplete, click, choose };
}

function placeOf(state: State, setting: Setting): Channel {
  const { user = state.users.alice, where = "server", installedBy } = setting;
  if (where !== "server") return directChannel(state, user, where === "dm" ? 1 : 3);
  if (setting.in) return setting.in;
  if (installedBy === "user") return state.foreignChannel;
  if (!setting.guild) return state.channel;
  const first = [...state.channels.values()].find(({ guild }) => guild === setting.guild);
  if (!first) throw new Error(`${setting.guild.name} has no channel`);
  return first;
}

function permissionsOf({ permissions = String(memberPermissions) }: Setting): string {
  return permissions;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
function ownersOf(state: State, channel: Channel, user: User, { installedBy }: Setting): Record<string, string> {
  if (installedBy === "user" || channel.type === 3) return { "1": user.id };
  return { "0": channel.guild?.id ?? (channel.type === 1 ? "0" : state.guild.id) };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
function describeInteraction(state: State, it: Interaction, data: JsonObject, setting: Setting): JsonObject {
  const { channel, user, source } = it;
  const home = channel.guild;
  const app_permissions = String(home?.joined ? botPermissionsIn(channel) : botPermissions);
  const who = home ? { member: invoker(user, permissionsOf(setting)) } : { user: { ...user } };
  return {
    version: 1,
    id: it.id,
    token: it.token,
    type: it.type,
    application_id: state.applicationId,
    data,
    channel_id: channel.id,
    channel: { ...channelPayload(channel), ...(home ? { permissions: permissionsOf(setting) } : {}) },
    ...who,
    ...(home
      ? {
          guild_id: home.id,
          guild: { id: home.id, locale: "en-US", features: [] },
          guild_locale: "en-US",
        }
      : {}),
    ...(source ? { message: { ...source } as unknown as JsonObject } : {}),
    locale: "en-GB",
    app_permissions,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: it.owners,
    context: home ? 0 : channel.type === 1 ? 1 : 2,
    attachment_size_limit: 10_485_760,
  };
}
