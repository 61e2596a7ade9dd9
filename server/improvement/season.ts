import type { Smoothable } from './smoothing.ts'
import { rise, stepsByPlayer } from './smoothing.ts'

export const ROUNDS_FOR_SEASON = 4

/**
 * Season gains, in logits, of everyone with at least four rounds in it. `rounds` are those of the timeline between the
 * season's two dates, in the order they ended; `shows` leaves out those that do not belong to the season's series.
 */
export const rateSeason = <R extends { players: Record<string, Smoothable> }>(
  rounds: R[],
  shows: (round: R) => boolean = () => true,
): Record<string, number> => {
  const gains: [string, number][] = []
  for (const [player, steps] of stepsByPlayer(rounds, shows)) {
    const gain = rise(steps, ROUNDS_FOR_SEASON)
    if (gain !== null) gains.push([player, gain])
  }
  return Object.fromEntries(gains)
}
