import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";

function recorded(setup: { level?: "debug" | "warn"; secrets?: string[] } = {}) {
  const lines: string[] = [];
  const log = createLog({
    level: setup.level ?? "debug",
    secrets: setup.secrets ?? [],
    write: (line) => lines.push(line),
    now: () => new Date("2026-11-22T08:00:00Z"),
  });
  return { log, lines };
}

test("one event is one line of JSON", () => {
  const { log, lines } = recorded();
  log.info("ready", { guilds: 2, note: "two\nlines" });
  expect(lines).toEqual([
    '{"time":"2026-11-22T08:00:00.000Z","level":"info","event":"ready","guilds":2,"note":"two\\nlines"}\n',
  ]);
});

test("events below the level are left out", () => {
  const { log, lines } = recorded({ level: "warn" });
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.error("d");
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(["c", "d"]);
});

test("an error keeps its message, code, cause and stack", () => {
  const { log, lines } = recorded();
  const cause = Object.assign(new Error("disk"), { code: "ENOSPC" });
  log.error("failed", { error: new TypeError("no", { cause }) });
  const { error } = JSON.parse(lines[0] ?? "");
  expect(error).toMatchObject({ name: "TypeError", message: "no", cause: { message: "disk", code: "ENOSPC" } });
  expect(error.stack).toContain("log.test");
});

test("a secret never appears, not even inside an error's stack or where JSON escapes it", () => {
  const secret = 'to"ken\\value';
  const { log, lines } = recorded({ secrets: [secret, ""] });
  log.error("failed", { error: new Error(`refused: ${secret}`), header: `Bot ${secret}` });
  expect(lines.join("")).not.toContain(JSON.stringify(secret).slice(1, -1));
  expect(JSON.parse(lines[0] ?? "").header).toBe("Bot [secret]");
});
