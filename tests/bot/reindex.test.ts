import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { type FakeDiscord, startDiscord } from "../fakes/discord/fake-discord.ts";
import { textOf } from "../fakes/discord/read.ts";
import { aFolder, harbourArticles } from "../fakes/folder.ts";

const folder = aFolder(harbourArticles(3));
let discord: FakeDiscord;
let bot: BotProcess;

beforeAll(async () => {
  discord = await startDiscord({ team: true });
  const named = discord.addUser("named");
  bot = await startBot({ discord, articles: folder.path, env: { ADMIN_USER_IDS: named.id } });
  await bot.waitFor("ready");
  users = { named, teamMember: discord.users.alice, member: discord.users.bob };
});
let users: Record<"named" | "teamMember" | "member", FakeDiscord["users"]["bob"]>;

afterAll(async () => {
  expect((await bot.kill()).code).toBe(0);
  expect(discord.violations).toEqual([]);
  await discord.stop();
  folder.dispose();
});

test("it reports what changed and every file that failed, and the new articles are found", async () => {
  folder.write(
    "new.md",
    "---\ntitle: A ferry arrives\ndate: 2024-05-01\n---\n\nA ferry arrived at Wonsan on Wednesday.\n",
  );
  folder.write("empty.txt", "");
  folder.write("broken/front.md", "---\ntitle: [\n---\nText that nobody will read.\n");
  folder.write("`tick`@everyone.bin", new Uint8Array([0, 1, 2, 3, 0, 0]));
  const outcome = await discord.slash({ name: "reindex", user: users.teamMember });
  await outcome.until(({ message }) => textOf(message).includes("Re-indexed"));
  const text = textOf(outcome.message);
  expect(outcome).toMatchObject({ deferred: true, ephemeral: true });
  expect(text).toContain("**4 articles** now, 3 before.");
  expect(text).toContain("**3 problems**");
  expect(text).toContain("`empty.txt`");
  expect(text).toContain("`broken/front.md`");
  const found = await discord.slash({ name: "search", options: { query: "ferry" } });
  expect(textOf(found.message)).toContain("A ferry arrives");
});

test("a user named in the settings may use it, a member may not", async () => {
  const done = await discord.slash({ name: "reindex", user: users.named });
  await done.until(({ message }) => textOf(message).includes("Re-indexed"));
  const refused = await discord.slash({ name: "reindex", user: users.member, permissions: "8" });
  expect(refused.ephemeral).toBe(true);
  expect(textOf(refused.message)).toContain("Only the bot's operator may use /reindex");
});

test("a long list of problems has pages, which are turned without reading anything anew", async () => {
  const runs = () => bot.events.filter(({ event }) => event === "reindexed").length;
  for (let index = 1; index <= 20; index += 1) folder.write(`blank/${String(index).padStart(2, "0")}.txt`, "");
  const outcome = await discord.slash({ name: "reindex", user: users.named });
  await outcome.until(({ message }) => textOf(message).includes("Page 1 of 2"));
  const before = runs();
  const turned = await discord.click(outcome.message, "›", { user: users.named });
  expect(textOf(turned.message)).toContain("`blank/20.txt`");
  expect(runs()).toBe(before);
  folder.remove("blank");
});

test("if the folder is gone, it says so and the old index answers", async () => {
  folder.remove(".");
  const outcome = await discord.slash({ name: "reindex", user: users.named });
  await outcome.until(({ message }) => textOf(message).includes("the old index stays"));
  const found = await discord.slash({ name: "search", options: { query: "ferry" } });
  expect(textOf(found.message)).toContain("A ferry arrives");
});
