import { expect, test } from "vitest";
import { about } from "../commands/about.ts";
import { createApp } from "../src/app.ts";
import { createArchive } from "../src/archive/archive.ts";
import { indexHere } from "../src/archive/index-here.ts";
import { defineCommand } from "../src/command.ts";
import { createLog } from "../src/log.ts";
import { integer, required, text } from "../src/options.ts";
import { noBriefings } from "./fakes/context.ts";

const echo = defineCommand({
  name: "echo",
  description: "Says it again",
  examples: ["/echo hello"],
  options: {
    words: required({
      ...text({ description: "What to say", maxLength: 20 }),
      complete: (typed: string) => {
        if (typed === "break") throw new Error("broken");
        return [{ name: typed, value: typed }];
      },
    }),
    times: integer({ description: "How often", min: 1, max: 3 }),
  },
  run: ({ words, times = 1 }) => {
    if (words === "fault") throw new Error("the cause, in detail");
    return { heading: words.repeat(times) };
  },
});

const secretly = defineCommand({
  name: "secretly",
  description: "For the operator",
  examples: ["/secretly"],
  options: {},
  adminOnly: true,
  run: () => ({ heading: "done" }),
});

async function anApp() {
  const lines: string[] = [];
  const log = createLog({ level: "debug", write: (line) => lines.push(line) });
  const archive = await createArchive({ build: indexHere(async function* () {}), log });
  const app = createApp({ archive, briefings: noBriefings, commands: [echo, secretly], version: "1", log });
  const ask = (command: string, options: Record<string, string | number> = {}, isAdmin = false) =>
    app.answer({ command, options, caller: { id: "1", isAdmin: async () => isAdmin } });
  return { app, ask, lines };
}

test("a good question is answered, with its options parsed", async () => {
  const { ask } = await anApp();
  expect(await ask("echo", { words: "  ha\u200b ", times: "3" })).toEqual({
    reply: { heading: "hahaha" },
    outcome: "answered",
  });
});

test("while the first articles are read, a question about them is answered with that", async () => {
  const log = createLog({ level: "error", write: () => {} });
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const archive = await createArchive({
    build: indexHere(async function* () {
      await held;
      yield { file: "empty.md", articles: [] };
    }),
    log,
  });
  const app = createApp({ archive, briefings: noBriefings, commands: [echo, about], version: "1", log });
  const ask = (command: string, options = {}) =>
    app.answer({ command, options, caller: { id: "1", isAdmin: async () => false } });
  const opening = archive.open();
  expect(await ask("about")).toMatchObject({
    outcome: "refused",
    reply: { heading: expect.stringContaining("still being read") },
  });
  expect(await ask("echo", { words: "x" })).toMatchObject({ outcome: "answered" });
  finish();
  await opening;
  expect(await ask("about")).toMatchObject({ outcome: "answered" });
});

test.each([
  ["a missing option", "echo", {}, "The option “words” is missing"],
  [
    "an option that isn't there",
    "echo",
    { word: "x" },
    "There is no option “word” here. The options are: words, times.",
  ],
  ["a number out of range", "echo", { words: "x", times: 4 }, "times: Please give a whole number from 1 to 3."],
  ["a number that is none", "echo", { words: "x", times: "two" }, "times: Please give a whole number from 1 to 3."],
  [
    "a text that is too long",
    "echo",
    { words: "x".repeat(6000) },
    "words: That is 6,000 characters long; 20 is the most.",
  ],
  ["a command that isn't there", "nosuch", {}, "There is no command /nosuch."],
  ["an admin's command", "secretly", {}, "Only the bot's operator may use /secretly."],
])("%s is refused with a sentence", async (_case, command, options, sentence) => {
  const { reply, outcome } = await (await anApp()).ask(command, options);
  expect(outcome).toBe("refused");
  expect(reply.heading).toContain(sentence);
});

test("an admin may use an admin's command", async () => {
  expect(await (await anApp()).ask("secretly", {}, true)).toMatchObject({ outcome: "answered" });
});

test("a fault gets a reference, the log has its cause under it, and neither shows what was typed", async () => {
  const { ask, lines } = await anApp();
  const { reply, outcome } = await ask("echo", { words: "fault" });
  expect(outcome).toBe("failed");
  const reference = /[0-9a-f]{8}/.exec(JSON.stringify(reply))?.[0] ?? "none";
  const logged = lines.find((line) => line.includes(reference));
  expect(logged).toContain("the cause, in detail");
  expect(JSON.stringify(reply)).not.toContain("the cause");
  expect(lines.join("")).not.toContain('"fault"');
});

test("autocomplete offers choices, none where something is wrong, and nothing of an admin's command to others", async () => {
  const { app } = await anApp();
  const caller = { id: "1", isAdmin: async () => false };
  const complete = (command: string, option: string, typed: string) =>
    app.complete({ command, options: {}, caller }, option, typed);
  expect(await complete("echo", "words", "he")).toEqual([{ name: "he", value: "he" }]);
  expect(await complete("echo", "times", "2")).toEqual([{ name: "2", value: "2" }]);
  expect(await complete("echo", "words", "break")).toEqual([]);
  expect(await complete("echo", "nosuch", "x")).toEqual([]);
  expect(await complete("nosuch", "words", "x")).toEqual([]);
  expect(await complete("secretly", "words", "x")).toEqual([]);
});
