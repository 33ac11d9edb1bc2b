import { botPermissions, memberPermissions } from "./permissions.ts";
import type { User } from "./state.ts";

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** Whether the bot is a member; it isn't where only a member brought it, by installing it for themself. */
  joined: boolean;
  /** False while Discord itself has trouble with it. */
  available: boolean;
  /** The first is that of everybody, whose id is the guild's. */
  readonly roles: Role[];
  /** Ids of the roles that the bot holds besides that of everybody. */
  readonly botRoles: string[];
  /** The end of a timeout that the bot is in. */
  timedOutUntil: string | null;
}

/** The kinds of channel in a guild, by Discord's numbers. */
export const channelTypes = { text: 0, voice: 2, category: 4, announcement: 5, forum: 15 } as const;
export type ChannelKind = keyof typeof channelTypes;

export interface Channel {
  readonly id: string;
  /** In a guild one of `channelTypes`; 1 with the bot alone, 3 among users. */
  readonly type: (typeof channelTypes)[ChannelKind] | 1 | 3;
  readonly name: string;
  readonly guild?: Guild;
  readonly recipients: readonly User[];
  /** Of roles (type 0) and of the bot (type 1). */
  readonly overwrites: Overwrite[];
  /** Of the newest message ever, even if it was deleted. */
  lastMessageId: string | null;
}

export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** A guild with the roles of everybody and of the bot. */
export function createGuild(nextId: () => string, name: string, joined: boolean, id = nextId()): Guild {
  const everybody = { id, name: "@everyone", permissions: memberPermissions };
  const bots = { id: nextId(), name: "dprk-desk", permissions: botPermissions };
  return { id, name, joined, available: true, roles: [everybody, bots], botRoles: [bots.id], timedOutUntil: null };
}

export function createChannel(
  id: string,
  about: Pick<Channel, "type"> & Partial<Pick<Channel, "name" | "guild" | "recipients">>,
): Channel {
  return { name: "", recipients: [], overwrites: [], lastMessageId: null, ...about, id };
}
