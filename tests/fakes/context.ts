import { commands } from "../../commands/index.ts";
import type { Briefings } from "../../src/briefings/desk.ts";
import type { Context } from "../../src/command.ts";
import type { Article } from "../../src/news/article.ts";
import { createLibrary } from "../../src/news/create-library.ts";
import { createPause } from "../../src/pacing.ts";
import type { Reply } from "../../src/reply.ts";
import { textOf } from "../../src/terminal/render.ts";

/** What a command gets from a surface, over a real library of these articles. */
export async function aContext(articles: readonly Article[], known: Partial<Context> = {}): Promise<Context> {
  return {
    library: await createLibrary(articles, createPause()),
    now: Date.parse("2026-11-22T08:00:00Z"),
    caller: { id: "1", isAdmin: async () => false },
    status: { version: "0.0.0" },
    commands,
    briefings: noBriefings,
    reindex: async () => {
      throw new Error("this context re-indexes nothing");
    },
    showProgress: () => {},
    ...known,
  };
}

async function unavailable(): Promise<never> {
  throw new Error("this context has no briefings");
}
/** For what has nothing to do with briefings. */
export const noBriefings: Briefings = {
  of: unavailable,
  add: unavailable,
  pause: unavailable,
  resume: unavailable,
  remove: unavailable,
  preview: unavailable,
  status: unavailable,
  check: unavailable,
};

/** A reply's heading, lines and closing lines as plain text, one below the other. */
export function linesOf(reply: Reply): string[] {
  return [reply.heading, ...(reply.lines ?? []), ...(reply.closing ?? [])].map(textOf);
}
