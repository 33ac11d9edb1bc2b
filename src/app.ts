import { randomBytes } from "node:crypto";
import type { Archive, ReindexReport } from "./archive/archive.ts";
import type { Progress } from "./archive/index-source.ts";
import type { Briefings } from "./briefings/desk.ts";
import type { Choice, Command, Context, RawOptions } from "./command.ts";
import { messageOf, UserError } from "./errors.ts";
import type { Log } from "./log.ts";
import type { Reply, Text } from "./reply.ts";

/** Somebody's question, from whichever surface. */
export interface Question {
  readonly command: string;
  readonly options: RawOptions;
  readonly caller: Context["caller"];
  readonly showProgress?: (line: Text) => void;
}

export interface Answer {
  readonly reply: Reply;
  /** `refused`: the caller can mend it; `failed`: our fault, logged under the reference that the reply gives. */
  readonly outcome: "answered" | "refused" | "failed";
}

/** The commands over the current library, the same for every surface. */
export interface App {
  readonly commands: readonly Command[];
  /** Never rejects. */
  answer(question: Question): Promise<Answer>;
  /** Choices for an option that is being typed; none where something is wrong, or the caller may not use it. Never rejects. */
  complete(question: Question, option: string, typed: string): Promise<readonly Choice[]>;
}

export function createApp(parts: {
  readonly archive: Archive;
  readonly briefings: Briefings;
  readonly commands: readonly Command[];
  readonly version: string;
  readonly log: Log;
  readonly now?: () => number;
  /** After a caller's re-index; what goes wrong in it is logged only. */
  readonly onReindexed?: () => Promise<void>;
}): App {
  const { archive, briefings, commands, log, version, now = Date.now } = parts;
  const byName = new Map(commands.map((command) => [command.name, command]));

  function contextFor(question: Question): Context {
    return {
      get library() {
        if (archive.isOpening) throw new UserError("The articles are still being read. Please ask again in a minute.");
        return archive.library;
      },
      now: now(),
      caller: question.caller,
      status: { version, ...(archive.last ? { lastReindex: archive.last } : {}) },
      commands,
      reindex,
      briefings,
      showProgress: question.showProgress ?? (() => {}),
    };
  }

  async function reindex(onProgress: (progress: Progress) => void): Promise<ReindexReport> {
    const report = await archive.reindex(onProgress);
    await parts.onReindexed?.().catch((error: unknown) => log.error("re-index not announced", { error }));
    return report;
  }

  return {
    commands,
    async answer(question) {
      const started = performance.now();
      const outcome = await answer(question);
      log.info("answered", {
        command: byName.has(question.command) ? question.command : "unknown",
        outcome: outcome.outcome,
        ms: Math.round(performance.now() - started),
      });
      return outcome;
    },
    async complete(question, option, typed) {
      try {
        const command = byName.get(question.command);
        if (!command || command.adminOnly || (command.managerOnly && !question.caller.server?.isManager)) return [];
        return (await command.options[option]?.complete?.(typed, contextFor(question))) ?? [];
      } catch (error) {
        if (error instanceof UserError) return [];
        log.error("autocomplete failed", { command: question.command, option, error });
        return [];
      }
    },
  };

  async function answer(question: Question): Promise<Answer> {
    try {
      const command = byName.get(question.command);
      if (!command) throw new UserError(`There is no command /${question.command}. /help lists what can be asked.`);
      return { reply: await command.run(question.options, contextFor(question)), outcome: "answered" };
    } catch (error) {
      if (error instanceof UserError) return { reply: { heading: messageOf(error) }, outcome: "refused" };
      const reference = createReference();
      log.error("command failed", { reference, command: question.command, error });
      return { reply: faultReply(reference), outcome: "failed" };
    }
  }
}

/** Ties what somebody sees of a fault to the line of the log that holds its cause. */
export function createReference(): string {
  return randomBytes(4).toString("hex");
}

/** What somebody sees when it is our fault. */
export function faultReply(reference: string): Reply {
  return {
    heading: "Something went wrong here, not with your question.",
    lines: [["Please try again. If it happens again, give the bot's operator this reference: ", { code: reference }]],
  };
}
