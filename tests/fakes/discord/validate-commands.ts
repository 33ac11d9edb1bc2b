import type { Problem } from "./errors.ts";
import { inside } from "./errors.ts";
import type { Json, JsonObject } from "./json.ts";
import { length, list, present, record, text } from "./json.ts";
import { checkCount, checkLength } from "./validate-components.ts";
import { checkChoice } from "./validate-limits.ts";

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Problems of a list of commands that replaces all others. */
export function checkCommands(commands: readonly Json[]): Problem[] {
  const all = commands.map(record);
  const names = all.map((command) => `${text(command.name)} (type ${command.type ?? 1})`);
  return [
    ...(all.length > 100 ? [{ path: [], message: "must be 100 or fewer in number" }] : []),
    ...all.flatMap((command, index) => inside(index, [...checkCommand(command), ...checkUnique(names, index)])),
  ];
}

export function checkCommand(command: JsonObject): Problem[] {
  const size = characters(command);
  return [
    ...((command.type ?? 1) === 1 ? checkNamed(command) : checkLength(command.name, "name", 1, 32)),
    ...(size > 8000 ? [{ path: [], message: `must hold 8000 characters or fewer in all, not ${size}` }] : []),
    ...checkOptions(list(command.options)),
    ...checkPlaces(command, "contexts", [0, 1, 2]),
    ...checkPlaces(command, "integration_types", [0, 1]),
  ];
}

function checkNamed(thing: JsonObject): Problem[] {
  const name = text(thing.name);
  const proper = namePattern.test(name) && name === name.toLowerCase();
  return [
    ...(proper ? [] : [{ path: ["name"], message: `must be a lower-case name, not ${JSON.stringify(thing.name)}` }]),
    ...checkLength(thing.description, "description", 1, 100),
  ];
}

function checkOptions(options: readonly Json[]): Problem[] {
  const all = options.map(record);
  const names = all.map((option) => text(option.name));
  const firstOptional = all.findIndex((option) => option.required !== true);
  const problems = checkCount(all, "options", 0, 25);
  all.forEach((option, index) => {
    const each = [...checkNamed(option), ...checkUnique(names, index), ...checkOption(option)];
    if (option.required === true && firstOptional !== -1 && index > firstOptional) {
      each.push({ path: ["required"], message: "required options must stand before the others" });
    }
    problems.push(...inside("options", inside(index, each)));
  });
  return problems;
}

function checkOption(option: JsonObject): Problem[] {
  const { type } = option;
  if (typeof type !== "number" || type < 1 || type > 11) return [{ path: ["type"], message: "must be 1 to 11" }];
  if (type <= 2) return checkOptions(list(option.options));
  const choices = list(option.choices).map(record);
  const problems = [
    ...checkCount(choices, "choices", 0, 25),
    ...choices.flatMap((choice, index) => inside("choices", inside(index, checkChoice(choice)))),
  ];
  const complain = (key: string, message: string) => problems.push({ path: [key], message });
  if (option.autocomplete === true && choices.length > 0) complain("autocomplete", "can't stand beside choices");
  if (option.autocomplete === true && ![3, 4, 10].includes(type)) complain("autocomplete", "is for texts and numbers");
  for (const key of ["min_length", "max_length"]) {
    const value = option[key];
    if (!present(value)) continue;
    if (type !== 3) complain(key, "is for texts");
    if (typeof value !== "number" || value < 0 || value > 6000) complain(key, "must be 0 to 6000");
  }
  for (const key of ["min_value", "max_value"]) {
    if (present(option[key]) && type !== 4 && type !== 10) complain(key, "is for numbers");
  }
  if (Number(option.min_value) > Number(option.max_value)) complain("min_value", "must not be above max_value");
  if (Number(option.min_length) > Number(option.max_length)) complain("min_length", "must not be above max_length");
  return problems;
}

function checkUnique(names: readonly string[], index: number): Problem[] {
  const name = names[index] ?? "";
  return names.indexOf(name) === index ? [] : [{ path: ["name"], message: `must be unique: ${JSON.stringify(name)}` }];
}

function checkPlaces(command: JsonObject, key: string, allowed: readonly number[]): Problem[] {
  const value = command[key];
  if (!present(value)) return [];
  const places = list(value);
  const proper = places.length > 0 && new Set(places).size === places.length;
  if (proper && places.every((place) => allowed.includes(Number(place)))) return [];
  return [{ path: [key], message: `must be some of ${allowed.join(", ")}, each once` }];
}

/** Names, descriptions and values of a command with its options and choices, the longest translation of each. */
function characters(thing: JsonObject): number {
  const longest = (key: string) =>
    Math.max(length(thing[key]), ...Object.values(record(thing[`${key}_localizations`])).map(length));
  const inner = [...list(thing.options), ...list(thing.choices)].map(record);
  return (
    longest("name") + longest("description") + length(thing.value) + inner.map(characters).reduce((a, b) => a + b, 0)
  );
}
