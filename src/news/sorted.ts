/** The place of the first of the ascending texts that is not before the wanted one: where it is, or where it would be. */
export function firstFrom(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a text among ascending ones. */
export function placeOf(sorted: readonly string[], wanted: string): number | undefined {
  const place = firstFrom(sorted, wanted);
  return sorted[place] === wanted ? place : undefined;
}

/**
 * Texts in ascending order.
 * @returns `rank` says for each text where it went; of equal ones, the earlier comes first
 */
export function ranked(texts: readonly string[]): { readonly sorted: readonly string[]; readonly rank: Uint32Array } {
  const order = [...texts.keys()].sort((a, b) => compare(texts[a] ?? "", texts[b] ?? "") || a - b);
  const rank = new Uint32Array(texts.length);
  for (const [place, number] of order.entries()) rank[number] = place;
  return { sorted: order.map((number) => texts[number] ?? ""), rank };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
