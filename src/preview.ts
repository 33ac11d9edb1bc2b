import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import dotenv from "dotenv";
import { commands } from "../commands/index.ts";
import { type Answer, createApp } from "./app.ts";
import { createArchive } from "./archive/archive.ts";
import { indexHere } from "./archive/index-here.ts";
import type { Failure } from "./archive/index-source.ts";
import { type Briefings, createBriefings } from "./briefings/desk.ts";
import { ConfigError, loadPreviewConfig } from "./config.ts";
import { renderMessage } from "./discord/render.ts";
import { messageOf, UserError } from "./errors.ts";
import { createLog, type Log } from "./log.ts";
import type { Text } from "./reply.ts";
import { readFolder } from "./sources/folder.ts";
import type { Store } from "./store/store.ts";
import { readArguments, UsageError } from "./terminal/arguments.ts";
import { readLines } from "./terminal/lines.ts";
import { type Asked, parseLine } from "./terminal/parse.ts";
import { printable } from "./terminal/printable.ts";
import { createStatusLine } from "./terminal/progress.ts";
import { prompt } from "./terminal/prompt.ts";
import { renderTerminal } from "./terminal/render.ts";
import { version } from "./version.ts";

const usage = `The bot's commands in the terminal, without Discord.

  npm run preview                            a prompt; from a pipe, one command a line
  npm run preview -- "/search summit"        one answer
  npm run preview -- --json "/search summit" the message body that Discord would get, one line for each answer
  npm run preview -- --help                  this text

Options are written as Discord shows them: /search query:"kim trump" after:2019-04 source:AFP
Articles come from the folder in ARTICLES_DIR. The exit status is 0 when everything was answered, 1 when something
was refused or failed, 64 for a wrong flag, 78 for a wrong setting.
`;

/** Those above 1 as in sysexits.h. */
const status = { ok: 0, refused: 1, usage: 64, config: 78 } as const;
/** It is the operator's own terminal, and a server that the operator manages. */
const server = { id: "1", isManager: true, channelName: () => undefined };
const caller = { id: "1", isAdmin: async () => true, server };

/** @returns the exit status */
async function main(): Promise<number> {
  const { json, help, line } = readArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(usage);
    return status.ok;
  }
  dotenv.config({ quiet: true });
  const { articlesDir } = loadPreviewConfig(process.env);
  const log = createLog({ level: "error", write: (entry) => process.stderr.write(entry) });
  const archive = await createArchive({ build: indexHere(readFolder(articlesDir)), log });
  const app = createApp({ archive, briefings: createTrial(log), commands, version, log });
  reportFailures((await archive.reindex()).failures);

  let first = true;
  async function answer(typed: string): Promise<boolean> {
    const progress = createStatusLine(process.stderr);
    const { asked, reply, outcome } = await ask(typed, progress.show);
    progress.clear();
    if (json) {
      const command = commands.find(({ name }) => name === asked.command);
      // As the bot does: what was not answered is for the caller only, unless Discord had to be told sooner.
      const isPrivate = command?.private === true || (outcome !== "answered" && command?.slow !== true);
      const body = renderMessage(reply, { ...asked, owner: caller.id, private: isPrivate });
      process.stdout.write(`${JSON.stringify(body)}\n`);
    } else {
      const look = { width: columns(), color: color(), asked, commands };
      process.stdout.write(`${first ? "" : "\n"}${renderTerminal(reply, look)}`);
    }
    first = false;
    return outcome === "answered";
  }

  /** A line that can't be understood is refused as a bad value is: every line has one answer. */
  async function ask(typed: string, showProgress: (line: Text) => void): Promise<Answer & { asked: Asked }> {
    try {
      const asked = parseLine(typed, commands);
      return { asked, ...(await app.answer({ ...asked, caller, showProgress })) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { asked: { command: "", options: {} }, reply: { heading: error.message }, outcome: "refused" };
    }
  }

  if (line !== undefined) return (await answer(line)) ? status.ok : status.refused;
  if (!process.stdin.isTTY) return (await answerAll(answer)) ? status.ok : status.refused;
  const output = process.stdout.isTTY && !json ? process.stdout : process.stderr;
  const count = archive.library.articles.length;
  output.write(`${count} articles. /help says what can be asked, Tab completes, Ctrl-D ends.\n`);
  await prompt({
    commands,
    input: process.stdin,
    output,
    answer,
    complete: (command, option, typed) => app.complete({ command, options: {}, caller }, option, typed),
  });
  return status.ok;
}

/** Briefings that are forgotten with the process: nothing is posted from here. */
function createTrial(log: Log): Briefings {
  let store: Promise<Store> | undefined;
  const noDiscord = "From here Discord can't be asked whether the bot may post there, and nothing is posted.";
  return createBriefings({
    open: () => {
      store ??= openTrialStore(log);
      return store;
    },
    publisher: { check: async () => ({ state: "unknown", problems: [noDiscord] }) as const },
    now: Date.now,
  });
}

/** Loads the database only for who asks for it. */
async function openTrialStore(log: Log): Promise<Store> {
  const { openStore } = await import("./store/open.ts");
  const dataDir = mkdtempSync(join(tmpdir(), "preview-"));
  process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  return openStore({ dataDir, log });
}

/** @returns whether every line was answered */
async function answerAll(answer: (line: string) => Promise<boolean>): Promise<boolean> {
  let all = true;
  for await (const line of readLines(process.stdin)) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    if (!(await answer(line))) all = false;
  }
  return all;
}

function reportFailures(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  const shown = failures.slice(0, 10).map(({ file, reason }) => `  ${printable(file)}: ${printable(reason)}\n`);
  const more = failures.length > shown.length ? `  … and ${failures.length - shown.length} more: see /reindex\n` : "";
  process.stderr.write(`Could not be read (${failures.length}):\n${shown.join("")}${more}\n`);
}

/** Only a terminal has a width to wrap at; whatever reads a pipe wraps by itself. */
function columns(): number {
  return process.stdout.isTTY ? Math.min(process.stdout.columns || 80, 100) : Number.POSITIVE_INFINITY;
}

/** FORCE_COLOR decides where it is set; else a terminal that can has colour, unless NO_COLOR is set (no-color.org). */
function color(): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none } = process.env;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return process.stdout.isTTY && !none && process.stdout.hasColors();
}

function complain(error: Error): void {
  process.stderr.write(`${messageOf(error).split("\n").map(printable).join("\n")}\n`);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    // Whoever read it, such as `head`, has enough.
    process.exit();
  });
}
try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) process.exitCode = status.usage;
  else if (error instanceof ConfigError) process.exitCode = status.config;
  else if (error instanceof UserError) process.exitCode = status.refused;
  else throw error;
  complain(error);
}
