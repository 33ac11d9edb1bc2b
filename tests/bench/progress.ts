/** A bar on a terminal; elsewhere a line for each step. On the error output, so that the table can be kept apart. */
export interface Progress {
  /** @param work how much of the whole the step is */
  step(name: string, work: number): void;
  end(): void;
}

const width = 30;

export function createProgress(whole: number): Progress {
  const { isTTY } = process.stderr;
  let done = 0;
  let next = 0;
  return {
    step(name, work) {
      done += next;
      next = work;
      const share = Math.min(1, done / whole);
      const bar = "#".repeat(Math.round(width * share)).padEnd(width, ".");
      const line = `[${bar}] ${String(Math.round(100 * share)).padStart(3)}% ${name}`;
      process.stderr.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (isTTY) process.stderr.write("\r\u001b[K");
    },
  };
}
