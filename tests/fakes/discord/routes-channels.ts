import {
  alreadyCrossposted,
  closedMessages,
  invalidRecipients,
  missingAccess,
  missingPermissions,
  noTextChannel,
  type Problem,
  unavailable,
  unknownChannel,
  unknownMessage,
  wrongChannelType,
} from "./errors.ts";
import { type Channel, channelTypes } from "./guild.ts";
import { type JsonObject, record, text } from "./json.ts";
import { createMessage, editMessage } from "./messages.ts";
import { channel as channelPayload } from "./payloads.ts";
import { botPermissionsIn, may } from "./permissions.ts";
import { type Call, noContent, ok, type Route } from "./route.ts";
import { directChannel, type Message, type State } from "./state.ts";
import { checkMessage, isEphemeral, messageFlag } from "./validate-limits.ts";

const message = "/channels/{channel_id}/messages/{message_id}";

export const channelRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/channels/{channel_id}",
    handle: ({ params }, state) => ok(channelPayload(visible(state, params))),
  },
  {
    method: "POST",
    path: "/users/@me/channels",
    handle({ body }, state) {
      const user = state.people.get(text(record(body).recipient_id));
      if (!user || user === state.bot) throw invalidRecipients();
      return ok(channelPayload(directChannel(state, user, 1)));
    },
  },
  {
    method: "GET",
    path: "/channels/{channel_id}/messages",
    check: checkPage,
    handle: (call, state) => ok(page(call, state).map((one) => read(one, state))),
  },
  {
    method: "POST",
    path: "/channels/{channel_id}/messages",
    check({ params, body }, state) {
      writable(state, params);
      return checkMessage(record(body));
    },
    handle({ params, body }, state) {
      const created = create(state, writable(state, params), record(body));
      state.signal.notify();
      return ok(created);
    },
  },
  { method: "GET", path: message, handle: ({ params }, state) => ok(read(inChannel(state, params), state)) },
  {
    method: "PATCH",
    path: message,
    check: ({ params, body }, state) => checkMessage(record(body), own(state, params)),
    handle({ params, body }, state) {
      const edited = editMessage(state, own(state, params), record(body));
      state.signal.notify();
      return ok(kept(edited));
    },
  },
  {
    method: "DELETE",
    path: message,
    handle({ params }, state) {
      state.messages.delete(own(state, params).id);
      state.signal.notify();
      return noContent;
    },
  },
  {
    method: "POST",
    path: `${message}/crosspost`,
    handle({ params }, state) {
      const channel = writable(state, params);
      if (channel.type !== channelTypes.announcement) throw wrongChannelType();
      const found = own(state, params);
      if ((found.flags & messageFlag.crossposted) !== 0) throw alreadyCrossposted();
      const published = { ...found, flags: found.flags | messageFlag.crossposted };
      state.messages.set(found.id, published);
      state.signal.notify();
      return ok(kept(published));
    },
  },
];

/** @throws ApiError where there is no such channel, or the bot may not see it */
function visible(state: State, params: Call["params"]): Channel {
  const channel = state.channels.get(params.channel_id ?? "");
  if (!channel) throw unknownChannel();
  if (channel.guild?.available === false) throw unavailable();
  if (!may(botPermissionsIn(channel), "ViewChannel")) throw missingAccess();
  return channel;
}

function writable(state: State, params: Call["params"]): Channel {
  const channel = visible(state, params);
  if (channel.type === channelTypes.category || channel.type === channelTypes.forum) throw noTextChannel();
  if (!may(botPermissionsIn(channel), "SendMessages")) throw missingPermissions();
  if (channel.recipients.some(({ id }) => state.closed.has(id))) throw closedMessages();
  return channel;
}

/** A message is kept without its nonce: only the answer to the request that made it holds one. */
function kept({ nonce: _, ...message }: Message): Omit<Message, "nonce"> {
  return message;
}

/** Without the Message Content intent, a bot gets others' messages without what is in them. */
function read(message: Message, { bot }: State): Omit<Message, "nonce"> {
  const empty = { content: "", embeds: [], components: [], attachments: [] };
  return message.author.id === bot.id ? kept(message) : { ...kept(message), ...empty };
}

/**
 * With an enforced nonce that the bot has used within the window: the message that is there, and none anew, even if it
 * was deleted. https://docs.discord.com/developers/resources/message#create-message
 */
function create(state: State, channel: Channel, body: JsonObject): Message {
  if (body.enforce_nonce !== true) return createMessage(state, channel, body);
  const key = String(body.nonce);
  const before = state.nonces.get(key);
  if (before && performance.now() - before.at < state.nonceWindowMs) {
    const existing = state.messages.get(before.messageId);
    if (!existing) throw unknownMessage();
    return existing;
  }
  const created = createMessage(state, channel, body);
  state.nonces.set(key, { messageId: created.id, at: performance.now() });
  return created;
}

function checkPage({ query }: Call): Problem[] {
  const limit = Number(query.limit ?? 50);
  const proper = Number.isInteger(limit) && limit >= 1 && limit <= 100;
  const ids = ["before", "after"].filter((key) => query[key] !== undefined);
  return [
    ...(proper ? [] : [{ path: ["limit"], message: "must be 1 to 100" }]),
    ...(query.around === undefined ? [] : [{ path: ["around"], message: "is unknown to this fake" }]),
    ...(ids.length > 1 ? [{ path: ids, message: "only one of them may be there" }] : []),
    ...ids.filter((key) => !/^\d+$/.test(query[key] ?? "")).map((key) => ({ path: [key], message: "must be an id" })),
  ];
}

/** Newest first; nothing where the bot may not read the history. `after` gives those that follow it next. */
function page({ params, query }: Call, state: State): Message[] {
  const channel = visible(state, params);
  if (!may(botPermissionsIn(channel), "ReadMessageHistory")) return [];
  const { before, after, limit = "50" } = query;
  const all = [...state.messages.values()]
    .filter((one) => one.channel_id === channel.id && !isEphemeral(one.flags))
    .filter(({ id }) => before === undefined || BigInt(id) < BigInt(before))
    .filter(({ id }) => after === undefined || BigInt(id) > BigInt(after))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  return (after === undefined ? all.slice(-Number(limit)) : all.slice(0, Number(limit))).reverse();
}

/** An ephemeral message can't be reached through its channel. */
function inChannel(state: State, params: Call["params"]): Message {
  const { id } = visible(state, params);
  const found = state.messages.get(params.message_id ?? "");
  if (found?.channel_id !== id || isEphemeral(found.flags)) throw unknownMessage();
  return found;
}

/** One that the bot may change: others' need permissions that it never has here. */
function own(state: State, params: Call["params"]): Message {
  const found = inChannel(state, params);
  if (found.author.id !== state.bot.id) throw missingPermissions();
  return found;
}
