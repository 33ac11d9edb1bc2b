/** The server's code (https://www.postgresql.org/docs/current/errcodes-appendix.html), or the system's. */
export function postgresCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const sentences: Readonly<Record<string, string>> = {
  "28P01": "PostgreSQL refuses the user or the password in DATABASE_URL.",
  "28000": "PostgreSQL refuses the user in DATABASE_URL, or asks for an encrypted connection.",
  "3D000": "PostgreSQL has no database of the name in DATABASE_URL: create it.",
  "42501": "The user in DATABASE_URL may not do this in the database: make it the database's owner.",
  "53100": "The disk of the PostgreSQL server is full. Free some space; the bot tries again by itself.",
  "53300": "PostgreSQL has too many connections. Close some or allow more; the bot tries again by itself.",
  "25006": "The PostgreSQL database is read-only. Make it writable; the bot tries again by itself.",
  "55P03": "The PostgreSQL database is locked by somebody else. The bot tries again by itself.",
  "57014": "PostgreSQL takes too long, or the database is locked by somebody else. The bot tries again by itself.",
};

/** What is wrong with the PostgreSQL database and what to do; never a part of its address. */
export function explainPostgres(error: unknown): string {
  const code = postgresCode(error);
  const known = code === undefined ? undefined : sentences[code];
  if (known !== undefined) return known;
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code)) {
    return `PostgreSQL failed with its code ${code}; the log says how. The bot tries again by itself.`;
  }
  return "The PostgreSQL database can't be reached. Is it running, and is DATABASE_URL right? The bot tries again by itself.";
}
