import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FakeDiscord } from "./fake-discord.ts";
import { createSignal } from "./signal.ts";

const repository = resolve(fileURLToPath(import.meta.url), "../../../..");
const main = join(repository, "dist/src/main.js");

/** One line of the bot's log. */
export interface LogLine {
  readonly event: string;
  readonly level: string;
  readonly [field: string]: unknown;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds since the process was started. */
  readonly lived: number;
}

export interface BotProcess {
  /** What it has logged so far. */
  readonly events: readonly LogLine[];
  /** Both output streams as they came, in one. */
  readonly output: string;
  readonly exited: Promise<Exit>;
  /**
   * The first such line, past or future.
   * @throws Error with everything that the bot wrote, if it exits first or stays silent for 45 s
   */
  waitFor(event: string, where?: (line: LogLine) => boolean): Promise<LogLine>;
  /** Sends the signal, `SIGTERM` where missing, and waits for the end; `ms` is how long that took. */
  kill(signal?: NodeJS.Signals): Promise<Exit & { readonly ms: number }>;
}

/**
 * Starts the built bot as an operator would, in an empty folder and with no setting but these; a setting that is
 * `undefined` in `env` is left out.
 *
 * @example
 * const bot = await startBot({ discord });
 * await bot.waitFor("ready");
 * expect((await bot.kill()).code).toBe(0);
 */
export async function startBot(options: {
  /** Missing: the bot gets no token and the address of no Discord. */
  readonly discord?: Pick<FakeDiscord, "apiUrl" | "token">;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The folder of articles; the seeds where missing. */
  readonly articles?: string;
  /** Another program to run in the bot's place. */
  readonly program?: string;
}): Promise<BotProcess> {
  const program = options.program ?? main;
  if (!existsSync(program)) throw new Error("The bot isn't built: run `npm run build` first");
  const folder = mkdtempSync(join(tmpdir(), "bot-"));
  const { discord } = options;
  const settings = {
    PATH: process.env.PATH,
    HOME: folder,
    ARTICLES_DIR: options.articles ?? join(repository, "seeds/articles"),
    LOG_LEVEL: "debug",
    ...(discord ? { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl } : {}),
    ...options.env,
  };
  const env = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const child = spawn(process.execPath, [program], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });

  const started = performance.now();
  const events: LogLine[] = [];
  const changed = createSignal();
  let output = "";
  let rest = "";
  let exit: Exit | undefined;

  const collect = (chunk: string) => {
    output += chunk;
  };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    collect(chunk);
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    events.push(...lines.flatMap(parse));
    changed.notify();
  });
  child.stderr.setEncoding("utf8").on("data", collect);
  const exited = new Promise<Exit>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => {
      rmSync(folder, { recursive: true, force: true });
      exit = { code, signal, lived: performance.now() - started };
      changed.notify();
      done(exit);
    });
  });

  return {
    events,
    exited,
    get output() {
      return output;
    },
    async waitFor(event, where = () => true) {
      const find = () => events.find((line) => line.event === event && where(line));
      await changed
        .until(() => find() !== undefined || exit !== undefined, `the event “${event}”`, 45_000)
        .catch((error: unknown) => {
          throw new Error(`${error}. The bot wrote:\n${output}`);
        });
      const line = find();
      if (line) return line;
      throw new Error(`The bot exited (${JSON.stringify(exit)}) before the event “${event}”. It wrote:\n${output}`);
    },
    async kill(signal = "SIGTERM") {
      const asked = performance.now();
      if (exit === undefined) child.kill(signal);
      return { ...(await exited), ms: performance.now() - asked };
    },
  };
}

function parse(line: string): LogLine[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "event" in value ? [value as LogLine] : [];
  } catch {
    return [];
  }
}
