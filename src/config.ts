import { statSync } from "node:fs";
import { messageOf } from "./errors.ts";
import { type LogLevel, logLevels } from "./log.ts";

/** The environment, as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly discordToken: string;
  /** Without the version: `https://discord.com/api`. */
  readonly discordApiUrl: string;
  readonly adminUserIds: ReadonlySet<string>;
  readonly articlesDir: string;
  readonly logLevel: LogLevel;
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

/** @throws ConfigError naming every wrong setting at once */
export function loadConfig(env: Environment): Config {
  const settings = readSettings(env);
  const discordToken = settings.read("DISCORD_TOKEN", "", parseToken);
  const discordApiUrl = settings.read("DISCORD_API_URL", "https://discord.com/api", parseApiUrl);
  const adminUserIds = settings.read("ADMIN_USER_IDS", "", parseUserIds);
  return settings.whole({ discordToken, discordApiUrl, adminUserIds, ...readShared(settings) });
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

function parseLogLevel(value: string): LogLevel {
  const level = logLevels.find((known) => known === value.toLowerCase());
  if (level) return level;
  throw new Error(`must be one of ${logLevels.join(", ")}.`);
}
