import { isDeepStrictEqual } from "node:util";
import type { Command, RawOptions } from "../command.ts";
import { UserError } from "../errors.ts";
import { editDistance } from "../news/edit-distance.ts";

/** A command and its options, as `App.answer` takes them. */
export interface Asked {
  readonly command: string;
  readonly options: RawOptions;
}

/**
 * A word of free text: quotes keep their white space together, `-"missile test"` is one word.
 * An unclosed quote is a character like any other.
 */
const word = /(?:"[^"]*"|\S)+/y;
/** What stands before a named value. */
const label = /([\w-]{1,32}):/y;
/** What was meant as one, right or wrong: no time ("08:30"), no address ("https://…"), no "re: talks". */
const intended = /^([a-z][\w-]{0,31}):(?!\/\/)./is;
/** Letters of an option's name added, dropped, changed or swapped. */
const mostSlips = 2;
/** A value in quotes, `\"` and `\\` standing for `"` and `\`. */
const quoted = /"((?:[^"\\]|\\.)*)"(?!\S)/sy;

/**
 * Reads a command as Discord shows it: `/search query:summit source:"The Japan Times" after:2019-04`. Text without
 * a name goes to the first option as it stands, quotes included: `/search "Demilitarized Zone" -Hanoi after:2019-04`.
 * A word with a name that is no option's is refused: it would be looked for, and the filter that it should be, missed.
 * Whether a value is a good one is for the command to say.
 * @throws UserError where no known command, or no value for its options, can be made of it
 */
export function parseLine(line: string, commands: readonly Command[]): Asked {
  const found = findCommand(line, commands);
  if (!found) {
    const name = /^\s*\/?(\S*)/.exec(line)?.[1] ?? "";
    const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
    const names = commands.map((known) => `/${known.name}`);
    const meant = names.filter((known) => known.startsWith(`/${name.toLowerCase()} `));
    throw new UserError(
      meant.length > 0
        ? `/${shown} needs one more word: ${meant.join(", ")}.`
        : `There is no command /${shown}. There are: ${[...new Set(names.map((known) => known.replace(/ .*/, " …")))].join(", ")}.`,
    );
  }
  const { command } = found;
  const values = readValues(found.rest.trimStart(), command);
  return { command: command.name, options: Object.fromEntries([...values].map((value) => typed(value, command))) };
}

/** The command that a line starts with, in any capitalisation, with or without a slash, and what follows its name. */
export function findCommand(
  line: string,
  commands: readonly Command[],
): { readonly command: Command; readonly rest: string } | undefined {
  const [, first = "", afterFirst = ""] = /^\s*\/?(\S*)(.*)$/s.exec(line) ?? [];
  const single = commands.find(({ name }) => name === first.toLowerCase());
  if (single) return { command: single, rest: afterFirst };
  const [, second = "", afterBoth = ""] = /^\s+(\S+)(.*)$/s.exec(afterFirst) ?? [];
  const double = commands.find(({ name }) => name === `${first} ${second}`.toLowerCase());
  return double && { command: double, rest: afterBoth };
}

function readValues(text: string, command: Command): Map<string, string> {
  const first = Object.keys(command.options)[0];
  const values = new Map<string, string>();
  const free: Piece[] = [];
  for (const piece of pieces(text, command)) {
    const { option, value } = piece;
    const stranger = option === undefined ? intended.exec(piece.verbatim)?.[1] : undefined;
    if (stranger !== undefined) throw new UserError(noOption(stranger, command));
    const again = option !== undefined && (values.has(option) || free.some((other) => other.option === option));
    if (again) throw new UserError(`The option “${option}” is given twice.`);
    if (option === undefined || option === first) free.push(piece);
    else if (value === "")
      throw new UserError(`The option “${option}” has no value. Write ${option}:… without a space.`);
    else if (!piece.inQuotes && value.startsWith('"')) {
      throw new UserError(`The value of “${option}” starts with a quotation mark: put one behind it, too.`);
    } else values.set(option, value);
  }
  const [only] = free;
  if (only === undefined) return values;
  if (first === undefined) throw new UserError(`/${command.name} takes no options.`);
  const words = free.map(({ verbatim }) => verbatim);
  const value = free.length === 1 ? only.value : words.join(" ").trim();
  if (value === "" && !only.inQuotes) throw new UserError(`The option “${first}” has no value.`);
  return values.set(first, value);
}

interface Piece {
  /** The name before the colon; missing for free text. */
  readonly option?: string;
  /** As typed, without the name. */
  readonly verbatim: string;
  readonly value: string;
  readonly inQuotes: boolean;
}

function* pieces(text: string, command: Command): Generator<Piece> {
  let at = text.length - text.trimStart().length;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    const start = at;
    const option = read(label)?.[1]?.toLowerCase();
    const named = option !== undefined && Object.hasOwn(command.options, option);
    if (!named) at = start;
    const inQuotes = named ? read(quoted) : null;
    const verbatim = (inQuotes ?? read(word))?.[0] ?? "";
    const value = inQuotes?.[1]?.replace(/\\(.)/gs, "$1") ?? verbatim;
    yield { ...(named ? { option } : {}), verbatim, value, inQuotes: inQuotes !== null };
    read(/\s+/y);
  }
}

function noOption(name: string, command: Command): string {
  const options = Object.keys(command.options);
  if (options.length === 0) return `/${command.name} takes no options.`;
  const near = options.find((option) => editDistance(name.toLowerCase(), option, mostSlips) <= mostSlips);
  const hint = near === undefined ? "" : ` Did you mean “${near}”?`;
  const [first = ""] = options;
  const quoted =
    command.options[first]?.type === "string"
      ? ` For the text itself, put it in quotation marks: ${first}:"${name}:…"`
      : "";
  return `There is no option “${name}” here.${hint} The options are: ${options.join(", ")}.${quoted}`;
}

/** Discord sends whole numbers as numbers; what is none goes to the command as it is, which refuses it. */
function typed([name, value]: [string, string], command: Command): [string, string | number] {
  const isWhole = command.options[name]?.type === "integer" && /^[+-]?\d{1,15}$/.test(value);
  return [name, isWhole ? Number(value) : value];
}

/**
 * The line that `parseLine` reads back: `/search kim trump page:2`. The first option stands without its name where that
 * says the same: behind a name, quotation marks only keep a value together, and could be taken for those of a phrase.
 * @param commands without them every option is named: `/search query:"kim trump" page:2`
 */
export function writeLine(asked: Asked, commands: readonly Command[] = []): string {
  const { command, options } = asked;
  const first = Object.keys(commands.find(({ name }) => name === command)?.options ?? {})[0] ?? "";
  const written = (entries: [string, unknown][]) => entries.map(([name, value]) => writeOption(name, String(value)));
  const all = Object.entries(options);
  const bare = [`/${command}`, String(options[first] ?? ""), ...written(all.filter(([name]) => name !== first))].join(
    " ",
  );
  const isPlain = typeof options[first] === "string" && !/[\r\n]/.test(bare) && isRead(bare, asked, commands);
  return isPlain ? bare : [`/${command}`, ...written(all)].join(" ");
}

function isRead(line: string, asked: Asked, commands: readonly Command[]): boolean {
  try {
    return isDeepStrictEqual(parseLine(line, commands), asked);
  } catch {
    return false;
  }
}

/** `after:2019-04`, `query:"kim trump"`. */
export function writeOption(name: string, value: string): string {
  const plain = value !== "" && !/[\s"]/.test(value);
  return `${name}:${plain ? value : `"${value.replace(/["\\]/g, "\\$&")}"`}`;
}

/**
 * One line of several words that a shell has taken apart, which costs a named value its quotes: `after:30 days`
 * among them becomes `after:"30 days"`.
 */
export function joinWords(words: readonly string[]): string {
  const [command = "", ...rest] = words;
  const quotedAgain = rest.map((word) => {
    const [, name, value] = /^([\w-]{1,32}):([^"]*\s[^"]*)$/s.exec(word) ?? [];
    return name !== undefined && value !== undefined ? writeOption(name, value) : word;
  });
  return [command, ...quotedAgain].join(" ");
}
