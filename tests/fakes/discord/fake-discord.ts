import type { AddressInfo } from "node:net";
import { createFaults, type Hooks, type Injection } from "./faults.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import type { Channel, Guild } from "./guild.ts";
import { createApi } from "./http.ts";
import { createPeople, type People } from "./people.ts";
import { createPlaces, type Places } from "./places.ts";
import {
  createState,
  createUser,
  type Message,
  type RegisteredCommand,
  type RequestRecord,
  type State,
  type User,
} from "./state.ts";
import { discordSchema } from "./validate-schema.ts";

export interface FakeDiscordOptions {
  readonly token?: string;
  /** How long the bot has for its first response, in milliseconds; Discord's 3,000 where missing. */
  readonly deadlineMs?: number;
  /** How long an interaction can be answered in all, in milliseconds; Discord's 15 minutes where missing. */
  readonly tokenLifetimeMs?: number;
  /** Milliseconds between heartbeats; Discord's 41,250 where missing. */
  readonly heartbeatMs?: number;
  /** The application belongs to a team (owner and alice) instead of to its owner alone. */
  readonly team?: boolean;
  /** How long an enforced nonce holds, in milliseconds; three minutes where missing (Discord: "a few minutes"). */
  readonly nonceWindowMs?: number;
  /** How many shards Discord recommends; one where missing. */
  readonly shards?: number;
  /** How many shards may identify at once, before a pause of five seconds; one where missing. */
  readonly identifiesAtOnce?: number;
}

export interface FakeDiscord extends People, Places, Hooks {
  /** What the bot gets as `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  /** The owner of the application, and two others. */
  readonly users: State["users"];
  /** The first guild; `addGuild` makes others. */
  readonly guild: Guild;
  /** A text channel in the guild. */
  readonly channel: Channel;
  /** The commands that are registered now. */
  readonly commands: readonly RegisteredCommand[];
  /** Every HTTP request seen, in order. */
  readonly requests: readonly RequestRecord[];
  /** What the bot did that Discord refuses or that would ping, in words; and every flaw of this fake itself. */
  readonly violations: readonly string[];
  readonly gateway: Omit<Gateway, "stop" | "dispatch">;
  /** Everything in a channel that everybody there sees, oldest first. */
  messagesIn(channel: Channel): readonly Message[];
  addUser(name: string): User;
  /** Makes the next matching requests go wrong. */
  inject(injection: Injection): void;
  closeGateway(code: number): void;
  stopAcking(): void;
  /** Waits for it to be so. @throws Error naming `what` after `patience` milliseconds, 15,000 where missing */
  until(holds: () => boolean, what: string, patience?: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Discord on a free port of 127.0.0.1: HTTP API and gateway, as strict as the real one.
 *
 * @example
 * const discord = await startDiscord();
 * const client = new Client({ intents: ["Guilds"], rest: { api: discord.apiUrl } });
 * await client.login(discord.token);
 * await client.application?.commands.set([{ name: "ping", description: "Answers" }]);
 * const outcome = await discord.slash({ name: "ping", user: discord.users.alice });
 * expect(textOf(outcome.message)).toBe("pong");
 * expect(discord.violations).toEqual([]);
 * await client.destroy();
 * await discord.stop();
 */
export async function startDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const state = createState({
    token: options.token ?? "MTE3.GxYz12.a-loopback-token",
    team: options.team ?? false,
    deadlineMs: options.deadlineMs ?? 3000,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 15 * 60_000,
    nonceWindowMs: options.nonceWindowMs ?? 3 * 60_000,
    shards: options.shards ?? 1,
    identifiesAtOnce: options.identifiesAtOnce ?? 1,
  });
  const schema = discordSchema();
  const faults = createFaults();
  const server = createApi(state, faults, schema);
  const gateway = createGateway(server, state, options.heartbeatMs ?? 41_250);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { token, applicationId, users, guild, channel, requests, violations, signal } = state;

  return {
    ...createPeople(state, gateway, schema),
    ...createPlaces(state, gateway),
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    applicationId,
    users,
    guild,
    channel,
    requests,
    violations,
    gateway,
    get commands() {
      return state.commands;
    },
    messagesIn: ({ id }) =>
      [...state.messages.values()].filter((message) => message.channel_id === id && (message.flags & 64) === 0),
    addUser(name) {
      const user = createUser(state.nextId(), name);
      state.people.set(user.id, user);
      return user;
    },
    inject: faults.inject,
    onRequest: faults.onRequest,
    onStored: faults.onStored,
    closeGateway: gateway.close,
    stopAcking: gateway.stopAcking,
    until: signal.until,
    async stop() {
      signal.end("the fake was stopped");
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
