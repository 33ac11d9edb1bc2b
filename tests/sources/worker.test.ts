import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { readInWorker as ReadInWorker } from "../../src/sources/read-in-worker.ts";
import { folderOf, readAll, story } from "./scratch-folder.ts";

// A worker runs the compiled files only, so these tests do too; `npm test` builds them first.
const built = new URL("../../dist/src/sources/read-in-worker.js", import.meta.url);

describe.skipIf(!existsSync(built))("reading in a worker", () => {
  const load = async (): Promise<{ readInWorker: typeof ReadInWorker }> => import(built.href);

  it("gives what reading in the same thread gives", async () => {
    const { readInWorker } = await load();
    const dir = await folderOf({ "a.txt": story, "b.md": "---\ndate: soon\n---\nx", "c.txt": story });
    const totals: number[] = [];
    const { articles, problems } = await readAll(readInWorker(dir), { onTotal: (files) => totals.push(files) });
    expect(totals).toEqual([3]);
    expect(articles).toHaveLength(2);
    expect(problems).toEqual({ "b.md": expect.stringMatching(/“date” is “soon”/) });
  });

  it("names a file that takes too long, and goes on with the next one", async () => {
    const { readInWorker } = await load();
    const dir = await folderOf({ "a.txt": story, "b.txt": story });
    const { articles, problems } = await readAll(readInWorker(dir, 0));
    expect(articles).toEqual([]);
    expect(problems).toEqual({
      "a.txt": expect.stringMatching(/took too long/),
      "b.txt": expect.stringMatching(/took too long/),
    });
  });

  it("ends with its reader", async () => {
    const { readInWorker } = await load();
    const dir = await folderOf({ "a.txt": story, "b.txt": story });
    const stop = new AbortController();
    const reading = (async () => {
      for await (const { file } of readInWorker(dir)({ signal: stop.signal })) {
        expect(file).toBe("a.txt");
        stop.abort();
      }
    })();
    await expect(reading).rejects.toThrow(/abort/i);
  });
});
