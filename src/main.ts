// First, so that it catches a signal while the rest loads.
import "./stopping.ts";
import { join } from "node:path";
import dotenv from "dotenv";
import { createArchive } from "./archive/archive.ts";
import { indexAside } from "./archive/index-aside.ts";
import { startClock } from "./clock.ts";
import { type Config, ConfigError, exitConfig, loadConfig } from "./config.ts";
import { createLog } from "./log.ts";

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

const archive = await createArchive({
  build: indexAside({
    articlesDir: config.articlesDir,
    snapshotFile: join(config.dataDir, "articles.index"),
    log,
  }),
  log,
  now,
});
const opened = archive.open().catch(() => log.warn("starting without articles"));
// The articles are being read while all the rest of the program loads, which takes as long.
const { serve } = await import("./serve.ts");
await serve({ config, archive, opened, log, now });

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(exitConfig);
  }
}
