import { createInterface } from "node:readline";
import type { Command } from "../command.ts";
import { type Complete, completeLine } from "./complete.ts";

/**
 * Asks for one command after the other, with history and completion, until Ctrl-D or Ctrl-C. Ctrl-C while an answer
 * is under way ends the process at once, with status 130.
 */
export async function prompt(parts: {
  readonly commands: readonly Command[];
  readonly complete: Complete;
  readonly input: NodeJS.ReadableStream;
  /** A terminal, like `input`. */
  readonly output: NodeJS.WritableStream;
  readonly answer: (line: string) => Promise<unknown>;
}): Promise<void> {
  const { commands, complete, input, output, answer } = parts;
  const terminal = createInterface({
    input,
    output,
    terminal: true,
    prompt: "> ",
    historySize: 1000,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: Error | null, found?: [string[], string]) => void) => {
      completeLine(line, commands, complete).then((found) => done(null, found), done);
    },
  });
  let answering = false;
  let open = true;
  terminal.on("close", () => {
    open = false;
  });
  terminal.on("SIGINT", () => {
    if (answering) process.exit(130);
    terminal.close();
  });
  terminal.prompt();
  for await (const line of terminal) {
    answering = true;
    if (line.trim() !== "") await answer(line);
    answering = false;
    // Ctrl-D may have come meanwhile.
    if (open) terminal.prompt();
  }
  output.write("\n");
}
