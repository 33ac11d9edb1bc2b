import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { commands } from "../commands/index.ts";
import { createApp } from "./app.ts";
import type { Archive } from "./archive/archive.ts";
import { warmUp } from "./archive/warm-up.ts";
import { createBriefings } from "./briefings/desk.ts";
import { createRounds } from "./briefings/rounds.ts";
import { createServerRegister } from "./briefings/servers.ts";
import type { Clock } from "./clock.ts";
import { type Config, exitConfig } from "./config.ts";
import { createBot, FatalError } from "./discord/bot.ts";
import { createPublisher } from "./discord/publish.ts";
import type { Log } from "./log.ts";
import { onStop } from "./stopping.ts";
import { openStore } from "./store/open.ts";
import { StoreRefused } from "./store/store.ts";
import { version } from "./version.ts";

/** Milliseconds that the first answer is waited for. */
const longestOpening = 20_000;
/** Milliseconds that answers under way have to finish once the process is told to stop. */
const patience = 4000;

/**
 * The bot in Discord, until the process is told to stop.
 * @param opened settles once the first re-index is over
 */
export async function serve(parts: {
  readonly config: Config;
  readonly archive: Archive;
  readonly opened: Promise<unknown>;
  readonly log: Log;
  readonly now: Clock;
}): Promise<void> {
  const { config, archive, opened, log, now } = parts;
  let stopping = false;
  /** Names this process in the store. */
  const owner = randomUUID();
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log }).catch(exitFatally);
  const publisher = createPublisher({ token: config.discordToken, apiUrl: config.discordApiUrl, log });
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
}
