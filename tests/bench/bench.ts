import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import type { Article } from "../../src/news/article.ts";
import { createCorpus } from "./corpus.ts";
import { type Engine, miniSearch, ours, sqlite } from "./engines.ts";
import { createProgress } from "./progress.ts";
import { queriesFor } from "./queries.ts";

const engines = { ours, sqlite, miniSearch };
const isEngine = (name: string): name is keyof typeof engines => name in engines;

/**
 * How fast the search is beside SQLite FTS5 and MiniSearch as it comes, as one table:
 * npm run bench [-- --quick] [--only ours,sqlite] [--sizes 1000,10000]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: "boolean" }, only: { type: "string" }, sizes: { type: "string" } },
  });
  const sizes = values.sizes?.split(",").map(Number) ?? (values.quick ? [1_000, 3_000] : [1_000, 10_000, 100_000]);
  const names = (values.only?.split(",") ?? Object.keys(engines)).filter(isEngine);
  /** Milliseconds for each kind of query. */
  const most = values.quick ? 800 : 5_000;
  const progress = createProgress(sizes.reduce((sum, size) => sum + size * (names.length + 0.5), 0));
  const answers = [row(["", "articles", "milliseconds", "p50", "p95", "p99", "max"])];
  const builds = [row(["", "articles", "", "build s", "load s", "stall ms", "KB each"])];
  for (const size of sizes) {
    progress.step(`${size} articles: writing them`, size / 2);
    const corpus = createCorpus(size);
    const queries = queriesFor(corpus, values.quick ? 100 : 300);
    const warming = queriesFor(corpus, mostWarming, 12);
    const more = createCorpus(values.quick ? 100 : 300, 8).articles.map((one) => ({ ...one, id: `more-${one.id}` }));
    for (const name of names) {
      progress.step(`${size} articles: building ${name}`, size * 0.7);
      const { engine, figures } = await built(() => engines[name](corpus.articles), corpus.articles);
      progress.step(`${size} articles: asking ${name}`, size * 0.3);
      for (const [kind, typed] of queries) {
        const ask = kind === "autocomplete" ? engine.complete : engine.search;
        answers.push(row([engine.name, String(size), kind, ...timesOf(ask, typed, warming.get(kind) ?? [], most)]));
      }
      const times = timesOf(engine.addAndRemove, more, more, most);
      answers.push(row([engine.name, String(size), "add, remove", ...times]));
      builds.push(row([engine.name, String(size), "", ...figures]));
      engine.close();
    }
  }
  progress.end();
  console.log([...answers, "", ...builds, ...notes].join("\n"));
}

const notes = [
  "",
  "build: from nothing, ours from files, finding people and duplicates, in a thread of its own; load: from a snapshot;",
  "stall: the longest time for which nothing else could happen while building and loading; KB each: memory for an article",
  "beyond its text.",
];

/** Builds an engine, and says what that took: time, memory, and for how long nothing else could be done. */
async function built(
  build: () => Engine | Promise<Engine>,
  articles: readonly Article[],
): Promise<{ engine: Engine; figures: readonly string[] }> {
  const before = memory();
  const building = await timed(build);
  const engine = building.result;
  const loading = engine.reload && (await timed(engine.reload));
  const text = engine.hasText ? articles.reduce((sum, { title, body }) => sum + Buffer.byteLength(title + body), 0) : 0;
  const each = (memory() - before - text) / articles.length / 1024;
  return {
    engine,
    figures: [
      building.seconds.toFixed(1),
      loading?.seconds.toFixed(2) ?? "",
      Math.max(building.stall, loading?.stall ?? 0).toFixed(0),
      engine.isOutside ? "not seen" : each.toFixed(1),
    ],
  };
}

/** @returns seconds, and the milliseconds of the longest stall */
async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; seconds: number; stall: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await someTurns();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  await someTurns();
  delay.disable();
  return { result, seconds, stall: delay.max / 1e6 };
}

/** What holds the event loop up is seen only between two of its turns. */
function someTurns(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** Other queries that are asked first: after some hundreds, what answers them is compiled, as in a bot that has run a while. */
const mostWarming = 600;

/**
 * Milliseconds at the 50th, 95th and 99th of a hundred, and the longest; a warming round is not counted.
 * @param most milliseconds after which no more is done; half of them for the warming
 */
function timesOf<T>(work: (one: T) => void, all: readonly T[], warming: readonly T[], most: number): string[] {
  let end = performance.now() + most / 2;
  const isTime = () => performance.now() < end;
  for (const one of warming) if (isTime()) work(one);
  end = performance.now() + most;
  const times: number[] = [];
  for (const one of all) {
    if (times.length > 10 && !isTime()) break;
    const started = performance.now();
    work(one);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map((share) => {
    return (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  });
}

function row([name = "", size = "", kind = "", ...figures]: readonly string[]): string {
  return name.padEnd(12) + size.padStart(8) + `  ${kind}`.padEnd(16) + figures.map((one) => one.padStart(10)).join("");
}

function memory(): number {
  // Buffers are given back in the round after the one in which their owners go.
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await main();
