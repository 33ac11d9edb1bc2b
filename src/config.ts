import { statSync } from "node:fs";
import { messageOf } from "./errors.ts";
import { type LogLevel, logLevels } from "./log.ts";

/** The environment, as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `EX_CONFIG` of sysexits.h: starting again is no use before somebody has changed a setting. */
export const exitConfig = 78;

export interface Config {
  readonly discordToken: string;
  /** Without the version: `https://discord.com/api`. */
  readonly discordApiUrl: string;
  readonly adminUserIds: ReadonlySet<string>;
  readonly articlesDir: string;
  /** Where the embedded database is; not there before the first start. */
  readonly dataDir: string;
  /** A PostgreSQL database in the embedded one's place; it holds a password. */
  readonly databaseUrl: string | undefined;
  /** Missing: one process serves all servers. */
  readonly shards: Shards | undefined;
  /** For tests: when the process is to believe that it was started, in milliseconds since 1970. */
  readonly testClock: number | undefined;
  readonly logLevel: LogLevel;
}

/** Which of the shards a process serves: https://discord.com/developers/docs/events/gateway#sharding */
export interface Shards {
  readonly ids: readonly number[];
  /** Of all processes together. */
  readonly count: number;
}

/** What status, export and import need. */
export interface StoreConfig extends Pick<Config, "dataDir" | "databaseUrl" | "testClock" | "discordApiUrl"> {
  /** Missing: Discord isn't asked about the channels. */
  readonly discordToken: string | undefined;
}

/** What the preview needs: it never talks to Discord. */
export type PreviewConfig = Pick<Config, "articlesDir" | "logLevel">;

/** All that is wrong with the settings, one sentence each; names settings, never their values. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

const defaultApiUrl = "https://discord.com/api";

/** @throws ConfigError naming every wrong setting at once */
export function loadConfig(env: Environment): Config {
  const settings = readSettings(env);
  const discordToken = settings.read("DISCORD_TOKEN", "", parseToken);
  const discordApiUrl = settings.read("DISCORD_API_URL", defaultApiUrl, parseApiUrl);
  const adminUserIds = settings.read("ADMIN_USER_IDS", "", parseUserIds);
  return settings.whole({
    discordToken,
    discordApiUrl,
    adminUserIds,
    ...readShared(settings),
    ...readStore(settings),
    shards: readShards(settings),
  });
}

/** @throws ConfigError naming every wrong setting at once */
export function loadStoreConfig(env: Environment): StoreConfig {
  const settings = readSettings(env);
  return settings.whole<StoreConfig>({
    ...readStore(settings),
    discordToken: settings.read("DISCORD_TOKEN", "", optional(parseToken)),
    discordApiUrl: settings.read("DISCORD_API_URL", defaultApiUrl, parseApiUrl),
  });
}

/** @throws ConfigError naming every wrong setting at once */
export function loadPreviewConfig(env: Environment): PreviewConfig {
  const settings = readSettings(env);
  return settings.whole(readShared(settings));
}

function readShared(settings: Settings) {
  return {
    articlesDir: settings.read("ARTICLES_DIR", "seeds/articles", parseFolder),
    logLevel: settings.read("LOG_LEVEL", "info", parseLogLevel),
  };
}

function readStore(settings: Settings) {
  const isTest = settings.read("NODE_ENV", "", (value) => value === "test");
  return {
    dataDir: settings.read("DATA_DIR", "data", parseDataDir),
    databaseUrl: settings.read("DATABASE_URL", "", optional(parseDatabaseUrl)),
    testClock: settings.read(
      "TEST_CLOCK",
      "",
      optional((value) => parseTestClock(value, isTest === true)),
    ),
  };
}

function readShards(settings: Settings): Shards | undefined {
  const given = settings.read("SHARD_COUNT", "", (value) => value !== "");
  const count = settings.read("SHARD_COUNT", "", optional(parseShardCount));
  const ids = settings.read("SHARDS", "", (value) => {
    if (given !== (value !== "")) throw new Error("and SHARD_COUNT go together: set both, or neither.");
    return value === "" ? undefined : parseShardIds(value, count ?? Number.POSITIVE_INFINITY);
  });
  return ids && count !== undefined ? { ids, count } : undefined;
}

type Settings = ReturnType<typeof readSettings>;

function readSettings(env: Environment) {
  const problems: string[] = [];
  return {
    /** The parsed setting, or its parsed default where it is missing or empty; undefined, and noted, if it is wrong. */
    read<T>(name: string, initial: string, parse: (value: string) => T): T | undefined {
      try {
        return parse(env[name]?.trim() || initial);
      } catch (error) {
        problems.push(`${name} ${messageOf(error)}`);
        return undefined;
      }
    },
    whole<T>(parsed: { [K in keyof T]: T[K] | undefined }): T {
      if (problems.length > 0) throw new ConfigError(problems);
      return parsed as T;
    },
  };
}

/** An empty setting stays undefined. */
function optional<T>(parse: (value: string) => T): (value: string) => T | undefined {
  return (value) => (value === "" ? undefined : parse(value));
}

function parseToken(value: string): string {
  if (value === "") throw new Error(noToken);
  const token = value.replace(/^Bot\s+/i, "");
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new Error("holds blanks or characters that no token has: copy the token again, without quotes around it.");
}

/** What a newcomer without a token reads, after the setting's name: three lines. */
const noToken = [
  "is not set: the bot needs the token of a Discord application to connect.",
  "Get one at https://discord.com/developers/applications (New Application, Bot, Reset Token); put DISCORD_TOKEN=… into the file .env.",
  'To try the bot without Discord: npm run preview -- "/search summit"',
].join("\n");

function parseApiUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new Error("is not an http or https address such as https://discord.com/api");
  }
  return url.href.replace(/\/+$/, "").replace(/\/v\d+$/, "");
}

function parseUserIds(value: string): ReadonlySet<string> {
  const ids = value
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (ids.every((id) => /^[1-9]\d{0,19}$/.test(id))) return new Set(ids);
  throw new Error("must be Discord user ids (digits only), with commas between them.");
}

function parseFolder(value: string): string {
  const found = statSync(value, { throwIfNoEntry: false });
  if (found?.isDirectory()) return value;
  throw new Error(found ? "is not a folder." : "names a folder that does not exist.");
}

function parseDataDir(value: string): string {
  const found = statSync(value, { throwIfNoEntry: false });
  if (!found || found.isDirectory()) return value;
  throw new Error("is not a folder.");
}

function parseDatabaseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return value;
  throw new Error(
    "is not an address such as postgres://user:password@host:5432/database (in a password, @ is written %40 and / is %2F).",
  );
}

function parseTestClock(value: string, isTest: boolean): number {
  if (!isTest) throw new Error("is for tests: it is refused unless NODE_ENV is test.");
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new Error("is not an instant such as 2026-12-01T07:59:50Z.");
}

function parseShardCount(value: string): number {
  const count = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (count > 0) return count;
  throw new Error("must be a whole number from 1: how many shards there are in all processes together.");
}

function parseShardIds(value: string, count: number): readonly number[] {
  const parts = value.split(",").map((part) => part.trim());
  const ids = [...new Set(parts.filter((part) => /^\d{1,5}$/.test(part)).map(Number))];
  if (ids.length === parts.length && ids.every((id) => id < count)) return ids;
  throw new Error("must be different numbers from 0 and below SHARD_COUNT, with commas between them, such as 0,1.");
}

function parseLogLevel(value: string): LogLevel {
  const level = logLevels.find((known) => known === value.toLowerCase());
  if (level) return level;
  throw new Error(`must be one of ${logLevels.join(", ")}.`);
}
