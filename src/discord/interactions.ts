import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  PermissionFlagsBits,
  type REST,
} from "discord.js";
import { type App, createReference, faultReply } from "../app.ts";
import type { Caller, RawValue } from "../command.ts";
import type { Log } from "../log.ts";
import type { Reply, Text } from "../reply.ts";
import { decode } from "./custom-id.ts";
import { type Asked, renderMessage } from "./render.ts";
import { createResponder, isExpired, type Responder } from "./respond.ts";

/** Answers interactions: slash commands, autocomplete, buttons and choices. The returned function never rejects. */
export function createInteractionHandler(parts: {
  readonly app: App;
  readonly rest: REST;
  readonly log: Log;
  readonly isAdmin: (userId: string) => Promise<boolean>;
  /** A channel's name as far as the gateway has told it. */
  readonly channelName: (id: string) => string | undefined;
}): (interaction: Interaction) => Promise<void> {
  const { app, rest, log, isAdmin, channelName } = parts;
  const byName = new Map(app.commands.map((command) => [command.name, command]));

  return async (interaction) => {
    const respond = createResponder(rest, interaction);
    try {
      if (interaction.isAutocomplete()) await complete(interaction, respond);
      else if (interaction.isChatInputCommand()) await answerCommand(interaction, respond);
      else if (interaction.isMessageComponent()) await answerPress(interaction, respond);
    } catch (error) {
      const reference = createReference();
      // Where Discord waits no longer, there is nobody left to tell but the operator.
      log[isExpired(error) ? "warn" : "error"]("answer not delivered", {
        reference,
        interaction: interaction.type,
        error,
      });
      if (interaction.isAutocomplete() || isExpired(error)) return;
      const asked = { command: "", options: {}, owner: interaction.user.id, private: true };
      const body = renderMessage(faultReply(reference), asked);
      await respond.rescue(body).catch((again: unknown) => log.warn("fault not told", { reference, error: again }));
    }
  };

  function callerOf({ user, guildId, memberPermissions }: Asking): Caller {
    const isManager = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
    return {
      id: user.id,
      isAdmin: () => isAdmin(user.id),
      ...(guildId !== null && { server: { id: guildId, isManager, channelName } }),
    };
  }

  async function complete(interaction: AutocompleteInteraction, respond: Responder): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const question = { ...invocationOf(interaction), caller: callerOf(interaction) };
    await respond.choices(await app.complete(question, name, String(value)));
  }

  async function answerCommand(interaction: ChatInputCommandInteraction, respond: Responder): Promise<void> {
    const asked = { ...invocationOf(interaction), owner: interaction.user.id };
    const command = byName.get(asked.command);
    const question = { ...asked, caller: callerOf(interaction) };
    if (!command?.slow) {
      const { reply, outcome } = await app.answer(question);
      const isPrivate = command?.private === true || outcome !== "answered";
      await respond.reply(renderMessage(reply, { ...asked, private: isPrivate }));
      return;
    }
    await respond.defer(command.private === true);
    const progress = createProgress((line) => respond.edit(progressMessage(line, asked)));
    const { reply } = await app.answer({ ...question, showProgress: progress.show });
    await progress.end();
    await respond.edit(renderMessage(reply, asked));
  }

  async function answerPress(interaction: MessageComponentInteraction, respond: Responder): Promise<void> {
    const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? "") : interaction.customId;
    const press = decode(id, customIds(interaction.message.components));
    const owner = interaction.user.id;
    if (!press) {
      const reply = { heading: "This button is from an older version of the bot. Please ask again." };
      await respond.reply(renderMessage(reply, { command: "", options: {}, owner, private: true }));
      return;
    }
    const asked = { ...press.target, owner };
    const { reply, outcome } = await app.answer({ ...asked, caller: callerOf(interaction) });
    const isOwn = press.owner === owner;
    if (isOwn && outcome === "answered") await respond.update(renderMessage(reply, asked));
    else await respond.reply(renderMessage(reply, { ...asked, private: true }));
  }
}

/** Who asks, and where. */
type Asking = Pick<BaseInteraction, "user" | "guildId" | "memberPermissions">;

/** A subcommand's name stands behind its command's, and its options are one level down. */
function invocationOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction) {
  const subcommand = interaction.options.getSubcommand(false);
  const data = subcommand === null ? interaction.options.data : (interaction.options.data[0]?.options ?? []);
  const values = data.flatMap(({ name, value }): [string, RawValue][] =>
    value === undefined ? [] : [[name, typeof value === "string" ? value.toWellFormed() : value]],
  );
  const command = subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`;
  return { command, options: Object.fromEntries(values) };
}

/** All `custom_id`s below a message's components, in order. */
function customIds(components: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(components, (key, value) => {
    if (key === "custom_id" && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

function progressMessage(line: Text, asked: Asked) {
  return renderMessage({ heading: "Working …", lines: [line] } satisfies Reply, asked);
}

/** Milliseconds between two edits that show progress. */
const progressInterval = 1500;

/** Shows the latest line at most once an interval, one request at a time; a failed one is skipped. */
function createProgress(edit: (line: Text) => Promise<void>) {
  let latest: Text | undefined;
  let sending: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (latest === undefined || sending) return;
    const line = latest;
    latest = undefined;
    sending = edit(line)
      .catch(() => {})
      .finally(() => {
        sending = undefined;
      });
  }, progressInterval);
  return {
    show(line: Text) {
      latest = line;
    },
    async end() {
      clearInterval(timer);
      await sending;
    },
  };
}
