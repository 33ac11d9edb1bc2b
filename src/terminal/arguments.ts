import { joinWords } from "./parse.ts";

/** What the preview was started with. */
export interface Arguments {
  readonly json: boolean;
  readonly help: boolean;
  /** The command to answer, if one is given. */
  readonly line: string | undefined;
}

/** The program was started in a way that it can't be. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Flags may stand before or after the command. A word with one dash behind the command belongs to its text:
 * `/search summit -hanoi`. After `--` everything does.
 * @throws UsageError for a flag that there is not, and for a command that is empty
 */
export function readArguments(given: readonly string[]): Arguments {
  const end = given.indexOf("--");
  const flags: string[] = [];
  const words: string[] = [];
  given.forEach((word, index) => {
    const isFlag = (end < 0 || index < end) && (word.startsWith("--") || (words.length === 0 && /^-./.test(word)));
    if (isFlag) flags.push(word);
    else if (index !== end) words.push(word);
  });
  const unknown = flags.find((flag) => !["--json", "--help", "-h"].includes(flag));
  if (unknown !== undefined) throw new UsageError(`There is no flag ${unknown}. --help says how to use this.`);
  const line = joinWords(words);
  if (words.length > 0 && line.trim() === "")
    throw new UsageError("The command is empty. --help says how to use this.");
  return {
    json: flags.includes("--json"),
    help: flags.includes("--help") || flags.includes("-h"),
    line: words.length > 0 ? line : undefined,
  };
}
