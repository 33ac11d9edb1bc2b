import { missingAccess, unknownChannel, unknownMessage } from "./errors.ts";
import { record } from "./json.ts";
import { createMessage, editMessage } from "./messages.ts";
import { channel as channelPayload } from "./payloads.ts";
import { noContent, ok, type Route } from "./route.ts";
import type { Channel, Message, State } from "./state.ts";
import { checkMessage, isEphemeral } from "./validate-limits.ts";

export const channelRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/channels/{channel_id}",
    handle: ({ params }, state) => ok(channelPayload(open(state, params))),
  },
  {
    method: "GET",
    path: "/channels/{channel_id}/messages",
    handle({ params, query }, state) {
      const { id } = open(state, params);
      const all = [...state.messages.values()].filter((one) => one.channel_id === id && !isEphemeral(one.flags));
      return ok(all.reverse().slice(0, Number(query.limit ?? 50)));
    },
  },
  {
    method: "POST",
    path: "/channels/{channel_id}/messages",
    check({ params, body }, state) {
      open(state, params);
      return checkMessage(record(body));
    },
    handle({ params, body }, state) {
      const channel = open(state, params);
      const { nonce, enforce_nonce: enforced } = record(body);
      const key = `${channel.id} ${nonce}`;
      const existing = enforced === true ? state.messages.get(state.nonces.get(key) ?? "") : undefined;
      const message = existing ?? createMessage(state, channel, record(body));
      if (enforced === true) state.nonces.set(key, message.id);
      state.signal.notify();
      return ok(message);
    },
  },
  {
    method: "GET",
    path: "/channels/{channel_id}/messages/{message_id}",
    handle: ({ params }, state) => ok(inChannel(state, params)),
  },
  {
    method: "PATCH",
    path: "/channels/{channel_id}/messages/{message_id}",
    check: ({ params, body }, state) => checkMessage(record(body), inChannel(state, params)),
    handle({ params, body }, state) {
      const edited = editMessage(state, inChannel(state, params), record(body));
      state.signal.notify();
      return ok(edited);
    },
  },
  {
    method: "DELETE",
    path: "/channels/{channel_id}/messages/{message_id}",
    handle({ params }, state) {
      state.messages.delete(inChannel(state, params).id);
      state.signal.notify();
      return noContent;
    },
  },
];

function open(state: State, params: Readonly<Record<string, string>>): Channel {
  const channel = state.channels.get(params.channel_id ?? "");
  if (!channel) throw unknownChannel();
  if (!channel.open) throw missingAccess();
  return channel;
}

/** An ephemeral message can't be reached through its channel. */
function inChannel(state: State, params: Readonly<Record<string, string>>): Message {
  const { id } = open(state, params);
  const message = state.messages.get(params.message_id ?? "");
  if (message?.channel_id !== id || isEphemeral(message.flags)) throw unknownMessage();
  return message;
}
