import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublishError } from "../../src/briefings/publisher.ts";
import { createPublisher } from "../../src/discord/publish.ts";
import { createLog } from "../../src/log.ts";
import type { Fault } from "../fakes/discord/faults.ts";
import { textOf } from "../fakes/discord/read.ts";
import { isOurs, key, longAgo, messages, never, openDesk, reply } from "./publish-desk.ts";

describe("a briefing", () => {
  it("is one request, with a nonce that is enforced and the same for the same key", async () => {
    const { discord, post, requests, posted } = await openDesk();
    const first = await post();
    expect(requests()).toEqual(["POST messages 200"]);
    expect(await post()).toBe(first);
    expect(await post({ key: "k3j9xq/2026-12-02" })).not.toBe(first);
    expect(posted()).toHaveLength(2);
    expect(textOf(discord.messagesIn(discord.channel)[0] ?? { content: "", components: [] })).toContain("Stockholm");
  });

  it.each<Fault>([{ kind: "status-after", status: 500 }, { kind: "drop-after" }, { kind: "garbage" }])(
    "is found by its mark where Discord stored it and the answer was lost ($kind)",
    async (fault) => {
      const { discord, post, requests, posted } = await openDesk();
      discord.inject({ method: "POST", path: messages, fault });
      discord.inject({ method: "GET", path: messages, times: 2, fault: { kind: "status", status: 502 } });
      const id = await post();
      expect(posted()).toEqual([id]);
      expect(requests().filter((request) => request.startsWith("POST"))).toHaveLength(1);
    },
  );

  it("is sent again where it isn't there after all, whatever went wrong before", async () => {
    const { discord, post, posted } = await openDesk();
    for (const fault of [
      { kind: "status", status: 500 },
      { kind: "drop" },
      { kind: "status", status: 503 },
      { kind: "blocked", status: 403 },
      { kind: "blocked", status: 200 },
      { kind: "rate-limit" },
    ] as const) {
      discord.inject({ method: "POST", path: messages, fault });
    }
    const id = await post();
    expect(posted()).toEqual([id]);
  });

  it("is sent again by its nonce alone, for a minute, where the history can't be read", async () => {
    const { discord, post, posted } = await openDesk();
    discord.say(discord.channel, "Anything new?");
    discord.forbid(discord.channel, "ReadMessageHistory");
    discord.inject({ method: "POST", path: messages, times: 3, fault: { kind: "status-after", status: 500 } });
    const id = await post();
    expect(posted().slice(1)).toEqual([id]);
  });

  it("is not sent again without the history once the nonce may be forgotten", async () => {
    const { discord, post, posted } = await openDesk({ nonceHolds: 0 });
    discord.say(discord.channel, "Anything new?");
    discord.forbid(discord.channel, "ReadMessageHistory");
    discord.inject({ method: "POST", path: messages, fault: { kind: "status-after", status: 500 } });
    await expect(post()).rejects.toMatchObject({ kind: "refused", message: /Read Message History/ });
    expect(posted()).toHaveLength(2);
  });
});

describe("a briefing that an earlier process may have sent", () => {
  it("is found by its mark among hundreds of messages, long after the nonce is forgotten", async () => {
    const { discord, post, posted } = await openDesk();
    const id = await post();
    discord.expireNonces();
    for (let count = 0; count < 250; count += 1) discord.say(discord.channel, `message ${count}`);
    expect(await post({ mayBeThere: true })).toBe(id);
    expect(posted()).toHaveLength(251);
  });

  it("is sent where the channel holds others' messages and other briefings only", async () => {
    const { discord, post, posted } = await openDesk();
    await post({ key: "k3j9xq/2026-11-30" });
    discord.say(discord.channel, "Thanks");
    const id = await post({ mayBeThere: true });
    expect(posted()).toHaveLength(3);
    expect(posted()[2]).toBe(id);
  });

  it("is sent into a channel that is empty, or was emptied", async () => {
    const { discord, post, posted } = await openDesk();
    const first = await post({ mayBeThere: true });
    expect(posted()).toEqual([first]);
    discord.deleteMessage(discord.messagesIn(discord.channel)[0] ?? { ...discord.say(discord.channel, "x") });
    discord.expireNonces();
    expect(posted()).toEqual([]);
    const second = await post({ mayBeThere: true });
    expect(posted()).toEqual([second]);
  });

  it("is not sent where the history can't be read, and the sentence says what to give", async () => {
    const { discord, post, requests } = await openDesk();
    discord.say(discord.channel, "Anything new?");
    discord.forbid(discord.channel, "ReadMessageHistory");
    const rejected = expect(post({ mayBeThere: true })).rejects;
    await rejected.toMatchObject({
      kind: "refused",
      message: expect.stringMatching(
        `<#${discord.channel.id}>.*allow Read Message History for the bot in Edit Channel`,
      ),
    });
    expect(requests().filter((request) => request.startsWith("POST"))).toEqual([]);
  });

  it("is left to the nonce where the history can't be read, but it was sent a moment ago", async () => {
    const { discord, publisher, post, posted } = await openDesk();
    discord.say(discord.channel, "Anything new?");
    const id = await post();
    discord.forbid(discord.channel, "ReadMessageHistory");
    expect(await publisher.find(discord.channel.id, key, 5000, never())).toBeUndefined();
    expect(await post()).toBe(id);
    expect(posted()).toHaveLength(2);
  });

  it("is sent again on the nonce alone where Discord's answer was lost and the history fails", async () => {
    const { discord, post, posted } = await openDesk();
    discord.inject({ method: "POST", path: messages, fault: { kind: "status-after", status: 500 } });
    discord.inject({ method: "GET", path: messages, times: 20, fault: { kind: "blocked", status: 404 } });
    const id = await post();
    expect(posted()).toEqual([id]);
  });

  it("is not sent once another process may have taken over", async () => {
    const { discord, publisher, requests } = await openDesk();
    const soon = AbortSignal.timeout(300);
    const late = publisher.post({ channelId: discord.channel.id, reply, key, isOurs: () => false }, soon);
    await expect(late).rejects.toMatchObject({ kind: "unavailable" });
    expect(requests()).toEqual([]);
  });

  it("can be looked for without sending it", async () => {
    const { discord, publisher, post } = await openDesk();
    expect(await publisher.find(discord.channel.id, key, longAgo, never())).toBeUndefined();
    const id = await post();
    expect(await publisher.find(discord.channel.id, key, longAgo, never())).toBe(id);
  });
});

describe("whatever goes wrong", () => {
  const fault = fc.constantFrom<Fault>(
    { kind: "status", status: 500 },
    { kind: "status-after", status: 502 },
    { kind: "drop" },
    { kind: "drop-after" },
    { kind: "garbage" },
    { kind: "blocked", status: 200 },
    { kind: "blocked", status: 403 },
    { kind: "blocked", status: 404 },
    { kind: "rate-limit", retryAfter: 0.01 },
  );
  const story = fc.record({
    faults: fc.array(fc.option(fault, { nil: undefined }), { maxLength: 5 }),
    killedAt: fc.nat({ max: 4 }),
    chatter: fc.boolean(),
    later: fc.boolean(),
  });

  it("and whenever the process is killed, the next one leaves exactly one message", async () => {
    const { discord, publisher } = await openDesk();
    let onRequest: () => Fault | undefined = () => undefined;
    discord.onRequest(() => onRequest());
    await fc.assert(
      fc.asyncProperty(story, async ({ faults, killedAt, chatter, later }) => {
        const channel = discord.addChannel();
        if (chatter) discord.say(channel, "Anything new?");
        const message = { channelId: channel.id, reply, key: `${channel.id}/2026-12-01` };
        const killed = new AbortController();
        const left = [...faults];
        let count = 0;
        onRequest = () => {
          if (count === killedAt) killed.abort();
          count += 1;
          return left.shift();
        };
        const first = publisher.post({ ...message, isOurs }, killed.signal);
        const id = await first.catch((error: PublishError) => {
          expect(error.kind).toBe("unavailable");
          return undefined;
        });
        if (chatter) discord.say(channel, "Anything new now?");
        if (later) discord.expireNonces();
        const found = await publisher.find(channel.id, message.key, longAgo, never());
        const again = found ?? (await publisher.post({ ...message, isOurs }, never()));
        expect(
          discord
            .messagesIn(channel)
            .filter(({ author }) => author.bot)
            .map((one) => one.id),
        ).toEqual([again]);
        if (id !== undefined) expect(again).toBe(id);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the signal", () => {
  it.each([
    ["a Discord in trouble", { kind: "status", status: 500 }],
    ["a rate limit", { kind: "rate-limit", retryAfter: 50 }],
    ["a slow answer", { kind: "delay", ms: 60_000 }],
  ] as const)("ends the waiting for %s, with the last reason", async (_, fault) => {
    const { discord, post } = await openDesk();
    discord.inject({ path: messages, times: 99, fault });
    await expect(post({ signal: AbortSignal.timeout(300) })).rejects.toMatchObject({ kind: "unavailable" });
    await expect(post({ signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: "unavailable" });
  });
});

describe("a rate limit", () => {
  it.each(["user", "shared", "global"] as const)("of kind %s is waited out", async (scope) => {
    const { discord, post, requests } = await openDesk();
    discord.inject({ path: messages, fault: { kind: "rate-limit", retryAfter: 0.2, scope } });
    await post();
    expect(requests()).toEqual(["POST messages 429", "POST messages 200"]);
  });

  it("is never reached by many briefings at once from four processes", async () => {
    const { discord } = await openDesk();
    const log = createLog({ level: "error", write: () => {} });
    const publishers = Array.from({ length: 4 }, () =>
      createPublisher({ apiUrl: discord.apiUrl, token: discord.token, log }),
    );
    const keys = Array.from({ length: 60 }, (_, index) => `${index}/2026-12-01`);
    const ids = await Promise.all(
      keys.map((each, index) =>
        publishers[index % 4]?.post({ channelId: discord.channel.id, reply, key: each, isOurs }, never()),
      ),
    );
    expect(new Set(ids).size).toBe(keys.length);
    expect(discord.violations).toEqual([]);
  });
});
