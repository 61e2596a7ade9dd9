import type { PlayerOutcome } from '../../improvement/outcome.ts'
import type { PlayerId, RoundId, SeasonId, TournamentId } from '../../protocol/ids.ts'
import type { Sentence } from '../../protocol/sentences.ts'
import type { Award, RoundResult } from '../../store/records.ts'
import { isStruck } from '../rating/timeline.ts'

/** A badge that somebody has earned, whether it was given already or not: `source` says what for, once and for all. */
export type Earned = {
  source: string
  achievementId: string
  playerId: PlayerId
  tournamentId: TournamentId | null
  roundId: RoundId | null
  seasonId: SeasonId | null
  reason: Sentence | null
}

/** What a badge is given for, whoever it is given to: its source without the player. */
export const occasionOf = (source: string): string => source.slice(0, source.lastIndexOf(':'))

const hasPlayed = (result: RoundResult): boolean => (result.outcome as PlayerOutcome).observed > 0

/** What a published round gives: first marks, and its awards. Its moments stay on the result's page: they are many. */
export const earnedInRound = (results: readonly RoundResult[], awards: readonly Award[]): Earned[] => [
  ...results
    .filter((result) => hasPlayed(result) && !isStruck(result) && (result.outcome as PlayerOutcome).newcomer)
    .map(({ playerId, tournamentId, roundId }): Earned => ({
      source: `first-mark:${playerId}`,
      achievementId: 'first-mark',
      ...{ playerId, tournamentId, roundId },
      ...{ seasonId: null, reason: null },
    })),
  ...awards.filter(({ kind }) => kind !== 'your-moment').flatMap(earnedByAward),
]

/** What a published tournament gives: to have been there, and its awards, everybody's moment among them. */
export const earnedInTournament = (results: readonly RoundResult[], awards: readonly Award[]): Earned[] => {
  const played = new Map(results.filter(hasPlayed).map((result) => [result.playerId, result]))
  return [
    ...[...played.values()].map(({ playerId, tournamentId }): Earned => ({
      source: `participation:${tournamentId}:${playerId}`,
      achievementId: 'participation',
      ...{ playerId, tournamentId },
      ...{ roundId: null, seasonId: null, reason: null },
    })),
    ...awards.flatMap(earnedByAward),
  ]
}

/** What a published season gives: its award. */
export const earnedInSeason = (awards: readonly Award[]): Earned[] => awards.flatMap(earnedByAward)

function earnedByAward({ id, kind, tournamentId, roundId, seasonId, winners }: Award): Earned[] {
  return winners.map(({ playerId, reason }): Earned => {
    const sentence = reason as Sentence
    const about = { playerId, tournamentId, roundId, seasonId, reason: sentence }
    // A level is new once in a life, so it is a badge of its own and given once.
    if (sentence.code === 'award-first-of-level') {
      const achievementId = `new-level-${sentence.params.level}`
      return { source: `${achievementId}:${playerId}`, achievementId, ...about }
    }
    return { source: `award:${id}:${playerId}`, achievementId: kind, ...about }
  })
}

/** What a host gives by hand. */
export const earnedByHand = (
  achievementId: string,
  tournamentId: TournamentId,
  playerIds: readonly PlayerId[],
): Earned[] =>
  playerIds.map((playerId) => ({
    source: `host:${achievementId}:${playerId}`,
    ...{ achievementId, playerId, tournamentId },
    ...{ roundId: null, seasonId: null, reason: null },
  }))
