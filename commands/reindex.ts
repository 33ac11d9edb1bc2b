import type { Progress } from "../src/archive/archive.ts";
import { defineCommand } from "../src/command.ts";
import type { Text } from "../src/reply.ts";
import { count } from "../src/wording.ts";

/** How many unreadable files the answer lists; the log has them all. */
const failuresShown = 15;

export const reindex = defineCommand({
  name: "reindex",
  description: "Read all articles anew (the bot's operator only)",
  examples: [],
  options: {},
  adminOnly: true,
  private: true,
  slow: true,
  async run(_args, { reindex, showProgress }) {
    const { files, before, after, merged, failures, took } = await reindex((progress) => showProgress(line(progress)));
    const lines: Text[] = [
      [{ strong: count(after, "article") }, ` now, ${before.toLocaleString("en-GB")} before.`],
      `${count(files, "file")} read in ${(took / 1000).toFixed(1)} s.`,
    ];
    if (merged > 0) lines.push(`${count(merged, "copy", "copies")} of a text that was there already left out.`);
    if (failures.length === 0) lines.push("Every file was read.");
    else lines.push([{ strong: count(failures.length, "problem") }, ":"]);
    for (const { file, reason } of failures.slice(0, failuresShown)) lines.push([{ code: file }, ` ${reason}`]);
    if (failures.length > failuresShown)
      lines.push(`… and ${failures.length - failuresShown} more; the log names them all.`);
    return { heading: "Re-indexed", lines };
  },
});

function line({ stage, done, total }: Progress): Text {
  if (stage === "indexing") return `Indexing ${count(total, "article")} …`;
  return `Reading: ${done.toLocaleString("en-GB")} of ${count(total, "file")} …`;
}
