import { type APIChannel, type APIGuildMember, type APIRole, ChannelType, DiscordAPIError, Routes } from "discord.js";
import type { ChannelCheck } from "../briefings/publisher.ts";
import { lacking, overwritesOf, permissionsIn } from "./permissions.ts";
import { failureOf, mention, sentences } from "./refusals.ts";
import type { Requests } from "./requests.ts";

/** What the bot may do in a channel. */
interface Standing {
  readonly permissions: bigint;
  /** Until a moderator's timeout is over it may only read. */
  readonly timedOut: boolean;
}

/** Asks Discord whether a briefing could be posted, and published, in a channel. Never rejects. */
export async function checkChannel(
  discord: Requests,
  channelId: string,
  publish: boolean,
  signal: AbortSignal,
): Promise<ChannelCheck> {
  const place = mention(channelId);
  try {
    const channel = await discord.get<APIChannel>(Routes.channel(channelId), signal);
    const isAnnouncement = channel.type === ChannelType.GuildAnnouncement;
    if (channel.type !== ChannelType.GuildText && !isAnnouncement) return blocked(sentences.wrongType(place));
    const standing = await standingIn(discord, channel, signal);
    const lacks = standing ? lacking(standing.permissions) : [];
    const problems = [
      ...(lacks.length > 0 ? [sentences.lacks(place, lacks)] : []),
      ...(standing?.timedOut ? [sentences.timedOut] : []),
      ...(publish && !isAnnouncement ? [sentences.unpublishable(place)] : []),
    ];
    if (problems.length > 0) return blocked(...problems);
    return standing ? { state: "ready", problems } : { state: "unknown", problems: [sentences.untold(place)] };
  } catch (thrown) {
    const { kind, message } = failureOf(thrown, place).error;
    return kind === "refused" ? blocked(message) : { state: "unknown", problems: [message] };
  }
}

function blocked(...problems: readonly string[]): ChannelCheck {
  return { state: "blocked", problems };
}

/** Undefined where Discord does not tell; rejects where it can't be reached. */
export async function standingIn(
  discord: Requests,
  channel: APIChannel,
  signal: AbortSignal,
): Promise<Standing | undefined> {
  if (!("guild_id" in channel) || channel.guild_id === undefined) return undefined;
  const guildId = channel.guild_id;
  try {
    const userId = await discord.ownId(signal);
    if (userId === undefined) return undefined;
    const [roles, member] = await Promise.all([
      discord.get<APIRole[]>(Routes.guildRoles(guildId), signal),
      discord.get<APIGuildMember>(Routes.guildMember(guildId, userId), signal),
    ]);
    const until = Date.parse(member.communication_disabled_until ?? "");
    return {
      permissions: permissionsIn(overwritesOf(channel), { guildId, userId, held: member.roles, roles }),
      timedOut: until > Date.now(),
    };
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    // Not documented for this request, but Discord describes the field.
    if (!("permissions" in channel) || typeof channel.permissions !== "string") return undefined;
    return { permissions: BigInt(channel.permissions), timedOut: false };
  }
}
