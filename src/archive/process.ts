import { rmSync } from "node:fs";
import { messageOf, UserError } from "../errors.ts";
import type { Article } from "../news/article.ts";
import { createPause } from "../pacing.ts";
import { stateOfFolder } from "../sources/folder-state.ts";
import { readInWorker } from "../sources/read-in-worker.ts";
import type { FoundFile } from "../sources/tree.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { giveWay } from "./give-way.ts";
import { indexSource, type Progress } from "./index-source.ts";
import type { Assignment, ProcessMessage } from "./messages.ts";
import { packLibrary } from "./pack.ts";
import { draftSnapshot, type Snapshot } from "./snapshot.ts";

/** Reads and indexes all articles. Started by thread.ts, as a process of its own. */
async function main({ articlesDir, snapshotFile, since }: Assignment): Promise<void> {
  // Before the files are read: what changes meanwhile makes the snapshot an old one.
  const state = await stateOfFolder(articlesDir);
  const fingerprint = fingerprintOf(state);
  if (since !== undefined) await tellEarly(articlesDir, state.changedSince(since));
  const options = { signal: new AbortController().signal, onProgress: nowAndThen(100) };
  const { data, intake } = await indexSource(readInWorker(articlesDir), options, createPause());
  const snapshot = { intake, parts: packLibrary(data) };
  if (write(snapshotFile, fingerprint, snapshot)) return;
  // A bot that can't keep it answers from it all the same.
  for (const part of snapshot.parts) tell({ kind: "part", part });
  tell({ kind: "unwritten", intake });
}

/** More are not worth it: each costs the bot some milliseconds, and all of them come anyway. */
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

let draft: string | undefined;

function write(snapshotFile: string, fingerprint: string, snapshot: Snapshot): boolean {
  try {
    draft = draftSnapshot(snapshotFile, fingerprint, snapshot);
    tell({ kind: "written", draft, fingerprint });
    return true;
  } catch (error) {
    tell({ kind: "note", event: "snapshot not written", reason: messageOf(error) });
    return false;
  }
}

function tell(message: ProcessMessage): void {
  // Nobody may be listening any more: then this process is about to end, too.
  process.send?.(message, undefined, undefined, () => {});
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

/** Whoever it was made for has gone. */
function end(): void {
  if (draft !== undefined) rmSync(draft, { force: true });
  process.exit();
}

// Who started it ends it, also where a terminal tells all of them to stop.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
process.on("disconnect", end);
// It may have gone while this was being loaded.
if (!process.connected) end();
try {
  const assignment: Assignment = JSON.parse(process.argv[2] ?? "");
  // Where nothing is answered yet, there is nothing to give way to.
  if (!assignment.mayRestore) giveWay();
  await main(assignment);
} catch (error) {
  tell(error instanceof UserError ? { kind: "refused", message: error.message } : { kind: "failed", error });
}
