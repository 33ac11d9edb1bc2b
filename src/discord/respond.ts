import {
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import pRetry from "p-retry";
import type { Choice } from "../command.ts";
import type { MessageBody } from "./render.ts";

/** The answers to one interaction. Each sends exactly the given body; each may reject with what REST throws. */
export interface Responder {
  /** The first answer, as a new message. */
  reply(body: MessageBody): Promise<void>;
  /** The first answer, in place of the message whose button was pressed. */
  update(body: MessageBody): Promise<void>;
  /** Shows that an answer is on its way; whether it will be private is settled here. */
  defer(isPrivate: boolean): Promise<void>;
  /** Replaces the deferred answer, as often as needed for 15 minutes. */
  edit(body: MessageBody): Promise<void>;
  choices(choices: readonly Choice[]): Promise<void>;
  /** After one of the others was rejected: tells the person so in whichever way is still open, if one is. */
  rescue(body: MessageBody): Promise<void>;
}

export function createResponder(
  rest: Pick<REST, "post" | "patch">,
  interaction: { readonly id: string; readonly token: string; readonly applicationId: string },
): Responder {
  const { id, token, applicationId } = interaction;
  let stage: "unanswered" | "deferred" | "answered" = "unanswered";

  async function first(type: InteractionResponseType, data?: unknown): Promise<void> {
    const route = Routes.interactionCallback(id, token);
    try {
      await despiteBrokenConnections(() => rest.post(route, { body: { type, data }, auth: false }));
    } catch (error) {
      if (!isAcknowledged(error)) throw error;
    }
    stage = type === InteractionResponseType.DeferredChannelMessageWithSource ? "deferred" : "answered";
  }

  async function edit(body: MessageBody): Promise<void> {
    const flags = body.flags & ~MessageFlags.Ephemeral;
    const route = Routes.webhookMessage(applicationId, token);
    await despiteBrokenConnections(() => rest.patch(route, { body: { ...body, flags }, auth: false }));
  }

  const reply = (body: MessageBody) => first(InteractionResponseType.ChannelMessageWithSource, body);

  return {
    reply,
    update: (body) => first(InteractionResponseType.UpdateMessage, body),
    defer: (isPrivate) =>
      first(InteractionResponseType.DeferredChannelMessageWithSource, {
        flags: isPrivate ? MessageFlags.Ephemeral : 0,
      }),
    edit,
    choices: (choices) => first(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    async rescue(body) {
      if (stage === "unanswered") await reply(body);
      if (stage === "deferred") await edit(body);
    },
  };
}

/**
 * Tries again where the connection broke before an answer came; discord.js does so only for Discord's own 5xx and 429.
 * Safe, since both requests can be repeated: a first answer that was taken is refused the second time.
 */
function despiteBrokenConnections(send: () => Promise<unknown>): Promise<unknown> {
  return pRetry(send, {
    retries: 3,
    minTimeout: 100,
    shouldRetry: ({ error }) => "code" in error && /^(UND_ERR_|ECONN|EPIPE|EAI_)/.test(String(error.code)),
  });
}

/** A repeated request after a lost answer: Discord had taken the first one. */
function isAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** Discord waits no longer for an answer: nobody can be told any more. */
export function isExpired(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction || error.code === RESTJSONErrorCodes.InvalidWebhookToken)
  );
}
