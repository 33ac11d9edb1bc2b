import {
  alreadyAcknowledged,
  inside,
  invalidWebhookToken,
  type Problem,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from "./errors.ts";
import type { JsonObject } from "./json.ts";
import { list, record } from "./json.ts";
import { createMessage, editMessage } from "./messages.ts";
import { type Answer, type Call, noContent, ok, type Route } from "./route.ts";
import type { Choice, Interaction, Message, State } from "./state.ts";
import { checkChoices, checkMessage, isEphemeral, messageFlag } from "./validate-limits.ts";

const webhook = "/webhooks/{webhook_id}/{webhook_token}";

export const interactionRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/interactions/{interaction_id}/{interaction_token}/callback",
    open: true,
    check: checkCallback,
    handle: callback,
  },
  { method: "POST", path: webhook, open: true, check: checkFollowUp, handle: followUp },
  ...["@original", "{message_id}"].flatMap((which): Route[] => [
    {
      method: "GET",
      path: `${webhook}/messages/${which}`,
      open: true,
      handle: (call, state) => ok(named(call, state).message),
    },
    {
      method: "PATCH",
      path: `${webhook}/messages/${which}`,
      open: true,
      check: (call, state) => checkMessage(record(call.body), named(call, state).message),
      handle(call, state) {
        const { interaction, message } = named(call, state);
        return ok(edit(state, interaction, message, record(call.body)));
      },
    },
    {
      method: "DELETE",
      path: `${webhook}/messages/${which}`,
      open: true,
      handle(call, state) {
        state.messages.delete(named(call, state).message.id);
        state.signal.notify();
        return noContent;
      },
    },
  ]),
];

/** Callback types that an interaction of each type may be answered with. */
const allowed: Readonly<Record<Interaction["type"], readonly number[]>> = { 2: [4, 5], 3: [4, 5, 6, 7], 4: [8] };

function checkCallback(call: Call, state: State): Problem[] {
  const interaction = waiting(call, state);
  const type = Number(record(call.body).type);
  if (!allowed[interaction.type].includes(type)) {
    return [{ path: ["type"], message: `can't answer an interaction of type ${interaction.type}` }];
  }
  const data = record(record(call.body).data);
  if (type === 8) return inside("data", checkChoices(data));
  return inside("data", checkMessage(data, type === 7 ? state.messages.get(interaction.source?.id ?? "") : undefined));
}

function callback(call: Call, state: State): Answer {
  const interaction = waiting(call, state);
  const type = Number(record(call.body).type);
  const message = respond(state, interaction, type, record(record(call.body).data));
  interaction.callback = type;
  interaction.firstResponseMs = call.at - interaction.startedAt;
  state.signal.notify();
  return call.query.with_response === "true" ? ok(callbackResponse(interaction, type, message)) : noContent;
}

/** The interaction that still waits for its first answer. */
function waiting({ params }: Call, state: State): Interaction {
  const interaction = state.interactions.get(params.interaction_token ?? "");
  if (interaction?.id !== params.interaction_id || interaction === undefined || interaction.expired) {
    throw unknownInteraction();
  }
  if (interaction.callback !== undefined) throw alreadyAcknowledged();
  return interaction;
}

/** Does what a callback asks for, and gives the message that it made or changed. */
function respond(state: State, interaction: Interaction, type: number, data: JsonObject): Message | undefined {
  if (type === 8) {
    interaction.choices = list(data.choices) as unknown as readonly Choice[];
    return undefined;
  }
  if (type === 6 || type === 7) {
    const source = state.messages.get(interaction.source?.id ?? "");
    if (!source) throw unknownMessage();
    interaction.originalId = source.id;
    return type === 7 ? edit(state, interaction, source, data) : source;
  }
  const loading = type === 5 ? messageFlag.loading : 0;
  const message = createMessage(state, interaction.channel, data, {
    interaction,
    flags: loading,
    type: interaction.type === 2 ? 20 : 19,
  });
  interaction.originalId = message.id;
  return message;
}

function callbackResponse(interaction: Interaction, type: number, message: Message | undefined): JsonObject {
  const { id, channel } = interaction;
  const body = {
    id,
    type: interaction.type,
    channel_id: channel.id,
    ...(channel.guild && { guild_id: channel.guild.id }),
  };
  if (message === undefined) return { interaction: body };
  const about = {
    ...body,
    response_message_id: message.id,
    response_message_loading: type === 5,
    response_message_ephemeral: isEphemeral(message.flags),
  };
  const whole = type === 4 || type === 7;
  return { interaction: about, ...(whole ? { resource: { type, message: { ...message } as JsonObject } } : {}) };
}

function edit(state: State, interaction: Interaction, message: Message, body: JsonObject): Message {
  const edited = editMessage(state, message, body);
  interaction.edits.push(edited);
  state.signal.notify();
  return edited;
}

/** A new message after the first answer; straight after a deferral it fills the one that waits, as in Discord. */
function followUp(call: Call, state: State): Answer {
  const interaction = byToken(call, state);
  const deferred = loadingMessage(interaction, state);
  if (deferred) return ok(edit(state, interaction, deferred, record(call.body)));
  const message = createMessage(state, interaction.channel, record(call.body), { interaction });
  interaction.followUps.push(message.id);
  state.signal.notify();
  return ok(message);
}

function checkFollowUp(call: Call, state: State): Problem[] {
  return checkMessage(record(call.body), loadingMessage(byToken(call, state), state));
}

function loadingMessage({ originalId = "" }: Interaction, state: State): Message | undefined {
  const message = state.messages.get(originalId);
  return message !== undefined && (message.flags & messageFlag.loading) !== 0 ? message : undefined;
}

function byToken({ params }: Call, state: State): Interaction {
  const interaction = state.interactions.get(params.webhook_token ?? "");
  if (!interaction || params.webhook_id !== state.applicationId) throw unknownWebhook();
  if (performance.now() - interaction.startedAt > state.tokenLifetimeMs) throw invalidWebhookToken();
  if (interaction.callback === undefined) throw unknownWebhook();
  return interaction;
}

function named(call: Call, state: State): { interaction: Interaction; message: Message } {
  const interaction = byToken(call, state);
  const id = call.params.message_id ?? interaction.originalId ?? "";
  const message = state.messages.get(id);
  if (!message || ![interaction.originalId, ...interaction.followUps].includes(id)) throw unknownMessage();
  return { interaction, message };
}
