import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { JsonObject } from "./json.ts";
import { list, record, text } from "./json.ts";
import { guildCreate, ownUser } from "./payloads.ts";
import { gatewayPath } from "./routes-application.ts";
import { shardOf } from "./snowflakes.ts";
import type { State } from "./state.ts";

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  acknowledge: 11,
} as const;
const harmless = [3, 4, 8, 31];

/** Close codes after which a session can't be resumed. */
const final = [1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];

export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
}

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface Gateway {
  /** Every identify seen, in order. */
  readonly identifies: readonly Identify[];
  /** How often a session was resumed. */
  readonly resumes: number;
  readonly heartbeats: number;
  /** Whether a bot is connected and has a session. */
  readonly connected: boolean;
  /** Sends an event to the sessions that hear of the guild; a broken one gets it when it resumes. */
  dispatch(event: string, data: unknown, guildId: string | undefined): void;
  /** Closes every connection with this code; 1006 cuts it without a word. */
  close(code: number): void;
  /** Asks every connection to reconnect (op 7). */
  reconnect(): void;
  /** Calls every session invalid (op 9). */
  invalidate(resumable: boolean): void;
  /** Asks every connection for a heartbeat at once (op 1). */
  askForHeartbeat(): void;
  /** From now on heartbeats get no answer, until the bot has reconnected. */
  stopAcking(): void;
  stop(): Promise<void>;
}

export function createGateway(server: Server, state: State, heartbeatMs: number): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const deaf = new WeakSet<WebSocket>();
  const identifies: Identify[] = [];
  let resumes = 0;
  let heartbeats = 0;

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? "/", "http://gateway");
    sockets.handleUpgrade(request, socket, head, (connection) => {
      const served = url.pathname.startsWith(gatewayPath) && url.searchParams.get("encoding") === "json";
      if (served && url.searchParams.get("v") === "10") greet(connection, request.headers.host ?? "");
      else connection.close(4012, "Invalid API version");
    });
  });

  function greet(socket: WebSocket, host: string): void {
    const session = () => [...sessions.values()].find((one) => one.socket === socket);
    send(socket, { op: op.hello, d: { heartbeat_interval: heartbeatMs } });
    socket.on("error", () => {});
    socket.on("close", (code) => {
      const left = session();
      if (left) left.socket = undefined;
      if (left && final.includes(code)) sessions.delete(left.id);
      state.signal.notify();
    });
    socket.on("message", (data) => {
      const message = parse(data);
      const d = record(message?.d);
      if (!message) socket.close(4002, "Error while decoding payload.");
      else if (message.op === op.heartbeat) {
        heartbeats += 1;
        if (!deaf.has(socket)) send(socket, { op: op.acknowledge });
      } else if (message.op === op.identify || message.op === op.resume) {
        if (session()) socket.close(4005, "Already authenticated.");
        else if (message.op === op.identify) identify(socket, d, host);
        else resume(socket, d);
      } else if (!session()) socket.close(4003, "Not authenticated.");
      else if (!harmless.includes(Number(message.op))) socket.close(4001, "Unknown opcode.");
      state.signal.notify();
    });
  }

  function identify(socket: WebSocket, d: JsonObject, host: string): void {
    const [index = 0, count = 1] = list(d.shard).map(Number);
    identifies.push({ token: text(d.token), intents: Number(d.intents), shard: [index, count] });
    // Discord takes the token away from a bot that starts too many sessions.
    const known = d.token === state.token && state.sessionStartsLeft > 0;
    if (!known || !Number.isInteger(d.intents)) {
      socket.close(known ? 4013 : 4004);
      return;
    }
    state.sessionStartsLeft -= 1;
    const session: Session = { id: state.nextId(), shard: [index, count], sent: [], socket };
    sessions.set(session.id, session);
    const heard = [...state.guilds.values()].filter(({ id, joined }) => joined && shardOf(id, count) === index);
    deliver(session, "READY", {
      v: 10,
      user: ownUser(state.bot),
      guilds: heard.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: `ws://${host}${gatewayPath}/resume`,
      shard: [index, count],
      application: { id: state.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
    });
    if ((Number(d.intents) & 1) === 0) return;
    for (const guild of heard) if (guild.available) deliver(session, "GUILD_CREATE", guildCreate(state, guild));
  }

  function resume(socket: WebSocket, d: JsonObject): void {
    const session = sessions.get(text(d.session_id));
    const seen = Number(d.seq);
    if (d.token !== state.token || !session || seen > session.sent.length) {
      if (d.token !== state.token) socket.close(4004);
      else send(socket, { op: op.invalidSession, d: false });
      return;
    }
    session.socket?.terminate();
    session.socket = socket;
    for (const missed of session.sent.slice(seen)) send(socket, missed);
    resumes += 1;
    deliver(session, "RESUMED", {});
  }

  function deliver(session: Session, event: string, data: unknown): void {
    const payload = { op: op.dispatch, s: session.sent.length + 1, t: event, d: data };
    session.sent.push(payload);
    if (session.socket) send(session.socket, payload);
  }

  function live(): Session[] {
    return [...sessions.values()].filter((session) => session.socket !== undefined);
  }

  return {
    identifies,
    get resumes() {
      return resumes;
    },
    get heartbeats() {
      return heartbeats;
    },
    get connected() {
      return live().length > 0;
    },
    dispatch(event, data, guildId) {
      for (const session of sessions.values()) {
        if (shardOf(guildId, session.shard[1]) === session.shard[0]) deliver(session, event, data);
      }
    },
    close(code) {
      for (const session of live()) {
        if (final.includes(code)) sessions.delete(session.id);
        if (code === 1006) session.socket?.terminate();
        else session.socket?.close(code);
        session.socket = undefined;
      }
    },
    reconnect() {
      for (const { socket } of live()) if (socket) send(socket, { op: op.reconnect, d: null });
    },
    askForHeartbeat() {
      for (const { socket } of live()) if (socket) send(socket, { op: op.heartbeat, d: null });
    },
    invalidate(resumable) {
      for (const session of live()) {
        if (session.socket) send(session.socket, { op: op.invalidSession, d: resumable });
        session.socket = undefined;
        if (!resumable) sessions.delete(session.id);
      }
    },
    stopAcking() {
      for (const { socket } of live()) if (socket) deaf.add(socket);
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}

function send(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}

function parse(data: RawData): JsonObject | undefined {
  try {
    return record(JSON.parse(data.toString()));
  } catch {
    return undefined;
  }
}
