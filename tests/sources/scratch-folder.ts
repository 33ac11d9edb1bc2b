import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Article } from "../../src/news/article.ts";
import { readFolder } from "../../src/sources/folder.ts";
import type { ReadArticles } from "../../src/sources/source.ts";

/** A folder with these files, removed when the test is over. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "articles-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), content);
  }
  return dir;
}

/** Everything that a source yields: articles in order, and problems by file. */
export async function readAll(read: ReadArticles, options: Parameters<ReadArticles>[0] = {}) {
  const articles: Article[] = [];
  const problems: Record<string, string> = {};
  for await (const reading of read(options)) {
    if ("reason" in reading) problems[reading.file] = reading.reason;
    else articles.push(...reading.articles);
  }
  return { articles, problems };
}

export async function readFiles(files: Readonly<Record<string, string | Uint8Array>>) {
  return readAll(readFolder(await folderOf(files)));
}

export const story =
  "Envoys of both Koreas met in Kaesong on Friday to talk about roads.\n\nThe envoys agreed to meet in Kaesong again in May.\n";
