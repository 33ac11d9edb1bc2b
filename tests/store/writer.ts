import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished, vi } from "vitest";
import type { Place } from "./stores.ts";

const built = fileURLToPath(new URL("../../dist/src/store/open.js", import.meta.url));
const program = fileURLToPath(new URL("writer.mjs", import.meta.url));

/** A process that writes to a store, or, in the mode `claim`, waits for `go` and claims what is due. */
export interface Writer {
  readonly pid: number | undefined;
  /** What it has said: `added`, `claimed` and `posted`, each with a schedule's id. */
  readonly lines: readonly string[];
  readonly ended: Promise<unknown>;
  /** Waits until it has said so much. */
  acknowledged(count: number): Promise<void>;
  go(): void;
  /** By SIGKILL. */
  kill(): Promise<void>;
}

let started = 0;

/** Resolves when the process has opened its store. */
export async function startWriter(place: Place, mode: "write" | "claim" = "write"): Promise<Writer> {
  if (!existsSync(built)) throw new Error("The bot isn't built: run `npm run build` first");
  const name = `writer-${process.pid}-${++started}`;
  const child = spawn(process.execPath, [program, mode, JSON.stringify(place), name], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const ended = once(reader, "close");
  const ready = new Promise<void>((resolve, reject) => {
    reader.on("line", (line) => {
      if (line.startsWith("ready")) resolve();
      else lines.push(line);
    });
    reader.once("close", () => reject(new Error(`the writer ended after ${lines.length} lines`)));
  });
  const writer: Writer = {
    pid: child.pid,
    lines,
    ended,
    acknowledged: (count) =>
      vi.waitUntil(() => lines.length >= count, { timeout: 20_000, interval: 5 }).then(() => undefined),
    go: () => child.stdin.write("go\n"),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
  onTestFinished(() => writer.kill());
  await ready;
  return writer;
}
