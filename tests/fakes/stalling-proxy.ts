import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { freePort } from "./postgres.ts";

/** A wire to a server on loopback that can fall silent without being cut, as when a cable is pulled. */
export interface StallingProxy {
  readonly port: number;
  /** From now on nothing comes through, in neither direction; new connections are accepted and not answered. */
  stall(): void;
  /** New connections work again; the silent ones stay silent. */
  resume(): void;
  dispose(): Promise<void>;
}

export async function startStallingProxy(target: number): Promise<StallingProxy> {
  const sockets = new Set<Socket>();
  let isStalled = false;
  const server = createServer((client) => {
    sockets.add(client);
    client.on("error", () => {});
    if (isStalled) return;
    const upstream = connect(target, "127.0.0.1");
    sockets.add(upstream);
    upstream.on("error", () => client.destroy());
    client.pipe(upstream);
    upstream.pipe(client);
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port,
    stall() {
      isStalled = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    resume() {
      isStalled = false;
    },
    async dispose() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
