import { describe, expect, it } from "vitest";
import { useDatabases } from "../fakes/postgres.ts";
import { aPlace, engines, open } from "./stores.ts";

const database = useDatabases();

describe.each(engines)("articles and re-indexes on $engine", ({ engine, skipped }) => {
  const test = it.skipIf(skipped !== undefined);

  test("the first articles ever are no news, the later ones are since they were recorded", async () => {
    const { articles } = await open(await aPlace(engine, database));
    await articles.record([], 50);
    await articles.record(["a", "b", "b"], 100);
    expect(await articles.since(0)).toEqual(new Set());
    await articles.record(["b", "c"], 200);
    await articles.record(["a", "c", "d"], 300);
    expect(await articles.since(0)).toEqual(new Set(["c", "d"]));
    expect(await articles.since(199)).toEqual(new Set(["c", "d"]));
    expect(await articles.since(200)).toEqual(new Set(["d"]));
    expect(await articles.since(-1)).toEqual(new Set(["a", "b", "c", "d"]));
  });

  test("several processes may record thousands of the same ones at once", async () => {
    const place = await aPlace(engine, database);
    const store = await open(place);
    const stores = engine === "postgres" ? [store, await open(place), await open(place)] : [store, store];
    const ids = Array.from({ length: 3000 }, (_, n) => `article ${n}`);
    await Promise.all(stores.map(({ articles }, n) => articles.record(n % 2 ? ids : ids.toReversed(), 10)));
    await store.articles.record([...ids, "new"], 20);
    expect(await store.articles.since(10)).toEqual(new Set(["new"]));
    expect((await store.articles.since(-1)).size).toBe(3001);
  });

  test("the newest announcement of a re-index is the one that is told", async () => {
    const { reindexes } = await open(await aPlace(engine, database));
    expect(await reindexes.latest()).toBeUndefined();
    await reindexes.announce(100, "one");
    await reindexes.announce(200, "two");
    expect(await reindexes.latest()).toStrictEqual({ at: 200, by: "two" });
  });
});
