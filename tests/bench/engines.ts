import Database from "libsql";
import MiniSearch from "minisearch";
import type { Article } from "../../src/news/article.ts";
import { libraryOf } from "../../src/news/create-library.ts";
import { createPause } from "../../src/pacing.ts";
import { nobody } from "../news/newsroom.ts";

/** One of the programs that are compared, with its index built. */
export interface Engine {
  readonly name: string;
  /** It keeps its index where this process doesn't see how large it is. */
  readonly isOutside?: boolean;
  /** The first five answers to a query. */
  search(query: string): unknown;
  complete(typed: string): unknown;
  close(): void;
}

export async function ours(articles: readonly Article[]): Promise<Engine> {
  const library = await libraryOf(articles, nobody, createPause());
  return {
    name: "ours",
    search: (query) => library.search({ query, offset: 0, limit: 5 }),
    complete: (typed) => library.complete(typed, 25),
    close: () => undefined,
  };
}

/** As it comes; a typo needs its fuzzy search, completion its `autoSuggest`. */
export function miniSearch(articles: readonly Article[]): Engine {
  const engine = new MiniSearch<Article>({ fields: ["title", "body"] });
  engine.addAll(articles);
  return {
    name: "MiniSearch",
    search: (query) => engine.search(query).slice(0, 5),
    complete: (typed) => engine.autoSuggest(typed).slice(0, 25),
    close: () => undefined,
  };
}

export function sqlite(articles: readonly Article[]): Engine {
  const database = new Database(":memory:");
  database.exec("create virtual table articles using fts5(title, body, tokenize = 'porter unicode61')");
  const insert = database.prepare("insert into articles(rowid, title, body) values (?, ?, ?)");
  database.exec("begin");
  for (const [id, { title, body }] of articles.entries()) insert.run(id + 1, title, body);
  database.exec("commit");
  const find = database.prepare("select rowid from articles where articles match ? order by rank limit 5");
  const quoted = (query: string) => query.split(/\s+/).map((word) => `"${word}"`);
  return {
    name: "SQLite FTS5",
    isOutside: true,
    search: (query) => find.all(quoted(query).join(" OR ")),
    complete: (typed) => find.all(`${quoted(typed).join(" AND ")}*`),
    close: () => database.close(),
  };
}
