import { clearLine, cursorTo } from "node:readline";
import type { WriteStream } from "node:tty";
import type { Text } from "../reply.ts";
import { textOf } from "./render.ts";

/** One line that overwrites itself and leaves nothing behind; silent where the stream is no terminal. */
export function createStatusLine(stream: WriteStream): { show: (line: Text) => void; clear: () => void } {
  let shown = false;
  const clear = () => {
    if (!shown) return;
    clearLine(stream, 0);
    cursorTo(stream, 0);
    shown = false;
  };
  return {
    show(line) {
      if (!stream.isTTY) return;
      clear();
      stream.write(textOf(line).slice(0, stream.columns - 1));
      shown = true;
    },
    clear,
  };
}
