/** A symmetric measure of every two of the items, by their places. */
export function betweenAll<T>(items: readonly T[], measure: (a: T, b: T) => number): number[][] {
  const rows: number[][] = items.map(() => []);
  for (const [at, a] of items.entries()) {
    for (let other = 0; other <= at; other++) {
      const b = items[other];
      if (b === undefined) continue;
      const measured = measure(a, b);
      rows[at]?.push(measured);
      if (other < at) rows[other]?.push(measured);
    }
  }
  return rows;
}

/**
 * Joins the two groups that are most alike, on average over all pairs of their members, again and again until no two are
 * alike enough: agglomerative clustering with group averages (Sokal and Michener, 1958; kept up to date as in Lance and
 * Williams, "A General Theory of Classificatory Sorting Strategies", 1967). The first two of equals are joined first.
 * Cubic in the number of groups.
 * @param likeness between every two members, symmetric; one pair at minus infinity keeps two groups apart for good
 */
export function joinAlike(
  groups: readonly (readonly number[])[],
  likeness: readonly (readonly number[])[],
  enough: number,
): readonly (readonly number[])[] {
  const joined = groups.map((members) => [...members]);
  const means = joined.map((a) => joined.map((b) => meanLikeness(a, b, likeness)));
  for (;;) {
    const pair = mostAlike(means, enough);
    if (!pair) return joined;
    const { into, from } = pair;
    const [target = [], source = []] = [joined[into], joined[from]];
    const share = target.length / (target.length + source.length);
    const mixed = means.map((row) => share * (row[into] ?? 0) + (1 - share) * (row[from] ?? 0));
    means[into] = mixed;
    for (const [index, row] of means.entries()) row[into] = mixed[index] ?? 0;
    target.push(...source);
    joined.splice(from, 1);
    means.splice(from, 1);
    for (const row of means) row.splice(from, 1);
  }
}

function meanLikeness(a: readonly number[], b: readonly number[], likeness: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const one of a) for (const other of b) sum += likeness[one]?.[other] ?? 0;
  return sum / (a.length * b.length);
}

function mostAlike(means: readonly number[][], enough: number): { into: number; from: number } | undefined {
  let best: { into: number; from: number } | undefined;
  let most = enough;
  for (const [into, row] of means.entries()) {
    for (let from = into + 1; from < row.length; from++) {
      const mean = row[from] ?? 0;
      if (mean < most || (best && mean === most)) continue;
      most = mean;
      best = { into, from };
    }
  }
  return best;
}
