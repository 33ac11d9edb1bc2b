import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bag, keyIn, timesIn } from "../../src/news/bags.ts";
import { createComparison, mostBags } from "../../src/news/cosines.ts";
import { libraryOfTexts } from "./newsroom.ts";

const keys = 40;
const bagOf = (counts: readonly (readonly [number, number])[]): Bag =>
  Uint32Array.from(new Map(counts), ([key, times]) => key * 32 + times);
const someBags = fc.array(
  fc.array(fc.tuple(fc.nat(keys - 1), fc.integer({ min: 1, max: 31 })), { maxLength: 30 }).map(bagOf),
  { maxLength: 150 },
);

describe("how alike articles are", () => {
  it("is the cosine of the words that a quarter of them have at most, the rarer ones weighing more", () => {
    const compare = createComparison();
    fc.assert(
      fc.property(someBags, (bags) => {
        const found = compare(bags, keys);
        const weights = bags.map((bag) => weightsOf(bag, bags));
        for (const [one, first] of weights.entries()) {
          for (const [other, second] of weights.entries()) {
            const expected = one === other ? 0 : cosine(first, second);
            expect(found[one * bags.length + other]).toBeCloseTo(expected, 9);
          }
        }
      }),
    );
  });

  it("is told of articles with more words than a library normally has, too", () => {
    const long = Uint32Array.from({ length: 300_000 }, (_, key) => key * 32 + 1);
    const others = Array.from({ length: mostBags - 2 }, () => bagOf([[1, 1]]));
    const found = createComparison()([long, long, ...others], 300_000);
    expect(found[1]).toBeCloseTo(1, 9);
    expect(found[2]).toBe(0);
  });
});

describe("an article like those that answer best", () => {
  const others = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`other-${at}`, `Sanctions and harvest number ${at}, from a province.`]),
  );
  const texts = {
    first: "The envoys discussed sanctions relief in talks. The envoys met on a ferry near the lighthouse.",
    second: "In talks the envoys discussed relief of sanctions on a ferry near the lighthouse at dawn.",
    third: "Sanctions relief was discussed in talks by envoys beside the lighthouse, on the ferry.",
    apart: "A mart near the station: what sanctions there were, nobody said.",
    similar: "A ferry near the lighthouse at dawn: what sanctions there were, nobody said.",
  };

  it("comes before one that has as much of what was asked for", async () => {
    const library = await libraryOfTexts({ ...others, ...texts });
    const query = "the talks in which envoys discussed the relief of sanctions";
    const { hits } = library.search({ query, offset: 0, limit: 30 });
    const found = hits.map(({ article }) => article.id);
    expect(found.indexOf("similar")).toBeLessThan(found.indexOf("apart"));
  });
});

function weightsOf(bag: Bag, bags: readonly Bag[]): ReadonlyMap<number, number> {
  return new Map(
    Array.from(bag, (entry) => {
      const held = bags.filter((other) => other.some((one) => keyIn(one) === keyIn(entry))).length;
      const idf = held < 2 || held > bags.length / 4 ? 0 : Math.log((bags.length + 1) / (held + 0.5));
      return [keyIn(entry), (1 + Math.log(timesIn(entry))) * idf];
    }),
  );
}

function cosine(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  const product = [...one].reduce((sum, [key, weight]) => sum + weight * (other.get(key) ?? 0), 0);
  const length = (weights: ReadonlyMap<number, number>) =>
    Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0));
  return product > 0 ? product / (length(one) * length(other)) : 0;
}
