import { expect, it } from "vitest";
import { defineCommand, type Option } from "../../src/command.ts";
import { completeLine } from "../../src/terminal/complete.ts";
import { parseLine } from "../../src/terminal/parse.ts";

const text: Option<string> = { type: "string", description: "", parse: String };
const search = defineCommand({
  name: "search",
  description: "",
  examples: [],
  options: { query: text, source: text, after: text },
  run: () => ({ heading: "" }),
});
const about = defineCommand({
  name: "about",
  description: "",
  examples: [],
  options: {},
  run: () => ({ heading: "" }),
});
const pause = defineCommand({
  name: "briefing pause",
  description: "",
  examples: [],
  options: { schedule: text },
  run: () => ({ heading: "" }),
});
const commands = [search, about, pause];
const values: Record<string, string[]> = {
  query: ["summit", "summit talks", "sanctions"],
  source: ["AFP", "The Japan Times"],
  after: ["2019", "30 days"],
};
const complete = (line: string) =>
  completeLine(line, commands, async (_command, option, typed) =>
    (values[option] ?? [])
      .filter((value) => value.toLowerCase().includes(typed.toLowerCase()))
      .map((value) => ({ name: value, value })),
  );

it.each<[string, string[], string]>([
  ["", ["/search ", "/about ", "/briefing pause "], ""],
  ["/se", ["/search "], "/se"],
  ["se", ["/search "], "se"],
  ["/search ", ["query:", "source:", "after:"], ""],
  ["/search so", ["source:"], "so"],
  ["/search s", ["source:", "summit", "summit talks", "sanctions"], "s"],
  ["/search summit t", ["summit talks"], "summit t"],
  ["/search summit af", ["after:"], "af"],
  ["/search summit after:", ["after:2019", 'after:"30 days"'], "after:"],
  ["/search summit source:jap", ['source:"The Japan Times"'], "source:jap"],
  ['/search summit source:"The J', ['source:"The Japan Times"'], 'source:"The J'],
  ["/search summit source:AFP ", ["query:", "after:"], ""],
  ['/search source:"The Japan Times" a', ["after:"], "a"],
  ["/search no:such s", ["source:"], "s"],
  ["/about ", [], ""],
  ["/nothing x", [], "/nothing x"],
  ["/brief", ["/briefing pause "], "/brief"],
  ["/briefing  P", ["/briefing pause "], "/briefing  P"],
  ["/briefing pause ", ["schedule:"], ""],
  ["/briefing pause sc", ["schedule:"], "sc"],
])("completes %j", async (line, candidates, end) => {
  expect(await complete(line)).toEqual([candidates, end]);
});

it("offers values that the parser reads back", async () => {
  const [candidates, end] = await complete("/search x source:");
  for (const candidate of candidates) {
    const line = "/search x source:".slice(0, -end.length) + candidate;
    expect(values.source).toContain(parseLine(line, commands).options.source);
  }
});
