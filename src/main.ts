// First, so that it catches a signal while the rest loads.
import "./stopping.ts";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import dotenv from "dotenv";
import { commands } from "../commands/index.ts";
import { createApp } from "./app.ts";
import { createArchive } from "./archive/archive.ts";
import { indexAside } from "./archive/index-aside.ts";
import { warmUp } from "./archive/warm-up.ts";
import { createBriefings } from "./briefings/desk.ts";
import { createRounds } from "./briefings/rounds.ts";
import { createServerRegister } from "./briefings/servers.ts";
import { startClock } from "./clock.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { createBot, FatalError } from "./discord/bot.ts";
import { createPublisher } from "./discord/publish.ts";
import { createLog } from "./log.ts";
import { onStop } from "./stopping.ts";
import { openStore } from "./store/open.ts";
import { StoreRefused } from "./store/store.ts";
import { version } from "./version.ts";

/** `EX_CONFIG` of sysexits.h: starting again is no use before somebody has changed a setting. */
const exitConfig = 78;
/** Milliseconds that the first answer is waited for. */
const longestOpening = 20_000;
/** Milliseconds that answers under way have to finish once the process is told to stop. */
const patience = 4000;

dotenv.config({ quiet: true });
const config = readConfig();
const now = startClock(config.testClock);
const log = createLog({
  level: config.logLevel,
  secrets: [config.discordToken, ...(config.databaseUrl === undefined ? [] : [config.databaseUrl])],
  now: () => new Date(now()),
  write: (line) => process.stdout.write(line),
});

process.on("unhandledRejection", (error) => log.error("unhandled rejection", { error }));
process.on("uncaughtException", (error) => {
  log.error("uncaught exception", { error });
  process.exit(1);
});

let stopping = false;
/** Names this process in the store. */
const owner = randomUUID();
const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log }).catch(exitFatally);
const publisher = createPublisher({ token: config.discordToken, apiUrl: config.discordApiUrl, log });
const archive = await createArchive({
  build: indexAside({
    articlesDir: config.articlesDir,
    snapshotFile: join(config.dataDir, "articles.index"),
    log,
  }),
  log,
  now,
});
const rounds = createRounds({ store, publisher, archive, owner, now, log });
const app = createApp({
  archive,
  briefings: createBriefings({ open: async () => store, publisher, now }),
  commands,
  version,
  log,
  now,
  // So that the other processes do the same.
  onReindexed: () => store.reindexes.announce(now(), owner),
});
const bot = createBot({
  app,
  token: config.discordToken,
  apiUrl: config.discordApiUrl,
  adminUserIds: config.adminUserIds,
  ...(config.shards && { shards: config.shards }),
  servers: createServerRegister({ store, now, log }),
  log,
  onFatal: unlessStopping,
});

onStop((signal) => void stop(signal));

const opened = archive.open().catch(() => log.warn("starting without articles"));
// Where there are very many to read, those who ask are told so, rather than finding no bot.
await Promise.race([opened, setTimeout(longestOpening)]);
await bot.start().catch(unlessStopping);
if (!stopping) rounds.start();
await opened;
if (!stopping) await warmUp(archive.library).catch((error: unknown) => log.error("warm-up failed", { error }));

async function stop(signal: string): Promise<void> {
  stopping = true;
  log.info("stopping", { signal });
  archive.stop();
  const parts = [bot.stop(patience), rounds.stop(patience)];
  for (const { reason } of (await Promise.allSettled(parts)).filter((part) => part.status === "rejected")) {
    log.error("stopped uncleanly", { error: reason });
  }
  await store.close();
  log.info("stopped");
  process.exit(0);
}

function unlessStopping(error: unknown): void {
  if (!stopping) exitFatally(error);
}

function exitFatally(error: unknown): never {
  log.error("fatal", { error });
  const isSetting = error instanceof FatalError || error instanceof StoreRefused;
  if (isSetting) process.stderr.write(`${error.message}\n`);
  process.exit(isSetting ? exitConfig : 1);
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
