import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { engines } from "./engines.ts";
import type { Message, Task } from "./measure-engine.ts";
import { createProgress, type Progress } from "./progress.ts";

const titles: Readonly<Record<Task["name"], string>> = {
  ours: "ours",
  sqlite: "SQLite FTS5",
  miniSearch: "MiniSearch",
};
const isEngine = (name: string): name is Task["name"] => name in engines;

/**
 * How fast the search is beside SQLite FTS5 and MiniSearch as it comes, as one table:
 * npm run bench [-- --quick] [--only ours,sqlite] [--sizes 1000,10000]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: "boolean" }, only: { type: "string" }, sizes: { type: "string" } },
  });
  const sizes = values.sizes?.split(",").map(Number) ?? (values.quick ? [1_000, 3_000] : [1_000, 10_000, 100_000]);
  const names = (values.only?.split(",") ?? Object.keys(titles)).filter(isEngine);
  const progress = createProgress(sizes.reduce((sum, size) => sum + size * names.length, 0));
  const answers = [row(["", "articles", "milliseconds", "p50", "p95", "p99", "max"])];
  const builds = [row(["", "articles", "", "build s", "load s", "stall ms", "KB each"])];
  for (const size of sizes) {
    for (const name of names) {
      const { times, figures } = await measured({ name, size, quick: values.quick === true }, progress);
      const first = [titles[name], String(size)];
      for (const [kind, own] of times) answers.push(row([...first, kind, ...own.map((one) => one.toFixed(2))]));
      const { build, load, stall, each } = figures;
      const last = [load?.toFixed(2) ?? "", stall.toFixed(0), each?.toFixed(1) ?? "not seen"];
      builds.push(row([...first, "", build.toFixed(1), ...last]));
    }
  }
  progress.end();
  console.log([...answers, "", ...builds, ...notes].join("\n"));
}

const notes = [
  "",
  "build: from nothing, ours from files, finding people and duplicates, in a process of its own; load: from a snapshot;",
  "stall: the longest time for which nothing else could happen while building and loading; KB each: memory for an article",
  "beyond its text.",
];

/** Of the work with one engine, the part of each step. */
const parts = { preparing: 0.1, building: 0.6, asking: 0.3 };

/** In a process of its own, started as the bot is. */
async function measured(task: Task, progress: Progress): Promise<Exclude<Message, { step: unknown }>> {
  const child = fork(fileURLToPath(new URL("./measure-engine.js", import.meta.url)), [JSON.stringify(task)], {
    serialization: "advanced",
    execArgv: ["--expose-gc", "--max-old-space-size=8000", "--v8-pool-size=2"],
  });
  return new Promise((resolve, reject) => {
    child.on("message", (message: Message) => {
      if ("times" in message) resolve(message);
      else
        progress.step(`${task.size} articles: ${message.step} ${titles[task.name]}`, task.size * parts[message.step]);
    });
    child.on("error", reject);
    // After the last message, whatever ended it.
    child.on("disconnect", () => reject(new Error(`Measuring ${titles[task.name]} ended early.`)));
  });
}

function row([name = "", size = "", kind = "", ...figures]: readonly string[]): string {
  return name.padEnd(12) + size.padStart(8) + `  ${kind}`.padEnd(16) + figures.map((one) => one.padStart(10)).join("");
}

await main();
