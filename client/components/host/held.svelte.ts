import { remember, remembered } from '../../device.ts'
import type { RoundId, TournamentId } from '../../../server/protocol/ids.ts'

/**
 * Which ceremonies have been held, as far as this device knows: it decides only what the host's page offers first. The
 * server keeps no such thing, since a ceremony can be held again.
 */
class Held {
  #changes = $state(0)

  has(tournamentId: TournamentId, roundId: RoundId | null): boolean {
    void this.#changes
    return remembered(nameOf(tournamentId, roundId)) !== undefined
  }

  note(tournamentId: TournamentId, roundId: RoundId | null): void {
    if (this.has(tournamentId, roundId)) return
    remember(nameOf(tournamentId, roundId), 'held')
    this.#changes++
  }
}
const nameOf = (tournamentId: TournamentId, roundId: RoundId | null): string => `ceremony.${roundId ?? tournamentId}`

export const held = new Held()
