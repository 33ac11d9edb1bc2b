import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Briefings, createBriefings } from "../../src/briefings/desk.ts";
import type { ChannelCheck } from "../../src/briefings/publisher.ts";
import { createLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";

/** A real store of its own, closed and removed with the test. */
export async function aStore(): Promise<Store> {
  const dataDir = mkdtempSync(join(tmpdir(), "store-"));
  const store = await openStore({ dataDir, log: createLog({ level: "error", write: () => {} }) });
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return store;
}

/** Briefings over such a store, in channels in which all is as `check` says. */
export function aDesk(
  store: Store,
  now: () => number,
  check: ChannelCheck = { state: "ready", problems: [] },
): Briefings {
  return createBriefings({ open: async () => store, publisher: { check: async () => check }, now });
}
