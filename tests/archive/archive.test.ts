import { expect, test } from "vitest";
import { createArchive } from "../../src/archive/archive.ts";
import { indexHere } from "../../src/archive/index-here.ts";
import type { Progress } from "../../src/archive/index-source.ts";
import { createLog } from "../../src/log.ts";
import type { ReadArticles, Reading } from "../../src/sources/source.ts";
import { anArticle } from "../fakes/articles.ts";

const one = anArticle({ title: "Envoys meet in Stockholm" });
const two = anArticle({
  title: "Rocket test at Sohae",
  body: "A rocket engine was tested at Sohae, a monitor said on Friday.",
});

function recordedLog() {
  const lines: string[] = [];
  return { lines, log: createLog({ level: "debug", write: (line) => lines.push(line) }) };
}

/** A source whose readings each test sets, and which can be held back. */
function aSource(initial: readonly Reading[]) {
  const source = { readings: initial, gate: Promise.resolve(), reads: 0, broken: false };
  const read: ReadArticles = async function* ({ onTotal, signal }) {
    source.reads += 1;
    if (source.broken) throw new Error("the folder is gone");
    onTotal?.(source.readings.length);
    for (const reading of source.readings) {
      await source.gate;
      signal?.throwIfAborted();
      yield reading;
    }
  };
  return { source, read };
}

test("a re-index reports what it read, replaces the library and names each failure in the log", async () => {
  const { source, read } = aSource([{ file: "a.md", articles: [one] }]);
  const { log, lines } = recordedLog();
  const archive = await createArchive({ build: indexHere(read), log, now: () => 1000 });
  expect(archive.library.articles).toEqual([]);
  await archive.reindex();
  source.readings = [
    ...source.readings,
    { file: "b.md", articles: [two, one] },
    { file: "c.pdf", reason: "is a PDF." },
  ];
  const report = await archive.reindex();
  expect(report).toMatchObject({
    files: 3,
    before: 1,
    after: 2,
    merged: 1,
    failures: [{ file: "c.pdf", reason: "is a PDF." }],
  });
  expect(archive.library.articles).toHaveLength(2);
  expect(archive.last).toEqual({ at: 1000, report });
  expect(lines.join("")).toContain('"event":"file not read","file":"c.pdf","reason":"is a PDF."');
});

test("while a re-index runs the old library answers, and a second one shares its result", async () => {
  const { source, read } = aSource([{ file: "a.md", articles: [one] }]);
  const archive = await createArchive({ build: indexHere(read), log: recordedLog().log });
  await archive.reindex();
  const old = archive.library;
  let open = () => {};
  source.gate = new Promise((resolve) => {
    open = resolve;
  });
  source.readings = [...source.readings, { file: "b.md", articles: [two] }];
  const seen: Progress[] = [];
  const first = archive.reindex();
  const second = archive.reindex((progress) => seen.push(progress));
  expect(archive.library).toBe(old);
  open();
  expect(await second).toBe(await first);
  expect(source.reads).toBe(2);
  expect(seen).toEqual([
    { stage: "reading", done: 1, total: 2 },
    { stage: "reading", done: 2, total: 2 },
    { stage: "indexing", done: 1, total: 2 },
    { stage: "indexing", done: 2, total: 2 },
  ]);
  expect(archive.library.articles).toHaveLength(2);
});

test("a re-index that fails keeps the old library, says why, and the next one works", async () => {
  const { source, read } = aSource([{ file: "a.md", articles: [one] }]);
  const archive = await createArchive({ build: indexHere(read), log: recordedLog().log });
  await archive.reindex();
  const old = archive.library;
  source.broken = true;
  await expect(archive.reindex()).rejects.toThrow("the old index stays. the folder is gone");
  expect(archive.library).toBe(old);
  source.broken = false;
  await expect(archive.reindex()).resolves.toMatchObject({ before: 1, after: 1 });
});

test("a folder that is suddenly empty does not empty the archive", async () => {
  const { source, read } = aSource([{ file: "a.md", articles: [one] }]);
  const archive = await createArchive({ build: indexHere(read), log: recordedLog().log });
  await archive.reindex();
  source.readings = [{ file: "a.md", reason: "is empty." }];
  await expect(archive.reindex()).rejects.toThrow("the old index stays. No article could be read");
  expect(archive.library.articles).toHaveLength(1);
});

test("stopping ends a re-index and leaves the library as it was", async () => {
  const { source, read } = aSource([{ file: "a.md", articles: [one] }]);
  const archive = await createArchive({ build: indexHere(read), log: recordedLog().log });
  source.gate = new Promise((resolve) => setTimeout(resolve, 20));
  const running = archive.reindex();
  archive.stop();
  await expect(running).rejects.toThrow();
  expect(archive.library.articles).toEqual([]);
});

test("an article that is taken up is found at once, and stays when a re-index that had begun before is done", async () => {
  const { source, read } = aSource([{ file: "a.md", articles: [one] }]);
  const archive = await createArchive({ build: indexHere(read), log: recordedLog().log });
  await archive.reindex();
  let open = () => {};
  source.gate = new Promise((resolve) => {
    open = resolve;
  });
  const found = () => archive.library.search({ query: "sohae", offset: 0, limit: 1 }).total;
  const running = archive.reindex();
  archive.revise({ put: [two], remove: [] });
  expect(found()).toBe(1);
  open();
  await running;
  expect(found()).toBe(1);
  archive.revise({ put: [], remove: [two.id] });
  expect(found()).toBe(0);
});
