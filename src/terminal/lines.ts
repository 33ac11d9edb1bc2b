import { TextDecoder } from "node:util";
import { UserError } from "../errors.ts";

/**
 * The lines of UTF-8 text that are not empty, without a byte order mark, whatever ends them. A line longer than any
 * command is cut after about `limit` characters, so that no input fills the memory.
 * @throws UserError for bytes that are no text
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>, limit = 100_000): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = "";
  for await (const chunk of bytes) {
    const [end = "", ...starts] = decode(decoder, chunk).split(/[\r\n]/);
    if (line.length < limit) line += end;
    for (const start of starts) {
      if (line !== "") yield line;
      line = start;
    }
  }
  line += decode(decoder);
  if (line !== "") yield line;
}

/** Without a chunk: what is left at the end. */
function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    const text = decoder.decode(chunk, { stream: chunk !== undefined });
    if (!text.includes("\0")) return text;
  } catch {
    // Answered below.
  }
  throw new UserError("The input is not UTF-8 text. Give one command a line.");
}
