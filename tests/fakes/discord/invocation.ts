import type { Channel } from "./guild.ts";
import type { JsonObject } from "./json.ts";
import { length, list, record } from "./json.ts";
import { channel as channelPayload } from "./payloads.ts";
import type { RegisteredCommand } from "./state.ts";

/** What a person gives for a command's options; a channel is one that they picked. */
export type Values = Readonly<Record<string, string | number | boolean | Channel>>;

/** Discord's numbers for options: https://docs.discord.com/developers/interactions/application-commands */
const optionType = { subcommand: 1, text: 3, integer: 4, boolean: 5, channel: 7, number: 10 } as const;

/** The options that stand to choose from: those of the command, or of its subcommand. @throws Error where it has none so */
export function declaredOptions(command: RegisteredCommand, subcommand: string | undefined): readonly JsonObject[] {
  const subcommands = command.options.filter(({ type }) => type === optionType.subcommand);
  const names = subcommands.map(({ name }) => name).join(", ");
  if (subcommand === undefined) {
    if (subcommands.length > 0) throw new Error(`/${command.name} needs a subcommand: ${names}`);
    return command.options;
  }
  const found = subcommands.find(({ name }) => name === subcommand);
  if (!found) throw new Error(`/${command.name} has no subcommand ${subcommand}, only: ${names}`);
  return list(found.options).map(record);
}

/**
 * The `data` of an interaction: https://docs.discord.com/developers/interactions/receiving-and-responding
 * @param permissions of whoever invokes it, as Discord's number in decimal
 * @param focused the option that is being typed
 */
export function invocationData(
  command: RegisteredCommand,
  subcommand: string | undefined,
  values: Values,
  permissions: string,
  focused?: { readonly name: string; readonly value: string | number },
): JsonObject {
  const declared = declaredOptions(command, subcommand);
  const typeOf = (name: string, value: unknown) =>
    declared.find((option) => option.name === name)?.type ?? guessedType(value);
  const options: JsonObject[] = Object.entries(values).map(([name, value]) => ({
    name,
    type: typeOf(name, value),
    value: typeof value === "object" ? value.id : value,
  }));
  if (focused) options.push({ ...focused, type: typeOf(focused.name, focused.value), focused: true });
  const picked = Object.values(values).filter((value) => typeof value === "object");
  const channels = picked.map((channel) => [channel.id, { ...channelPayload(channel), permissions }]);
  return {
    id: command.id,
    name: command.name,
    type: 1,
    options: subcommand === undefined ? options : [{ name: subcommand, type: optionType.subcommand, options }],
    ...(picked.length > 0 && { resolved: { channels: Object.fromEntries(channels) } }),
  };
}

function guessedType(value: unknown): number {
  if (typeof value === "number") return optionType.integer;
  if (typeof value === "boolean") return optionType.boolean;
  return typeof value === "object" ? optionType.channel : optionType.text;
}

/** Why Discord's own client would not send these values; undefined if it would. */
export function refusal(declared: readonly JsonObject[], values: Values, place: Channel): string | undefined {
  const unknown = Object.keys(values).find((name) => !declared.some((option) => option.name === name));
  if (unknown !== undefined) return `it has no option ${unknown}`;
  for (const option of declared) {
    const reason = refusedValue(option, values[String(option.name)], place);
    if (reason !== undefined) return `${option.name} ${reason}`;
  }
  return undefined;
}

function refusedValue(option: JsonObject, value: Values[string] | undefined, place: Channel): string | undefined {
  if (value === undefined) return option.required === true ? "is required" : undefined;
  if (option.type === optionType.channel) return refusedChannel(option, value, place);
  if (option.type === optionType.boolean) return typeof value === "boolean" ? undefined : "must be true or false";
  if (option.type === optionType.text) {
    if (typeof value !== "string") return "must be a text";
    if (length(value) > Number(option.max_length ?? 6000)) return `is longer than ${option.max_length ?? 6000}`;
    if (length(value) < Number(option.min_length ?? 0)) return `is shorter than ${option.min_length}`;
  }
  if (option.type === optionType.integer || option.type === optionType.number) {
    if (typeof value !== "number" || (option.type === optionType.integer && !Number.isInteger(value)))
      return "must be a number";
    if (value > Number(option.max_value ?? Number.MAX_SAFE_INTEGER)) return `is above ${option.max_value}`;
    if (value < Number(option.min_value ?? Number.MIN_SAFE_INTEGER)) return `is below ${option.min_value}`;
  }
  const choices = list(option.choices).map((choice) => record(choice).value);
  return choices.length > 0 && !choices.some((choice) => choice === value) ? "is none of the choices" : undefined;
}

function refusedChannel(option: JsonObject, value: Values[string], place: Channel): string | undefined {
  if (typeof value !== "object") return "must be a channel";
  if (value.guild !== place.guild) return "is a channel of another server";
  const types = list(option.channel_types);
  return types.length === 0 || types.includes(value.type) ? undefined : "is a channel of another type";
}
