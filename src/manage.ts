import { readFileSync, renameSync, writeFileSync } from "node:fs";
import dotenv from "dotenv";
import { statusLines } from "./briefings/describe.ts";
import { createBriefings } from "./briefings/desk.ts";
import type { Publisher } from "./briefings/publisher.ts";
import { ConfigError, loadStoreConfig } from "./config.ts";
import { createPublisher } from "./discord/publish.ts";
import { messageOf, UserError } from "./errors.ts";
import { createLog } from "./log.ts";
import type { Reply, Text } from "./reply.ts";
import { parseDump } from "./store/dump-file.ts";
import { openStore } from "./store/open.ts";
import type { Store } from "./store/store.ts";
import { printable } from "./terminal/printable.ts";
import { renderTerminal } from "./terminal/render.ts";
import { count } from "./wording.ts";

const usage = `What the operator does with the bot's database.

  npm run status           every briefing: next and last post, what went wrong, what is missing in its channel
  npm run export -- FILE   writes all schedules and what they have posted to a file, as JSON
  npm run import -- FILE   adds what such a file holds, and leaves what is there already as it is

The database is the one of DATA_DIR or DATABASE_URL. The exit status is 0 when it worked, 1 when not, 64 when called
wrongly, 78 for a wrong setting.
`;

/** Those above 1 as in sysexits.h. */
const exit = { ok: 0, failed: 1, usage: 64, config: 78 } as const;

/** @returns the exit status */
async function main(): Promise<number> {
  const [action, file, ...rest] = process.argv.slice(2);
  const takesFile = action === "export" || action === "import";
  if ((action !== "status" && !takesFile) || takesFile !== (file !== undefined) || rest.length > 0) {
    process.stderr.write(usage);
    return exit.usage;
  }
  dotenv.config({ quiet: true });
  const { dataDir, databaseUrl, discordToken, discordApiUrl } = loadStoreConfig(process.env);
  // What goes wrong is said in a sentence, not logged.
  const log = createLog({ level: "error", write: () => {} });
  const store = await openStore({ dataDir, databaseUrl, log, readOnly: action !== "import" });
  try {
    if (file === undefined) {
      const publisher = discordToken && createPublisher({ token: discordToken, apiUrl: discordApiUrl, log });
      print(await statusOfAll(store, publisher || unasked));
    } else if (action === "export") print(await exportTo(file, store));
    else print(await importFrom(file, store));
    return exit.ok;
  } finally {
    await store.close();
  }
}

const unasked: Pick<Publisher, "check"> = {
  check: async () => ({ state: "unknown", problems: ["Without DISCORD_TOKEN, Discord isn't asked."] }),
};

async function statusOfAll(store: Store, publisher: Pick<Publisher, "check">): Promise<Reply> {
  const { of, status } = createBriefings({ open: async () => store, publisher, now: Date.now });
  const all = await store.schedules.all();
  const servers = [...new Set(all.map(({ serverId }) => serverId))];
  const lines: Text[] = [];
  for (const server of servers) {
    lines.push([{ strong: `Server ${server}` }]);
    for (const schedule of await of(server)) lines.push(...statusLines(await status(schedule)), "");
  }
  return { heading: `${count(all.length, "briefing")} in ${count(servers.length, "server")}`, lines };
}

/** A file that is there already is replaced only once the new one is whole. */
async function exportTo(file: string, store: Store): Promise<Reply> {
  const dump = await store.dump();
  const part = `${file}.part`;
  try {
    writeFileSync(part, `${JSON.stringify(dump, null, 2)}\n`, { mode: 0o600 });
    renameSync(part, file);
  } catch (error) {
    throw new UserError(`${file} can't be written: ${messageOf(error)}`);
  }
  return { heading: `${count(dump.schedules.length, "briefing")} written to ${file}` };
}

async function importFrom(file: string, store: Store): Promise<Reply> {
  const { added, present } = await store.load(parseDump(read(file)));
  const others = present > 0 ? `, ${present} were there already` : "";
  return { heading: `${count(added, "briefing")} added${others}` };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UserError(`${file} can't be read: ${messageOf(error)}`);
  }
}

function print(reply: Reply): void {
  process.stdout.write(
    renderTerminal(reply, { width: Number.POSITIVE_INFINITY, color: process.stdout.hasColors?.() ?? false }),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = error instanceof ConfigError ? exit.config : exit.failed;
  process.stderr.write(`${messageOf(error).split("\n").map(printable).join("\n")}\n`);
}
// Connections to Discord that are kept open would hold the process for seconds.
process.exit();
