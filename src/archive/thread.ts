import { constants, platform, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { messageOf, UserError } from "../errors.ts";
import type { Article } from "../news/article.ts";
import { createPause } from "../pacing.ts";
import { fingerprintOfProgram, stateOfFolder } from "../sources/fingerprint.ts";
import { readInWorker } from "../sources/read-in-worker.ts";
import type { FoundFile } from "../sources/tree.ts";
import type { Assignment, Message } from "./index-in-thread.ts";
import { indexSource, type Progress } from "./index-source.ts";
import { type Part, packLibrary } from "./pack.ts";
import { readSnapshot, type Snapshot, writeSnapshot } from "./snapshot.ts";

/** Answers go first: on Linux a thread has a priority of its own; elsewhere it would be the whole process's. */
function giveWay(): void {
  if (platform() === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

/** Started by `indexInThread`. */
async function main({ articlesDir, snapshotFile, mayRestore, since }: Assignment): Promise<void> {
  try {
    // Before the files are read: what changes meanwhile makes the snapshot an old one.
    const program = fileURLToPath(new URL("../..", import.meta.url));
    const state = await stateOfFolder(articlesDir);
    const fingerprint = `${state.fingerprint} ${fingerprintOfProgram(program)}`;
    if (since !== undefined) await tellEarly(articlesDir, state.changedSince(since));
    const kept = mayRestore ? restored(snapshotFile, fingerprint) : undefined;
    const { intake } = kept ?? (await indexedAnew(articlesDir, snapshotFile, fingerprint));
    tell({ kind: "done", intake, isRestored: kept !== undefined });
  } catch (error) {
    // Anything else ends the thread, and is heard of there.
    if (!(error instanceof UserError)) throw error;
    tell({ kind: "refused", message: error.message });
  }
}

/** More are not worth it: each costs the other thread some milliseconds, and all of them come anyway. */
const mostEarly = 100;

async function tellEarly(articlesDir: string, files: readonly FoundFile[]): Promise<void> {
  if (files.length === 0 || files.length > mostEarly) return;
  const articles: Article[] = [];
  for await (const reading of readInWorker(articlesDir, undefined, files)({})) {
    if ("articles" in reading) articles.push(...reading.articles);
    if (articles.length > mostEarly) return;
  }
  tell({ kind: "early", articles });
}

async function indexedAnew(articlesDir: string, snapshotFile: string, fingerprint: string): Promise<Snapshot> {
  const options = { signal: new AbortController().signal, onProgress: nowAndThen(100) };
  const { data, intake } = await indexSource(readInWorker(articlesDir), options, createPause());
  const snapshot = { intake, parts: packLibrary(data) };
  // Before the parts are handed over: then they are here no more.
  keep(snapshotFile, fingerprint, snapshot);
  for (const part of snapshot.parts) handOver(part);
  return snapshot;
}

/** Whatever is wrong with a snapshot, the articles are there to make another. */
function restored(file: string, fingerprint: string): Snapshot | undefined {
  try {
    const found = readSnapshot(file, fingerprint, handOver);
    if ("parts" in found) return found;
    tell({ kind: "discard" });
    if (found.unfit === "damaged") tell({ kind: "note", event: "snapshot not used", reason: found.unfit });
  } catch (error) {
    tell({ kind: "discard" });
    tell({ kind: "note", event: "snapshot not used", reason: messageOf(error) });
  }
  return undefined;
}

function keep(file: string, fingerprint: string, snapshot: Snapshot): void {
  try {
    writeSnapshot(file, fingerprint, snapshot);
  } catch (error) {
    tell({ kind: "note", event: "snapshot not written", reason: messageOf(error) });
  }
}

function handOver(part: Part): void {
  const message: Message = { kind: "part", part };
  parentPort?.postMessage(message, [part.bytes.buffer]);
}

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

/** @param interval milliseconds between two messages, but the last of each stage is always sent */
function nowAndThen(interval: number): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < interval && progress.done < progress.total) return;
    last = now;
    tell({ kind: "progress", progress });
  };
}

giveWay();
await main(workerData);
