import { expect, it } from 'vitest'
import { paceOf } from '../../server/improvement/pace.ts'

const puzzles = [-1.5, -0.9, -0.3, 0.3]

it('one’s usual self starts with nothing, never goes back, and is somewhere at each full minute', () => {
  const pace = paceOf(0, puzzles, 20)
  expect(pace).toHaveLength(21)
  expect(pace[0]).toBe(0)
  expect(pace.every((solved, i) => i === 0 || solved >= pace[i - 1]!)).toBe(true)
  expect(pace.at(-1)).toBeLessThan(puzzles.length)
})

it('a puzzle costs its median time, weighted by the chance that it is solved at all', () => {
  // At level: solved one time in two, in 9 minutes: half a puzzle in four and a half minutes.
  const median = 20 * Math.exp(-0.8)
  const pace = paceOf(0, [0], 20)
  expect(pace[2]).toBeCloseTo((0.5 * 2) / (0.5 * median))
  expect(pace[20]).toBe(0.5)
})

it('a higher mark is a quicker self', () => {
  const [slow, quick] = [paceOf(-0.5, puzzles, 20), paceOf(1, puzzles, 20)]
  expect(quick.slice(1).every((solved, i) => solved > slow[i + 1]!)).toBe(true)
})
