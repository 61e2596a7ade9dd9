import { expect, it } from 'vitest'
import { rise, riseOver, smoothed, type Smoothable } from '../../server/improvement/smoothing.ts'
import { normalFrom, randomFrom } from '../support/random.ts'

/** One person's rounds: each seen with some noise, after a drift since the one before. */
type Seen = { value: number; noise: number; drift: number }

const FIRST_VARIANCE = 6

/** Level by level as a round leaves it: only what came before is known. */
const filtered = (seen: Seen[]): Smoothable[] => {
  let [level, variance] = [0, FIRST_VARIANCE]
  return seen.map(({ value, noise, drift }, k) => {
    const priorVariance = k === 0 ? FIRST_VARIANCE : variance + drift
    level += (priorVariance / (priorVariance + noise)) * (value - level)
    variance = priorVariance - priorVariance ** 2 / (priorVariance + noise)
    return { level, variance, priorVariance, observed: 1 }
  })
}

/** The same all at once: the levels that make everything seen most probable, by Gaussian elimination. */
const mostProbable = (seen: Seen[]): number[] => {
  const n = seen.length
  const matrix = Array.from({ length: n }, () => new Array<number>(n + 1).fill(0))
  seen.forEach(({ value, noise, drift }, k) => {
    matrix[k]![k]! += 1 / noise
    matrix[k]![n]! += value / noise
    if (k === 0) matrix[0]![0]! += 1 / FIRST_VARIANCE
    else {
      for (const [i, j, sign] of [
        [k, k, 1],
        [k - 1, k - 1, 1],
        [k, k - 1, -1],
        [k - 1, k, -1],
      ] as const)
        matrix[i]![j]! += sign / drift
    }
  })
  for (let i = 0; i < n; i++)
    for (let row = 0; row < n; row++) {
      if (row === i) continue
      const factor = matrix[row]![i]! / matrix[i]![i]!
      for (let column = i; column <= n; column++) matrix[row]![column]! -= factor * matrix[i]![column]!
    }
  return matrix.map((row, i) => row[n]! / row[i]!)
}

it('smoothing backwards gives the levels that all rounds together make most probable', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = randomFrom(seed)
    const seen = Array.from({ length: 2 + Math.floor(8 * random()) }, (): Seen => ({
      value: normalFrom(random),
      noise: 0.15 + random(),
      drift: 0.1 * (1 + Math.floor(4 * random())),
    }))
    const expected = mostProbable(seen)
    smoothed(filtered(seen)).forEach((level, k) => expect(level, `seed ${seed}`).toBeCloseTo(expected[k]!, 10))
  }
})

it('a rise is from the better of the first two that count to the last, told with where it went', () => {
  const seen = [0, 0.4, -0.2, 0.3, 1].map((value): Seen => ({ value, noise: 0.3, drift: 0.1 }))
  const steps = filtered(seen).map((outcome) => ({ outcome, counts: true }))
  const levels = mostProbable(seen)
  expect(riseOver(steps, 4)).toEqual({
    from: expect.closeTo(Math.max(levels[0]!, levels[1]!), 10),
    to: expect.closeTo(levels[4]!, 10),
    count: 5,
  })
  expect(rise(steps, 4)).toBeCloseTo(levels[4]! - Math.max(levels[0]!, levels[1]!), 10)
  expect(riseOver(steps, 6)).toBeNull()
})
