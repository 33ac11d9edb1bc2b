interface Best {
  readonly id: number;
  readonly value: number;
  /** Of equals the one with the lowest comes first. */
  readonly place: number;
}

/**
 * The best of many, best first, without sorting them all: a heap whose root is the worst one kept. Of equals, the one
 * with the lower place comes first. Most candidates are worse than the root, and those cost one comparison.
 * @param places by the candidates' numbers; without them a number is its own place
 */
export function bestOf(
  candidates: ArrayLike<number>,
  most: number,
  worthOf: (candidate: number) => number,
  places?: ArrayLike<number>,
): Best[] {
  const heap: Best[] = [];
  if (most <= 0) return heap;
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < candidates.length; at++) {
    const id = candidates[at] ?? 0;
    const value = worthOf(id);
    if (value < least) continue;
    const one = { id, value, place: places?.[id] ?? id };
    if (heap.length < most) {
      rise(heap, one);
      if (heap.length < most) continue;
    } else {
      const root = heap[0];
      if (!root || compare(one, root) >= 0) continue;
      sink(heap, one);
    }
    least = heap[0]?.value ?? least;
  }
  return heap.sort(compare);
}

/** Adds one at the end, and lets it rise above those that are better. */
function rise(heap: Best[], one: Best): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (!above || compare(one, above) <= 0) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = one;
}

/** Puts one in the root's place, and lets it sink below those that are worse. */
function sink(heap: Best[], one: Best): void {
  let at = 0;
  for (;;) {
    let worst = one;
    let place = at;
    for (let child = 2 * at + 1; child <= 2 * at + 2; child++) {
      const below = heap[child];
      if (below && compare(below, worst) > 0) [worst, place] = [below, child];
    }
    heap[at] = worst;
    if (place === at) return;
    at = place;
  }
}

/** Less than zero if `a` is better. */
function compare(a: Best, b: Best): number {
  return b.value - a.value || a.place - b.place;
}
