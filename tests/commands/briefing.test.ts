import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { ChannelCheck } from "../../src/briefings/publisher.ts";
import type { Context, RawOptions } from "../../src/command.ts";
import { UserError } from "../../src/errors.ts";
import type { Reply } from "../../src/reply.ts";
import { anArticle } from "../fakes/articles.ts";
import { aDesk, aStore } from "../fakes/briefing-desk.ts";
import { aContext, linesOf } from "../fakes/context.ts";

/** Tuesday, 17:00 in Seoul. */
const now = Date.parse("2026-12-01T08:00:00Z");
const server = { id: "900", isManager: true, channelName: (id: string) => (id === "700" ? "news" : undefined) };
const caller = { id: "300", isAdmin: async () => false, server };

async function aServer(check?: ChannelCheck, known: Partial<Context> = {}) {
  const store = await aStore();
  let asked = 0;
  const briefings = aDesk(store, () => now + asked++, check);
  const articles = [anArticle({ title: "Envoys meet in Stockholm", publishedAt: "2026-12-01", body: "Envoys met." })];
  const context = await aContext(articles, { now, caller, briefings, ...known });
  const run = async (subcommand: string, options: RawOptions = {}): Promise<Reply> => {
    const command = commands.find(({ name }) => name === `briefing ${subcommand}`);
    if (!command) throw new Error(`no /briefing ${subcommand}`);
    return command.run(options, context);
  };
  const complete = async (subcommand: string, option: string, typed: string) =>
    commands.find(({ name }) => name === `briefing ${subcommand}`)?.options[option]?.complete?.(typed, context);
  return { store, context, run, complete };
}

const daily = { channel: "700", time: "8:30am", timezone: "seoul" };
const idIn = (reply: Reply) =>
  linesOf(reply)
    .join("\n")
    .match(/· ([a-z0-9]{6})$/m)?.[1] ?? "";

describe("/briefing schedule", () => {
  it("spells out when, where, what, and the next three times", async () => {
    const { run } = await aServer();
    const reply = await run("schedule", {
      ...daily,
      days: "weekdays",
      about: "envoys",
      items: 3,
      "if-nothing-new": "skip",
    });
    const lines = linesOf(reply);
    expect(lines[0]).toBe("Briefing scheduled");
    expect(lines[1]).toMatch(/^08:30 Asia\/Seoul, Monday to Friday in #news · [a-z0-9]{6}$/);
    expect(lines[2]).toBe("about “envoys”, up to 3 stories, no post when nothing is new");
    const times = reply.lines
      ?.flat()
      .flatMap((part) => (typeof part === "object" && "instant" in part ? [part.instant] : []));
    expect(times?.map((at) => new Date(Number(at)).toISOString())).toEqual([
      "2026-12-01T23:30:00.000Z",
      "2026-12-02T23:30:00.000Z",
      "2026-12-03T23:30:00.000Z",
    ]);
  });

  it("takes the time zone of the server's last briefing where none is given, and UTC for the first", async () => {
    const { run } = await aServer();
    expect(linesOf(await run("schedule", { channel: "1", time: "0830" }))[1]).toContain("08:30 UTC");
    await run("schedule", daily);
    expect(linesOf(await run("schedule", { channel: "2", time: "noon" }))[1]).toContain("12:00 Asia/Seoul");
  });

  it("says at once what is missing in the channel", async () => {
    const { run } = await aServer({ state: "blocked", problems: ["The bot lacks Send Messages in <#700>: allow it."] });
    const lines = linesOf(await run("schedule", daily));
    expect(lines).toContain("To be mended: The bot lacks Send Messages in #700: allow it.");
  });

  it("takes ten a server and no more", async () => {
    const { run } = await aServer();
    for (let n = 0; n < 10; n++) await run("schedule", daily);
    await expect(run("schedule", daily)).rejects.toThrow(/has 10 briefings, the most/);
    expect(linesOf(await run("list"))[0]).toBe("Briefings of this server: 10");
  });

  it.each([
    [{ ...daily, time: "25:00" }, /^time: /],
    [{ ...daily, timezone: "Atlantis" }, /^timezone: /],
    [{ ...daily, days: "someday" }, /^days: /],
    [{ ...daily, items: 2 }, /^items: .*3 to 10/],
    [{ ...daily, items: 11 }, /^items: .*3 to 10/],
    [{ ...daily, person: "nobody at all" }, /^person: /],
    [{ ...daily, "if-nothing-new": "maybe" }, /^if-nothing-new: .*post or skip/],
    [{ ...daily, publish: "perhaps" }, /^publish: /],
    [{ time: "08:30" }, /channel.* is missing/],
  ])("refuses %j in a sentence that names the option", async (options, sentence) => {
    const { run, store } = await aServer();
    await expect(run("schedule", options)).rejects.toThrow(sentence);
    await expect(run("schedule", options)).rejects.toBeInstanceOf(UserError);
    expect(await store.schedules.all()).toEqual([]);
  });
});

describe("/briefing", () => {
  it.each(["schedule", "preview", "list", "pause", "resume", "remove", "status"])(
    "%s is for members with Manage Server, in a server",
    async (subcommand) => {
      const { server: _none, ...alone } = caller;
      const inDm = await aServer(undefined, { caller: alone });
      await expect(inDm.run(subcommand, daily)).rejects.toThrow(/works in a server only/);
      const member = await aServer(undefined, { caller: { ...caller, server: { ...server, isManager: false } } });
      await expect(member.run(subcommand, daily)).rejects.toThrow(/Manage Server/);
    },
  );

  it("pauses, resumes and removes the only briefing without being told which", async () => {
    const { run, store } = await aServer();
    await run("schedule", daily);
    expect(linesOf(await run("pause"))[0]).toBe("Briefing paused");
    expect(linesOf(await run("pause"))[0]).toBe("It was paused already");
    expect(linesOf(await run("status"))).toContain("Next: not before it is resumed");
    expect(linesOf(await run("resume"))[0]).toBe("Briefing resumed");
    expect(linesOf(await run("resume"))[0]).toBe("It was not paused");
    expect(linesOf(await run("remove"))[0]).toBe("Briefing removed");
    expect(await store.schedules.all()).toEqual([]);
    await expect(run("remove")).rejects.toThrow(/no briefing yet/);
  });

  it("asks which one is meant, offers them in autocomplete, and never touches another server's", async () => {
    const { run, complete, context, store } = await aServer();
    const first = idIn(await run("schedule", daily));
    const second = idIn(await run("schedule", { ...daily, time: "20:00" }));
    await expect(run("pause")).rejects.toThrow(first);
    expect(await complete("pause", "schedule", "20:")).toEqual([
      { name: "20:00 Asia/Seoul, every day in #news", value: second },
    ]);
    await run("pause", { schedule: second });
    expect(linesOf(await run("resume"))[1]).toContain("20:00");
    const elsewhere = { ...context, caller: { ...caller, server: { ...server, id: "901" } } };
    const remove = commands.find(({ name }) => name === "briefing remove");
    await expect(remove?.run({ schedule: first }, elsewhere)).rejects.toThrow(/no briefing/);
    expect(await store.schedules.all()).toHaveLength(2);
  });

  it("previews what would be posted now, with or without a schedule", async () => {
    const { run } = await aServer();
    const loose = await run("preview");
    expect(loose.citations?.[0]?.article.title).toBe("Envoys meet in Stockholm");
    await run("schedule", { ...daily, about: "reactor" });
    const narrowed = await run("preview");
    expect(linesOf(narrowed).join(" ")).toContain("Nothing new");
  });

  it("shows in its status the last post with a link, and what went wrong", async () => {
    const { run, store } = await aServer();
    await run("schedule", daily);
    const [schedule] = await store.schedules.all();
    if (!schedule) throw new Error("not stored");
    const lease = { owner: "test", until: now + 90_000 };
    const days = [1, 2, 3].map((day) => ({ date: `2026-12-0${day}`, at: schedule.next.at + (day - 1) * 86_400_000 }));
    const [one, two, three] = days;
    if (!one || !two || !three) throw new Error("no days");
    const posted = await store.slots.advance(schedule, { missed: [], slot: one, next: two, lease });
    if (posted) await store.slots.settle(posted, lease, { state: "posted", at: one.at, messageId: "555" });
    const failing = { ...schedule, next: two };
    const failed = await store.slots.advance(failing, { missed: [], slot: two, next: three, lease });
    if (failed)
      await store.slots.settle(failed, lease, {
        state: "failed",
        at: two.at,
        problem: "The bot lacks View Channel in <#700>.",
      });
    const reply = await run("status");
    const links = reply.lines
      ?.flat()
      .flatMap((part) => (typeof part === "object" && "link" in part ? [part.link] : []));
    expect(links).toEqual(["https://discord.com/channels/900/700/555"]);
    expect(linesOf(reply).join("\n")).toMatch(/Failed: .* — The bot lacks View Channel in #700\./);
  });

  it("answers in a sentence while the database is out of reach", async () => {
    const { run, store } = await aServer();
    await store.close();
    await expect(run("list")).rejects.toThrow(/^Briefings are out of reach just now\. /);
    await expect(run("list")).rejects.toBeInstanceOf(UserError);
  });
});
