import { type APIMessage, type APITextChannel, DiscordAPIError, Routes } from "discord.js";
import { standingIn } from "./check-channel.ts";
import { isMarked, type Mark } from "./mark.ts";
import { lacking } from "./permissions.ts";
import { type Requests, unlessUnknown } from "./requests.ts";

/** `unfinished`: it may stand farther back; `unreadable`: the bot may not look. */
export type Found = { readonly id: string } | "absent" | "unfinished" | "unreadable";

/**
 * Looks for our message with this mark among the channel's newest, most recent first. How far is a number of messages,
 * not a time, since Discord's clock and ours need not agree. What the bot wrote itself it gets whole, whatever its
 * intents are.
 * @param most pages of a hundred messages
 */
export async function findPost(
  discord: Requests,
  channelId: string,
  mark: Mark,
  most: number,
  signal: AbortSignal,
): Promise<Found> {
  const ownId = await discord.ownId(signal);
  let before: string | undefined;
  for (let page = 0; page < most; page += 1) {
    const messages = await historyOf(discord, channelId, before, signal);
    if (!messages) return "unreadable";
    const ours = messages.filter(({ author }) => ownId === undefined || author.id === ownId);
    const found = ours.find(({ components = [] }) => isMarked(components, mark));
    if (found) return { id: found.id };
    const oldest = messages.at(-1);
    if (oldest) before = oldest.id;
    else return before !== undefined || (await isReadable(discord, channelId, signal)) ? "absent" : "unreadable";
  }
  return "unfinished";
}

/** Newest first; undefined where Discord says that it may not be read. */
async function historyOf(
  discord: Requests,
  channelId: string,
  before: string | undefined,
  signal: AbortSignal,
): Promise<readonly APIMessage[] | undefined> {
  try {
    const query = { limit: "100", ...(before !== undefined && { before }) };
    return await discord.get<APIMessage[]>(Routes.channelMessages(channelId), signal, query);
  } catch (error) {
    // A 403 without a code of Discord's own comes from something in between.
    if (error instanceof DiscordAPIError && error.status === 403 && Number(error.code) > 0) return undefined;
    throw error;
  }
}

/**
 * Whether an empty list of messages means what it says. Without Read Message History it is empty as well:
 * https://docs.discord.com/developers/resources/message#get-channel-messages
 */
async function isReadable(discord: Requests, channelId: string, signal: AbortSignal): Promise<boolean> {
  const channel = await unlessUnknown(discord.get<APITextChannel>(Routes.channel(channelId), signal));
  if (channel?.last_message_id == null) return true;
  const standing = await standingIn(discord, channel, signal);
  return standing === undefined || !lacking(standing.permissions).includes("Read Message History");
}
