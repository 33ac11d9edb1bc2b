import { emptyMessage } from "./errors.ts";
import type { Channel } from "./guild.ts";
import type { Json, JsonObject } from "./json.ts";
import { list, present, record, text } from "./json.ts";
import type { Component, Interaction, Message, State, User } from "./state.ts";
import { componentType } from "./validate-components.ts";
import { isEmpty, isEphemeral, messageFlag } from "./validate-limits.ts";

const keptOnCreate = messageFlag.ephemeral | messageFlag.componentsV2 | 4 | 4096;
const keptOnEdit = messageFlag.componentsV2 | 4;

/** Stores a new message from a body that was checked. @throws ApiError if there is nothing in it */
export function createMessage(
  state: State,
  channel: Channel,
  body: JsonObject,
  from: {
    readonly interaction?: Interaction;
    readonly flags?: number;
    readonly type?: number;
    /** The bot where missing. */
    readonly author?: User;
  } = {},
): Message {
  const { interaction } = from;
  const loading = ((from.flags ?? 0) & messageFlag.loading) !== 0;
  if (!loading && isEmpty(body)) throw emptyMessage();
  const { nonce } = body;
  const id = state.nextId();
  const flags = (Number(body.flags ?? 0) & keptOnCreate) | (from.flags ?? 0);
  if (!isEphemeral(flags)) channel.lastMessageId = id;
  const message = store(state, {
    ...written(body),
    id,
    channel_id: channel.id,
    author: from.author ?? state.bot,
    type: from.type ?? 0,
    content: text(body.content),
    flags,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    pinned: false,
    tts: false,
    ...(typeof nonce === "string" || typeof nonce === "number" ? { nonce } : {}),
    ...(interaction === undefined
      ? {}
      : {
          application_id: state.applicationId,
          webhook_id: state.applicationId,
          interaction_metadata: metadata(interaction),
        }),
  });
  if (message.author === state.bot) state.stored.push(message);
  return message;
}

/** Stores what an edit makes of a message, from a body that was checked. @throws ApiError if nothing is left */
export function editMessage(state: State, message: Message, body: JsonObject): Message {
  const kept = message.flags & ~messageFlag.loading & ~(typeof body.flags === "number" ? 4 : 0);
  const edited: Message = {
    ...message,
    ...written({ components: message.components as unknown as Json, embeds: message.embeds, ...given(body) }),
    content: body.content === undefined ? message.content : text(body.content),
    flags: kept | (Number(body.flags ?? 0) & keptOnEdit),
    edited_timestamp: new Date().toISOString(),
  };
  if (isEmpty(edited as unknown as JsonObject)) throw emptyMessage();
  return store(state, edited);
}

function store(state: State, message: Message): Message {
  state.messages.set(message.id, message);
  return message;
}

/** What the body changes: `null` empties a list, a missing key leaves it. */
function given(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function written(body: JsonObject): { components: readonly Component[]; embeds: readonly JsonObject[] } {
  return {
    components: fillIn(list(body.components)),
    embeds: list(body.embeds).map((embed) => fillEmbed(record(embed))),
  };
}

function fillEmbed(embed: JsonObject): JsonObject {
  const fields = list(embed.fields).map((field) => ({ inline: false, ...record(field) }));
  return { ...embed, type: "rich", ...(fields.length > 0 ? { fields } : {}) };
}

/** What Discord adds to components: an id for each, counted from 1 past those given, and the defaults. */
function fillIn(components: readonly Json[]): readonly Component[] {
  const taken = new Set<unknown>();
  const collect = (component: JsonObject): void => {
    taken.add(component.id);
    for (const child of list(component.components)) collect(record(child));
    if (present(component.accessory)) collect(record(component.accessory));
  };
  for (const component of components) collect(record(component));
  let last = 0;
  const nextId = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const fill = (component: JsonObject): JsonObject => {
    const filled = Object.fromEntries(Object.entries(component).filter(([, value]) => present(value)));
    const id = typeof component.id === "number" && component.id !== 0 ? component.id : nextId();
    return {
      ...defaults(Number(component.type)),
      ...filled,
      id,
      ...(present(component.components) ? { components: list(component.components).map(record).map(fill) } : {}),
      ...(present(component.accessory) ? { accessory: fill(record(component.accessory)) } : {}),
      ...(present(component.media) ? { media: unfurl(record(component.media)) } : {}),
      ...(present(component.items) ? { items: list(component.items).map(record).map(fillItem) } : {}),
    };
  };
  return components.map(record).map(fill) as unknown as readonly Component[];
}

function fillItem(item: JsonObject): JsonObject {
  return { description: null, spoiler: false, ...item, media: unfurl(record(item.media)) };
}

function unfurl({ url }: JsonObject): JsonObject {
  return { id: "0", url, proxy_url: url, width: null, height: null, content_type: null };
}

function defaults(type: number): JsonObject {
  switch (type) {
    case componentType.container:
      return { accent_color: null, spoiler: false };
    case componentType.thumbnail:
      return { description: null, spoiler: false };
    case componentType.separator:
      return { spacing: 1, divider: true };
    case componentType.stringSelect:
      return { min_values: 1, max_values: 1 };
    default:
      return {};
  }
}

function metadata(interaction: Interaction): JsonObject {
  const { id, type, user, owners, source, commandName } = interaction;
  return {
    id,
    type,
    user: { ...user },
    authorizing_integration_owners: owners,
    ...(source === undefined ? { name: commandName, command_type: 1 } : { interacted_message_id: source.id }),
  };
}
