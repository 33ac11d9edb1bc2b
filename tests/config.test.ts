import { expect, test } from "vitest";
import { ConfigError, loadConfig, loadPreviewConfig, loadStoreConfig } from "../src/config.ts";

const token = "a-token.that-is.secret";

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  throw new Error("expected a ConfigError");
}

test("a token is enough", () => {
  const config = loadConfig({ DISCORD_TOKEN: token });
  expect(config).toMatchObject({
    discordToken: token,
    discordApiUrl: "https://discord.com/api",
    articlesDir: "seeds/articles",
    dataDir: "data",
    logLevel: "info",
  });
  for (const setting of ["databaseUrl", "shards", "testClock"] as const) expect(config[setting]).toBeUndefined();
  expect(config.adminUserIds.size).toBe(0);
});

test("without a token three lines say how to get one and name the preview", () => {
  const [problem = "", ...others] = problemsOf({});
  expect(others).toEqual([]);
  expect(problem.split("\n")).toHaveLength(3);
  expect(problem).toContain("discord.com/developers/applications");
  expect(problem).toContain("npm run preview");
});

test("every wrong setting is reported at once, by name and never by value", () => {
  const problems = problemsOf({
    DISCORD_TOKEN: "two words",
    DISCORD_API_URL: "not-an-address",
    ADMIN_USER_IDS: "123,@somebody",
    ARTICLES_DIR: "no/such/folder",
    DATA_DIR: "package.json",
    DATABASE_URL: "mysql://me:hidden@db/bot",
    TEST_CLOCK: "yesteryear",
    SHARDS: "one",
    SHARD_COUNT: "0.5",
    LOG_LEVEL: "loud",
  });
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
    "DISCORD_TOKEN",
    "DISCORD_API_URL",
    "ADMIN_USER_IDS",
    "ARTICLES_DIR",
    "LOG_LEVEL",
    "DATA_DIR",
    "DATABASE_URL",
    "TEST_CLOCK",
    "SHARD_COUNT",
    "SHARDS",
  ]);
  const said = problems.join("\n");
  expect(said).not.toMatch(
    /two words|not-an-address|somebody|no\/such|package|hidden|mysql|yesteryear|one$|0\.5|loud/m,
  );
});

test.each([
  ["http://127.0.0.1:9/api", "http://127.0.0.1:9/api"],
  ["http://127.0.0.1:9/api/", "http://127.0.0.1:9/api"],
  ["https://discord.com/api/v10", "https://discord.com/api"],
  ["http://127.0.0.1:9", "http://127.0.0.1:9"],
])("the API address %s is used as %s", (given, used) => {
  expect(loadConfig({ DISCORD_TOKEN: token, DISCORD_API_URL: given }).discordApiUrl).toBe(used);
});

test("an empty setting counts as not set, and blanks around ids and levels don't matter", () => {
  const config = loadConfig({
    DISCORD_TOKEN: ` Bot ${token} `,
    DISCORD_API_URL: "",
    ADMIN_USER_IDS: " 100200300400500600 , 7 ",
    LOG_LEVEL: "WARN",
  });
  expect(config.discordToken).toBe(token);
  expect([...config.adminUserIds]).toEqual(["100200300400500600", "7"]);
  expect(config.logLevel).toBe("warn");
});

test("a file is no folder of articles", () => {
  expect(problemsOf({ DISCORD_TOKEN: token, ARTICLES_DIR: "package.json" })).toEqual(["ARTICLES_DIR is not a folder."]);
});

test("the preview needs no token", () => {
  expect(loadPreviewConfig({ DISCORD_API_URL: "nonsense" })).toEqual({
    articlesDir: "seeds/articles",
    logLevel: "info",
  });
});

test.each(["postgres://me:p%40ss@db.example:5432/bot", "postgresql://127.0.0.1/bot?sslmode=require"])(
  "a PostgreSQL database is taken as it is given: %s",
  (url) => {
    expect(loadConfig({ DISCORD_TOKEN: token, DATABASE_URL: url }).databaseUrl).toBe(url);
  },
);

test("shards are whole numbers below their count", () => {
  const shards = (ids: string, count: string) =>
    loadConfig({ DISCORD_TOKEN: token, SHARDS: ids, SHARD_COUNT: count }).shards;
  expect(shards("0,1", "4")).toEqual({ ids: [0, 1], count: 4 });
  expect(shards(" 3 ", "4")).toEqual({ ids: [3], count: 4 });
  for (const [ids, count] of [
    ["4", "4"],
    ["-1", "4"],
    ["0,0", "4"],
    ["0,,1", "4"],
    ["0", "0"],
    ["0", "four"],
  ] as const) {
    expect(() => shards(ids, count)).toThrow(ConfigError);
  }
});

test.each([{ SHARDS: "0,1" }, { SHARD_COUNT: "2" }])("shards and their count go together: %o", (env) => {
  expect(problemsOf({ DISCORD_TOKEN: token, ...env })).toEqual([
    "SHARDS and SHARD_COUNT go together: set both, or neither.",
  ]);
});

test("the clock can be moved in a test, and nowhere else", () => {
  const env = { DISCORD_TOKEN: token, TEST_CLOCK: "2026-12-01T07:59:50Z" };
  expect(loadConfig({ ...env, NODE_ENV: "test" }).testClock).toBe(Date.UTC(2026, 11, 1, 7, 59, 50));
  for (const NODE_ENV of ["", "production", "TEST"]) {
    expect(problemsOf({ ...env, NODE_ENV })).toEqual([
      "TEST_CLOCK is for tests: it is refused unless NODE_ENV is test.",
    ]);
  }
  expect(problemsOf({ ...env, NODE_ENV: "test", TEST_CLOCK: "2026-13-01T00:00:00Z" })).toHaveLength(1);
  expect(problemsOf({ ...env, NODE_ENV: "test", TEST_CLOCK: "tomorrow" })).toHaveLength(1);
});

test("the store alone needs no token", () => {
  expect(loadStoreConfig({ DATA_DIR: "not/there/yet" })).toMatchObject({ dataDir: "not/there/yet" });
});
