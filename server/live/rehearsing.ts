import { refusal } from '../protocol/refusals.ts'
import { ok, refused } from '../protocol/result.ts'
import { isUnderWay } from '../tournament/round.ts'
import type { Actor } from './actor.ts'
import { tournamentByCode } from './by-code.ts'
import type { SocketCommand } from './dispatch.ts'
import type { Handlers } from './handler.ts'
import type { Parts } from './parts.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Rehearsals } from './rehearsals.ts'
import type { TournamentId } from '../protocol/ids.ts'

type Connection = {
  id: string
  data: { actor: Actor; address: string; watching: { tournamentId: TournamentId } | null }
}

/** The commands of a rehearsal that are a matter of the connection they come by. */
export function rehearsing(
  socket: Connection,
  parts: Pick<Parts, 'store' | 'clock' | 'joinUrl'> & { limits: RateLimits; rehearsals: Rehearsals },
): Handlers<Extract<SocketCommand, `rehearsal:${string}`>> {
  const { store, clock, joinUrl, limits, rehearsals } = parts
  return {
    async 'rehearsal:begin'(_context, _actor, { tournamentId, device }) {
      if (!(await store.tournament(tournamentId))) return refused(refusal('tournament-not-found'))
      // [D2]
      if ((await store.roundsOf(tournamentId)).some(isUnderWay)) return refused(refusal('rehearse-later'))
      // Kept on by this connection, until it watches something else or is gone.
      if (socket.data.watching?.tournamentId !== tournamentId) return refused(refusal('tournament-not-found'))
      rehearsals.begin(tournamentId, socket.id, device)
      return ok({})
    },
    async 'rehearsal:end'(_context, _actor, { tournamentId }) {
      rehearsals.end(tournamentId)
      return ok({})
    },
    async 'rehearsal:visit'(_context, _actor, { code, device, origin, roundTripMs, width }) {
      const found = await tournamentByCode({ store, limits }, code, socket.data)
      if (!found.ok) return found
      const byJoinAddress = URL.canParse(joinUrl()) && new URL(joinUrl()).origin === origin
      const visit = { at: clock.now(), roundTripMs, width, byJoinAddress }
      return ok({ outcome: rehearsals.visit(found.value.id, device, visit) })
    },
    async 'rehearsal:wall'(_context, _actor, size) {
      if (socket.data.watching) rehearsals.wall(socket.data.watching.tournamentId, socket.id, size)
      return ok({})
    },
  }
}
