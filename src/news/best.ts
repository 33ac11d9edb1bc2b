/**
 * The best of many, best first, without sorting them all: a heap whose root is the worst one kept.
 * @param isBetter a strict order
 */
export function bestOf(
  candidates: Iterable<number>,
  most: number,
  isBetter: (a: number, b: number) => boolean,
): number[] {
  const heap: number[] = [];
  const kept = (place: number) => heap[place] ?? 0;

  function swap(a: number, b: number): void {
    const moved = kept(a);
    heap[a] = kept(b);
    heap[b] = moved;
  }

  function rise(place: number): void {
    for (let at = place; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBetter(kept(parent), kept(at))) return;
      swap(parent, at);
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isBetter(kept(worst), kept(child))) worst = child;
      }
      if (worst === at) return;
      swap(worst, at);
      at = worst;
    }
  }

  for (const candidate of candidates) {
    if (heap.length < most) rise(heap.push(candidate) - 1);
    else if (most > 0 && isBetter(candidate, kept(0))) {
      heap[0] = candidate;
      sink();
    }
  }
  return heap.sort((a, b) => (isBetter(a, b) ? -1 : 1));
}
