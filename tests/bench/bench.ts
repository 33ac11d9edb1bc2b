import { parseArgs } from "node:util";
import { type Corpus, createCorpus } from "./corpus.ts";
import { type Engine, miniSearch, ours, sqlite } from "./engines.ts";
import { createRandom } from "./measures.ts";

/** How fast the search is beside MiniSearch as it comes and SQLite FTS5: npm run bench [-- --quick] [-- --only ours|sqlite|miniSearch --sizes 1000,10000] */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: "boolean" }, only: { type: "string" }, sizes: { type: "string" } },
  });
  const sizes = values.sizes?.split(",").map(Number) ?? (values.quick ? [1_000, 5_000] : [1_000, 10_000, 100_000]);
  for (const size of sizes) {
    const corpus = createCorpus(size);
    const queries = queriesFor(corpus, values.quick ? 100 : 300);
    console.log(`\n${size.toLocaleString("en")} articles; milliseconds at p50, p95, p99 and the longest`);
    for (const build of [ours, sqlite, miniSearch]) {
      if (values.only !== undefined && build.name !== values.only) continue;
      progress(`building ${build.name}`);
      const before = memory();
      const started = performance.now();
      const engine = await build(corpus.articles);
      const seconds = (performance.now() - started) / 1000;
      const beyond = (memory() - before) / size / 1024;
      progress("");
      console.log(
        `${engine.name}: built in ${seconds.toFixed(1)} s, ${beyond.toFixed(1)} KB an article beyond the text`,
      );
      for (const [kind, typed] of Object.entries(queries))
        console.log(`  ${kind.padEnd(14)}${timings(engine, kind, typed)}`);
      engine.close();
    }
  }
}

/** Words of the ranks that people search for: neither function words nor words that stand in one article only. */
function queriesFor({ wordAt }: Corpus, count: number): Record<string, readonly string[]> {
  const random = createRandom(11);
  const word = () => wordAt(Math.floor(100 + random() ** 2 * 20_000));
  const several = (number: number, of: () => string) => Array.from({ length: number }, of).join(" ");
  const make = (of: () => string) => Array.from({ length: count }, of);
  return {
    "1-3 words": make(() => several(1 + Math.floor(random() * 3), word)),
    autocomplete: make(() => word().slice(0, 2 + Math.floor(random() * 4))),
    typos: make(() => swapped(word(), random)),
    questions: make(() => several(12, () => (random() < 0.4 ? wordAt(Math.floor(random() * 60)) : word()))),
  };
}

/** Two neighbours in the wrong order. */
function swapped(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** Milliseconds at the 50th, 95th and 99th of a hundred, and the longest; a warming round is not counted. */
function timings(engine: Engine, kind: string, typed: readonly string[]): string {
  const ask = kind === "autocomplete" ? engine.complete : engine.search;
  for (const query of typed.slice(0, 20)) ask(`${query} `);
  const times = typed.map((query) => {
    const started = performance.now();
    ask(query);
    return performance.now() - started;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return [at(0.5), at(0.95), at(0.99), at(1)].map((time) => time.toFixed(2).padStart(9)).join("");
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

await main();
