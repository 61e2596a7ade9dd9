import { describe, expect, it } from 'vitest'
import { finishTournament, publishTournament, revealNext } from '../../server/tournament/ceremony.ts'
import { allowed, NOON, refusalOf } from './builders.ts'

const open = { status: 'open' as const, endedAt: null, publishedAt: null }
const published = { status: 'published' as const, ratedAt: NOON }
const planned = { status: 'planned' as const, ratedAt: null }

describe('finishing', () => {
  it('[T1] ends when nothing is under way and something was rated; what was never played does not matter', () => {
    expect(allowed(finishTournament(open, [published, planned], NOON))).toMatchObject({
      status: 'ended',
      endedAt: NOON,
    })
  })
  it('[T1] does not end while a round runs, or before one was played', () => {
    expect(refusalOf(finishTournament(open, [published, { status: 'paused', ratedAt: null }], NOON))).toBe(
      'round-running',
    )
    expect(refusalOf(finishTournament(open, [planned], NOON))).toBe('nothing-played')
  })
  it('[T1] waits for the figures of a round that has just ended', () => {
    expect(refusalOf(finishTournament(open, [{ status: 'ended', ratedAt: null }], NOON))).toBe('round-unjudged')
  })
  it('[T1] ends once', () => {
    expect(refusalOf(finishTournament({ ...open, status: 'ended' }, [published], NOON))).toBe('tournament-over')
  })
})

describe('publishing and revealing', () => {
  const ended = { ...open, status: 'ended' as const, endedAt: NOON }

  it('[T2] publishes once every round that ended is published', () => {
    expect(allowed(publishTournament(ended, [published], NOON))).toMatchObject({
      status: 'published',
      publishedAt: NOON,
    })
    expect(refusalOf(publishTournament(ended, [{ status: 'ended', ratedAt: NOON }], NOON))).toBe('publish-rounds-first')
    expect(refusalOf(publishTournament(open, [published], NOON))).toBe('finish-first')
  })
  it('[T2] keeps the moment of the first publishing', () => {
    expect(allowed(publishTournament({ ...ended, publishedAt: 5 }, [published], NOON)).publishedAt).toBe(5)
  })
  it('[T3] reveals one after another, and no more than there are', () => {
    expect(allowed(revealNext(0, 2))).toBe(1)
    expect(refusalOf(revealNext(2, 2))).toBe('nothing-to-reveal')
  })
  it('[T3] reveals once what is asked for twice: the answer was lost, or the thumb was quick', () => {
    expect(allowed(revealNext(1, 3, 1))).toBe(2)
    expect(allowed(revealNext(2, 3, 1))).toBe(2)
    expect(allowed(revealNext(3, 3, 2))).toBe(3)
  })
})
