import { expect, test } from "vitest";
import { ConfigError, loadConfig, loadPreviewConfig } from "../src/config.ts";

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
    logLevel: "info",
  });
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
    LOG_LEVEL: "loud",
  });
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
    "DISCORD_TOKEN",
    "DISCORD_API_URL",
    "ADMIN_USER_IDS",
    "ARTICLES_DIR",
    "LOG_LEVEL",
  ]);
  expect(problems.join("\n")).not.toMatch(/two words|not-an-address|somebody|no\/such|loud/);
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
