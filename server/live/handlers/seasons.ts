import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Done } from '../../protocol/commands.ts'
import type { seasonCommands } from '../../protocol/commands/seasons.ts'
import type { SeasonId } from '../../protocol/ids.ts'
import type { Season } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { mayChangeSeason, plannedDays } from '../../tournament/seasons.ts'
import { signBadgesLater } from '../badges/later.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { seasonAwardRows } from '../seasons/season-awards.ts'
import { seasonStanding, seasonView } from '../views/season-view.ts'

/** A series between two days, and its award. */
export const seasons: HandlersOf<typeof seasonCommands> = {
  async 'season:read'(context, _actor, { seasonId }) {
    const season = await context.store.season(seasonId)
    return season ? ok(await seasonView(context, season)) : refused(refusal('season-not-found'))
  },

  'season:create': ({ store, director, clock, newId }, _actor, plan) =>
    director.decide(async () => {
      const series = await store.series(plan.seriesId)
      if (!series) return refused(refusal('series-not-found'))
      const planned = plannedDays(plan)
      if (!planned.ok) return planned
      const row: Season = { ...plan, id: newId() as SeasonId, createdAt: clock.now(), publishedAt: null, revision: 0 }
      return ok({
        expected: { series: { [series.id]: series.revision } },
        changes: [{ do: 'insert', table: 'seasons', row }],
        reply: { seasonId: row.id },
      })
    }),

  'season:update': (context, _actor, { seasonId, ...set }) =>
    changeSeason(context, seasonId, (season) => {
      const planned = plannedDays({ ...season, ...set })
      return planned.ok ? ok([{ do: 'put', table: 'seasons', row: planned.value }]) : planned
    }),

  'season:remove': (context, _actor, { seasonId }) =>
    changeSeason(context, seasonId, ({ id }) => ok([{ do: 'remove', table: 'seasons', id }])),

  'season:publish': (context, _actor, { seasonId }) =>
    context.director.decide<Done>(async () => {
      const { store, clock, newId } = context
      const season = await store.season(seasonId)
      if (!season) return refused(refusal('season-not-found'))
      const { ruling, rounds, figures } = await seasonStanding(context, season)
      if (!ruling.ok) return ruling
      const now = clock.now()
      return ok({
        // What the award was made of must still be so when it is written down.
        expected: {
          seasons: { [season.id]: season.revision },
          rounds: Object.fromEntries(rounds.map(({ id, revision }) => [id, revision])),
        },
        changes: [
          { do: 'put', table: 'seasons', row: ruling.value },
          ...seasonAwardRows(season, figures.awards, now).map((row): Change => ({
            do: 'insert',
            table: 'awards',
            row,
          })),
          signBadgesLater({ seasonId }, newId(), now),
        ],
        reply: {},
      })
    }),
}

/** [Z5] Changes a season that is not published. */
async function changeSeason(
  { store, director }: Context,
  seasonId: SeasonId,
  rule: (season: Season) => Result<Change[], Refusal>,
): Promise<Result<Done, Refusal>> {
  return director.decide<Done>(async () => {
    const season = await store.season(seasonId)
    if (!season) return refused(refusal('season-not-found'))
    const may = mayChangeSeason(season)
    if (!may.ok) return may
    const changes = rule(season)
    if (!changes.ok) return changes
    return ok({ expected: { seasons: { [season.id]: season.revision } }, changes: changes.value, reply: {} })
  })
}
