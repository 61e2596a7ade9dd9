export const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const ranksOf = (values: number[]): number[] => {
  const ranks = new Array<number>(values.length)
  const sorted = values.map((_, i) => i).toSorted((a, b) => values[a]! - values[b]!)
  // Equal values share the mean of their places.
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && values[sorted[to]!] === values[sorted[from]!]) to++
    for (let i = from; i < to; i++) ranks[sorted[i]!] = (from + to - 1) / 2
  }
  return ranks
}

/** Spearman's rank correlation. */
export const rankCorrelation = (pairs: [number, number][]): number => {
  const [a, b] = [ranksOf(pairs.map(([x]) => x)), ranksOf(pairs.map(([, y]) => y))]
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - meanA) * (b[i]! - meanB)
    aa += (a[i]! - meanA) ** 2
    bb += (b[i]! - meanB) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}

/** The ids with the largest values, at most `count`. */
export const top = (values: Map<string, number>, count: number): string[] =>
  [...values]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([id]) => id)
