import { refusal, type Refusal } from '../../protocol/refusals.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { Done } from '../../protocol/commands.ts'
import type { seasonCommands } from '../../protocol/commands/seasons.ts'
import type { SeasonId, TournamentId } from '../../protocol/ids.ts'
import type { Season, Tournament } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { mayHoldSeasonCeremony } from '../../tournament/ceremony.ts'
import { mayChangeSeason, plannedDays } from '../../tournament/seasons.ts'
import { signBadgesLater } from '../badges/later.ts'
import type { Touched } from '../director.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { seasonAwardRows } from '../seasons/season-awards.ts'
import { withCeremony } from './ceremony.ts'
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
        touched: { series: [series.id] },
      })
    }),

  'season:update': (context, _actor, { seasonId, ...set }) =>
    changeSeason(context, seasonId, (season) => {
      const planned = plannedDays({ ...season, ...set })
      return planned.ok ? ok([{ do: 'put', table: 'seasons', row: planned.value }]) : planned
    }),

  'season:remove': (context, _actor, { seasonId }) =>
    changeSeason(context, seasonId, ({ id }) => ok([{ do: 'remove', table: 'seasons', id }])),

  'season:publish': (context, _actor, { seasonId, tournamentId }) =>
    context.director.decide<Done>(async () => {
      const { store, clock, newId } = context
      const season = await store.season(seasonId)
      if (!season) return refused(refusal('season-not-found'))
      const { ruling, rounds, figures } = await seasonStanding(context, season)
      if (!ruling.ok) return ruling
      const room = await roomFor(context, ruling.value, tournamentId)
      if (!room.ok) return room
      const now = clock.now()
      // [Z7] What a ceremony begins to reveal is known when it has come to it; without one, at once.
      const revealedAt = room.value ? null : now
      const rows = seasonAwardRows(season, figures.awards, now).map((row) => ({ ...row, revealedAt }))
      return ok({
        // What the award was made of must still be so when it is written down.
        expected: {
          seasons: { [season.id]: season.revision },
          rounds: Object.fromEntries(rounds.map(({ id, revision }) => [id, revision])),
          ...(room.value ? { tournaments: { [room.value.id]: room.value.revision } } : {}),
        },
        changes: [
          { do: 'put', table: 'seasons', row: ruling.value },
          ...rows.map((row): Change => ({ do: 'insert', table: 'awards', row })),
          ...(room.value ? [ceremonyIn(room.value, season.id)] : []),
          signBadgesLater({ seasonId }, newId(), now),
        ],
        reply: {},
        touched: { ...(await touchedIn(context, room.value)), series: [season.seriesId] },
      })
    }),
}

/** [Z7] The tournament in whose room the season's ceremony is to begin; null where none is wanted. */
async function roomFor(
  { store }: Context,
  season: Season,
  tournamentId: TournamentId | undefined,
): Promise<Result<Tournament | null, Refusal>> {
  if (tournamentId === undefined) return ok(null)
  const room = await store.tournament(tournamentId)
  if (!room) return refused(refusal('tournament-not-found'))
  const may = mayHoldSeasonCeremony(season, room, await store.roundsOf(tournamentId))
  return may.ok ? ok(room) : may
}

const ceremonyIn = (room: Tournament, seasonId: SeasonId): Change => ({
  do: 'put',
  table: 'tournaments',
  row: withCeremony(room, { roundId: null, seasonId, revealed: 0 }),
})

const touchedIn = async ({ store }: Context, room: Tournament | null): Promise<Touched> =>
  room ? { tournaments: [room.id], entries: (await store.entriesOf(room.id)).map(({ id }) => id) } : {}

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
    return ok({
      expected: { seasons: { [season.id]: season.revision } },
      changes: changes.value,
      reply: {},
      touched: { series: [season.seriesId] },
    })
  })
}
