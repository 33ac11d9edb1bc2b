import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { defineCommand, type Option } from "../../src/command.ts";
import { prompt } from "../../src/terminal/prompt.ts";

const text: Option<string> = { type: "string", description: "", parse: String };
const who = defineCommand({
  name: "who",
  description: "",
  examples: [],
  options: { name: text },
  run: () => ({ heading: "" }),
});

/** What was asked when these keys were pressed, once the prompt has ended by itself. */
async function press(
  keys: readonly string[],
  answer: (line: string) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const input = new PassThrough();
  const asked: string[] = [];
  // One by one: readline takes a tab inside a longer piece for pasted text.
  for (const key of keys) input.write(key);
  await prompt({
    commands: [who],
    complete: async () => [{ name: "Mike Pompeo", value: "mike-pompeo" }],
    input,
    output: new PassThrough().resume(),
    answer: async (line) => {
      asked.push(line);
      await answer(line);
    },
  });
  return asked;
}

const enter = "\r";
const tab = "\t";
const up = "\u001b[A";
const ctrlC = "\u0003";
const ctrlD = "\u0004";

it("asks until Ctrl-D", async () => {
  expect(await press(["/help", enter, enter, "/about", enter, ctrlD])).toEqual(["/help", "/about"]);
});

it("ends at Ctrl-C, whatever is typed", async () => {
  expect(await press(["/help", enter, "/abou", ctrlC])).toEqual(["/help"]);
});

it("ends when Ctrl-D comes while it answers", async () => {
  const slowly = () => new Promise((resolve) => setImmediate(resolve));
  expect(await press(["/help", enter, ctrlD], slowly)).toEqual(["/help"]);
});

it("brings back what was asked before with the up arrow", async () => {
  const asked = await press(["/help", enter, "/about", enter, up, up, enter, ctrlD]);
  expect(asked).toEqual(["/help", "/about", "/help"]);
});

it("completes commands and choices with the tab key", async () => {
  expect(await press(["/w", tab, "pomp", tab, enter, ctrlD])).toEqual(["/who mike-pompeo"]);
});
