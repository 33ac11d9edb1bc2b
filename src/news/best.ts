/**
 * The best of many, best first, without sorting them all: a heap whose root is the worst one kept. Of equals, the one
 * with the lower place comes first. Most candidates are worse than the root, and those cost one comparison.
 * @param candidates numbers
 * @param places by the candidates' numbers; without them a number is its own place
 */
export function bestOf(
  candidates: ArrayLike<number>,
  most: number,
  worthOf: (candidate: number) => number,
  places?: ArrayLike<number>,
): Uint32Array {
  const room = Math.max(0, Math.min(most, candidates.length));
  const kept = new Uint32Array(room);
  const values = new Float64Array(room);
  const placeOf = (number: number) => places?.[number] ?? number;

  function isWorse(one: number, value: number, other: number): boolean {
    const otherValue = values[other] ?? 0;
    return value < otherValue || (value === otherValue && placeOf(one) > placeOf(kept[other] ?? 0));
  }

  function put(at: number, one: number, value: number): void {
    kept[at] = one;
    values[at] = value;
  }

  /** Puts one at the end of the heap, and lets it rise above those that are better. */
  function rise(end: number, one: number, value: number): void {
    let at = end;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(one, value, parent)) break;
      put(at, kept[parent] ?? 0, values[parent] ?? 0);
      at = parent;
    }
    put(at, one, value);
  }

  /** Puts one in the root's place, and lets it sink below those that are worse. */
  function sink(size: number, one: number, value: number): void {
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      const worst = right < size && isWorse(kept[right] ?? 0, values[right] ?? 0, child) ? right : child;
      if (isWorse(one, value, worst)) break;
      put(at, kept[worst] ?? 0, values[worst] ?? 0);
      at = worst;
    }
    put(at, one, value);
  }

  let size = 0;
  for (let at = 0; at < candidates.length && room > 0; at++) {
    const one = candidates[at] ?? 0;
    const value = worthOf(one);
    if (size < room) rise(size++, one, value);
    else if (!isWorse(one, value, 0)) sink(room, one, value);
  }
  // The worst of what is left goes to the end.
  while (size > 1) {
    const [last = 0, value = 0] = [kept[--size], values[size]];
    put(size, kept[0] ?? 0, values[0] ?? 0);
    sink(size, last, value);
  }
  return kept;
}
