import { defineCommand } from "../src/command.ts";
import type { Text } from "../src/reply.ts";
import { count } from "../src/wording.ts";

export const about = defineCommand({
  name: "about",
  description: "Version, what the archive holds, and what is stored about you (nothing)",
  examples: [],
  options: {},
  private: true,
  run(_args, { library, status }) {
    const newest = library.articles[0];
    const lines: Text[] = [
      `Version ${status.version}`,
      [
        { strong: count(library.articles.length, "article") },
        ` from ${count(library.sources.length, "outlet")}, naming ${count(library.people.all.length, "person", "people")}.`,
      ],
    ];
    if (newest) lines.push(["Newest: ", { strong: newest.title }, " — ", { source: newest }]);
    if (status.lastReindex) {
      lines.push(["Last re-index: ", { instant: status.lastReindex.at, style: "relative" }]);
    }
    return {
      heading: "About this bot",
      lines,
      closing: [
        [
          { strong: "Privacy:" },
          " nothing is stored about you: no questions, no names, no history. Only a briefing keeps the user id of the admin who set it up. The log holds which command ran and how long it took.",
        ],
        "Every excerpt is quoted word for word and linked to its source; summaries are labelled.",
      ],
    };
  },
});
