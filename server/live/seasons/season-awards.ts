import type { Award as GivenAward } from '../../improvement/awards.ts'
import { rateSeason } from '../../improvement/season.ts'
import { awardsOfSeason } from '../../improvement/tournament-awards.ts'
import type { Award, Round, RoundResult, Season } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { awardContext, awardRow } from '../rating/award-rows.ts'
import { stretchOf } from '../rating/timeline.ts'
import { inSeason } from './season-rounds.ts'

export type SeasonFigures = {
  /** Gains in logits, of everybody with four rounds in it. */
  gains: Record<string, number>
  awards: GivenAward[]
  /** Of the season's own rounds, oldest first. */
  results: RoundResult[]
}

/**
 * What the season says as the timeline stands now; `rounds` are those of its series. Nothing of it is stored but the
 * award, once it is published. `before`: who had which awards when this one was given.
 */
export async function seasonFigures(
  store: Store,
  season: Season,
  rounds: readonly Round[],
  before?: number,
): Promise<SeasonFigures> {
  const stretch = await stretchOf(store, inSeason(season, rounds))
  const own = stretch.filter(({ isOwn }) => isOwn)
  const counted = new Set(own.map(({ played }) => played.outcome))
  const gains = rateSeason(
    stretch.map(({ played }) => played.outcome),
    (outcome) => counted.has(outcome),
  )
  const results = own.flatMap((one) => one.results)
  const context = await awardContext(store, results, { seasonId: season.id }, before)
  // The timeline has been replayed without what a host struck: the other rounds of a long season stand.
  const awards = awardsOfSeason([...counted], gains, { ...context, struck: new Set() })
  return { gains, awards, results }
}

/** The rows of a season's awards, published with it. */
export const seasonAwardRows = (season: Season, given: readonly GivenAward[], publishedAt: number): Award[] =>
  given
    .filter(({ winners }) => winners.length > 0)
    .map((award, index) => ({
      id: `${season.id}:${award.kind}`,
      ...{ tournamentId: null, roundId: null, seasonId: season.id },
      ...awardRow(award, index),
      ...{ publishedAt, revealedAt: null },
    }))
