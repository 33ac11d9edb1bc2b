import { parentPort } from "node:worker_threads";
import { messageOf } from "../errors.ts";
import { readFoundFile } from "./file.ts";
import type { FoundFile } from "./tree.ts";

// Started by `readInWorker`: each message names a file, each answer holds its readings, in the same order.
parentPort?.on("message", async ({ dir, file }: { dir: string; file: FoundFile }) => {
  const readings = await readFoundFile(dir, file);
  // Not everything that is thrown can be sent to another thread.
  parentPort?.postMessage(
    readings.map((reading) => ("cause" in reading ? { ...reading, cause: messageOf(reading.cause) } : reading)),
  );
});
