import { describe, expect, it } from 'vitest'
import { nextOf } from '../../client/components/host/kit.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import type { KitRound, KitView } from '../../server/protocol/kits.ts'
import type { RoundStatus } from '../../server/protocol/round.ts'

const round = (name: string, ...ids: string[]): KitRound => ({
  ...{ name, limitMinutes: 20, breakMinutes: null, workshop: 'Text' },
  problems: ids.map((id) => ({ id: id as ProblemId, name: id, level: 1, minutes: 3 })),
})
const kit = {
  meetings: [{ position: 1, rounds: [round('Loops', 'a', 'b', 'c'), round('Lists', 'd', 'e', 'f')] }],
} as unknown as KitView
const planned = (status: RoundStatus, ...ids: string[]) => ({ status, problemIds: ids as ProblemId[] })

describe('the workshop before the next round', () => {
  it('is the one of the round with the same puzzles, in whatever order the host has put the rounds', () => {
    expect(nextOf(kit, [planned('planned', 'd', 'e', 'f'), planned('planned', 'a')])?.name).toBe('Lists')
    expect(nextOf(kit, [planned('published', 'a', 'b'), planned('countdown', 'e', 'x')])?.name).toBe('Lists')
  })
  it('is none for a round with other puzzles, nor after the last', () => {
    expect(nextOf(kit, [planned('planned', 'x')])).toBeNull()
    expect(nextOf(kit, [planned('running', 'a')])).toBeNull()
    expect(nextOf(kit, [])).toBeNull()
  })
})
