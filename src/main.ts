// First, so that it catches a signal while the rest loads.
import "./stopping.ts";
import dotenv from "dotenv";
import { commands } from "../commands/index.ts";
import { createApp } from "./app.ts";
import { createArchive } from "./archive/archive.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { createBot, FatalError } from "./discord/bot.ts";
import { createLog } from "./log.ts";
import { readInWorker } from "./sources/read-in-worker.ts";
import { onStop } from "./stopping.ts";
import { version } from "./version.ts";

/** `EX_CONFIG` of sysexits.h: starting again is no use before somebody has changed a setting. */
const exitConfig = 78;
/** Milliseconds that answers under way have to finish once the process is told to stop. */
const patience = 4000;

dotenv.config({ quiet: true });
const config = readConfig();
const log = createLog({
  level: config.logLevel,
  secrets: [config.discordToken],
  write: (line) => process.stdout.write(line),
});

process.on("unhandledRejection", (error) => log.error("unhandled rejection", { error }));
process.on("uncaughtException", (error) => {
  log.error("uncaught exception", { error });
  process.exit(1);
});

let stopping = false;
const archive = await createArchive({ read: readInWorker(config.articlesDir), log });
const bot = createBot({
  app: createApp({ archive, commands, version: version, log }),
  token: config.discordToken,
  apiUrl: config.discordApiUrl,
  adminUserIds: config.adminUserIds,
  log,
  onFatal: exitFatally,
});

onStop((signal) => void stop(signal));

await archive.reindex().catch(() => log.warn("starting without articles"));
// Compiles what an answer needs: the first one would be slow otherwise.
archive.library.search({ query: "north korea summit", offset: 0, limit: 5 });
await bot.start().catch(exitFatally);

async function stop(signal: string): Promise<void> {
  stopping = true;
  log.info("stopping", { signal });
  archive.stop();
  await bot.stop(patience).catch((error: unknown) => log.error("stopped uncleanly", { error }));
  log.info("stopped");
  process.exit(0);
}

function exitFatally(error: unknown): void {
  if (stopping) return;
  log.error("fatal", { error });
  if (error instanceof FatalError) process.stderr.write(`${error.message}\n`);
  process.exit(error instanceof FatalError ? exitConfig : 1);
}

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(exitConfig);
  }
}
