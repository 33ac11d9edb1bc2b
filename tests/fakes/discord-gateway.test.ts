import { once } from "node:events";
import { Client, Events, type Interaction } from "discord.js";
import { describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { textOf } from "./discord/read.ts";
import { discordForTest, restOf, startSmallBot } from "./small-bot.ts";

async function pong(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) await interaction.reply("pong");
}

describe("the gateway", () => {
  it("tells who the bot is and which guild it is in", async () => {
    const discord = await discordForTest();
    const client = await startSmallBot(discord, pong);
    expect(client.user.id).toBe(discord.applicationId);
    expect([...client.guilds.cache.values()].map(({ name }) => name)).toEqual([discord.guild.name]);
    expect(client.channels.cache.has(discord.channel.id)).toBe(true);
    expect(discord.gateway.identifies).toEqual([{ token: discord.token, intents: 1, shard: [0, 1] }]);
    expect(discord.violations).toEqual([]);
  });

  it("counts down the sessions that may be started", async () => {
    const discord = await discordForTest();
    const left = async () => {
      const answer = await restOf(discord).get("/gateway/bot");
      return (answer as { session_start_limit: { remaining: number } }).session_start_limit.remaining;
    };
    const before = await left();
    await startSmallBot(discord, pong);
    expect(await left()).toBe(before - 1);
  });

  it("answers heartbeats", async () => {
    const discord = await discordForTest();
    const client = await startSmallBot(discord, pong);
    for (let asked = 1; asked <= 3; asked++) {
      const { heartbeats } = discord.gateway;
      discord.gateway.askForHeartbeat();
      await discord.until(() => discord.gateway.heartbeats > heartbeats, "a heartbeat");
    }
    // Known from the first answer on.
    await vi.waitFor(() => expect(client.ws.ping).toBeGreaterThanOrEqual(0), { timeout: 10_000 });
    expect(discord.gateway).toMatchObject({ resumes: 0, connected: true });
  });

  it.each([1006, 4000])("lets a bot resume after close code %i, and gives it what it missed", async (code) => {
    const discord = await discordForTest();
    await startSmallBot(discord, pong);
    discord.closeGateway(code);
    expect(discord.gateway.connected).toBe(false);
    const outcome = await discord.slash({ name: "ping" });
    expect(textOf(outcome.message)).toBe("pong");
    expect(discord.gateway).toMatchObject({ connected: true, resumes: 1, identifies: { length: 1 } });
  });

  it("makes a bot start a new session after close code 4009", async () => {
    const discord = await discordForTest();
    const client = await startSmallBot(discord, pong);
    const ready = once(client, Events.ShardReady);
    discord.closeGateway(4009);
    await ready;
    expect(discord.gateway).toMatchObject({ connected: true, resumes: 0, identifies: { length: 2 } });
  });

  it("resumes after being asked to reconnect", async () => {
    const discord = await discordForTest();
    await startSmallBot(discord, pong);
    discord.gateway.reconnect();
    await discord.until(() => discord.gateway.resumes === 1, "a resume");
    expect(textOf((await discord.slash({ name: "ping" })).message)).toBe("pong");
  });

  it("resumes after heartbeats stayed unanswered", async () => {
    const discord = await discordForTest({ heartbeatMs: 50 });
    await startSmallBot(discord, pong);
    discord.stopAcking();
    await discord.until(() => discord.gateway.resumes === 1, "a resume");
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  it("lets a bot resume an invalid session only if it may be", async () => {
    const discord = await discordForTest();
    const client = await startSmallBot(discord, pong);
    discord.gateway.invalidate(true);
    await once(client, Events.ShardResume);
    expect(discord.gateway).toMatchObject({ resumes: 1, identifies: { length: 1 } });
    discord.gateway.invalidate(false);
    await once(client, Events.ShardReady);
    expect(discord.gateway).toMatchObject({ resumes: 1, identifies: { length: 2 } });
  });

  it("turns a wrong token away with 4004", async () => {
    const discord = await discordForTest();
    const socket = new WebSocket(
      `${discord.apiUrl.replace(/^http/, "ws").replace("/api", "/gateway")}?v=10&encoding=json`,
    );
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.once("message", () => {
      const d = { token: "wrong", intents: 1, properties: {}, shard: [0, 1] };
      socket.send(JSON.stringify({ op: 2, d }));
    });
    expect(await closed).toBe(4004);
    const client = new Client({ intents: ["Guilds"], rest: { api: discord.apiUrl } });
    await expect(client.login("wrong")).rejects.toThrow("invalid token");
  });

  it.each([
    ["another version", "/gateway?v=9&encoding=json", undefined, 4012],
    ["another encoding", "/gateway?v=10&encoding=etf", undefined, 4012],
    ["no JSON", "/gateway?v=10&encoding=json", "{", 4002],
    ["something unknown first", "/gateway?v=10&encoding=json", '{"op":3}', 4003],
  ])("closes on %s", async (_, path, message, code) => {
    const discord = await discordForTest();
    const socket = new WebSocket(discord.apiUrl.replace(/^http/, "ws").replace("/api", path));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.once("message", () => message && socket.send(message));
    expect(await closed).toBe(code);
  });
});
