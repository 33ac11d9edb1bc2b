import { readFileSync } from "node:fs";
import type { Article } from "../../src/news/article.ts";

/** A test collection: documents, questions, and which documents answer which question how well (0: not at all). */
export interface Collection {
  readonly docs: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly date: string;
  }[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  readonly qrels: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** @throws Error where the file is no such collection */
export function readCollection(file: string): Collection {
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isRecord(read) || !Array.isArray(read.docs) || !Array.isArray(read.queries) || !isRecord(read.qrels)) {
    throw new Error(`${file} is no collection: it needs "docs", "queries" and "qrels".`);
  }
  return {
    docs: read.docs.map((doc) => ({
      id: textOf(doc, "id"),
      title: textOf(doc, "title"),
      text: textOf(doc, "text"),
      date: textOf(doc, "date"),
    })),
    queries: read.queries.map((query) => ({ id: textOf(query, "id"), text: textOf(query, "text") })),
    qrels: Object.fromEntries(
      Object.entries(read.qrels).map(([query, grades]) => [
        query,
        Object.fromEntries(Object.entries(isRecord(grades) ? grades : {}).map(([doc, grade]) => [doc, Number(grade)])),
      ]),
    ),
  };
}

export function articleFrom({ id, title, text, date }: Collection["docs"][number]): Article {
  const paragraphs = text.split(/\n[^\S\n]*\n/u).map((paragraph) => paragraph.replace(/\s+/gu, " ").trim());
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  return {
    id,
    title: title.replace(/\s+/gu, " ").trim(),
    titleFrom: "headline",
    body: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"),
    form: "full",
    ...(day === undefined || Number.isNaN(Date.parse(day)) ? {} : { publishedAt: day }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Numbers serve as texts, too; what is missing is empty. */
function textOf(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined;
  return typeof text === "string" || typeof text === "number" ? String(text) : "";
}
