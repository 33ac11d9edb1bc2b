import { randomUUID } from "node:crypto";
import { DiscordAPIError, HTTPError, Routes } from "discord.js";
import { describe, expect, it } from "vitest";
import type { FakeDiscord } from "./discord/fake-discord.ts";
import { findDiscordSchema } from "./discord/validate-schema.ts";
import { discordForTest, restOf, startSmallBot } from "./small-bot.ts";

const quiet = { allowed_mentions: { parse: [] } };
const messages = (discord: FakeDiscord) => Routes.channelMessages(discord.channel.id);
const post = (discord: FakeDiscord, content = "hi", more: object = {}) =>
  restOf(discord).post(messages(discord), { body: { ...quiet, content, ...more } }) as Promise<{ id: string }>;

describe("the HTTP API", () => {
  it("tells about the bot, its application, guild, channels and users", async () => {
    const discord = await discordForTest();
    const rest = restOf(discord);
    const routes = [
      Routes.gateway(),
      Routes.gatewayBot(),
      Routes.user(),
      Routes.currentApplication(),
      Routes.oauth2CurrentApplication(),
      Routes.user(discord.users.alice.id),
      Routes.guild(discord.guild.id),
      Routes.channel(discord.channel.id),
      messages(discord),
      Routes.applicationCommands(discord.applicationId),
    ];
    for (const route of routes) expect(await rest.get(route), route).toBeTruthy();
    expect(discord.violations).toEqual([]);
  });

  it.each([false, true])("names who owns the application (a team: %s)", async (team) => {
    const discord = await discordForTest({ team });
    const client = await startSmallBot(discord, async () => {});
    const { owner } = await client.application.fetch();
    const ids = owner !== null && "members" in owner ? [...owner.members.keys()] : [owner?.id];
    const { owner: first, alice } = discord.users;
    expect(ids).toEqual(team ? [first.id, alice.id] : [first.id]);
    expect(discord.violations).toEqual([]);
  });

  it("refuses a wrong token with 401, code 0", async () => {
    const discord = await discordForTest();
    const refused = restOf(discord, "wrong").get(Routes.user());
    await expect(refused).rejects.toMatchObject({ status: 401, code: 0, message: "401: Unauthorized" });
  });

  it("answers what it doesn't know with 404 and remembers it", async () => {
    const discord = await discordForTest();
    await expect(restOf(discord).get("/voice/regions")).rejects.toMatchObject({ status: 404, code: 0 });
    expect((await fetch(`${discord.apiUrl}/v9/gateway`)).status).toBe(404);
    expect(discord.violations).toEqual([
      "GET /voice/regions: there is no such route",
      "GET /api/v9/gateway: there is no such route",
    ]);
  });

  it("refuses what the bot may not see, without blaming it", async () => {
    const discord = await discordForTest();
    const rest = restOf(discord);
    await expect(rest.get(Routes.channel("1"))).rejects.toMatchObject({ status: 404, code: 10003 });
    await expect(rest.get(Routes.guild("1"))).rejects.toMatchObject({ status: 404, code: 10004 });
    await expect(rest.get(Routes.user("1"))).rejects.toMatchObject({ status: 404, code: 10013 });
    const gone = rest.get(Routes.channelMessage(discord.channel.id, "1"));
    await expect(gone).rejects.toMatchObject({ status: 404, code: 10008 });
    expect(discord.violations).toEqual([]);
  });

  it("registers commands with Discord's defaults and keeps the ids of those that stay", async () => {
    const discord = await discordForTest();
    const rest = restOf(discord);
    const route = Routes.applicationCommands(discord.applicationId);
    const ping = {
      name: "ping",
      description: "Answers",
      options: [{ type: 3, name: "a", description: "A", required: false }],
    };
    await rest.put(route, { body: [ping] });
    const [first] = discord.commands;
    expect(first).toMatchObject({
      type: 1,
      nsfw: false,
      contexts: null,
      integration_types: [0],
      default_member_permissions: null,
      name_localizations: null,
      options: [{ type: 3, name: "a", description: "A", name_localizations: null, description_localizations: null }],
    });
    expect(first?.options[0]).not.toHaveProperty("required");
    await rest.put(route, { body: [{ name: "help", description: "Helps" }, ping] });
    expect(discord.commands.map(({ name }) => name)).toEqual(["help", "ping"]);
    expect(discord.commands[1]).toEqual(first);
    await rest.post(route, { body: { ...ping, description: "Answers at once", default_member_permissions: 0 } });
    const last = discord.commands.find(({ name }) => name === "ping");
    expect(last).toMatchObject({ id: first?.id, description: "Answers at once", default_member_permissions: "0" });
    expect(last?.version).not.toBe(first?.version);
    expect(discord.violations).toEqual([]);
  });

  it("gives the existing message for a nonce that is enforced, and a new one otherwise", async () => {
    const discord = await discordForTest();
    const nonce = randomUUID().slice(0, 25);
    const first = await post(discord, "one", { nonce, enforce_nonce: true });
    const second = await post(discord, "two", { nonce, enforce_nonce: true });
    const third = await post(discord, "three", { nonce });
    expect(second.id).toBe(first.id);
    expect(third.id).not.toBe(first.id);
    expect(discord.messagesIn(discord.channel).map(({ content }) => content)).toEqual(["one", "three"]);
  });

  it("reads the message out of a form with files", async () => {
    const discord = await discordForTest();
    const files = [{ name: "a.txt", data: Buffer.from("a") }];
    await restOf(discord).post(messages(discord), { body: { ...quiet, content: "hi" }, files });
    expect(discord.messagesIn(discord.channel).map(({ content }) => content)).toEqual(["hi"]);
    expect(discord.violations).toEqual([]);
  });

  it("edits, lists, gets and deletes messages", async () => {
    const discord = await discordForTest();
    const rest = restOf(discord);
    const { id } = await post(discord);
    const route = Routes.channelMessage(discord.channel.id, id);
    await rest.patch(route, { body: { ...quiet, content: "there" } });
    expect(await rest.get(route)).toMatchObject({ content: "there" });
    expect(await rest.get(messages(discord))).toMatchObject([{ content: "there" }]);
    await rest.delete(route);
    expect(discord.messagesIn(discord.channel)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it("runs beside others and leaves nothing open when it stops", async () => {
    const [one, two] = await Promise.all([discordForTest(), discordForTest()]);
    expect(one.apiUrl).not.toBe(two.apiUrl);
    await one.stop();
    await expect(fetch(`${one.apiUrl}/v10/gateway`)).rejects.toThrow();
    expect((await fetch(`${two.apiUrl}/v10/gateway`)).status).toBe(200);
  });
});

describe("an injected fault", () => {
  const path = /^\/channels\//;
  const statuses = (discord: FakeDiscord) => discord.requests.map(({ status }) => status);

  it.each([500, 502] as const)("of status %i is met by discord.js with another try", async (status) => {
    const discord = await discordForTest();
    discord.inject({ path, times: 2, fault: { kind: "status", status } });
    await post(discord);
    expect(statuses(discord)).toEqual([status, status, 200]);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });

  it("that lasts makes discord.js give up", async () => {
    const discord = await discordForTest();
    discord.inject({ path, times: 9, fault: { kind: "status", status: 500 } });
    await expect(post(discord)).rejects.toThrow(HTTPError);
  });

  it.each(["user", "shared", "global"] as const)(
    "of a %s rate limit makes discord.js wait and try again",
    async (scope) => {
      const discord = await discordForTest();
      discord.inject({ path, fault: { kind: "rate-limit", retryAfter: 0.05, scope } });
      await post(discord);
      expect(statuses(discord)).toEqual([429, 200]);
    },
  );

  it("hits only its own method, path and number of requests", async () => {
    const discord = await discordForTest();
    discord.inject({ method: "GET", path, fault: { kind: "status", status: 500 } });
    await post(discord);
    await restOf(discord).get(Routes.user());
    await restOf(discord).get(messages(discord));
    expect(statuses(discord)).toEqual([200, 200, 500, 200]);
  });

  it("cuts the connection before or after the message is stored", async () => {
    const discord = await discordForTest();
    discord.inject({ path, fault: { kind: "drop" } });
    await expect(post(discord)).rejects.toThrow();
    expect(discord.messagesIn(discord.channel)).toHaveLength(0);
    discord.inject({ path, fault: { kind: "drop-after" } });
    await expect(post(discord)).rejects.toThrow();
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
    expect(statuses(discord)).toEqual([undefined, undefined]);
    expect(discord.violations).toEqual([]);
  });

  it("spoils the answer to what was done", async () => {
    const discord = await discordForTest();
    discord.inject({ path, fault: { kind: "garbage" } });
    await expect(post(discord)).rejects.toThrow(SyntaxError);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });

  it("delays what is done all the same", async () => {
    const discord = await discordForTest();
    discord.inject({ path, fault: { kind: "delay", ms: 30 } });
    await post(discord);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });
});

/** Where Discord's own description isn't beside the checkout, these are reported as skipped. */
describe.skipIf(findDiscordSchema() === undefined)(
  "Discord's own description of its API (skipped where it is absent)",
  () => {
    it.each<[what: string, body: object]>([
      ["a flag that is no number", { flags: "64" }],
      ["an unknown kind of mention", { allowed_mentions: { parse: [], replied_user: "no" } }],
      [
        "a component's text that is no text",
        { flags: 32768, content: null, components: [{ type: 14, divider: "yes" }] },
      ],
    ])("refuses %s, which no hard limit covers", async (_, more) => {
      const discord = await discordForTest();
      const error = await post(discord, "hi", more).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DiscordAPIError);
      expect(error).toMatchObject({ status: 400, code: 50035 });
      expect(discord.violations.join("\n")).toMatch(/^POST \/channels\/\{channel_id\}\/messages: schema: /);
      expect(discord.messagesIn(discord.channel)).toEqual([]);
    });
  },
);
