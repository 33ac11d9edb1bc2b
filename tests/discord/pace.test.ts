import fc from "fast-check";
import { expect, test } from "vitest";
import { createPace } from "../../src/discord/pace.ts";

test("turns come in the order of the calls, without those that were given up", async () => {
  const calls = fc.array(fc.constantFrom("stays", "aborted before", "aborted while waiting"), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(calls, async (kinds) => {
      const turn = createPace(2);
      const taken: number[] = [];
      const waits = kinds.map(async (kind, index) => {
        const control = new AbortController();
        if (kind === "aborted before") control.abort();
        const wait = turn(control.signal).then(() => taken.push(index));
        if (kind === "aborted while waiting") control.abort();
        return wait;
      });
      const outcomes = await Promise.allSettled(waits);
      const stay = kinds.flatMap((kind, index) => (kind === "stays" ? [index] : []));
      expect(taken).toEqual(stay);
      expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual(kinds.map((kind) => kind === "stays"));
    }),
    { numRuns: 40 },
  );
});
