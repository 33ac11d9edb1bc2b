import type { Problem } from "./errors.ts";
import { inside } from "./errors.ts";
import type { JsonObject } from "./json.ts";
import { length, list, present, record } from "./json.ts";
import type { Message } from "./state.ts";
import { checkComponents, checkCount, checkLength, checkUrl } from "./validate-components.ts";

export const messageFlag = { crossposted: 1, ephemeral: 64, loading: 128, componentsV2: 32_768 } as const;

const flagged = (flags: unknown, flag: number) => typeof flags === "number" && (flags & flag) !== 0;
export const isV2 = (flags: unknown) => flagged(flags, messageFlag.componentsV2);
export const isEphemeral = (flags: unknown) => flagged(flags, messageFlag.ephemeral);

/** What an edit meets in the message that is there. */
type Before = Pick<Message, "flags" | "content" | "embeds">;

/**
 * Problems of a message's body against Discord's hard limits.
 * @param before the message that the body edits; undefined for a new one
 */
export function checkMessage(body: JsonObject, before?: Before): Problem[] {
  const v2 = isV2(before?.flags) || isV2(body.flags);
  const lists = ["components", "embeds"].filter((key) => present(body[key]) && !Array.isArray(body[key]));
  return [
    ...lists.map((key) => ({ path: [key], message: "must be a list" })),
    ...checkLength(body.content ?? "", "content", 0, 2000),
    ...inside("embeds", checkEmbeds(list(body.embeds).map(record))),
    ...inside("components", checkComponents(list(body.components), v2)),
    ...checkV2(body, before),
    ...checkMentions(body),
    ...checkNonce(body),
  ];
}

/** True for a body from which no message can be made. */
export function isEmpty(body: JsonObject): boolean {
  const lists = ["embeds", "components", "attachments", "sticker_ids"];
  return (
    length(String(body.content ?? "").trim()) === 0 &&
    !present(body.poll) &&
    lists.every((key) => list(body[key]).length === 0)
  );
}

function checkV2(body: JsonObject, before: Before | undefined): Problem[] {
  if (!isV2(before?.flags) && !isV2(body.flags)) return [];
  const problems: Problem[] = [];
  if (isV2(before?.flags) && typeof body.flags === "number" && !isV2(body.flags)) {
    problems.push({ path: ["flags"], message: "the Components V2 flag can't be removed from a message" });
  }
  for (const key of ["content", "embeds", "poll", "sticker_ids"]) {
    const stays = key === "content" || key === "embeds" ? before?.[key] : undefined;
    const value = body[key] === undefined ? stays : body[key];
    const filled = Array.isArray(value) ? value.length > 0 : present(value) && value !== "";
    if (filled) problems.push({ path: [key], message: "can't be used together with Components V2" });
  }
  return problems;
}

/** Our own rule: nothing that the bot writes may ping anybody, on any surface, so every body has to say so. */
function checkMentions(body: JsonObject): Problem[] {
  const path = ["allowed_mentions"];
  const writes = ["content", "embeds", "components"].some((key) => present(body[key]));
  if (!present(body.allowed_mentions)) return writes ? [{ path, message: "would ping: it is missing" }] : [];
  const mentions = record(body.allowed_mentions);
  const quiet =
    Array.isArray(mentions.parse) &&
    ["parse", "users", "roles"].every((key) => list(mentions[key]).length === 0) &&
    mentions.replied_user !== true;
  return quiet ? [] : [{ path, message: `would ping: ${JSON.stringify(mentions)}` }];
}

function checkNonce(body: JsonObject): Problem[] {
  const { nonce } = body;
  if (!present(nonce)) {
    return body.enforce_nonce === true ? [{ path: ["nonce"], message: "must be there to be enforced" }] : [];
  }
  return typeof nonce === "number" ? [] : checkLength(nonce, "nonce", 1, 25);
}

function checkEmbeds(embeds: readonly JsonObject[]): Problem[] {
  const problems: Problem[] = embeds.length > 10 ? [{ path: [], message: "must be 10 or fewer in number" }] : [];
  let total = 0;
  embeds.forEach((embed, index) => {
    const fields = list(embed.fields).map(record);
    const author = record(embed.author);
    const footer = record(embed.footer);
    const words = [embed.title, embed.description, author.name, footer.text];
    total += [...words, ...fields.flatMap((field) => [field.name, field.value])].map(length).reduce((a, b) => a + b, 0);
    problems.push(
      ...inside(index, [
        ...checkLength(embed.title ?? "", "title", 0, 256),
        ...checkLength(embed.description ?? "", "description", 0, 4096),
        ...inside("author", checkLength(author.name ?? "", "name", 0, 256)),
        ...inside("footer", checkLength(footer.text ?? "", "text", 0, 2048)),
        ...(present(embed.url) ? checkUrl(embed.url, "url", 2048) : []),
        ...checkCount(fields, "fields", 0, 25),
        ...fields.flatMap((field, at) =>
          inside(
            "fields",
            inside(at, [...checkLength(field.name, "name", 1, 256), ...checkLength(field.value, "value", 1, 1024)]),
          ),
        ),
      ]),
    );
  });
  if (total > 6000) problems.push({ path: [], message: `must hold 6000 characters or fewer in all, not ${total}` });
  return problems;
}

/** Problems of an autocomplete result. */
export function checkChoices(data: JsonObject): Problem[] {
  const choices = list(data.choices).map(record);
  return [
    ...(Array.isArray(data.choices) ? [] : [{ path: ["choices"], message: "must be a list" }]),
    ...checkCount(choices, "choices", 0, 25),
    ...choices.flatMap((choice, index) => inside("choices", inside(index, checkChoice(choice)))),
  ];
}

export function checkChoice(choice: JsonObject): Problem[] {
  return [
    ...checkLength(choice.name, "name", 1, 100),
    ...(typeof choice.value === "number" ? [] : checkLength(choice.value, "value", 1, 100)),
  ];
}
