import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import MiniSearch from "minisearch";
import { createArchive } from "../../src/archive/archive.ts";
import { indexAside } from "../../src/archive/index-aside.ts";
import { createLog } from "../../src/log.ts";
import type { Article } from "../../src/news/article.ts";

/** One of the programs that are compared, with its index built. */
export interface Engine {
  /** It keeps its index where this process doesn't see how large it is. */
  readonly isOutside?: boolean;
  /** Its memory holds the text of the articles, too. */
  readonly hasText?: boolean;
  /** The first five answers to a query. */
  search(query: string): unknown;
  complete(typed: string): unknown;
  /** Takes up one more article, which must be found at once, and takes it out again. */
  addAndRemove(article: Article): void;
  /** Gets ready again as after a restart. */
  reload?(): Promise<void>;
  close(): void;
}

/** Takes what it needs of the articles, and gives what builds an engine of them. */
export type Prepare = (articles: Iterable<Article>) => Promise<() => Promise<Engine>>;

/** As the bot does it: from a folder of files, people and duplicates and all. */
const ours: Prepare = async (articles) => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const log = createLog({ level: "error", write: (line) => process.stderr.write(line) });
  const articlesDir = join(folder, "articles");
  await writeArticles(articlesDir, articles);
  const build = indexAside({ articlesDir, snapshotFile: join(folder, "articles.index"), log });
  return async () => {
    let archive = await createArchive({ build, log });
    await archive.open();
    return {
      hasText: true,
      search: (query) => archive.library.search({ query, offset: 0, limit: 5 }),
      complete: (typed) => archive.library.complete(typed, 25),
      addAndRemove(article) {
        archive.revise({ put: [article], remove: [] });
        archive.revise({ put: [], remove: [article.id] });
      },
      async reload() {
        archive = await createArchive({ build, log });
        await archive.open();
      },
      close: () => rmSync(folder, { recursive: true }),
    };
  };
};

/** So many are written in a few milliseconds. */
const articlesPerFile = 100;

async function writeArticles(dir: string, articles: Iterable<Article>): Promise<void> {
  mkdirSync(dir, { recursive: true });
  let lines: string[] = [];
  let files = 0;
  const flush = async () => {
    await writeFile(join(dir, `${String(files++).padStart(6, "0")}.jsonl`), lines.join("\n"));
    lines = [];
  };
  for (const { id, title, body, publishedAt: date } of articles) {
    lines.push(JSON.stringify({ title, body, date, url: `https://example.org/${id}` }));
    if (lines.length === articlesPerFile) await flush();
  }
  if (lines.length > 0) await flush();
}

/** As it comes; a typo needs its fuzzy search, completion its `autoSuggest`. */
const miniSearch: Prepare = async (articles) => {
  const all = [...articles];
  return async () => {
    const engine = new MiniSearch<Article>({ fields: ["title", "body"] });
    engine.addAll(all);
    return {
      search: (query) => engine.search(query).slice(0, 5),
      complete: (typed) => engine.autoSuggest(typed).slice(0, 25),
      addAndRemove(article) {
        engine.add(article);
        engine.remove(article);
      },
      close: () => undefined,
    };
  };
};

const sqlite: Prepare = async (articles) => {
  const all = [...articles];
  return async () => {
    const database = new Database(":memory:");
    database.exec("create virtual table articles using fts5(title, body, tokenize = 'porter unicode61')");
    const insert = database.prepare("insert into articles(rowid, title, body) values (?, ?, ?)");
    database.exec("begin");
    for (const [id, { title, body }] of all.entries()) insert.run(id + 1, title, body);
    database.exec("commit");
    const find = database.prepare("select rowid from articles where articles match ? order by rank limit 5");
    const remove = database.prepare("delete from articles where rowid = 0");
    const quoted = (query: string) => query.split(/\s+/).map((word) => `"${word}"`);
    return {
      isOutside: true,
      search: (query) => find.all(quoted(query).join(" OR ")),
      complete: (typed) => find.all(`${quoted(typed).join(" AND ")}*`),
      addAndRemove({ title, body }) {
        insert.run(0, title, body);
        remove.run();
      },
      close: () => database.close(),
    };
  };
};

/** By the names that the command knows. */
export const engines = { ours, sqlite, miniSearch };
