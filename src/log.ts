export const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Plain facts about an event. What a user typed, and any secret, stays out: the callers pass names of commands,
 * counts, ids of errors, never option values or messages.
 */
export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/**
 * JSON lines: `{"time","level","event",...fields}`. An `Error` among the fields becomes its name, message, code and
 * stack; every occurrence of a string in `secrets` is replaced by `[secret]`, wherever it stands.
 */
export function createLog(options: {
  level: LogLevel;
  write: (line: string) => void;
  secrets?: readonly string[];
  now?: () => Date;
}): Log {
  const threshold = logLevels.indexOf(options.level);
  const secrets = (options.secrets ?? []).filter((secret) => secret.length > 0);
  const now = options.now ?? (() => new Date());

  function emit(level: LogLevel, event: string, fields: LogFields = {}): void {
    if (logLevels.indexOf(level) < threshold) return;
    let line = JSON.stringify({ time: now().toISOString(), level, event, ...fields }, plainError);
    for (const secret of secrets) line = line.replaceAll(JSON.stringify(secret).slice(1, -1), "[secret]");
    options.write(`${line}\n`);
  }

  return {
    debug: (event, fields) => emit("debug", event, fields),
    info: (event, fields) => emit("info", event, fields),
    warn: (event, fields) => emit("warn", event, fields),
    error: (event, fields) => emit("error", event, fields),
  };
}

function plainError(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (!(value instanceof Error)) return value;
  return {
    name: value.name,
    message: value.message,
    ...("code" in value ? { code: value.code } : {}),
    ...(value.cause === undefined ? {} : { cause: value.cause }),
    stack: value.stack,
  };
}
