import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Part } from "../../src/archive/pack.ts";
import { draftSnapshot, readSnapshot, type Snapshot } from "../../src/archive/snapshot.ts";

const folder = mkdtempSync(join(tmpdir(), "snapshot-"));
const file = join(folder, "deep", "articles.index");
const writeSnapshot = (file: string, fingerprint: string, snapshot: Snapshot) =>
  renameSync(draftSnapshot(file, fingerprint, snapshot), file);
const read = (fingerprint: string) => readSnapshot(file, fingerprint, () => {});
const bytes = (...numbers: number[]) => new Uint8Array(numbers);
const snapshot: Snapshot = {
  intake: { files: 3, merged: 1, failures: [{ file: "é.txt", reason: "It is empty: remove it." }] },
  parts: [
    { name: "one", kind: "list", bytes: bytes(1, 2, 3), of: 3 },
    { name: "none", kind: "text", bytes: bytes(), of: 3 },
    { name: "one", kind: "list", bytes: bytes(...Array(300).keys()), of: 3 },
  ],
};

it("is read as it was written, in the place of an older one", () => {
  expect(read("a")).toEqual({ unfit: "missing" });
  writeSnapshot(file, "a", { ...snapshot, parts: [] });
  writeSnapshot(file, "b", snapshot);
  const parts: Part[] = [];
  expect(readSnapshot(file, "b", (part) => parts.push(part))).toEqual({ intake: snapshot.intake });
  const plain = (parts: readonly Part[]) => parts.map(({ bytes, ...part }) => ({ ...part, bytes: [...bytes] }));
  expect(plain(parts)).toEqual(plain(snapshot.parts));
  expect(readdirSync(join(folder, "deep"))).toEqual(["articles.index"]);
});

it("of other files, another program or another form is old", () => {
  writeSnapshot(file, "a", snapshot);
  expect(read("b")).toEqual({ unfit: "old" });
  writeFileSync(file, readFileSync(file).fill("x", 0, 3));
  expect(read("a")).toEqual({ unfit: "old" });
});

it("is not used where one byte is missing or another one", () => {
  writeSnapshot(file, "a", snapshot);
  const whole = readFileSync(file);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      writeFileSync(file, whole);
      truncateSync(file, at);
      expect(read("a")).toHaveProperty("unfit");
      const other = Buffer.from(whole);
      other[at] = (other[at] ?? 0) ^ change;
      writeFileSync(file, other);
      expect(read("a")).toHaveProperty("unfit");
    }),
  );
});

it("takes away what a process left an hour ago that was ended while it wrote, and nothing younger", () => {
  const at = (name: string) => join(folder, "deep", name);
  for (const name of ["articles.index.old.tmp", "articles.index.new.tmp", "other.tmp"]) writeFileSync(at(name), "x");
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const name of ["articles.index.old.tmp", "other.tmp"]) utimesSync(at(name), longAgo, longAgo);
  writeSnapshot(file, "a", snapshot);
  expect(readdirSync(join(folder, "deep")).sort()).toEqual(["articles.index", "articles.index.new.tmp", "other.tmp"]);
  for (const name of ["articles.index.new.tmp", "other.tmp"]) rmSync(at(name));
});

it("that can't be written leaves the older one, and nothing else", () => {
  writeSnapshot(file, "a", snapshot);
  const broken = {
    get name(): string {
      throw new Error("stopped half way");
    },
    kind: "bytes" as const,
    bytes: bytes(1),
    of: 4,
  };
  expect(() => writeSnapshot(file, "b", { ...snapshot, parts: [...snapshot.parts, broken] })).toThrow("half way");
  expect(() => writeSnapshot(join(file, "under-a-file"), "b", snapshot)).toThrow();
  expect(read("a")).toHaveProperty("intake");
  expect(readdirSync(join(folder, "deep"))).toEqual(["articles.index"]);
});
