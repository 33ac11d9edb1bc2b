import type { ReindexReport } from "../src/archive/archive.ts";
import type { Progress } from "../src/archive/index-source.ts";
import { defineCommand } from "../src/command.ts";
import { UserError } from "../src/errors.ts";
import { integer } from "../src/options.ts";
import type { Reply, Text } from "../src/reply.ts";
import { count } from "../src/wording.ts";

/** Problems on one page of the report. */
const pageSize = 12;

export const reindex = defineCommand({
  name: "reindex",
  description: "Read all articles anew (the bot's operator only)",
  examples: [],
  options: {
    page: integer({ description: "Read nothing, show this page of the last report", min: 1, max: 1000 }),
  },
  adminOnly: true,
  private: true,
  slow: true,
  async run({ page }, { reindex, showProgress, status }) {
    if (page === undefined) return show(await reindex((progress) => showProgress(line(progress))), 1);
    if (!status.lastReindex) throw new UserError("There is no report yet: /reindex makes one.");
    return show(status.lastReindex.report, page);
  },
});

function show({ files, before, after, merged, failures, took }: ReindexReport, page: number): Reply {
  const of = Math.max(1, Math.ceil(failures.length / pageSize));
  const shown = Math.min(page, of);
  const lines: Text[] = [
    [{ strong: count(after, "article") }, ` now, ${before.toLocaleString("en-GB")} before.`],
    `${count(files, "file")} read in ${(took / 1000).toFixed(1)} s.`,
  ];
  if (merged > 0) lines.push(`${count(merged, "duplicate")} left out.`);
  lines.push(failures.length === 0 ? "No problems." : [{ strong: count(failures.length, "problem") }, ":"]);
  for (const { file, reason } of failures.slice((shown - 1) * pageSize, shown * pageSize)) {
    lines.push([{ code: file }, ` ${reason}`]);
  }
  return { heading: "Re-indexed", lines, pages: { page: shown, of } };
}

function line({ stage, done, total }: Progress): Text {
  const ofAll = `${done.toLocaleString("en-GB")} of ${count(total, stage === "reading" ? "file" : "article")}`;
  return `${stage === "reading" ? "Reading" : "Indexing"}: ${ofAll} …`;
}
