import type { AwardKind } from '../protocol/awards.ts'
import type { AwardSentence } from '../protocol/sentences.ts'
import type { Award, AwardContext, Candidate } from './awards.ts'
import { awardForBest, hasOpenFlag, resultKey, worthReading } from './awards.ts'
import { displayed, displayedPoints } from './display.ts'
import type { PlayedRound } from './plays.ts'
import { ownRounds } from './plays.ts'
import { momentsFor, steepestClimb } from './round-awards.ts'
import type { PlayerOutcome, RoundOutcome } from './outcome.ts'
import { entryOf } from './state.ts'
import type { TournamentOutcome } from './tournament.ts'

/** So few as to make no contest: then tonight's award is the headline. */
const QUALIFIED_FOR_HEADLINE = 3

const outcomesOf = (rounds: RoundOutcome[], player: string): PlayerOutcome[] =>
  rounds.flatMap(({ players }) => entryOf(players, player) ?? [])

const isStruck = (rounds: RoundOutcome[], player: string, { struck }: AwardContext): boolean =>
  rounds.some(({ round }) => struck.has(resultKey(round, player)))

/** Candidates by a gain above zero; one struck round takes a player out until the timeline is replayed without it. */
const byGain = (
  gains: Record<string, number>,
  rounds: RoundOutcome[],
  context: AwardContext,
  reasonFor: (points: number, own: PlayerOutcome[]) => AwardSentence,
): Candidate[] =>
  Object.entries(gains).flatMap(([playerId, gain]): Candidate[] => {
    if (gain <= 0 || isStruck(rounds, playerId, context)) return []
    const points = Math.max(1, displayedPoints(gain))
    const reason = reasonFor(points, outcomesOf(rounds, playerId))
    return [{ playerId, value: gain, reason, figures: { gain }, flagged: hasOpenFlag(rounds, playerId, context) }]
  })

const sinceLastTime = (gains: Record<string, number>, rounds: RoundOutcome[], context: AwardContext): Candidate[] =>
  byGain(gains, rounds, context, (points, own) => {
    const params = { mark: displayed(own[0]?.mark ?? 0), level: displayed(own.at(-1)?.level ?? 0), points }
    return { code: 'award-improved-since-last-time', params }
  })

const played = (own: PlayerOutcome[]): number => own.filter(({ observed }) => observed > 0).length

const climbs = (rounds: PlayedRound[], context: AwardContext): Candidate[] => {
  const outcomes = rounds.map(({ outcome }) => outcome)
  const players = new Set(outcomes.flatMap((outcome) => Object.keys(outcome.players)))
  return [...players].flatMap((playerId): Candidate[] => {
    const bid = isStruck(outcomes, playerId, context) ? null : steepestClimb(ownRounds(rounds, playerId))
    return bid === null ? [] : [{ playerId, ...bid, flagged: hasOpenFlag(outcomes, playerId, context) }]
  })
}

/** The first of these that somebody won. A moment is everyone's, so that there is always one. */
const headlineOf = (awards: Award[], contested: boolean): AwardKind | undefined => {
  const order: AwardKind[] = contested ? ['improved-since-last-time'] : []
  order.push('improved-tonight', 'steepest-climb', 'improved-since-last-time', 'your-moment')
  return order.find((kind) => awards.some((award) => award.kind === kind && award.winners.length > 0))
}

/**
 * The awards of a whole tournament, in the order in which to reveal them, the headline last: most improved since last
 * time where at least three players qualify, else most improved tonight, else the steepest climb. `rounds` are its own,
 * in the order they ended, and `figures` what `rateTournament` said of them.
 */
export const awardsOfTournament = (
  rounds: PlayedRound[],
  figures: TournamentOutcome,
  context: AwardContext,
): Award[] => {
  const outcomes = rounds.map(({ outcome }) => outcome)
  const give = (kind: AwardKind, candidates: Candidate[]) =>
    awardForBest({ kind, scope: 'tournament', context, candidates })
  const awards = worthReading([
    momentsFor(rounds, 'tournament', context),
    give('steepest-climb', climbs(rounds, context)),
    give(
      'improved-tonight',
      byGain(figures.tonight, outcomes, context, (points, own) => ({
        code: 'award-improved-tonight',
        params: { points, count: played(own) },
      })),
    ),
    give('improved-since-last-time', sinceLastTime(figures.sinceLastTime, outcomes, context)),
  ])
  const qualified = Object.keys(figures.sinceLastTime).filter((player) => !isStruck(outcomes, player, context))
  const headline = headlineOf(awards, qualified.length >= QUALIFIED_FOR_HEADLINE)
  return awards
    .map((award) => ({ ...award, headline: award.kind === headline }))
    .toSorted((a, b) => Number(a.headline) - Number(b.headline))
}

/** The season's one award. `gains` are what `rateSeason` said of these rounds. */
export const awardsOfSeason = (
  rounds: RoundOutcome[],
  gains: Record<string, number>,
  context: AwardContext,
): Award[] => {
  const candidates = byGain(gains, rounds, context, (points, own) => ({
    code: 'award-improved-season',
    params: { points, count: played(own) },
  }))
  const award = awardForBest({ kind: 'improved-season', scope: 'season', context, candidates })
  return worthReading([{ ...award, headline: award.winners.length > 0 }])
}
