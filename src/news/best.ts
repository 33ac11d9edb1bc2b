/**
 * The best of many, best first, without sorting them all: a heap whose root is the worst one kept. The lower number of
 * equals comes first.
 */
export function bestOf(
  candidates: Iterable<number>,
  most: number,
  worthOf: (candidate: number) => number,
): { readonly id: number; readonly value: number }[] {
  const heap: { readonly id: number; readonly value: number }[] = [];
  const isBetter = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    return one !== undefined && other !== undefined && compare(one, other) < 0;
  };

  function swap(a: number, b: number): void {
    const [one, other] = [heap[a], heap[b]];
    if (!one || !other) return;
    heap[a] = other;
    heap[b] = one;
  }

  function rise(place: number): void {
    for (let at = place; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBetter(parent, at)) return;
      swap(parent, at);
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      let worst = at;
      const child = 2 * at + 1;
      if (child < heap.length && isBetter(worst, child)) worst = child;
      if (child + 1 < heap.length && isBetter(worst, child + 1)) worst = child + 1;
      if (worst === at) return;
      swap(worst, at);
      at = worst;
    }
  }

  for (const id of candidates) {
    const value = worthOf(id);
    if (heap.length < most) {
      rise(heap.push({ id, value }) - 1);
      continue;
    }
    const worst = heap[0];
    if (!worst || value < worst.value || (value === worst.value && id > worst.id)) continue;
    heap[0] = { id, value };
    sink();
  }
  return heap.sort(compare);
}

function compare(
  a: { readonly id: number; readonly value: number },
  b: { readonly id: number; readonly value: number },
) {
  return b.value - a.value || a.id - b.id;
}
