import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { createArchive as CreateArchive } from "../../src/archive/archive.ts";
import type { indexAside as IndexAside } from "../../src/archive/index-aside.ts";
import { createLog } from "../../src/log.ts";
import { aFolder, harbourArticles } from "../fakes/folder.ts";

// A thread and a process run the compiled files only, so these tests do too; `npm test` builds them first.
const built = (file: string) => new URL(`../../dist/src/archive/${file}.js`, import.meta.url);
const isBuilt = existsSync(built("thread"));

describe.skipIf(!isBuilt)("an archive that is indexed aside", () => {
  async function aScene() {
    const { indexAside }: { indexAside: typeof IndexAside } = await import(built("index-aside").href);
    const { createArchive }: { createArchive: typeof CreateArchive } = await import(built("archive").href);
    const folder = aFolder(harbourArticles(3));
    const snapshotFile = join(await mkdtemp(join(tmpdir(), "thread-")), "articles.index");
    const lines: string[] = [];
    const log = createLog({ level: "debug", write: (line) => lines.push(line) });
    const start = (places: { articlesDir?: string; snapshotFile?: string } = {}) =>
      createArchive({ build: indexAside({ articlesDir: folder.path, snapshotFile, log, ...places }), log });
    return { folder, snapshotFile, lines, start };
  }
  type Archive = Awaited<ReturnType<typeof CreateArchive>>;
  const titles = ({ library }: Archive) => library.articles.map(({ title }) => title).sort();
  const ferry = "---\ntitle: A ferry arrives\n---\n\nA ferry arrived at Wonsan on Wednesday.\n";

  it("answers after a restart from what was read before, problems and all", async () => {
    const { folder, start } = await aScene();
    folder.write("empty.txt", "");
    const first = await start();
    const report = await first.open();
    expect(report).toMatchObject({ files: 4, after: 3, isRestored: false, failures: [{ file: "empty.txt" }] });
    const second = await start();
    expect(await second.open()).toMatchObject({ ...report, isRestored: true, took: expect.any(Number) });
    expect(titles(second)).toEqual(titles(first));
    const [found] = second.library.search({ query: "harbour", offset: 0, limit: 1 }).hits;
    expect(found?.article.body).toContain(found?.excerpt.text);
  });

  it.each<[string, (scene: Awaited<ReturnType<typeof aScene>>) => void]>([
    ["a file was added", ({ folder }) => folder.write("ferry.md", ferry)],
    [
      "the snapshot is cut off",
      ({ snapshotFile }) => writeFileSync(snapshotFile, readFileSync(snapshotFile).subarray(0, -9)),
    ],
    ["the snapshot is something else", ({ snapshotFile }) => writeFileSync(snapshotFile, "of an older version")],
    ["the snapshot is gone", ({ snapshotFile }) => writeFileSync(snapshotFile, "")],
  ])("is read anew if %s, and then kept anew", async (_, change) => {
    const scene = await aScene();
    await (await scene.start()).open();
    change(scene);
    expect(await (await scene.start()).open()).toMatchObject({ isRestored: false });
    const third = await scene.start();
    expect(await third.open()).toMatchObject({ isRestored: true });
    expect(titles(third).includes("A ferry arrives")).toBe(existsSync(join(scene.folder.path, "ferry.md")));
  });

  it("is always read anew by a re-index, which tells how far it is", async () => {
    const { folder, start } = await aScene();
    const archive = await start();
    await archive.open();
    folder.write("ferry.md", ferry);
    const seen: string[] = [];
    const report = await archive.reindex(({ stage, done, total }) => seen.push(`${stage} ${done} of ${total}`));
    expect(report).toMatchObject({ before: 3, after: 4, isRestored: false });
    expect(seen).toEqual(expect.arrayContaining(["reading 4 of 4", "indexing 4 of 4"]));
  });

  it("has the articles of new and changed files before a re-index has read all the rest, however old their dates", async () => {
    const { folder, start } = await aScene();
    const archive = await start();
    await archive.open();
    folder.write("ferry.md", ferry);
    utimesSync(join(folder.path, "ferry.md"), new Date("2001-01-01"), new Date("2001-01-01"));
    folder.write("broken.md", "---\ntitle: [\n---\nText.\n");
    let early: readonly string[] | undefined;
    const report = await archive.reindex(() => {
      early ??= titles(archive);
    });
    expect(early).toContain("A ferry arrives");
    expect(early).toHaveLength(4);
    expect(report).toMatchObject({ before: 3, after: 4, failures: [{ file: "broken.md" }] });
    expect(titles(archive)).toEqual(early);
  });

  it.each(["below a file", "where a folder is"])("answers without a snapshot %s, and says so", async (where) => {
    const { lines, start, snapshotFile } = await aScene();
    if (where === "below a file") writeFileSync(snapshotFile, "");
    else mkdirSync(join(snapshotFile, "inside"), { recursive: true });
    const archive = await start(where === "below a file" ? { snapshotFile: join(snapshotFile, "below") } : {});
    expect(await archive.open()).toMatchObject({ after: 3 });
    expect(lines.join("")).toContain('"event":"snapshot not written"');
    expect(readdirSync(dirname(snapshotFile))).toHaveLength(1);
  });

  it("keeps the old library where nothing can be read, and can be stopped", async () => {
    const { start } = await aScene();
    const missing = await start({ articlesDir: "/nowhere" });
    await expect(missing.open()).rejects.toThrow("The articles folder is missing");
    const stopped = await start();
    const opening = stopped.open();
    stopped.stop();
    await expect(opening).rejects.toThrow("being stopped");
  });

  /** The processes that index for this snapshot: who runs them is told by what they were started with. */
  function indexing(snapshotFile: string): number[] {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(snapshotFile);
      } catch {
        return false;
      }
    });
  }
  const few = { timeout: 20_000 };

  it.skipIf(!existsSync("/proc/self"))("keeps the old library where the indexing process is killed", few, async () => {
    const { start, snapshotFile } = await aScene();
    const archive = await start();
    await archive.open();
    const failing = archive.reindex();
    await vi.waitUntil(() => indexing(snapshotFile).length > 0, few);
    for (const pid of indexing(snapshotFile)) process.kill(pid, "SIGKILL");
    await expect(failing).rejects.toThrow("ended before its work was done (SIGKILL: is there enough memory?)");
    expect(titles(archive)).toHaveLength(3);
    expect(await archive.reindex()).toMatchObject({ after: 3 });
  });

  it.skipIf(!existsSync("/proc/self"))("leaves no process and no draft behind when it is stopped", few, async () => {
    const { folder, start, snapshotFile } = await aScene();
    // To read so many takes longer than is waited for below.
    for (const [file, text] of Object.entries(harbourArticles(8000))) folder.write(file, text);
    const archive = await start();
    const opening = archive.open();
    await vi.waitUntil(() => indexing(snapshotFile).length > 0, few);
    archive.stop();
    await expect(opening).rejects.toThrow("being stopped");
    await vi.waitUntil(() => indexing(snapshotFile).length === 0, { timeout: 3000 });
    expect(readdirSync(dirname(snapshotFile))).toEqual([]);
  });

  it.skipIf(!existsSync("/proc/self"))("waits for the end of a process that had nothing to read", few, async () => {
    const { start, snapshotFile } = await aScene();
    const archive = await start({ articlesDir: join(dirname(snapshotFile), "missing") });
    const opening = archive.reindex().catch(() => "refused");
    const pid = await vi.waitUntil(() => indexing(snapshotFile)[0], few);
    expect(await opening).toBe("refused");
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  });
});
