import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import type { Place } from "../store/stores.ts";

const program = fileURLToPath(new URL("courier.mjs", import.meta.url));
let started = 0;

/**
 * Runs a process that delivers what is due until nothing is left, or until it is killed.
 * @param run.killAt the step at which it kills itself by SIGKILL
 * @returns what it said, and whether it was killed
 */
export async function runCourier(run: {
  readonly place: Place;
  readonly discord: Pick<FakeDiscord, "apiUrl" | "token">;
  readonly now: number;
  readonly killAt?: number;
  readonly onStart?: (kill: () => void) => void;
}): Promise<{ readonly said: string; readonly killed: boolean }> {
  const { place, discord, now, killAt, onStart } = run;
  const { apiUrl, token } = discord;
  const setup = { place, apiUrl, token, now, killAt, name: `courier-${++started}` };
  const child = spawn(process.execPath, [program, JSON.stringify(setup)], { stdio: ["ignore", "pipe", "inherit"] });
  onStart?.(() => child.kill("SIGKILL"));
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (code !== 0 && signal !== "SIGKILL") throw new Error(`the courier failed (${code}): ${said}`);
  return { said, killed: signal === "SIGKILL" };
}
