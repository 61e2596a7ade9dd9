import { describe, expect, it } from 'vitest'
import {
  finishTournament,
  isKnown,
  mayHoldCeremony,
  publishTournament,
  revealNext,
} from '../../server/tournament/ceremony.ts'
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
    expect(allowed(publishTournament(ended, [published], false, NOON))).toMatchObject({
      status: 'published',
      publishedAt: NOON,
    })
    expect(refusalOf(publishTournament(ended, [{ status: 'ended', ratedAt: NOON }], false, NOON))).toBe(
      'publish-rounds-first',
    )
    expect(refusalOf(publishTournament(open, [published], false, NOON))).toBe('finish-first')
  })
  it('[T2] keeps the moment of the first publishing', () => {
    expect(allowed(publishTournament({ ...ended, publishedAt: 5 }, [published], false, NOON)).publishedAt).toBe(5)
  })
  it('[T2] [T3] waits for the figures, with publishing and with the final ceremony, but not with a round’s', () => {
    expect(refusalOf(publishTournament(ended, [published], true, NOON))).toBe('figures-due')
    expect(refusalOf(mayHoldCeremony(ended, null, true))).toBe('figures-due')
    expect(allowed(mayHoldCeremony(ended, published, true))).toBeNull()
    expect(refusalOf(mayHoldCeremony(open, null, false))).toBe('finish-first')
    expect(refusalOf(mayHoldCeremony(open, { status: 'ended' }, false))).toBe('publish-rounds-first')
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

describe('[T6] an award is known', () => {
  const DAY_MS = 24 * 60 * 60_000
  const ofRound = { roundId: 'r', revealedAt: null, publishedAt: NOON }
  const ofEvening = { roundId: null, revealedAt: null, publishedAt: null }
  const evening = (status: 'open' | 'ended' | 'published', ceremonyOf?: string | null) => ({
    status,
    ceremony: ceremonyOf === undefined ? null : { roundId: ceremonyOf },
  })
  const known = (award: Parameters<typeof isKnown>[0], tournament: ReturnType<typeof evening>, days = 0) =>
    isKnown(award, tournament, true, NOON + days * DAY_MS)

  it('once it was revealed, also after the ceremony was closed and while it is held again', () => {
    const revealed = { ...ofRound, revealedAt: NOON }
    expect(
      [evening('open'), evening('open', 'r'), evening('published', 'r')].map((one) => known(revealed, one)),
    ).toEqual([true, true, true])
    expect([evening('open'), evening('ended'), evening('open', 'r')].map((one) => known(ofRound, one))).toEqual([
      false,
      false,
      false,
    ])
  })
  it('once the tournament is published, but not while its ceremony is on', () => {
    expect(known(ofRound, evening('published'))).toBe(true)
    expect(known(ofRound, evening('published', null))).toBe(true)
    expect(known(ofRound, evening('published', 'r'))).toBe(false)
    expect(known(ofEvening, evening('published'))).toBe(true)
    expect(known(ofEvening, evening('published', null))).toBe(false)
    expect(known(ofEvening, evening('ended'))).toBe(false)
  })
  it('a week after its round was published, however the evening ended; the tournament’s waits', () => {
    expect([6.99, 7].map((days) => known(ofRound, evening('open'), days))).toEqual([false, true])
    expect(known(ofEvening, evening('ended'), 400)).toBe(false)
  })
  it('at once where it is everybody’s own moment and of a round', () => {
    expect(isKnown(ofRound, evening('open'), false, NOON)).toBe(true)
    expect(isKnown(ofEvening, evening('ended'), false, NOON)).toBe(false)
    expect(isKnown(ofEvening, evening('published', null), false, NOON)).toBe(true)
  })
})
