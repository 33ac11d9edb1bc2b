import { parseArgs } from "node:util";
import MiniSearch from "minisearch";
import { UserError } from "../../src/errors.ts";
import { libraryWith } from "../news/newsroom.ts";
import { articleFrom, type Collection, readCollection } from "./collection.ts";
import { chanceOf, isJudged, type Measures, meanOf, measure } from "./measures.ts";

/** Measures what /search answers against MiniSearch as it comes, over test collections: npm run eval -- FILE… [--json] */
async function main(): Promise<void> {
  const { positionals: files, values } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
  if (files.length === 0) throw new Error("Give the files of one or more collections: npm run eval -- FILE…");
  for (const file of files) {
    const { ours, baseline, p, questions } = await compare(readCollection(file));
    if (values.json) console.log(JSON.stringify({ ours, baseline, p }));
    else console.log(table(`${file} (${questions} judged questions)`, ours, baseline, p));
  }
}

async function compare(collection: Collection) {
  const questions = collection.queries.flatMap(({ id, text }) => {
    const grades = collection.qrels[id];
    return isJudged(grades) ? [{ text, grades }] : [];
  });
  const run = (search: (text: string) => readonly string[]) =>
    questions.map(({ text, grades }) => measure(search(text), grades));
  const ours = run(await ourSearch(collection));
  const baseline = run(baselineSearch(collection));
  const ndcg = (all: readonly Measures[]) => all.map(({ ndcg10 }) => ndcg10);
  return {
    ours: meanOf(ours),
    baseline: meanOf(baseline),
    p: chanceOf(ndcg(ours), ndcg(baseline)),
    questions: questions.length,
  };
}

/** The first hundred that /search shows, page after page. */
async function ourSearch({ docs }: Collection): Promise<(text: string) => readonly string[]> {
  const library = await libraryWith(docs.map(articleFrom));
  return (query) => {
    try {
      return library.search({ query, offset: 0, limit: 100 }).hits.map(({ article }) => article.id);
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  };
}

function baselineSearch({ docs }: Collection): (text: string) => readonly string[] {
  const engine = new MiniSearch<Collection["docs"][number]>({ fields: ["title", "text"] });
  engine.addAll(docs);
  return (text) => engine.search(text).map(({ id }) => String(id));
}

function table(name: string, ours: Measures, baseline: Measures, p: number): string {
  const row = (label: string, { ndcg10, mrr10, recall100 }: Measures) =>
    [label.padEnd(22), ...[ndcg10, mrr10, recall100].map((value) => value.toFixed(4).padStart(10))].join("");
  return [
    name,
    ["".padEnd(22), "nDCG@10".padStart(10), "MRR@10".padStart(10), "recall@100".padStart(12)].join(""),
    row("ours", ours),
    row("MiniSearch's defaults", baseline),
    `The difference in nDCG@10 has p = ${p.toFixed(4)}.`,
    "",
  ].join("\n");
}

await main();
