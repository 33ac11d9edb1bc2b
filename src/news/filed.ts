import { beginningWith, joinTexts, placeOf, type Texts } from "./texts.ts";

/** Numbers, filed under names: plain values, which can be handed to another thread or written to a file. */
export interface Filed {
  /** Ascending. */
  readonly names: Texts;
  /** Where the numbers under each name start; one more at the end. */
  readonly starts: Uint32Array;
  /** Under each name ascending. */
  readonly numbers: Uint32Array;
}

/** Files the place of each item under all of its names. */
export function fileUnder(namesOf: Iterable<Iterable<string>>): Filed {
  const byName = new Map<string, number[]>();
  let number = 0;
  for (const names of namesOf) {
    for (const name of new Set(names)) if (!byName.get(name)?.push(number)) byName.set(name, [number]);
    number++;
  }
  const names = [...byName.keys()].sort();
  const starts = new Uint32Array(names.length + 1);
  const numbers = names.flatMap((name, place) => {
    const own = byName.get(name) ?? [];
    starts[place + 1] = (starts[place] ?? 0) + own.length;
    return own;
  });
  return { names: joinTexts(names), starts, numbers: Uint32Array.from(numbers) };
}

/** What is filed under a name. */
export function filedUnder({ names, starts, numbers }: Filed, name: string): Uint32Array {
  const place = placeOf(names, name);
  return place === undefined ? numbers.subarray(0, 0) : filedAt({ starts, numbers }, place);
}

/** What is filed under the name at a place. */
export function filedAt({ starts, numbers }: Omit<Filed, "names">, place: number): Uint32Array {
  return numbers.subarray(starts[place], starts[place + 1]);
}

/** What is filed under names that begin so: not in order, and as often as it is filed there. */
export function filedUnderBeginning({ names, starts, numbers }: Filed, beginning: string): Uint32Array {
  const { from, to } = beginningWith(names, beginning);
  return numbers.subarray(starts[from], starts[to]);
}
