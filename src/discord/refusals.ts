import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { PublishError } from "../briefings/publisher.ts";
import type { Needed } from "./permissions.ts";

/** What came of a request that failed. */
export interface Failure {
  readonly error: PublishError;
  /** Discord may have done what was asked all the same. */
  readonly outcomeUnknown: boolean;
  /** Discord's own code, else a status or what became of the connection: for the log. */
  readonly code: number | string;
}

/**
 * Reads whatever a request to Discord was rejected with.
 * @param place what the sentence calls the channel
 */
export function failureOf(thrown: unknown, place: string): Failure {
  if (thrown instanceof PublishError) return failure(thrown.kind, thrown.message, thrown.kind);
  if (thrown instanceof RateLimitError) return failure("unavailable", sentences.limited(place, thrown.retryAfter), 429);
  if (thrown instanceof HTTPError) {
    return { ...failure("unavailable", sentences.faulty(thrown.status), thrown.status), outcomeUnknown: true };
  }
  if (!(thrown instanceof DiscordAPIError)) {
    const code = thrown instanceof Error ? ("code" in thrown ? String(thrown.code) : thrown.name) : "unknown";
    return { ...failure("unavailable", sentences.unreachable, code), outcomeUnknown: true };
  }
  const code = Number(thrown.code);
  const sentence = sentenceFor(code, place);
  if (sentence !== undefined) return failure("refused", sentence, code);
  if (thrown.status === 401) return failure("refused", sentences.badToken, 401);
  // Without a code of Discord's own the answer comes from something in between.
  if (!(code > 0)) {
    return { ...failure("unavailable", sentences.faulty(thrown.status), thrown.status), outcomeUnknown: true };
  }
  return failure("refused", sentences.unexpected(place, code), code);
}

function failure(kind: PublishError["kind"], sentence: string, code: number | string): Failure {
  return { error: new PublishError(kind, sentence), outcomeUnknown: false, code };
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
function sentenceFor(code: number, place: string): string | undefined {
  switch (code) {
    case Code.UnknownChannel:
      return sentences.gone(place);
    case Code.MissingAccess:
      return sentences.unseen(place);
    case Code.MissingPermissions:
      return sentences.lacks(place, ["Send Messages"]);
    case Code.UnknownMessage:
      return sentences.deleted(place);
    case Code.CannotSendMessagesInNonTextChannel:
      return sentences.wrongType(place);
    case Code.CannotExecuteActionOnThisChannelType:
      return sentences.unpublishable(place);
    case Code.MessageWasBlockedByAutomaticModeration:
    case Code.MessageBlockedByHarmfulLinksFilter:
      return sentences.moderated(place);
    case Code.CannotSendMessagesToThisUser:
    case Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds:
      return "This user takes no direct messages from the bot.";
    default:
      return undefined;
  }
}

export function mention(channelId: string): string {
  return `<#${channelId}>`;
}

const whereToAllow = "in Edit Channel → Permissions";

/** For the admin: what is wrong and how to mend it. */
export const sentences = {
  gone: (place: string) => `The channel ${place} is gone: remove the briefing, or schedule it in another channel.`,
  unseen: (place: string) =>
    `The bot lacks View Channel in ${place}: allow View Channel, Send Messages and Read Message History ` +
    `for it ${whereToAllow}, or invite it again if it has left the server.`,
  lacks: (place: string, permissions: readonly Needed[]) =>
    `The bot lacks ${listed(permissions)} in ${place}: allow ${permissions.length > 1 ? "them" : "it"} for the bot ${whereToAllow}.`,
  /** A post that may be there can't be sent again without knowing. */
  unsure: (place: string) =>
    `Whether the briefing is in ${place} already can't be told, so it was not posted again: ` +
    `allow Read Message History for the bot ${whereToAllow}.`,
  timedOut: "The bot is in a timeout in this server: end it with Remove Timeout in the bot's menu.",
  wrongType: (place: string) => `${place} is no text or announcement channel: schedule the briefing in one.`,
  unpublishable: (place: string) =>
    `${place} is no announcement channel, so nothing can be published there: make it one in Edit Channel → Overview, ` +
    "or schedule the briefing without publish.",
  deleted: (place: string) => `The briefing was posted in ${place}, but somebody has deleted it.`,
  moderated: (place: string) =>
    `AutoMod blocked the briefing in ${place}: let the bot's role through in Server Settings → AutoMod.`,
  untold: (place: string) =>
    `Whether the bot may post in ${place} is not known: Discord does not tell its permissions.`,
  limited: (place: string, ms: number) =>
    `Discord lets the bot send nothing to ${place}${ms > 0 ? ` for ${Math.ceil(ms / 1000)} seconds` : " just now"}.`,
  badToken: "Discord does not accept the bot's token: the bot's operator must set DISCORD_TOKEN anew.",
  faulty: (status: number) => `Discord is in trouble just now: it answers with ${status}.`,
  unreachable: "Discord could not be reached just now.",
  unexpected: (place: string, code: number) =>
    `Discord refused what the bot sent to ${place} (code ${code}): please tell the bot's operator.`,
} as const;

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");
}
