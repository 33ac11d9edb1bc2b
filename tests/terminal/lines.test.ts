import fc from "fast-check";
import { expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { readLines } from "../../src/terminal/lines.ts";

async function linesOf(bytes: Uint8Array, chunkSize = bytes.length || 1, limit?: number): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  }
  const lines: string[] = [];
  for await (const line of readLines(chunks(), limit)) lines.push(line);
  return lines;
}

it("reads the same lines however the bytes are cut and the lines are ended", async () => {
  const line = fc.string({ unit: "grapheme" }).filter((text) => text !== "" && !/[\r\n\0\ufeff]/.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.integer({ min: 1, max: 9 }),
      async (lines, end, size) => {
        expect(await linesOf(Buffer.from(lines.join(end)), size)).toEqual(lines);
      },
    ),
  );
});

it("drops a byte order mark", async () => {
  expect(await linesOf(Buffer.from("\ufeff/latest\r\n"), 1)).toEqual(["/latest"]);
});

it("cuts a line that never ends and goes on with the next", async () => {
  const [long, next] = await linesOf(Buffer.from(`${"x".repeat(100_000)}\n/latest`), 64, 1000);
  expect(long?.length).toBeLessThan(1100);
  expect(next).toBe("/latest");
});

it.each([
  ["UTF-16", Buffer.from("/latest\n", "utf16le")],
  ["Windows-1252", Buffer.from("/search d\u00e9tente\n", "latin1")],
  ["a truncated character", Buffer.from("/search \u20ac").subarray(0, -1)],
])("refuses %s", async (_name, bytes) => {
  await expect(linesOf(bytes)).rejects.toThrow(UserError);
});
