import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCommands } from "./discord/validate-commands.ts";
import { checkChoices, checkMessage } from "./discord/validate-limits.ts";
import { discordForTest, sendJson } from "./small-bot.ts";

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("commands that Discord would refuse", () => {
  const command = (more: object = {}) => ({ name: "ping", description: "Answers", ...more });
  const typed = (name: string, more: object = {}) => ({ type: 3, name, description: "A", ...more });

  it.each<[why: string, commands: readonly object[], complaint: RegExp]>([
    ["an upper-case name", [command({ name: "Ping" })], /0.name: must be a lower-case name/],
    ["a name with a space", [command({ name: "pi ng" })], /0.name/],
    ["a long name", [command({ name: "a".repeat(33) })], /0.name/],
    ["no description", [{ name: "ping" }], /0.description: must be a string/],
    ["a long description", [command({ description: "a".repeat(101) })], /0.description: must be 100 or fewer/],
    ["the same name twice", [command(), command()], /1.name: must be unique/],
    ["26 options", [command({ options: times(26, (n) => typed(`o${n}`)) })], /0.options: must be 0 to 25/],
    ["the same option twice", [command({ options: [typed("a"), typed("a")] })], /options.1.name: must be unique/],
    [
      "a required option after another",
      [command({ options: [typed("a"), typed("b", { required: true })] })],
      /options.1.required/,
    ],
    ["an option of no type", [command({ options: [typed("a", { type: 12 })] })], /options.0.type/],
    [
      "26 choices",
      [command({ options: [typed("a", { choices: times(26, (n) => ({ name: `${n}`, value: `${n}` })) })] })],
      /choices: must be 0 to 25/,
    ],
    [
      "a long choice",
      [command({ options: [typed("a", { choices: [{ name: "a", value: "b".repeat(101) }] })] })],
      /choices.0.value/,
    ],
    [
      "choices and autocomplete",
      [command({ options: [typed("a", { autocomplete: true, choices: [{ name: "a", value: "b" }] })] })],
      /can't stand beside choices/,
    ],
    [
      "8,001 characters",
      [
        command({
          options: times(25, (n) =>
            typed(`o${n}`, {
              choices: times(25, (m) => ({ name: `n${m}`.padEnd(10, "a"), value: `${m}`.padEnd(10, "b") })),
            }),
          ),
        }),
      ],
      /8000 characters/,
    ],
    [
      "max_length above 6,000",
      [command({ options: [typed("a", { max_length: 6001 })] })],
      /max_length: must be 0 to 6000/,
    ],
    [
      "unordered bounds",
      [command({ options: [typed("a", { type: 4, min_value: 3, max_value: 2 })] })],
      /min_value: must not be above/,
    ],
    ["an unknown context", [command({ contexts: [3] })], /contexts: must be some of/],
    ["no integration type", [command({ integration_types: [] })], /integration_types: must be some of/],
  ])("have %s", async (_, commands, complaint) => {
    const discord = await discordForTest();
    const answer = await sendJson(discord, "PUT", `/applications/${discord.applicationId}/commands`, commands);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations.join("\n")).toMatch(complaint);
    expect(discord.commands).toEqual([]);
  });
});

describe("the checks", () => {
  it.each<[why: string, data: object, complaint: string]>([
    ["26 choices", { choices: times(26, (n) => ({ name: `${n}`, value: `${n}` })) }, "must be 0 to 25"],
    ["an empty name", { choices: [{ name: "", value: "a" }] }, "must not be empty"],
    ["a long value", { choices: [{ name: "a", value: "a".repeat(101) }] }, "must be 100 or fewer"],
    ["no list", {}, "must be a list"],
  ])("refuse autocomplete results with %s", (_, data, complaint) => {
    expect(
      checkChoices({ ...data })
        .map(({ message }) => message)
        .join(),
    ).toContain(complaint);
  });

  it("never throw, whatever a body holds", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue({ maxDepth: 4 }), (components, other) => {
        const body = JSON.parse(
          JSON.stringify({ components, embeds: other, content: other, flags: 32768, choices: other }),
        );
        checkMessage(body);
        checkChoices(body);
        checkCommands(Array.isArray(components) ? JSON.parse(JSON.stringify(components)) : [body]);
      }),
    );
  });
});
