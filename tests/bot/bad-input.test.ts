import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotProcess, startBot } from "../fakes/discord/bot-process.ts";
import { type FakeDiscord, startDiscord } from "../fakes/discord/fake-discord.ts";
import { textOf } from "../fakes/discord/read.ts";

let discord: FakeDiscord;
let bot: BotProcess;

beforeAll(async () => {
  discord = await startDiscord();
  bot = await startBot({ discord });
  await bot.waitFor("ready");
});

afterAll(async () => {
  expect((await bot.kill()).code).toBe(0);
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

const nasty = [
  "",
  "   ",
  "x".repeat(6000),
  "word ".repeat(1200),
  "?!…,.;:-–—",
  "🚀🔥👨‍👩‍👧",
  "\u200b\u200d\ufeff",
  "\u202eTIMMUS",
  "قمة كوريا الشمالية",
  "김정은 정상회담",
  "@everyone @here <@80351110224678912> <@&1> <#2>",
  "**bold** _it_ ||spoiler|| ~~no~~ > quote # head",
  "```js\ncode\n```",
  "[x](https://evil.example)",
  "-summit",
  '"""',
  '"unbalanced',
  "the of and",
  "constructor __proto__ toString hasOwnProperty",
  "\ud800 lone surrogate",
  "a\u0000b\u001b[31m",
  "%s %d {{y}}",
  "(((((((((((((((((((((((((((((*",
  "-".repeat(150),
];

test.each([
  ["search", "query"],
  ["search", "person"],
  ["search", "source"],
  ["search", "after"],
  ["latest", "about"],
  ["who", "name"],
])("/%s answers anything that can be typed as %s", async (name, option) => {
  for (const text of nasty) {
    const options = name === "search" ? { query: "summit", [option]: text } : { [option]: text };
    const { message } = await discord.slash({ name, options, unchecked: true });
    expect(textOf(message)).not.toContain("Something went wrong");
    expect(textOf(message)).not.toMatch(/(?<!\\)@(everyone|here)|(?<!\\)<@/);
  }
});

test.each([
  ["2019-13-45", "is no date"],
  ["30 February", "is no date"],
  ["-5 days", "is no date"],
])("the date %s is refused with what is taken instead", async (after, sentence) => {
  const outcome = await discord.slash({ name: "search", options: { query: "summit", after } });
  expect(textOf(outcome.message)).toContain(sentence);
  expect(textOf(outcome.message)).toContain("2019-04-25, 2019-04, 2019");
  expect(outcome.ephemeral).toBe(true);
});

test("a span that ends before it starts is refused", async () => {
  const { message } = await discord.slash({ name: "search", options: { query: "x", after: "2020", before: "2019" } });
  expect(textOf(message)).toContain("nothing lies between");
});

test("an unknown person is said to be unknown, with the nearest names", async () => {
  const { message } = await discord.slash({ name: "who", options: { name: "pompoe" } });
  expect(textOf(message)).toContain("nobody called “pompoe”");
  expect(textOf(message)).toContain("Mike Pompeo");
});

test("nothing found says so and offers what would find something", async () => {
  const narrowed = await discord.slash({ name: "search", options: { query: "summit", after: "2020" } });
  expect(textOf(narrowed.message)).toContain("Nothing found for **summit**");
  const wider = await discord.click(narrowed.message, "Without “after”: 5");
  expect(textOf(wider.message)).toContain("**summit**: 5 articles");
});

test("half-typed nonsense never breaks autocomplete", async () => {
  for (const value of nasty) {
    for (const [name, option] of [
      ["search", "query"],
      ["search", "person"],
      ["search", "source"],
      ["search", "after"],
      ["who", "name"],
    ] as const) {
      expect((await discord.autocomplete({ name, option, value })).length).toBeLessThanOrEqual(25);
    }
  }
});

test("what somebody typed is in no line of the log", () => {
  expect(bot.output).not.toMatch(/pompoe|TIMMUS|evil\.example|unbalanced|김정은/);
  expect(bot.output).not.toContain(discord.token);
});
