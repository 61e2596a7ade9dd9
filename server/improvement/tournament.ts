import type { RoundOutcome } from './outcome.ts'
import { rise, stepsByPlayer } from './smoothing.ts'

export type TournamentOutcome = {
  /** Gain tonight of everyone who played at least three of its rounds, in logits. */
  tonight: Record<string, number>
  /** Gain since last time of everyone with at least three rounds before it, in logits. */
  sinceLastTime: Record<string, number>
}

const ROUNDS_FOR_TONIGHT = 3
const ROUNDS_FOR_SINCE_LAST_TIME = 3

/**
 * What a whole tournament says, from its rounds' outcomes in the order they ended. Rounds of another tournament that
 * ended in between may be among them (two at the same time): they are smoothed over, not counted.
 */
export const rateTournament = (tournament: string, rounds: RoundOutcome[]): TournamentOutcome => {
  const tonight: [string, number][] = []
  const sinceLastTime: [string, number][] = []
  for (const [player, steps] of stepsByPlayer(rounds, (round) => round.tournament === tournament)) {
    const gain = rise(steps, ROUNDS_FOR_TONIGHT)
    if (gain !== null) tonight.push([player, gain])
    const own = steps.filter(({ counts }) => counts).map(({ outcome }) => outcome)
    const [first, last] = [own[0], own.at(-1)]
    const played = own.some(({ observed }) => observed > 0)
    if (first === undefined || last === undefined || !played || first.mark === null) continue
    if (first.roundsBefore >= ROUNDS_FOR_SINCE_LAST_TIME) sinceLastTime.push([player, last.level - first.mark])
  }
  return { tonight: Object.fromEntries(tonight), sinceLastTime: Object.fromEntries(sinceLastTime) }
}
