import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const preview = join(root, "dist/src/preview.js");

beforeAll(() => {
  // `npm test` has built it; `vitest` alone may not have.
  if (!existsSync(preview)) execFileSync("npm", ["run", "build"], { cwd: root });
});

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ARTICLES_DIR: _dir, ...rest } = process.env;
  return spawn(process.execPath, [preview, ...args], { cwd: root, env: { ...rest, ...env } });
}

function run(args: readonly string[], input: string | Uint8Array = "", env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child = start(args, env);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.on("error", () => {}); // The child may end before it has read everything.
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}

describe("one command", () => {
  it("is answered with title, outlet, date, marked excerpt and address", async () => {
    const { status, out, err } = await run(["/search summit"]);
    expect(status).toBe(0);
    expect(err).toBe("");
    expect(out).toContain("1. ");
    expect(out).toContain("Summary of AFP at SpaceWar · 25 April 2019");
    expect(out).toContain("*summit*");
    expect(out).toMatch(/^ {3}https:\/\/spacewar\.com\/reports\/Kim_Putin/m);
  });

  it("may come without the slash, and as several words", async () => {
    const expected = await run(["/search summit after:2019-11"]);
    expect(expected.out).toContain("November 2019");
    expect(await run(["search", "summit", "after:2019-11"])).toEqual(expected);
  });

  it("gets colour only when it is asked for, outside a terminal", async () => {
    expect((await run(["/latest"])).out).not.toContain("\u001b");
    expect((await run(["/latest"], "", { FORCE_COLOR: "1" })).out).toContain("\u001b[1m");
    expect((await run(["/latest"], "", { FORCE_COLOR: "0" })).out).not.toContain("\u001b");
  });

  it("that only the operator may use is answered", async () => {
    const { status, out } = await run(["/reindex"]);
    expect(status).toBe(0);
    expect(out).toContain("6 articles now");
  });

  it("that is unknown exits with 1 and names the commands there are", async () => {
    const { status, out } = await run(["/serch summit"]);
    expect(status).toBe(1);
    expect(out).toBe(
      "There is no command /serch. There are: /latest, /search, /who, /briefing …, /help, /about, /reindex.\n",
    );
  });

  it.each([
    ["/search summit after:someday", "“someday” is no date."],
    ["/search summit afer:2019-05", "There is no option “afer” here. Did you mean “after”?"],
    ["/search summit after:", "The option “after” has no value."],
    ["/latest count:x", "count: Please give a whole number from 1 to 10."],
    ["/latest count:11", "count: Please give a whole number from 1 to 10."],
  ])("that is refused (%s) is answered with the reason and exits with 1", async (line, reason) => {
    const { status, out, err } = await run([line]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toContain(reason);
  });
});

describe("--json", () => {
  it("prints the message body for Discord and nothing else", async () => {
    const { status, out } = await run(["--json", "/search summit"]);
    expect(status).toBe(0);
    expect(out.trimEnd()).not.toContain("\n");
    const body = JSON.parse(out);
    expect(Object.keys(body).sort()).toEqual(["allowed_mentions", "components", "flags"]);
    expect(body.allowed_mentions).toEqual({ parse: [] });
    expect(out).toContain("**summit**");
  });

  it("prints one body a line, for the caller only where it is refused", async () => {
    const { status, out, err } = await run(["--json"], "/latest 1\n/search after:someday x\n/nothing\n/help\n");
    expect({ status, err }).toEqual({ status: 1, err: "" });
    const [shown = 0, ...others] = out
      .trimEnd()
      .split("\n")
      .map((line) => Number(JSON.parse(line).flags));
    expect(others).toEqual([shown + 64, shown + 64, shown + 64]); // 64 is Discord's flag for it.
  });
});

describe("input from a pipe", () => {
  it("is one command a line, with blank lines and comments left out, whatever the line ends are", async () => {
    const { status, out, err } = await run([], "\ufeff# what is new\r\n\r\n/latest count:1\r\n  /about");
    expect(err).toBe("");
    expect(status).toBe(0);
    expect(out).toContain("1. ");
    expect(out).toContain("Version ");
  });

  it("goes on after a line that can't be answered, and exits with 1", async () => {
    const { status, out } = await run([], `/nothing\n/search ${"x".repeat(6000)}\n/${"y".repeat(500_000)}\n/about\n`);
    expect(status).toBe(1);
    expect(out).toContain("Version ");
  });

  it("that is no text is refused in one sentence", async () => {
    const { status, out, err } = await run([], new Uint8Array(50_000));
    expect(status).toBe(1);
    expect(out).toBe("");
    expect(err).toBe("The input is not UTF-8 text. Give one command a line.\n");
  });

  it("may be empty", async () => {
    expect(await run([], "")).toEqual({ status: 0, out: "", err: "" });
  });
});

describe("the program", () => {
  it("explains itself with --help, in at most fifteen lines", async () => {
    const { status, out } = await run(["--help"]);
    expect(status).toBe(0);
    expect(out).toContain('npm run preview -- "/search summit"');
    expect(out.trimEnd().split("\n").length).toBeLessThanOrEqual(15);
  });

  it("refuses a flag that there is not, with status 64", async () => {
    const { status, out, err } = await run(["--jsno", "/latest"]);
    expect({ status, out }).toEqual({ status: 64, out: "" });
    expect(err).toContain("--jsno");
  });

  it("names a wrong setting, with status 78", async () => {
    const { status, err } = await run(["/latest"], "", { ARTICLES_DIR: "no/such/folder" });
    expect(status).toBe(78);
    expect(err).toMatch(/^ARTICLES_DIR /);
  });

  it("names the files that it could not read, and answers from the others", async () => {
    const folder = mkdtempSync(join(tmpdir(), "preview-"));
    try {
      writeFileSync(join(folder, "broken.md"), "");
      writeFileSync(
        join(folder, "good.md"),
        `---\ntitle: Talks resume\ndate: 2020-01-02\n---\n\n${"Envoys met in Stockholm today. ".repeat(20)}\n`,
      );
      const { status, out, err } = await run(["/latest"], "", { ARTICLES_DIR: folder });
      expect(status).toBe(0);
      expect(out).toContain("Talks resume");
      expect(err).toMatch(/^Could not be read \(1\):\n {2}broken\.md: .+\n\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("ends quietly when nobody reads on", async () => {
    const child = start([]);
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdin.on("error", () => {});
    child.stdin.end("/latest 10\n".repeat(2000));
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });
});
