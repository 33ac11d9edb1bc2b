import { execFileSync } from "node:child_process";
import { chmod, open, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { articleId } from "../../src/news/article.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { folderOf, readAll, readFiles, story } from "./scratch-folder.ts";

describe("a folder of files", () => {
  it("becomes articles, subfolders included, always in the same order", async () => {
    const files = { "b.txt": story, "a/z.txt": story, "a/b/c.md": `# Roads\n\n${story}`, "c.html": `<p>${story}</p>` };
    const dir = await folderOf(files);
    const first = await readAll(readFolder(dir));
    expect(first.problems).toEqual({});
    expect(first.articles.map(({ id }) => id)).toEqual(
      ["a/b/c.md", "a/z.txt", "b.txt", "c.html"].map((file) => articleId(file)),
    );
    expect(await readAll(readFolder(dir))).toEqual(first);
  });

  it("says before the first reading how many files there are", async () => {
    const dir = await folderOf({ "a.txt": story, "b.txt": story, "b.yaml": "title: Roads" });
    const totals: number[] = [];
    await readAll(readFolder(dir), { onTotal: (files) => totals.push(files) });
    expect(totals).toEqual([2]);
  });

  it("passes over hidden files and what systems and browsers leave behind", async () => {
    const { articles, problems } = await readFiles({
      "page.html": `<p>${story}</p>`,
      "page_files/script.js": "alert(1)",
      ".DS_Store": "\0\0\0\x01Bud1",
      "sub/Thumbs.db": "\0",
      ".git/config": "[core]",
      "notes.txt~": story,
    });
    expect(problems).toEqual({});
    expect(articles).toHaveLength(1);
  });

  it("names each file that can't be read, with the reason, and reads the rest", async () => {
    const { articles, problems } = await readFiles({
      "good.txt": story,
      "empty.txt": "",
      "blank.md": " \n\n\t\n",
      "binary.txt": Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
      "renamed.txt": "%PDF-1.4\n%âãÏÓ\n",
      "picture.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      "truncated.json": '{"title": "Roads", "body": "Envoys of both Kor',
      "open.md": "---\ntitle: Roads\n\nEnvoys met.",
      "wrong.md": "---\ntitle: [Roads\n---\nEnvoys met.",
      "table.csv": "a,b\n1,2\n",
      "menu.txt": "Home\nWorld\nSubscribe\n",
      "alone.yaml": "title: Roads",
    });
    expect(articles).toHaveLength(1);
    expect(problems).toEqual({
      "empty.txt": expect.stringMatching(/empty/),
      "blank.md": expect.stringMatching(/empty/),
      "binary.txt": expect.stringMatching(/binary/),
      "renamed.txt": expect.stringMatching(/PDF/),
      "picture.png": expect.stringMatching(/image/),
      "truncated.json": expect.stringMatching(/not valid JSON, or only the beginning/),
      "open.md": expect.stringMatching(/never closed/),
      "wrong.md": expect.stringMatching(/line 2 is not valid YAML/),
      "table.csv": expect.stringMatching(/\.csv file is not a kind/),
      "menu.txt": expect.stringMatching(/No article text/),
      "alone.yaml": expect.stringMatching(/beside/),
    });
  });

  it("refuses a file of 200 MB by its size", async () => {
    const dir = await folderOf({ "good.txt": story, "huge.txt": "" });
    const huge = await open(join(dir, "huge.txt"), "r+");
    await huge.truncate(200_000_000);
    await huge.close();
    const { articles, problems } = await readAll(readFolder(dir));
    expect(articles).toHaveLength(1);
    expect(problems).toEqual({ "huge.txt": expect.stringMatching(/200 MB, the limit is 10 MB/) });
  });

  it.skipIf(process.platform === "win32")("follows links once, and names loops and links to nothing", async () => {
    const elsewhere = await folderOf({ "linked.txt": story });
    const dir = await folderOf({ "sub/own.txt": story });
    await symlink(elsewhere, join(dir, "a-link"));
    await symlink(join(elsewhere, "linked.txt"), join(dir, "file-link.txt"));
    await symlink("..", join(dir, "sub/parent"));
    await symlink("nowhere", join(dir, "dangling.txt"));
    await symlink("itself.txt", join(dir, "itself.txt"));
    const { articles, problems } = await readAll(readFolder(dir));
    expect(articles.map(({ id }) => id)).toEqual(
      ["a-link/linked.txt", "file-link.txt", "sub/own.txt"].map((file) => articleId(file)),
    );
    expect(problems).toEqual({
      "sub/parent": expect.stringMatching(/read already/),
      "dangling.txt": expect.stringMatching(/leads to nothing/),
      "itself.txt": expect.stringMatching(/back to itself/),
    });
  });

  it.skipIf(process.platform === "win32")("never opens a pipe", async () => {
    const dir = await folderOf({ "good.txt": story });
    execFileSync("mkfifo", [join(dir, "pipe.txt")]);
    const { articles, problems } = await readAll(readFolder(dir));
    expect(articles).toHaveLength(1);
    expect(problems).toEqual({ "pipe.txt": expect.stringMatching(/pipe/) });
  });

  // The root user may read everything.
  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("names what it may not read", async () => {
    const dir = await folderOf({ "good.txt": story, "secret.txt": story, "closed/a.txt": story });
    await chmod(join(dir, "secret.txt"), 0);
    await chmod(join(dir, "closed"), 0);
    const { articles, problems } = await readAll(readFolder(dir));
    await chmod(join(dir, "closed"), 0o700);
    expect(articles).toHaveLength(1);
    expect(problems).toEqual({
      "secret.txt": expect.stringMatching(/permissions/),
      "closed/": expect.stringMatching(/permissions/),
    });
  });

  it("fails as a whole only where the folder itself is missing", async () => {
    const dir = await folderOf({ "a.txt": story });
    await expect(readAll(readFolder(join(dir, "a.txt")))).rejects.toThrow(UserError);
    await rm(dir, { recursive: true });
    await expect(readAll(readFolder(dir))).rejects.toThrow(/ARTICLES_DIR/);
  });

  it("stops when it is told to", async () => {
    const dir = await folderOf({ "a.txt": story, "b.txt": story });
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { file } of readFolder(dir)({ signal: stop.signal })) {
        seen.push(file);
        stop.abort();
      }
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    expect(seen).toEqual(["a.txt"]);
  });

  it("names a text that is far too long for an article, and the entry of a list that holds one", async () => {
    const line = "Envoys of both Koreas met in Kaesong on Friday to talk about roads, officials in Seoul said.";
    const long = Array.from({ length: 4000 }, (_, at) => `${line} It was meeting ${at}.`).join("\n\n");
    const { articles, problems } = await readFiles({
      "a.txt": long,
      "b.json": JSON.stringify([
        { title: "Long", body: long },
        { title: "Roads", body: line },
      ]),
    });
    expect(problems).toEqual({
      "a.txt": expect.stringMatching(/^Its text has \d{3},\d{3} characters, the limit is 300,000/),
      "b.json, entry 1": expect.stringMatching(/the limit is 300,000/),
    });
    expect(articles.map(({ title }) => title)).toEqual(["Roads"]);
  });
});
