import { beforeEach, describe, expect, it } from 'vitest'
import { forget, rememberedNames } from '../../client/device.ts'
import { lastPlayer, lastProblems, lastViews } from '../../client/last-seen.ts'
import type { PlayerId, ProblemId, RoundId } from '../../server/protocol/ids.ts'
import type { BoardView } from '../../server/protocol/board.ts'
import type { MeView } from '../../server/protocol/me.ts'
import type { ProblemView } from '../../server/protocol/problem.ts'

const player = (id: string) => ({ id: id as PlayerId, name: id, star: 'gold', kept: false }) as const
const board = { code: 'KITE42' } as Partial<BoardView> as BoardView
const me = { name: 'Ada' } as Partial<MeView> as MeView
const round = 'r1' as RoundId
const problems = [{ id: 'p' as ProblemId } as Partial<ProblemView> as ProblemView]

describe('what a device last saw', () => {
  beforeEach(() => rememberedNames('seen.').forEach(forget))

  it('is of one tournament, and of one round in one language', () => {
    lastViews.keep('KITE42', board, me)
    expect(lastViews.recall('KITE42')).toMatchObject({ me: { name: 'Ada' } })
    expect(lastViews.recall('FOX7')).toBeNull()
    lastProblems.keep(round, 'en', problems)
    expect(lastProblems.recall(round, 'en')).toEqual(problems)
    expect(lastProblems.recall(round, 'es')).toBeNull()
    expect(lastProblems.recall('r2' as RoundId, 'en')).toBeNull()
  })
  it('leaves a shared laptop with the person who saw it', () => {
    lastPlayer.keep(player('ada'))
    lastViews.keep('KITE42', board, me)
    lastPlayer.keep(player('ada'))
    expect(lastViews.recall('KITE42')).not.toBeNull()
    lastPlayer.keep(player('bo'))
    expect(lastViews.recall('KITE42')).toBeNull()
    expect(lastPlayer.recall()?.id).toBe('bo')
    lastViews.keep('KITE42', board, me)
    lastPlayer.keep(null)
    expect(lastPlayer.recall()).toBeNull()
    expect(lastViews.recall('KITE42')).toBeNull()
  })
})
