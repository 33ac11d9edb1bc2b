import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Channel, Guild } from "./guild.ts";

/** A permission by its name in Discord's API: `SendMessages`. */
export type Permission = keyof typeof PermissionFlagsBits;

export function bits(permissions: readonly Permission[]): bigint {
  return permissions.reduce((all, one) => all | PermissionFlagsBits[one], 0n);
}

/** What every member may do. */
export const memberPermissions = bits(["ViewChannel", "SendMessages", "ReadMessageHistory", "UseApplicationCommands"]);
/** What a bot's own role allows that was invited with what it needs. */
export const botPermissions = bits(["ViewChannel", "SendMessages", "EmbedLinks", "AttachFiles", "ReadMessageHistory"]);

const all = bits(Object.keys(PermissionFlagsBits) as Permission[]);
const none = 0n;

/** What the bot may do in a channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function botPermissionsIn({ guild, type, overwrites }: Channel): bigint {
  if (!guild) return type === 1 ? botPermissions : none;
  if (!guild.joined) return none;
  let permissions = none;
  for (const role of guild.roles) if (isBots(guild, role.id)) permissions |= role.permissions;
  if ((permissions & PermissionFlagsBits.Administrator) !== none) return all;
  const apply = (chosen: Channel["overwrites"]) => {
    for (const { deny } of chosen) permissions &= ~deny;
    for (const { allow } of chosen) permissions |= allow;
  };
  apply(overwrites.filter(({ id }) => id === guild.id));
  apply(overwrites.filter(({ id, type }) => type === 0 && id !== guild.id && isBots(guild, id)));
  apply(overwrites.filter(({ type }) => type === 1));
  if (guild.timedOutUntil !== null) permissions &= bits(["ViewChannel", "ReadMessageHistory"]);
  return may(permissions, "ViewChannel") ? permissions : none;
}

export function may(permissions: bigint, permission: Permission): boolean {
  return (permissions & PermissionFlagsBits[permission]) !== none;
}

function isBots(guild: Guild, roleId: string): boolean {
  return roleId === guild.id || guild.botRoles.includes(roleId);
}
