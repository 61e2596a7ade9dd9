import type { TournamentId } from '../protocol/ids.ts'
import type { RehearsalVisit, ScreenSize, VisitOutcome } from '../protocol/rehearsal.ts'
import type { Clock } from './clock.ts'

/**
 * Rehearsals that are on [D1]: a host keeps one on by having its page open. Lives in memory, like presence: nothing is
 * decided by it, and nothing of it stays [D4].
 */
export type Rehearsals = {
  begin(tournamentId: TournamentId, socketId: string, device: string): void
  end(tournamentId: TournamentId): void
  visit(tournamentId: TournamentId, device: string, visit: RehearsalVisit): VisitOutcome
  /** A wall says how large it is; nothing where no rehearsal is on. */
  wall(tournamentId: TournamentId, socketId: string, size: ScreenSize): void
  /** A connection is gone, a host's or a wall's. */
  leave(tournamentId: TournamentId, socketId: string): void
  of(tournamentId: TournamentId): { visits: RehearsalVisit[]; walls: ScreenSize[] } | null
}

/** A host whose network stumbles, or who reloads the page, finds the rehearsal as it was. */
const KEPT_FOR_MS = 20_000
/** Whoever forgot the page on a screen: the wall is to show the evening. */
const AT_MOST_MS = 60 * 60_000
const MOST_VISITS = 20
const MOST_WALLS = 6

type Rehearsal = {
  keepers: Set<string>
  /** Devices that hosts rehearse from. */
  own: Set<string>
  visits: Map<string, RehearsalVisit>
  walls: Map<string, ScreenSize>
  cancel: () => void
}

export function createRehearsals(clock: Clock, changed: (tournamentId: TournamentId) => void): Rehearsals {
  const on = new Map<TournamentId, Rehearsal>()

  function endAt(tournamentId: TournamentId, rehearsal: Rehearsal, afterMs: number): void {
    rehearsal.cancel()
    rehearsal.cancel = clock.at(clock.now() + afterMs, () => end(tournamentId))
  }
  function end(tournamentId: TournamentId): void {
    on.get(tournamentId)?.cancel()
    if (on.delete(tournamentId)) changed(tournamentId)
  }

  return {
    end,
    begin(tournamentId, socketId, device) {
      const rehearsal = on.get(tournamentId) ?? fresh()
      on.set(tournamentId, rehearsal)
      rehearsal.keepers.add(socketId)
      rehearsal.own.add(device)
      endAt(tournamentId, rehearsal, AT_MOST_MS)
      changed(tournamentId)
    },
    visit(tournamentId, device, visit) {
      const rehearsal = on.get(tournamentId)
      if (!rehearsal) return 'over'
      // [D3]
      if (rehearsal.own.has(device)) return 'own'
      if (rehearsal.visits.size < MOST_VISITS || rehearsal.visits.has(device)) rehearsal.visits.set(device, visit)
      changed(tournamentId)
      return 'counted'
    },
    wall(tournamentId, socketId, size) {
      const walls = on.get(tournamentId)?.walls
      if (!walls || (walls.size >= MOST_WALLS && !walls.has(socketId))) return
      walls.set(socketId, size)
      changed(tournamentId)
    },
    leave(tournamentId, socketId) {
      const rehearsal = on.get(tournamentId)
      if (!rehearsal) return
      if (rehearsal.keepers.delete(socketId) && rehearsal.keepers.size === 0)
        endAt(tournamentId, rehearsal, KEPT_FOR_MS)
      if (rehearsal.walls.delete(socketId)) changed(tournamentId)
    },
    of(tournamentId) {
      const rehearsal = on.get(tournamentId)
      return rehearsal ? { visits: [...rehearsal.visits.values()], walls: [...rehearsal.walls.values()] } : null
    },
  }
}

const fresh = (): Rehearsal => ({
  keepers: new Set(),
  own: new Set(),
  visits: new Map(),
  walls: new Map(),
  cancel: () => undefined,
})
