import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { ProblemId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { functionPuzzles } from '../support/puzzles.ts'

// The evening of a file of tests about the room, which begins by saying `oneTournament()`.

export const [first, second] = functionPuzzles.map(({ id }) => id) as [ProblemId, ProblemId]
export let club: Club
export let host: Person
export let code: string
export let tournamentId: TournamentId
/** A round of `first` and `second`, twenty minutes long. */
export let roundId: RoundId

/**
 * One club for all tests of a file, with limits as in earnest (a room must not run into them), and for each of them a new
 * tournament, watched by the host. Afterwards nothing has logged an error.
 */
export function oneTournament(): void {
  beforeAll(async () => {
    club = await openClub({ app: { rateLimitScale: 1 } })
    host = await club.host()
  })
  beforeEach(async () => {
    ;({ code, tournamentId, roundId } = await host.prepare([[first, second]]))
  })
  afterAll(async () => {
    const errors = club.errors()
    await club.close()
    expect(errors).toEqual([])
  })
}

export const rowOf = (person: Person) => host.host!.monitor.find(({ entryId }) => entryId === person.me!.entryId)
/** What joining is refused with; null where it is done. */
export const joinRefusal = (name: string, changes: object = {}) => club.joinRefusal({ code, name, ...changes })
