import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Article } from "../../src/news/article.ts";
import { createCorpus } from "./corpus.ts";
import { type Engine, engines } from "./engines.ts";
import { type Kind, queriesFor } from "./queries.ts";

/** What is measured: one engine with so many articles. */
export interface Task {
  readonly name: keyof typeof engines;
  readonly size: number;
  readonly quick: boolean;
}

export type Message =
  | { readonly step: "preparing" | "building" | "asking" }
  | {
      /** Milliseconds at the 50th, 95th and 99th of a hundred, and the longest. */
      readonly times: ReadonlyMap<Kind | "add, remove", readonly number[]>;
      /** Seconds to build and to load, the longest stall in milliseconds, and KB for an article beyond its text. */
      readonly figures: {
        readonly build: number;
        readonly load?: number;
        readonly stall: number;
        readonly each?: number;
      };
    };

/** Other queries that are asked first: after a thousand, what answers them is compiled, as in a bot that has run a while. */
const mostWarming = 1_500;

/** Started by bench.ts as a process of its own: what one engine leaves behind is no burden to the next. */
async function main({ name, size, quick }: Task): Promise<void> {
  tell({ step: "preparing" });
  const corpus = createCorpus(size);
  const queries = queriesFor(corpus, quick ? 100 : 300);
  const warming = queriesFor(corpus, mostWarming, 12);
  const more = Array.from(createCorpus(quick ? 100 : 300, 8).articles, (one) => ({ ...one, id: `more-${one.id}` }));
  let text = 0;
  const build = await engines[name](counted(corpus.articles, (bytes) => (text += bytes)));
  const before = memory();
  tell({ step: "building" });
  const building = await timed(build);
  const engine: Engine = building.result;
  const loading = engine.reload && (await timed(engine.reload));
  const held = memory() - before - (engine.hasText ? text : 0);
  tell({ step: "asking" });
  /** Milliseconds for each kind of query. */
  const most = quick ? 800 : 5_000;
  const times = new Map<Kind | "add, remove", readonly number[]>();
  for (const [kind, typed] of queries) {
    const ask = kind === "autocomplete" ? engine.complete : engine.search;
    times.set(kind, timesOf(ask, typed, warming.get(kind) ?? [], most));
  }
  times.set("add, remove", timesOf(engine.addAndRemove, more, more, most));
  engine.close();
  const figures = {
    build: building.seconds,
    ...(loading && { load: loading.seconds }),
    stall: Math.max(building.stall, loading?.stall ?? 0),
    ...(!engine.isOutside && { each: held / size / 1024 }),
  };
  tell({ times, figures });
}

function* counted(articles: Iterable<Article>, count: (bytes: number) => void): Generator<Article> {
  for (const article of articles) {
    count(Buffer.byteLength(article.title + article.body));
    yield article;
  }
}

/** @returns seconds, and the milliseconds of the longest stall */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; stall: number }> {
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

/**
 * A warming round is not counted.
 * @param most milliseconds after which no more is done; half of them for the warming
 */
function timesOf<T>(work: (one: T) => void, all: readonly T[], warming: readonly T[], most: number): number[] {
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
  return [0.5, 0.95, 0.99, 1].map((share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
}

/** Bytes. */
function memory(): number {
  // Buffers are given back in the round after the one in which their owners go.
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function tell(message: Message): void {
  process.send?.(message);
}

await main(JSON.parse(process.argv[2] ?? ""));
