import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forget, rememberedNames } from '../../client/device.ts'
import { Drafts, type DraftKey } from '../../client/drafts.svelte.ts'
import type { PlayerId, ProblemId, RoundId } from '../../server/protocol/ids.ts'
import type { Language } from '../../server/protocol/judgement.ts'

const ada = 'player-ada' as PlayerId
const roundId = 'round-0001' as RoundId
const problemId = 'leap-year' as ProblemId
const key = (language: Language = 'python', playerId = ada): DraftKey => ({ playerId, roundId, problemId, language })
const fromServer = (source: string, savedAt: number) => ({ problemId, language: 'python' as const, source, savedAt })

describe('drafts', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 100_000 }))
  afterEach(() => {
    vi.useRealTimers()
    for (const name of rememberedNames('draft.')) forget(name)
  })

  it('are on the device with each change, for the page after a reload', () => {
    new Drafts().write(key(), 'x = 1')
    expect(new Drafts().read(key())).toBe('x = 1')
  })
  it('are kept apart by language and by player', () => {
    const drafts = new Drafts()
    drafts.write(key('python'), 'x = 1')
    expect(drafts.read(key('javascript'))).toBeUndefined()
    expect(drafts.read(key('python', 'player-ben' as PlayerId))).toBeUndefined()
  })
  it('come from another device when that one wrote later', () => {
    const drafts = new Drafts()
    drafts.write(key(), 'here')
    drafts.learn(ada, roundId, [fromServer('there', 200_000)])
    expect(drafts.read(key())).toBe('there')
    expect(drafts.state(key())).toBe('saved')
  })
  it('stay as they are here when this device wrote later', () => {
    const drafts = new Drafts()
    drafts.write(key(), 'here')
    drafts.learn(ada, roundId, [fromServer('there', 50_000)])
    expect(drafts.read(key())).toBe('here')
    expect(drafts.state(key())).toBe('kept')
  })
  it('remember which language a puzzle was last written in', () => {
    const drafts = new Drafts()
    drafts.write(key('python'), 'x = 1')
    vi.setSystemTime(200_000)
    drafts.write(key('javascript'), 'let x = 1')
    expect(drafts.lastLanguage(key(), ['python', 'javascript', 'typescript'])).toBe('javascript')
  })
  it('leave the device after a fortnight', () => {
    const drafts = new Drafts()
    drafts.write(key(), 'x = 1')
    vi.setSystemTime(100_000 + 15 * 24 * 3600 * 1000)
    drafts.tidy()
    expect(new Drafts().read(key())).toBeUndefined()
  })
})
