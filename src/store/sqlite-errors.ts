/** The primary result code (https://www.sqlite.org/rescode.html) of an error that libsql has thrown. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("rawCode" in error && typeof error.rawCode === "number") return error.rawCode & 0xff;
  // What goes wrong at opening comes without a code, but for its number at the end of the message.
  const atOpening = /^ConnectionFailed\(.*: (\d{1,5})"\)$/s.exec(error.message);
  return atOpening ? Number(atOpening[1]) & 0xff : undefined;
}

const sentences: Readonly<Record<number, string>> = {
  5: "bot.db in DATA_DIR is locked by another program. Close that; the bot tries again by itself.",
  6: "bot.db in DATA_DIR is locked by another program. Close that; the bot tries again by itself.",
  8: "bot.db in DATA_DIR is read-only. Let the bot write to it and to its folder; it tries again by itself.",
  10: "The disk with DATA_DIR fails to read or write. Look after it; the bot tries again by itself.",
  11: "bot.db in DATA_DIR is damaged, and is left as it is. Stop the bot, move bot.db, bot.db-wal and bot.db-shm away, and put a backup in its place, from DATA_DIR/backups for example.",
  13: "The disk with DATA_DIR is full. Free some space; the bot tries again by itself.",
  14: "bot.db in DATA_DIR can't be opened. Let the bot read and write that folder; it tries again by itself.",
};

/** Of the file system's codes, those that SQLite has one for. */
const likeSqlite: Readonly<Record<string, number>> = { ENOSPC: 13, EDQUOT: 13, EROFS: 8, EACCES: 8, EPERM: 8, EIO: 10 };

/** What is wrong with the embedded database and what to do; for errors of libsql and of the file system. */
export function explainSqlite(error: unknown): string {
  const code = sqliteCode(error) ?? fileSystemCode(error);
  // 26: it was never a database.
  const sentence = code === undefined ? undefined : sentences[code === 26 ? 11 : code];
  return sentence ?? "The database in DATA_DIR failed; the log says how. The bot tries again by itself.";
}

function fileSystemCode(error: unknown): number | undefined {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return undefined;
  return likeSqlite[error.code] ?? ("syscall" in error ? 14 : undefined);
}
