import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  RESTEvents,
  type RESTGetCurrentApplicationResult,
  Routes,
  ShardClientUtil,
  TeamMemberMembershipState,
} from "discord.js";
import pRetry, { AbortError } from "p-retry";
import type { App } from "../app.ts";
import { UserError } from "../errors.ts";
import type { Log } from "../log.ts";
import { createInteractionHandler } from "./interactions.ts";
import { registerCommands } from "./register.ts";

export interface Bot {
  /** Connects and keeps trying while Discord can't be reached. @throws FatalError if that can't succeed */
  start(): Promise<void>;
  /** Takes no new questions, waits for the answers under way, at most `patience` milliseconds, and disconnects. */
  stop(patience: number): Promise<void>;
}

/** Discord refuses this bot: trying again is no use before somebody has changed a setting. */
export class FatalError extends Error {
  override readonly name = "FatalError";
}

/** In which servers the bot is, as the gateway tells it. */
export interface ServerWatch {
  /** After each connection: `present` are all servers of these shards; `isOurs` tells whether a server would be one. */
  connected(present: readonly string[], isOurs: (serverId: string) => boolean): void;
  joined(serverId: string): void;
  left(serverId: string): void;
}

interface BotParts {
  readonly app: App;
  readonly token: string;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly adminUserIds: ReadonlySet<string>;
  /** Which shards of how many this process runs; all of them where missing. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number };
  readonly servers: ServerWatch;
  readonly log: Log;
  /** Called at most once, when Discord has ended the connection for good. */
  readonly onFatal: (error: FatalError) => void;
}

export function createBot(parts: BotParts): Bot {
  const { app, token, apiUrl, adminUserIds, shards, servers, log, onFatal } = parts;
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let client: Client | undefined;

  async function connect(): Promise<Client<true>> {
    const next = createClient(apiUrl, shards);
    client = next;
    watch(next, log, onFatal);
    watchServers(next, servers);
    const isAdmin = createAdminCheck(next, adminUserIds, log);
    const handle = createInteractionHandler({ app, rest: next.rest, log, isAdmin, channelName: channelNames(next) });
    next.on(Events.InteractionCreate, (interaction) => {
      if (stopping.signal.aborted) return;
      const answer = handle(interaction).finally(() => underWay.delete(answer));
      underWay.add(answer);
    });
    const ready = new Promise<Client<true>>((resolve) => next.once(Events.ClientReady, resolve));
    try {
      await next.login(token);
    } catch (error) {
      if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
        throw new AbortError(new FatalError(refusals[GatewayCloseCodes.AuthenticationFailed]));
      }
      throw error;
    }
    // Asks who the owner is before anybody has to wait for it; if that fails, the next question asks again.
    isAdmin("").catch(() => {});
    return ready;
  }

  return {
    async start() {
      const ready = await untilItSucceeds("connect", connect);
      const registered = registerCommands(ready.rest, ready.application.id, app.commands);
      const commands = await registered.catch((error: unknown) => {
        log.error("commands not registered", { error });
        void untilItSucceeds("register commands", () =>
          registerCommands(ready.rest, ready.application.id, app.commands),
        );
        return "failed";
      });
      log.info("ready", {
        user: ready.user.id,
        guilds: ready.guilds.cache.size,
        shards: ready.ws.shards.size,
        commands,
      });
    },
    async stop(patience) {
      stopping.abort();
      const deadline = new Promise((resolve) => setTimeout(resolve, patience).unref());
      await Promise.race([Promise.allSettled([...underWay]), deadline]);
      await Promise.race([client?.destroy(), deadline]);
    },
  };

  /** Retries with growing pauses up to a minute, until the bot is stopped. */
  function untilItSucceeds<T>(what: string, attempt: () => Promise<T>): Promise<T> {
    return pRetry(attempt, {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 500,
      maxTimeout: 60_000,
      randomize: true,
      signal: stopping.signal,
      onFailedAttempt: ({ error, attemptNumber }) => log.warn("trying again", { what, attempt: attemptNumber, error }),
    });
  }
}

function createClient(apiUrl: string, shards: BotParts["shards"]): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(shards ? { shards: [...shards.ids], shardCount: shards.count } : { shards: "auto" }),
    rest: { api: apiUrl, version: "10" },
    // Nothing here reads messages or members: keeping them would only grow.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
}

function channelNames(client: Client): (id: string) => string | undefined {
  return (id) => {
    const channel = client.channels.cache.get(id);
    return channel && "name" in channel && channel.name !== null ? channel.name : undefined;
  };
}

function watchServers(client: Client, servers: ServerWatch): void {
  client.on(Events.GuildCreate, ({ id }) => servers.joined(id));
  // An outage of Discord's is another event: GuildUnavailable.
  client.on(Events.GuildDelete, ({ id }) => servers.left(id));
  client.on(Events.ClientReady, ({ guilds, ws }) => {
    const ours = new Set(ws.shards.keys());
    const count = client.options.shardCount ?? ws.shards.size;
    servers.connected([...guilds.cache.keys()], (id) => ours.has(ShardClientUtil.shardIdForGuildId(id, count)));
  });
}

/** Close codes after which Discord takes this bot back only with other settings. */
const refusals: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    "Discord does not accept DISCORD_TOKEN. Reset the token in the developer portal and put the new one into .env.",
  [GatewayCloseCodes.DisallowedIntents]: "Discord refuses the bot the Guilds intent.",
};

/** Everything that goes wrong with the connection is logged; discord.js mends what can be mended. */
function watch(client: Client, log: Log, onFatal: (error: FatalError) => void): void {
  client.on(Events.Error, (error) => log.error("client error", { error }));
  client.on(Events.Warn, () => log.warn("client warning"));
  client.on(Events.ShardError, (error, shard) => log.warn("gateway error", { shard, error }));
  client.on(Events.ShardReconnecting, (shard) => log.info("gateway reconnecting", { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info("gateway resumed", { shard, replayed }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error("gateway closed for good", { shard, code });
    onFatal(new FatalError(refusals[code] ?? `Discord closed the connection for good (code ${code}).`));
  });
  client.on(Events.Invalidated, () => onFatal(new FatalError("Discord ended the session for good.")));
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset, global }) =>
    log.warn("rate limited", { route, ms: timeToReset, global }),
  );
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
    log.error("many refused requests", { count, ms: remainingTime }),
  );
}

/**
 * Named in the settings, or the application's owner, or in its team; Discord is asked once.
 * The check rejects with a UserError where Discord doesn't say.
 */
function createAdminCheck(client: Client, named: ReadonlySet<string>, log: Log): (userId: string) => Promise<boolean> {
  let owners: Promise<ReadonlySet<string>> | undefined;
  return async (userId) => {
    if (named.has(userId)) return true;
    owners ??= fetchOwners(client);
    try {
      return (await owners).has(userId);
    } catch (error) {
      owners = undefined;
      log.error("application's owner not known", { error });
      throw new UserError("Discord can't say just now who may do that. Please try again in a minute.");
    }
  };
}

/** Milliseconds; short, since somebody waits for the first answer meanwhile. */
const ownerTimeout = 1500;

async function fetchOwners(client: Client): Promise<ReadonlySet<string>> {
  const application = (await client.rest.get(Routes.currentApplication(), {
    signal: AbortSignal.timeout(ownerTimeout),
  })) as RESTGetCurrentApplicationResult;
  const { owner, team } = application;
  if (!team) return new Set(owner ? [owner.id] : []);
  // Somebody who is merely invited is no member yet.
  const members = team.members.filter(({ membership_state: state }) => state === TeamMemberMembershipState.Accepted);
  return new Set([team.owner_user_id, ...members.map(({ user }) => user.id)]);
}
