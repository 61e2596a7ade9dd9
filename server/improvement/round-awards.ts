import type { AwardKind } from '../protocol/awards.ts'
import type { Award, AwardContext, Candidate } from './awards.ts'
import { awardForAll, awardForBest, hasOpenFlag, resultKey, worthReading } from './awards.ts'
import { displayed, displayedPoints } from './display.ts'
import { momentOf } from './moments.ts'
import type { OwnRound, PlayedRound } from './plays.ts'
import { chanceOf, climbOf, ownRounds } from './plays.ts'
import { isClean, solvesOf } from './records.ts'
import { entryOf } from './state.ts'

const ROUNDS_BEFORE_BEST_ROUND = 3
const COMEBACK_DEPTH = 0.3
const WRONG_OF_THE_PERSISTENT = 3

/** What one player has to offer for one kind of award; `flagged` and the name are added for all alike. */
type Bid = Pick<Candidate, 'value' | 'reason' | 'figures'>
type BidOf = (own: OwnRound, context: { earlier: readonly AwardKind[] }) => Bid | null

/** Gains as a sentence: what was beaten and what it was beaten with. */
const gainBid = (code: 'award-best-round' | 'award-new-climber', { outcome }: OwnRound): Bid | null => {
  const { gain, mark, form, performance } = outcome
  if (gain === null || mark === null || gain <= 0) return null
  // With very little known of a player the performance is the more cautious of the two.
  const shown = Math.max(displayed(performance), displayed(form), displayed(mark) + 1)
  return { value: gain, reason: { code, params: { mark: displayed(mark), performance: shown } }, figures: { gain } }
}

const bestRound: BidOf = (own) =>
  own.outcome.roundsBefore >= ROUNDS_BEFORE_BEST_ROUND ? gainBid('award-best-round', own) : null

const newClimber: BidOf = (own, { earlier }) => {
  const { roundsBefore } = own.outcome
  if (roundsBefore < 1 || roundsBefore >= ROUNDS_BEFORE_BEST_ROUND || earlier.includes('new-climber')) return null
  return gainBid('award-new-climber', own)
}

/** Only a best that shows: the same whole number again would read as a mistake. */
const personalBest: BidOf = ({ outcome: { level, peakBefore } }) => {
  if (peakBefore === null || displayed(level) <= displayed(peakBefore)) return null
  const params = { level: displayed(level), before: displayed(peakBefore) }
  return { value: level - peakBefore, reason: { code: 'award-personal-best', params }, figures: { level, peakBefore } }
}

const comeback: BidOf = ({ outcome: { level, levelBefore, bestBefore } }) => {
  const recovered = level - levelBefore
  if (bestBefore === null || levelBefore >= bestBefore - COMEBACK_DEPTH || recovered <= 0) return null
  const points = Math.max(1, displayedPoints(recovered))
  return { value: recovered, reason: { code: 'award-comeback', params: { points } }, figures: { recovered } }
}

export const steepestClimb = (own: OwnRound[]): Bid | null => {
  const climb = climbOf(own)
  if (climb === null || climb.rise <= 0) return null
  const { rise, firstHalf, secondHalf } = climb
  return { value: rise, reason: { code: 'award-steepest-climb', params: { firstHalf, secondHalf } }, figures: { rise } }
}

/** Each such solve counts 1 − p, however many wrong submissions beyond three it took: guessing on must not pay. */
const mostPersistent: BidOf = ({ outcome, plays }) => {
  const solves = solvesOf(plays).filter(({ observation }) => observation.wrong >= WRONG_OF_THE_PERSISTENT)
  const longest = solves.toSorted((a, b) => b.observation.wrong - a.observation.wrong)[0]
  if (longest === undefined) return null
  const value = solves.reduce((sum, play) => sum + 1 - chanceOf(play, outcome.form), 0)
  const params = { problem: longest.problem, count: longest.observation.wrong }
  return { value, reason: { code: 'award-most-persistent', params }, figures: { weight: value } }
}

const cleanestSolve: BidOf = ({ outcome, plays }) => {
  const hardest = solvesOf(plays)
    .filter(isClean)
    .toSorted((a, b) => b.difficulty - a.difficulty)[0]
  if (hardest === undefined) return null
  const chance = chanceOf(hardest, outcome.form)
  return {
    value: 1 - chance,
    reason: { code: 'award-cleanest-solve', params: { problem: hardest.problem } },
    figures: { chance },
  }
}

const firstOfLevel: BidOf = ({ outcome }) => {
  const first = outcome.firsts.find(({ code }) => code === 'first-at-level')
  if (first?.code !== 'first-at-level') return null
  const { level } = first.params
  return { value: level, reason: { code: 'award-first-of-level', params: first.params }, figures: { level } }
}

const BIDS: { kind: AwardKind; bidOf: BidOf; give: typeof awardForBest; own?: true }[] = [
  { kind: 'first-of-level', bidOf: firstOfLevel, give: awardForAll, own: true },
  { kind: 'cleanest-solve', bidOf: cleanestSolve, give: awardForBest },
  { kind: 'most-persistent', bidOf: mostPersistent, give: awardForBest },
  { kind: 'steepest-climb', bidOf: (own) => steepestClimb([own]), give: awardForBest },
  { kind: 'comeback', bidOf: comeback, give: awardForBest },
  { kind: 'personal-best', bidOf: personalBest, give: awardForAll },
  { kind: 'new-climber', bidOf: newClimber, give: awardForBest },
  { kind: 'best-round', bidOf: bestRound, give: awardForBest },
]

/** A struck round was played, but nothing in it is told. */
const toldOf = (played: PlayedRound, playerId: string, context: AwardContext): OwnRound[] => {
  const round = played.round.id
  const outcome = entryOf(played.struck ?? {}, playerId)
  if (outcome) return [{ round, outcome, plays: [] }]
  const isStruck = context.struck.has(resultKey(round, playerId))
  return ownRounds([played], playerId).map((own) => (isStruck ? { ...own, plays: [] } : own))
}

/** Everyone who played gets a moment, whatever else was given, flagged or struck. */
export const momentsFor = (rounds: PlayedRound[], scope: 'round' | 'tournament', context: AwardContext): Award => {
  const players = new Set(rounds.flatMap(({ outcome, struck }) => Object.keys({ ...outcome.players, ...struck })))
  const candidates = [...players].map((playerId): Candidate => {
    const { surprise, sentence } = momentOf(rounds.flatMap((played) => toldOf(played, playerId, context)))
    return { playerId, value: surprise, reason: sentence, figures: { surprise }, flagged: false }
  })
  return awardForAll({ kind: 'your-moment', scope, context, candidates })
}

/**
 * The awards of one round, in the order in which to reveal them. A round has no headline: those belong to the
 * tournament and the season. Only awards that somebody has, or awaits, are in the list.
 */
export const awardsOfRound = (played: PlayedRound, context: AwardContext): Award[] => {
  const present = Object.keys(played.outcome.players).filter(
    (player) => !context.struck.has(resultKey(played.round.id, player)),
  )
  const given = BIDS.map(({ kind, bidOf, give, own }) => {
    const candidates = present.flatMap((playerId): Candidate[] => {
      const bid = bidOf(ownRounds([played], playerId)[0]!, { earlier: context.earlierAwards.get(playerId) ?? [] })
      // What is everyone's own for the taking does not wait for a host.
      const flagged = own !== true && hasOpenFlag([played.outcome], playerId, context)
      return bid === null ? [] : [{ playerId, ...bid, flagged }]
    })
    return give({ kind, scope: 'round', context, candidates })
  })
  return worthReading([momentsFor([played], 'round', context), ...given])
}
