import { expect, it } from "vitest";
import { readArguments, UsageError } from "../../src/terminal/arguments.ts";

const plain = { json: false, help: false };

it.each<[string[], object]>([
  [[], { ...plain, line: undefined }],
  [["/search summit"], { ...plain, line: "/search summit" }],
  [["/search", "summit", "-hanoi"], { ...plain, line: "/search summit -hanoi" }],
  [["--json", "/latest"], { ...plain, json: true, line: "/latest" }],
  [["/latest", "--json"], { ...plain, json: true, line: "/latest" }],
  [["-h"], { ...plain, help: true, line: undefined }],
  [["--", "/search", "--json"], { ...plain, line: "/search --json" }],
])("%j is understood", (given, expected) => {
  expect(readArguments(given)).toEqual(expected);
});

it.each([[["--jsno", "/latest"]], [["-x"]], [["/latest", "--pretty"]], [[""]], [["  ", ""]]])(
  "%j is refused",
  (given) => {
    expect(() => readArguments(given)).toThrow(UsageError);
  },
);
