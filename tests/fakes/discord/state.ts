import { type Channel, channelTypes, createChannel, createGuild, type Guild } from "./guild.ts";
import type { Json, JsonObject } from "./json.ts";
import { createSignal, type Signal } from "./signal.ts";
import { createSnowflakes } from "./snowflakes.ts";

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly avatar: null;
  readonly discriminator: string;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
  readonly bot?: boolean;
}

/** A part of a message as Discord stores it: ids and defaults filled in. */
export interface Component {
  readonly type: number;
  readonly id: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

/** A message as Discord stores it and gives it back. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  readonly type: number;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly Component[];
  readonly embeds: readonly JsonObject[];
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly interaction_metadata?: JsonObject;
  readonly nonce?: string | number;
  readonly [more: string]: unknown;
}

export interface RegisteredCommand {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly type: number;
  readonly description: string;
  readonly default_member_permissions: string | null;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
  readonly options: readonly JsonObject[];
  readonly [more: string]: unknown;
}

export interface RequestRecord {
  readonly method: string;
  /** Without the API's prefix and the query: `/users/@me`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the answer; undefined before it, and where the connection was dropped. */
  status?: number;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** What somebody did in Discord and what has become of it so far. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 a command, 3 a component, 4 autocomplete. */
  readonly type: 2 | 3 | 4;
  readonly user: User;
  readonly channel: Channel;
  readonly owners: Readonly<Record<string, string>>;
  readonly commandName: string;
  /** The message whose button or menu was used. */
  readonly source?: Message;
  /** By `performance.now()`. */
  readonly startedAt: number;
  firstResponseMs?: number;
  /** The callback's type: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices. */
  callback?: number;
  /** The deadline passed without an answer. */
  expired: boolean;
  /** The message that `@original` names. */
  originalId?: string;
  readonly edits: Message[];
  readonly followUps: string[];
  choices?: readonly Choice[];
}

/** Everything that this Discord knows. */
export interface State {
  readonly token: string;
  readonly applicationId: string;
  readonly bot: User;
  readonly users: { readonly owner: User; readonly alice: User; readonly bob: User };
  readonly team: boolean;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly foreignChannel: Channel;
  readonly people: Map<string, User>;
  /** Ids of users who take no direct messages. */
  readonly closed: Set<string>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly interactions: Map<string, Interaction>;
  /** Messages by enforced nonce; `at` by `performance.now()`. */
  readonly nonces: Map<string, { readonly messageId: string; readonly at: number }>;
  /** Messages of the bot that were stored since somebody last looked. */
  readonly stored: Message[];
  commands: readonly RegisteredCommand[];
  readonly requests: RequestRecord[];
  readonly violations: string[];
  /** Sessions that may still be started today. */
  sessionStartsLeft: number;
  readonly signal: Signal;
  readonly nextId: () => string;
  readonly deadlineMs: number;
  readonly tokenLifetimeMs: number;
  readonly nonceWindowMs: number;
  readonly shards: number;
  readonly identifiesAtOnce: number;
}

/** What a test may set. */
type Settings = Pick<
  State,
  "token" | "team" | "deadlineMs" | "tokenLifetimeMs" | "nonceWindowMs" | "shards" | "identifiesAtOnce"
>;

export function createState(options: Settings): State {
  const nextId = createSnowflakes();
  const applicationId = nextId();
  const bot = { ...createUser(applicationId, "dprk-desk"), bot: true };
  const users = {
    owner: createUser(nextId(), "owner"),
    alice: createUser(nextId(), "alice"),
    bob: createUser(nextId(), "bob"),
  };
  const guild = createGuild(nextId, "Korea watchers", true);
  const foreignGuild = createGuild(nextId, "Somewhere else", false);
  const channel = createChannel(nextId(), { type: channelTypes.text, name: "news", guild });
  const foreignChannel = createChannel(nextId(), { type: channelTypes.text, name: "talk", guild: foreignGuild });
  return {
    ...options,
    applicationId,
    bot,
    users,
    guild,
    channel,
    foreignChannel,
    people: new Map([bot, ...Object.values(users)].map((user) => [user.id, user])),
    closed: new Set(),
    guilds: new Map([guild, foreignGuild].map((one) => [one.id, one])),
    channels: new Map([channel, foreignChannel].map((one) => [one.id, one])),
    messages: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    stored: [],
    sessionStartsLeft: 1000,
    commands: [],
    requests: [],
    violations: [],
    signal: createSignal(),
    nextId,
  };
}

export function createUser(id: string, username: string): User {
  return {
    id,
    username,
    global_name: username,
    avatar: null,
    discriminator: "0",
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}

/** The channel of a user with the bot (type 1) or with others (type 3), made when first needed. */
export function directChannel(state: State, user: User, type: 1 | 3): Channel {
  const found = [...state.channels.values()].find((one) => one.type === type && one.recipients[0] === user);
  const other = user === state.users.bob ? state.users.alice : state.users.bob;
  const channel = found ?? createChannel(state.nextId(), { type, recipients: type === 1 ? [user] : [user, other] });
  state.channels.set(channel.id, channel);
  return channel;
}
