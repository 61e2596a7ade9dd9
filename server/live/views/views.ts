import type { EntryId, SeriesId, TournamentId } from '../../protocol/ids.ts'
import type { BoardView } from '../../protocol/board.ts'
import type { HostView } from '../../protocol/host.ts'
import type { MeView } from '../../protocol/me.ts'
import type { RoomView } from '../../protocol/room.ts'
import type { SeriesPage } from '../../protocol/series.ts'
import type { Parts } from '../parts.ts'
import type { Presence } from '../presence.ts'
import type { Model } from '../rating/model.ts'
import type { Rehearsals } from '../rehearsals.ts'
import { boardView } from './board-view.ts'
import { hostView } from './host-view.ts'
import { meView } from './me-view.ts'
import { roomView } from './room-view.ts'
import { seriesPage } from './series-view.ts'

/** The views that are pushed, by what they are of; null where it is not there any more. */
export type Views = {
  board(id: TournamentId): Promise<BoardView | null>
  host(id: TournamentId): Promise<HostView | null>
  room(id: TournamentId): Promise<RoomView | null>
  me(id: EntryId): Promise<MeView | null>
  series(id: SeriesId): Promise<SeriesPage | null>
}

export function createViews(parts: Parts & { presence: Presence; model: Model; rehearsals: Rehearsals }): Views {
  const { store, clock, presence } = parts
  return {
    async board(id) {
      const tournament = await store.tournament(id)
      return tournament && boardView(parts, tournament, presence.count(id))
    },
    async host(id) {
      const tournament = await store.tournament(id)
      return tournament && hostView(parts, tournament)
    },
    async room(id) {
      const tournament = await store.tournament(id)
      return tournament && roomView(parts, tournament)
    },
    async me(id) {
      const entry = await store.entry(id)
      return entry && !entry.removed ? meView(parts, entry, presence.localeOf(id)) : null
    },
    async series(id) {
      const series = await store.series(id)
      return series && seriesPage(store, series, clock.now())
    },
  }
}
