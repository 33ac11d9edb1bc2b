import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";

/** A real PostgreSQL server on loopback, with nothing in it. */
export interface Postgres {
  readonly password: string;
  /** The address of a new, empty database. */
  database(): Promise<string>;
  start(): Promise<void>;
  /** As when the machine is restarted: connections are cut. */
  stop(): Promise<void>;
  /** Stops it and removes its files. */
  dispose(): Promise<void>;
}

const binaries = findBinaries();
const shared = process.env.TEST_DATABASE_URL;

/** Why no server can be started here; undefined where one can. */
export const noPostgres = binaries ? undefined : "PostgreSQL is not installed here (no initdb was found)";
/** Why there is no database for tests; undefined where there is. */
export const noDatabase = shared === undefined ? noPostgres : undefined;

/** New databases for the tests of one file: on the server of TEST_DATABASE_URL, or else on one started for the file. */
export function useDatabases(): () => Promise<string> {
  let own: Postgres | undefined;
  beforeAll(async () => {
    if (shared === undefined && !noPostgres) own = await startPostgres();
  });
  afterAll(() => own?.dispose());
  return () => (own ? own.database() : createDatabase(shared ?? ""));
}

export async function startPostgres(): Promise<Postgres> {
  if (!binaries) throw new Error(noPostgres);
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const data = join(folder, "data");
  const password = "p@ss/word-of-the-test";
  const port = await freePort();
  // initdb and the server refuse root.
  const user = process.getuid?.() === 0 ? systemUser("postgres") : undefined;
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  execFileSync(
    join(binaries, "initdb"),
    [`--pgdata=${data}`, "--username=tester", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--no-sync"],
    { ...user, cwd: folder, stdio: "pipe" },
  );
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories="];
  const url = `postgres://tester:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  let server: ReturnType<typeof launch> | undefined;

  function launch(bin: string) {
    const launched = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
      ...user,
      cwd: folder,
      stdio: "ignore",
    });
    process.once("exit", () => launched.kill("SIGQUIT"));
    return launched;
  }

  const postgres: Postgres = {
    password,
    database: () => createDatabase(url),
    async start() {
      server ??= launch(binaries);
      await untilReady(url);
    },
    async stop() {
      if (!server) return;
      const gone = once(server, "exit");
      // The "fast" shutdown.
      server.kill("SIGINT");
      await gone;
      server = undefined;
    },
    async dispose() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await postgres.start();
  return postgres;
}

let databases = 0;

async function createDatabase(server: string): Promise<string> {
  const name = `test_${process.pid}_${++databases}_${Math.random().toString(36).slice(2, 8)}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement over a connection of its own. */
export async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await query(url, "select 1");
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(50);
    }
  }
}

/** The folder of PostgreSQL's programs: the newest of Debian's, else one on the PATH. */
function findBinaries(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...path()];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

function path(): string[] {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}

function systemUser(name: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
