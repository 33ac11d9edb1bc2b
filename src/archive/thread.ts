import { fork } from "node:child_process";
import { once } from "node:events";
import { renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { messageOf, UserError } from "../errors.ts";
import { stateOfFolder } from "../sources/folder-state.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { giveWay } from "./give-way.ts";
import type { Intake } from "./index-source.ts";
import type { Assignment, ProcessMessage, ThreadMessage, Unwritten, Written } from "./messages.ts";
import type { Part } from "./pack.ts";
import { readSnapshot } from "./snapshot.ts";

/** Started by `indexAside`. */
async function main(assignment: Assignment): Promise<void> {
  try {
    const { articlesDir, snapshotFile, mayRestore } = assignment;
    const state = mayRestore ? await stateOfFolder(articlesDir) : undefined;
    const kept = state && restored(snapshotFile, fingerprintOf(state));
    tell({ kind: "done", intake: kept ?? (await indexedAnew(assignment)), isRestored: kept !== undefined });
  } catch (error) {
    // Anything else ends the thread, and is heard of there.
    if (!(error instanceof UserError)) throw error;
    tell({ kind: "refused", message: error.message });
  }
}

/** Whatever is wrong with a snapshot, the articles are there to make another. */
function restored(file: string, fingerprint: string): Intake | undefined {
  try {
    const found = readSnapshot(file, fingerprint, handOver);
    if ("intake" in found) return found.intake;
    tell({ kind: "discard" });
    if (found.unfit === "damaged") tell({ kind: "note", event: "snapshot not used", reason: found.unfit });
  } catch (error) {
    tell({ kind: "discard" });
    tell({ kind: "note", event: "snapshot not used", reason: messageOf(error) });
  }
  return undefined;
}

async function indexedAnew(assignment: Assignment): Promise<Intake> {
  const made = await madeAside(assignment);
  if (made.kind === "unwritten") return made.intake;
  const { draft, fingerprint } = made;
  try {
    const found = readSnapshot(draft, fingerprint, handOver);
    if ("unfit" in found) throw new Error(`The index was written, but is ${found.unfit}.`);
    keep(draft, assignment.snapshotFile);
    return found.intake;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A bot that can't keep it answers from it all the same. */
function keep(draft: string, file: string): void {
  try {
    renameSync(draft, file);
  } catch (error) {
    tell({ kind: "note", event: "snapshot not written", reason: messageOf(error) });
  }
}

/**
 * In a process of its own: what collects the memory of a thread works beside it in threads that all threads of a process
 * share, and would take the processors away from whoever answers.
 */
async function madeAside(assignment: Assignment): Promise<Written | Unwritten> {
  const child = fork(fileURLToPath(new URL("./process.js", import.meta.url)), [JSON.stringify(assignment)], {
    serialization: "advanced",
    // What is read of an article lives for a while: with room for more of it, less is carried about.
    execArgv: [...process.execArgv, "--max-semi-space-size=64"],
  });
  try {
    return await new Promise<Written | Unwritten>((resolve, reject) => {
      child.on("message", (message: ProcessMessage) => {
        if (message.kind === "written" || message.kind === "unwritten") resolve(message);
        // Of the channel's memory it is only a piece.
        else if (message.kind === "part") handOver({ ...message.part, bytes: new Uint8Array(message.part.bytes) });
        else if (message.kind === "refused") reject(new UserError(message.message));
        else if (message.kind === "failed") reject(message.error);
        else tell(message);
      });
      child.on("error", reject);
      child.on("exit", (code, signal) => {
        const how = signal === null ? `exit code ${code}` : `${signal}: is there enough memory?`;
        reject(new Error(`The indexing process ended before its work was done (${how}).`));
      });
    });
  } finally {
    // One that is not waited for stays in the list of processes until the bot ends.
    if (child.kill("SIGKILL")) await once(child, "exit");
  }
}

function handOver(part: Part): void {
  const message: ThreadMessage = { kind: "part", part };
  parentPort?.postMessage(message, [part.bytes.buffer]);
}

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

const assignment: Assignment = workerData;
// Where nothing is answered yet, there is nothing to give way to.
if (!assignment.mayRestore) giveWay();
await main(assignment);
