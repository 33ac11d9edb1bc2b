import { describe, expect, it } from "vitest";
import { PublishError } from "../../src/briefings/publisher.ts";
import { createPublisher } from "../../src/discord/publish.ts";
import { createLog } from "../../src/log.ts";
import type { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { type Desk, key, messages, never, openDesk, reply } from "./publish-desk.ts";

describe("a refusal", () => {
  it.each([
    ["Send Messages", (discord: FakeDiscord) => discord.forbid(discord.channel, "SendMessages"), 403],
    ["View Channel", (discord: FakeDiscord) => discord.forbid(discord.channel, "ViewChannel"), 403],
    ["View Channel", (discord: FakeDiscord) => discord.removeBot(discord.guild), 403],
    ["is gone", (discord: FakeDiscord) => discord.deleteChannel(discord.channel), 404],
  ])("names the channel and what is wrong (%s), after one request", async (wrong, spoil, status) => {
    const { discord, post, requests, lines } = await openDesk();
    spoil(discord);
    const error: unknown = await post().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PublishError);
    expect(error).toMatchObject({ kind: "refused", message: expect.stringContaining(wrong) });
    expect(String(error)).toContain(`<#${discord.channel.id}>`);
    expect(requests()).toEqual([`POST messages ${status}`]);
    expect(lines.join("")).not.toContain("Stockholm");
  });

  it("is given for a token that Discord doesn't accept, and for a message that somebody deleted", async () => {
    const { discord, post } = await openDesk();
    discord.inject({ method: "POST", path: messages, fault: { kind: "status-after", status: 500 } });
    discord.onStored((message) => {
      discord.deleteMessage(message);
    });
    await expect(post()).rejects.toMatchObject({ kind: "refused", message: /somebody has deleted it/ });
    const stranger = createPublisher({
      apiUrl: discord.apiUrl,
      token: "MTE3.wrong.token",
      log: createLog({ level: "error", write: () => {} }),
    });
    const told = stranger.post({ channelId: discord.channel.id, reply, key, mayBeThere: false }, never());
    await expect(told).rejects.toMatchObject({ kind: "refused", message: /DISCORD_TOKEN/ });
  });

  it("is not what a proxy's own 401 leads to for the next briefing", async () => {
    const { discord, post, posted } = await openDesk();
    discord.inject({ path: messages, fault: { kind: "blocked", status: 401 } });
    await expect(post()).rejects.toMatchObject({ kind: "refused" });
    await post();
    expect(posted()).toHaveLength(1);
  });
});

describe("publishing", () => {
  async function announced(desk: Desk): Promise<{ channelId: string; id: string }> {
    const { id: channelId } = desk.discord.addChannel({ type: "announcement" });
    return { channelId, id: await desk.publisher.post({ channelId, reply, key, mayBeThere: false }, never()) };
  }

  it("is done once, also where its answer was lost", async () => {
    const desk = await openDesk();
    const { channelId, id } = await announced(desk);
    desk.discord.inject({ path: /crosspost$/, fault: { kind: "drop-after" } });
    await desk.publisher.crosspost(channelId, id, never());
    await desk.publisher.crosspost(channelId, id, never());
    expect(desk.requests().slice(-3)).toEqual(["POST crosspost cut", "POST crosspost 400", "POST crosspost 400"]);
  });

  it("is refused with a sentence in a channel that has no followers, and for a message that is gone", async () => {
    const desk = await openDesk();
    const plain = desk.publisher.crosspost(desk.discord.channel.id, await desk.post(), never());
    await expect(plain).rejects.toMatchObject({ kind: "refused", message: /no announcement channel/ });
    const { channelId } = await announced(desk);
    await expect(desk.publisher.crosspost(channelId, "1", never())).rejects.toMatchObject({ kind: "refused" });
  });

  it("gives up before the hour that Discord may ask for has passed", async () => {
    const desk = await openDesk();
    const { channelId, id } = await announced(desk);
    desk.discord.inject({ path: /crosspost$/, times: 99, fault: { kind: "rate-limit", retryAfter: 3000 } });
    const published = desk.publisher.crosspost(channelId, id, AbortSignal.timeout(200));
    await expect(published).rejects.toMatchObject({ kind: "unavailable", message: /3000 seconds|answer in time/ });
  });
});

describe("a check", () => {
  it("finds nothing wrong where all is there", async () => {
    const { discord, publisher } = await openDesk();
    expect(await publisher.check(discord.channel.id, false)).toEqual({ state: "ready", problems: [] });
    const announcements = discord.addChannel({ type: "announcement" });
    expect(await publisher.check(announcements.id, true)).toEqual({ state: "ready", problems: [] });
  });

  it("names exactly what is missing, where, and how to mend it", async () => {
    const { discord, publisher } = await openDesk();
    const { channel } = discord;
    discord.forbid(channel, "SendMessages", "ReadMessageHistory");
    const { state, problems } = await publisher.check(channel.id, false);
    expect(state).toBe("blocked");
    expect(problems).toEqual([
      `The bot lacks Send Messages and Read Message History in <#${channel.id}>: ` +
        "allow them for the bot in Edit Channel → Permissions.",
    ]);
    discord.permit(channel, "SendMessages");
    expect((await publisher.check(channel.id, false)).problems).toEqual([
      `The bot lacks Read Message History in <#${channel.id}>: allow it for the bot in Edit Channel → Permissions.`,
    ]);
    discord.forbid(channel, "ViewChannel");
    expect((await publisher.check(channel.id, false)).problems[0]).toContain("View Channel");
  });

  it("tells a deleted channel, one of another kind, one that can't be published in, and a timeout", async () => {
    const { discord, publisher } = await openDesk();
    const problem = async (id: string, publish = false) => (await publisher.check(id, publish)).problems.join("\n");
    const forum = discord.addChannel({ type: "forum" });
    expect(await problem(forum.id)).toContain("no text or announcement channel");
    expect(await problem(discord.channel.id, true)).toContain("no announcement channel");
    discord.timeOut(discord.guild, new Date(Date.now() + 60_000));
    expect(await problem(discord.channel.id)).toContain("timeout");
    discord.deleteChannel(forum);
    expect(await problem(forum.id)).toContain("is gone");
  });

  it("falls back to not knowing where Discord doesn't tell, and never rejects", async () => {
    const { discord, publisher } = await openDesk();
    discord.inject({ path: /\/roles$/, fault: { kind: "blocked", status: 403 } });
    expect(await publisher.check(discord.channel.id, false)).toMatchObject({ state: "unknown" });
    discord.inject({ path: /^\/channels/, fault: { kind: "status", status: 500 } });
    expect(await publisher.check(discord.channel.id, false)).toMatchObject({ state: "unknown" });
    discord.inject({ path: /^\/channels/, fault: { kind: "garbage" } });
    expect(await publisher.check(discord.channel.id, false)).toMatchObject({ state: "unknown" });
    await discord.stop();
    expect(await publisher.check(discord.channel.id, false)).toMatchObject({ state: "unknown" });
  });
});

describe("a direct message", () => {
  it("reaches the user once, or is refused", async () => {
    const { discord, publisher } = await openDesk();
    const { alice, bob } = discord.users;
    discord.inject({ method: "POST", path: messages, fault: { kind: "drop-after" } });
    await publisher.tell(alice.id, reply);
    expect(discord.messagesIn(discord.directChannel(alice))).toHaveLength(1);
    discord.refuseDirectMessages(bob);
    await expect(publisher.tell(bob.id, reply)).rejects.toMatchObject({ kind: "refused" });
  });
});
