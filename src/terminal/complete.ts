import type { Choice, Command } from "../command.ts";
import { findCommand, writeOption } from "./parse.ts";

/** `App.complete` for the caller in front of the terminal. */
export type Complete = (command: string, option: string, typed: string) => Promise<readonly Choice[]>;

/**
 * What could stand in place of the end of the line: names of commands, names of options, or an option's choices.
 * @returns the candidates, and the end of the line that each of them would replace (readline's `completer`)
 */
export async function completeLine(
  line: string,
  commands: readonly Command[],
  complete: Complete,
): Promise<[string[], string]> {
  const start = line.trimStart();
  const found = findCommand(start, commands);
  if (!found || !/^\s/.test(found.rest)) {
    const names = commands.map((command) => `/${command.name} `);
    const typed = `/${start.replace(/^\//, "").replace(/\s+/g, " ").toLowerCase()}`;
    return [names.filter((candidate) => candidate.startsWith(typed)), start];
  }
  const { command } = found;
  const rest = found.rest.slice(1);
  const options = Object.keys(command.options);
  const choices = async (option: string, typed: string) =>
    (await complete(command.name, option, typed)).map(({ value }) => value);

  const used = [...rest.matchAll(/(?<!\S)([\w-]{1,32}):/g)]
    .map((label) => ({
      option: label[1]?.toLowerCase() ?? "",
      at: label.index,
      valueAt: label.index + label[0].length,
    }))
    .filter(({ option }) => options.includes(option));
  const last = used.at(-1);
  const value = last && rest.slice(last.valueAt);
  if (last && value !== undefined && (value.startsWith('"') ? !/"\s/.test(value) : !/\s/.test(value))) {
    const values = await choices(last.option, value.replace(/^"|"$/g, ""));
    return [values.map((candidate) => writeOption(last.option, candidate)), rest.slice(last.at)];
  }

  const typed = /\S*$/.exec(rest)?.[0] ?? "";
  const names = options
    .filter((option) => option.startsWith(typed.toLowerCase()) && !used.some((other) => other.option === option))
    .map((option) => `${option}:`);
  const [first] = options;
  if (first === undefined || used.length > 0 || rest.trim() === "") return [names, typed];
  if (typed === rest) return [[...names, ...(await choices(first, rest))], rest];
  return names.length > 0 && typed !== "" ? [names, typed] : [await choices(first, rest), rest];
}
