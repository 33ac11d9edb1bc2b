/** How well a ranking answers, each 0 to 1. */
export interface Measures {
  readonly ndcg10: number;
  readonly mrr10: number;
  readonly recall100: number;
}

type Grades = Readonly<Record<string, number>>;

/**
 * nDCG at 10 (Järvelin and Kekäläinen, 2002; the gain is the grade itself and the discount log2(rank + 1), as in
 * `trec_eval -m ndcg_cut.10`), the reciprocal rank of the first right document among ten, and which share of the right
 * documents stands among a hundred.
 * @param ranked ids, best first
 */
export function measure(ranked: readonly string[], grades: Grades): Measures {
  const right = Object.values(grades).filter((grade) => grade > 0);
  const gradeOf = (id: string) => Math.max(0, grades[id] ?? 0);
  const first = ranked.slice(0, 10).findIndex((id) => gradeOf(id) > 0);
  return {
    ndcg10: gain(ranked.map(gradeOf)) / gain(right.toSorted((a, b) => b - a)),
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    recall100: ranked.slice(0, 100).filter((id) => gradeOf(id) > 0).length / right.length,
  };
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
}

export function isJudged(grades: Grades | undefined): grades is Grades {
  return grades !== undefined && Object.values(grades).some((grade) => grade > 0);
}

export function meanOf(all: readonly Measures[]): Measures {
  const mean = (pick: (one: Measures) => number) => all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    ndcg10: mean((one) => one.ndcg10),
    mrr10: mean((one) => one.mrr10),
    recall100: mean((one) => one.recall100),
  };
}

const permutations = 20_000;

/**
 * How likely a difference of the means as large as this one is by chance: Fisher's randomisation test over the pairs,
 * two-sided, which Smucker, Allan and Carterette recommend ("A comparison of statistical significance tests for
 * information retrieval evaluation", 2007). The same pairs always give the same answer.
 */
export function chanceOf(ours: readonly number[], theirs: readonly number[]): number {
  const differences = ours.map((value, index) => value - (theirs[index] ?? 0));
  const observed = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  const random = createRandom(1);
  let asLarge = 0;
  for (let round = 0; round < permutations; round++) {
    const sum = differences.reduce((sum, difference) => sum + (random() < 0.5 ? difference : -difference), 0);
    if (Math.abs(sum) >= observed - 1e-12) asLarge++;
  }
  return (asLarge + 1) / (permutations + 1);
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32, by Tommy Ettinger (public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
