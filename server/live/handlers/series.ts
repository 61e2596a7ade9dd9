import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Done } from '../../protocol/commands.ts'
import type { seriesCommands } from '../../protocol/commands/series.ts'
import type { SeriesId } from '../../protocol/ids.ts'
import type { Change } from '../../store/store.ts'
import { mayRemoveSeries } from '../../tournament/seasons.ts'
import type { SocketCommand } from '../dispatch.ts'
import type { Handlers } from '../handler.ts'
import { seriesView } from '../views/series-view.ts'

/** Tournaments that belong together. */
export const series: Handlers<Exclude<keyof typeof seriesCommands, SocketCommand>> = {
  async 'series:list'({ store }) {
    const rows = (await store.allSeries()).map(async ({ id, name }) => ({
      ...{ id, name },
      tournaments: (await store.tournamentsIn(id)).length,
      seasons: (await store.seasonsOf(id)).length,
    }))
    return ok({ series: await Promise.all(rows) })
  },

  async 'series:read'({ store }, _actor, { seriesId }) {
    const row = await store.series(seriesId)
    return row ? ok(await seriesView(store, row)) : refused(refusal('series-not-found'))
  },

  async 'series:create'({ director, clock, newId }, actor, { name }) {
    const hostUserId = actor.host?.userId
    if (!hostUserId) return refused(refusal('not-signed-in'))
    return director.decide(async () => {
      const row = { id: newId() as SeriesId, name, hostUserId, createdAt: clock.now(), revision: 0 }
      return ok({
        expected: {},
        changes: [{ do: 'insert', table: 'series', row }],
        reply: { seriesId: row.id },
      })
    })
  },

  'series:update': ({ store, director }, _actor, { seriesId, name }) =>
    director.decide<Done>(async () => {
      const row = await store.series(seriesId)
      if (!row) return refused(refusal('series-not-found'))
      return ok({
        expected: { series: { [row.id]: row.revision } },
        changes: [{ do: 'patch', table: 'series', id: row.id, set: { name } }],
        reply: {},
        touched: { tournaments: (await store.tournamentsIn(seriesId)).map(({ id }) => id), series: [seriesId] },
      })
    }),

  'series:remove': ({ store, director }, _actor, { seriesId }) =>
    director.decide<Done>(async () => {
      const row = await store.series(seriesId)
      if (!row) return refused(refusal('series-not-found'))
      const seasons = await store.seasonsOf(seriesId)
      const may = mayRemoveSeries((await store.tournamentsIn(seriesId)).length, seasons)
      if (!may.ok) return may
      return ok({
        expected: {
          series: { [row.id]: row.revision },
          seasons: Object.fromEntries(seasons.map(({ id, revision }) => [id, revision])),
        },
        changes: [
          ...seasons.map(({ id }): Change => ({ do: 'remove', table: 'seasons', id })),
          { do: 'remove', table: 'series', id: row.id },
        ],
        reply: {},
      })
    }),
}
