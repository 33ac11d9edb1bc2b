import { defineCommand } from "../src/command.ts";
import { leadExcerpt } from "../src/news/excerpt.ts";
import { integer, queryText, source } from "../src/options.ts";
import type { Inline } from "../src/reply.ts";
import { count } from "../src/wording.ts";

/** Characters (code points) of an article's text in a list. */
const excerptLimit = 240;

export const latest = defineCommand({
  name: "latest",
  description: "The newest articles, newest first",
  examples: ["/latest", "/latest count:3 about:sanctions"],
  options: {
    count: integer({ description: "How many articles: 1 to 10, otherwise 5", min: 1, max: 10 }),
    source: source({ description: "Only from this outlet or agency" }),
    about: queryText({ description: "Only articles that hold these words" }),
  },
  run({ count: limit = 5, source, about }, { library }) {
    const { articles, total } = library.latest({
      limit,
      ...(source === undefined ? {} : { source }),
      ...(about === undefined ? {} : { about }),
    });
    const scope: Inline[] = [];
    if (about !== undefined) scope.push(" about ", { strong: about });
    if (source !== undefined) scope.push(" from ", { strong: source });
    if (articles.length === 0) {
      if (scope.length === 0) return { heading: "The archive holds no article yet", lines: [emptyArchive] };
      return {
        heading: ["No article", ...scope],
        lines: ["Other words, or fewer of them, may find some."],
        actions: [{ label: "The latest of all", command: "latest", options: {} }],
      };
    }
    return {
      heading: ["Latest articles", ...scope],
      citations: articles.map((article) => ({
        article,
        excerpt:
          about === undefined ? leadExcerpt(article, excerptLimit) : library.excerpt(article, about, excerptLimit),
      })),
      numberFrom: 1,
      closing: total > articles.length ? [`${count(total, "article")} in all.`] : [],
    };
  },
});

const emptyArchive = "The bot's operator adds articles to its folder and then runs /reindex.";
