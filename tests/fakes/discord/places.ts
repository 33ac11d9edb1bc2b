import type { Gateway } from "./gateway.ts";
import {
  type Channel,
  type ChannelKind,
  channelTypes,
  createChannel,
  createGuild,
  type Guild,
  type Role,
} from "./guild.ts";
import { createMessage } from "./messages.ts";
import { channel as channelPayload, guildCreate } from "./payloads.ts";
import { bits, type Permission } from "./permissions.ts";
import { shardOf } from "./snowflakes.ts";
import { directChannel, type Message, type State, type User } from "./state.ts";

/** What admins and members do in Discord, and what befalls their servers. Connected bots hear of it. */
export interface Places {
  /** A guild that the bot is in, with one text channel; `shard` is the one of `[index, count]` that hears of it. */
  addGuild(about?: { readonly name?: string; readonly shard?: readonly [number, number] }): Guild;
  /** In `guild`, the first one where missing; a text channel where no type is given. */
  addChannel(about?: { readonly guild?: Guild; readonly type?: ChannelKind; readonly name?: string }): Channel;
  /** The channels of a guild, oldest first. */
  channelsOf(guild: Guild): readonly Channel[];
  deleteChannel(channel: Channel): void;
  /** Denies the bot these permissions in the channel, by an overwrite for it alone. */
  forbid(channel: Channel, ...permissions: readonly Permission[]): void;
  /** Takes back what was forbidden to the bot in the channel. */
  permit(channel: Channel, ...permissions: readonly Permission[]): void;
  /** Replaces the channel's overwrite for a role. */
  overwrite(
    channel: Channel,
    role: Role,
    change: { readonly allow?: readonly Permission[]; readonly deny?: readonly Permission[] },
  ): void;
  /** A new role that the bot holds, unless `held` is false. */
  addRole(guild: Guild, permissions: readonly Permission[], held?: boolean): Role;
  /** Sets what a role allows in the whole guild. */
  setRole(guild: Guild, role: Role, permissions: readonly Permission[]): void;
  /** Puts the bot into a timeout, or ends it. */
  timeOut(guild: Guild, until: Date | null): void;
  removeBot(guild: Guild): void;
  addBot(guild: Guild): void;
  /** Discord has trouble with the guild: bots hear that it is unavailable, and requests about it get 503. */
  disrupt(guild: Guild): void;
  restore(guild: Guild): void;
  /** A message by somebody else. */
  say(channel: Channel, content: string, user?: User): Message;
  deleteMessage(message: Message): void;
  /** The channel of a user with the bot. */
  directChannel(user: User): Channel;
  /** From now on the user takes no direct messages from the bot. */
  refuseDirectMessages(user: User): void;
  /** As if the window of every enforced nonce had passed. */
  expireNonces(): void;
}

export function createPlaces(state: State, gateway: Gateway): Places {
  function changed(channel: Channel): void {
    gateway.dispatch("CHANNEL_UPDATE", channelPayload(channel), channel.guild?.id);
  }

  function tell(event: string, guild: Guild, data: unknown): void {
    gateway.dispatch(event, data, guild.id);
    state.signal.notify();
  }

  /** Replaces an overwrite, and drops it where it says nothing. */
  function put(channel: Channel, id: string, type: 0 | 1, allow: bigint, deny: bigint): void {
    const index = channel.overwrites.findIndex((one) => one.id === id);
    if (index !== -1) channel.overwrites.splice(index, 1);
    if ((allow | deny) !== 0n) channel.overwrites.push({ id, type, allow, deny });
    changed(channel);
  }

  const ofBot = (channel: Channel) =>
    channel.overwrites.find(({ id }) => id === state.bot.id) ?? { allow: 0n, deny: 0n };

  function addChannel({ guild = state.guild, type = "text", name = type }: Parameters<Places["addChannel"]>[0] = {}) {
    const channel = createChannel(state.nextId(), { type: channelTypes[type], name, guild });
    state.channels.set(channel.id, channel);
    gateway.dispatch("CHANNEL_CREATE", channelPayload(channel), guild.id);
    return channel;
  }

  return {
    addGuild({ name = "Another server", shard } = {}) {
      let id = state.nextId();
      // The next ids up, a millisecond apart, belong to the next shards.
      while (shard && shardOf(id, shard[1]) !== shard[0]) id = String(BigInt(id) + (1n << 22n));
      const guild = createGuild(state.nextId, name, true, id);
      state.guilds.set(guild.id, guild);
      const channel = createChannel(state.nextId(), { type: channelTypes.text, name: "general", guild });
      state.channels.set(channel.id, channel);
      tell("GUILD_CREATE", guild, guildCreate(state, guild));
      return guild;
    },
    addChannel,
    channelsOf: (guild) => [...state.channels.values()].filter((channel) => channel.guild === guild),
    deleteChannel(channel) {
      state.channels.delete(channel.id);
      gateway.dispatch("CHANNEL_DELETE", channelPayload(channel), channel.guild?.id);
    },
    forbid(channel, ...permissions) {
      const { allow, deny } = ofBot(channel);
      put(channel, state.bot.id, 1, allow & ~bits(permissions), deny | bits(permissions));
    },
    permit(channel, ...permissions) {
      const { allow, deny } = ofBot(channel);
      put(channel, state.bot.id, 1, allow, deny & ~bits(permissions));
    },
    overwrite: (channel, role, { allow = [], deny = [] }) => put(channel, role.id, 0, bits(allow), bits(deny)),
    addRole(guild, permissions, held = true) {
      const role = { id: state.nextId(), name: "a role", permissions: bits(permissions) };
      guild.roles.push(role);
      if (held) guild.botRoles.push(role.id);
      return role;
    },
    setRole(guild, role, permissions) {
      const index = guild.roles.findIndex(({ id }) => id === role.id);
      guild.roles.splice(index, 1, { ...role, permissions: bits(permissions) });
    },
    timeOut(guild, until) {
      guild.timedOutUntil = until?.toISOString() ?? null;
    },
    removeBot(guild) {
      guild.joined = false;
      tell("GUILD_DELETE", guild, { id: guild.id });
    },
    addBot(guild) {
      guild.joined = true;
      tell("GUILD_CREATE", guild, guildCreate(state, guild));
    },
    disrupt(guild) {
      guild.available = false;
      tell("GUILD_DELETE", guild, { id: guild.id, unavailable: true });
    },
    restore(guild) {
      guild.available = true;
      tell("GUILD_CREATE", guild, guildCreate(state, guild));
    },
    say: (channel, content, user = state.users.bob) => createMessage(state, channel, { content }, { author: user }),
    deleteMessage: ({ id }) => void state.messages.delete(id),
    directChannel: (user) => directChannel(state, user, 1),
    refuseDirectMessages: ({ id }) => void state.closed.add(id),
    expireNonces: () => state.nonces.clear(),
  };
}
