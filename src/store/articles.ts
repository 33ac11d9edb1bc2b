import type { Access } from "./access.ts";
import { inParts } from "./rows.ts";
import type { Reindexes, SeenArticles } from "./store.ts";

export function createSeenArticles({ run, transact }: Access): SeenArticles {
  return {
    record: (ids, at) =>
      transact(async (db) => {
        const recorded = await db.selectFrom("articles").select("id").execute();
        const known = new Set(recorded.map(({ id }) => id));
        const seen_at = known.size === 0 ? 0 : at;
        // In one order everywhere: processes that record the same ones at once don't wait for each other crosswise.
        const fresh = [...new Set(ids)].filter((id) => !known.has(id)).sort();
        for (const part of inParts(fresh)) {
          await db
            .insertInto("articles")
            .values(part.map((id) => ({ id, seen_at })))
            .onConflict((conflict) => conflict.column("id").doNothing())
            .execute();
        }
      }),
    since: (at) =>
      run(async (db) => {
        const rows = await db.selectFrom("articles").select("id").where("seen_at", ">", at).execute();
        return new Set(rows.map(({ id }) => id));
      }),
  };
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
