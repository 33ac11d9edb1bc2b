import { expect, it } from "vitest";
import { createOutlets } from "../../src/news/outlets.ts";
import { articleOf } from "./newsroom.ts";

const noPause = () => undefined;
const outletsOf = (...credits: string[]) =>
  createOutlets(
    credits.map((credit, at) => articleOf(`${at}`, { credit })),
    noPause,
  );

it("lists an outlet once, under the name that is used most", async () => {
  const { all } = await outletsOf("AP", "The Associated Press", "AP", "Yonhap News Agency", "YONHAP");
  expect(all).toEqual([
    { name: "AP", articles: 3 },
    { name: "YONHAP", articles: 2 },
  ]);
});

it("gives initials to one outlet and never makes one of two", async () => {
  const outlets = await outletsOf("Asia Press", "AP", "Associated Press", "Associated Press", "AP", "AP", "AP");
  expect(outlets.all.map(({ articles }) => articles)).toEqual([6, 1]);
  expect([...outlets.articlesOf("Asia Press")]).toEqual([0]);
  expect(outlets.articlesOf("associated  press").size).toBe(6);
});

it("counts an article once for an outlet that is its own agency, and twice named agencies each", async () => {
  const { all } = await createOutlets(
    [articleOf("one", { source: "AFP", credit: "Agence France-Presse, Kyodo/AFP" })],
    noPause,
  );
  expect(all.map(({ articles }) => articles)).toEqual([1, 1]);
});
