import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  OverwriteType,
  PermissionFlagsBits,
} from "discord-api-types/v10";

/** What a briefing needs of its channel, in the words of Discord's settings. */
const needed = {
  "View Channel": PermissionFlagsBits.ViewChannel,
  "Send Messages": PermissionFlagsBits.SendMessages,
  // Tells whether a post whose outcome is unknown is there already.
  "Read Message History": PermissionFlagsBits.ReadMessageHistory,
} as const;
export type Needed = keyof typeof needed;

/** What decides about a bot's permissions, apart from the channel. */
export interface Membership {
  readonly guildId: string;
  readonly userId: string;
  /** The roles that the bot holds; that of everybody need not be among them. */
  readonly held: APIGuildMember["roles"];
  readonly roles: readonly Pick<APIRole, "id" | "permissions">[];
}

/**
 * A bot's permissions in a channel, in the order in which Discord applies overwrites:
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 * A bot owns no server, so ownership is left out; so is a timeout.
 */
export function permissionsIn(overwrites: readonly APIOverwrite[], membership: Membership): bigint {
  const { guildId, userId, roles } = membership;
  const held = new Set(membership.held);
  const own = roles.filter(({ id }) => id === guildId || held.has(id));
  const base = union(own.map(({ permissions }) => permissions));
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const layers = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guildId && held.has(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId),
  ];
  return layers.reduce(
    (left, layer) => (left & ~union(layer.map(({ deny }) => deny))) | union(layer.map(({ allow }) => allow)),
    base,
  );
}

const everything = Object.values(PermissionFlagsBits).reduce((all, one) => all | one, 0n);

function union(permissions: readonly string[]): bigint {
  return permissions.reduce((all, one) => all | BigInt(one), 0n);
}

/** What a briefing needs and these permissions lack; without View Channel nothing else counts. */
export function lacking(permissions: bigint): readonly Needed[] {
  const names = Object.keys(needed) as Needed[];
  return names.filter((name) => (permissions & needed[name]) === 0n);
}

/** The overwrites of a channel as it was read; none where it has none. */
export function overwritesOf(channel: APIChannel): readonly APIOverwrite[] {
  return ("permission_overwrites" in channel && channel.permission_overwrites) || [];
}
