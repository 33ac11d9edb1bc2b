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
