import { chanceOfSolving, expectedMinutes } from './model.ts'

/**
 * Where one's usual self would be: the expected number of puzzles solved at each full minute of one's own clock, from
 * minute 0 to the limit. The usual self has the level of the mark (in logits) and takes the puzzles in the given
 * order; each costs its median time, weighted by the chance that it is solved at all.
 */
export const paceOf = (mark: number, difficulties: number[], limitMinutes: number): number[] => {
  const puzzles = difficulties.map((difficulty) => {
    const chance = chanceOfSolving(mark - difficulty)
    return { chance, minutes: chance * expectedMinutes(mark - difficulty) }
  })
  return Array.from({ length: Math.floor(limitMinutes) + 1 }, (_, minute) => {
    let left = minute
    let solved = 0
    for (const { chance, minutes } of puzzles) {
      solved += chance * Math.min(1, left / minutes)
      left = Math.max(0, left - minutes)
    }
    return solved
  })
}
