import pRetry from "p-retry";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";

/**
 * Keeps the store up to date with the servers that the bot is in: the schedules of one that removed it rest, and go on
 * if it is invited again.
 */
export function createServerRegister(parts: { readonly store: Store; readonly now: () => number; readonly log: Log }) {
  const { store, now, log } = parts;

  return {
    connected(present: readonly string[], isOurs: (serverId: string) => boolean): void {
      attempt("servers compared", async () => {
        const here = new Set(present);
        const known = new Set((await store.schedules.all()).map(({ serverId }) => serverId));
        await back([...known].filter((id) => here.has(id)));
        for (const id of known) if (!here.has(id) && isOurs(id)) await gone(id);
      });
    },
    joined: (serverId: string): void => attempt("server joined", () => back([serverId])),
    left: (serverId: string): void => attempt("server left", () => gone(serverId)),
  };

  async function back(serverIds: readonly string[]): Promise<void> {
    for (const server of await store.schedules.serversBack(serverIds)) log.info("server is back", { server });
  }

  async function gone(serverId: string): Promise<void> {
    if (await store.schedules.serverLeft(serverId, now()))
      log.warn("server left: its briefings rest", { server: serverId });
  }

  /** The store may be out of reach for a while. */
  function attempt(what: string, action: () => Promise<void>): void {
    pRetry(action, { retries: 10, minTimeout: 1000, maxTimeout: 60_000 }).catch((error: unknown) =>
      log.error("servers not recorded", { what, error }),
    );
  }
}
