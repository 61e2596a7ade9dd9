import { z } from 'zod'
import { TournamentId } from '../ids.ts'
import type { BoardView } from '../board.ts'
import type { HostView } from '../host.ts'
import type { MeView } from '../me.ts'
import type { RoomView } from '../room.ts'
import { JoinCode, Locale } from '../words.ts'
import { nothing } from './shapes.ts'

export const watchingCommands = {
  'tournament:watch': z.strictObject({
    tournamentId: TournamentId.optional(),
    code: JoinCode.optional(),
    as: z.enum(['player', 'host', 'projector', 'helper']),
    locale: Locale,
  }),
  'tournament:unwatch': nothing,
}

export type WatchingReplies = {
  /** `room` is there for whoever watches as a helper; hosts have it in their own view. */
  'tournament:watch': { board: BoardView; me: MeView | null; host: HostView | null; room: RoomView | null }
}
