import { describe, expect, it } from 'vitest'
import { mayTellOfBadges } from '../../client/tell-of-badges.ts'
import { ROUND_STATUSES, type RoundStatus } from '../../server/protocol/round.ts'
import type { BoardRound, CeremonyView } from '../../server/protocol/board.ts'

const round = (status: RoundStatus): BoardRound => ({ status }) as BoardRound
const ceremony = { steps: 3, revealed: 1 } as CeremonyView

describe('word of a new badge', () => {
  it('comes on a player’s own pages, never on a wall, at a host’s or on a badge’s public page', () => {
    const told = (['home', 'result', 'series', 'awards', 'projector', 'host', 'host-tournament', 'helper'] as const)
      .concat(['credential', 'verify', 'status', 'move'] as never[])
      .filter((page) => mayTellOfBadges({ page, board: null, joined: true }))
    expect(told).toEqual(['home', 'result', 'series', 'awards'])
  })

  it('[K2] waits while a round is on before the player', () => {
    const during = ROUND_STATUSES.filter((status) =>
      mayTellOfBadges({ page: 'player', board: { ceremony: null, round: round(status) }, joined: true }),
    )
    expect(during).toEqual(['planned', 'ended', 'published'])
  })

  it('[K2] waits for the end of a ceremony, on every page that follows it', () => {
    for (const page of ['player', 'awards', 'series'] as const)
      expect(mayTellOfBadges({ page, board: { ceremony, round: null }, joined: true })).toBe(false)
  })

  it('does not come at a tournament’s door, where the one who stands there may be somebody else', () => {
    expect(mayTellOfBadges({ page: 'player', board: { ceremony: null, round: null }, joined: false })).toBe(false)
  })
})
