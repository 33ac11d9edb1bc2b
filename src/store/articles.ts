import { setImmediate } from "node:timers/promises";
import type { Access } from "./access.ts";
import { inParts } from "./rows.ts";
import type { Reindexes, SeenArticles } from "./store.ts";

export function createSeenArticles({ run, transact }: Access): SeenArticles {
  return {
    record: (ids, at) =>
      transact(async (db) => {
        const any = await db.selectFrom("articles").select("id").limit(1).executeTakeFirst();
        const seen_at = any === undefined ? 0 : at;
        // In one order everywhere: processes that record the same ones at once don't wait for each other crosswise.
        for (const group of inOrder(ids)) {
          for (const part of inParts(group)) {
            await db
              .insertInto("articles")
              .values(part.map((id) => ({ id, seen_at })))
              .onConflict((conflict) => conflict.column("id").doNothing())
              .execute();
            // The embedded engine doesn't let anything else happen between two statements.
            await setImmediate();
          }
        }
      }),
    since: (at) =>
      run(async (db) => {
        const rows = await db.selectFrom("articles").select("id").where("seen_at", ">", at).execute();
        return new Set(rows.map(({ id }) => id));
      }),
  };
}

/** All ids in ascending order, by their first character: to sort a hundred thousand at once would hold up the bot. */
function* inOrder(ids: readonly string[]): Generator<readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const group = groups.get(id.charAt(0));
    if (group) group.push(id);
    else groups.set(id.charAt(0), [id]);
  }
  for (const first of [...groups.keys()].sort()) yield (groups.get(first) ?? []).sort();
}

export function createReindexes({ run, transact }: Access): Reindexes {
  return {
    announce: (at, by) =>
      transact(async (db) => {
        await db
          .insertInto("reindexes")
          .values({ id: 1, at, by })
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ at, by }))
          .execute();
      }),
    latest: () => run((db) => db.selectFrom("reindexes").select(["at", "by"]).executeTakeFirst()),
  };
}
