import { describe, expect, it } from 'vitest'
import { partFor, stageOf, type Evening } from '../../client/components/host/stage.ts'
import type { RoundId, SeasonId } from '../../server/protocol/ids.ts'
import type { AwardView } from '../../server/protocol/awards.ts'
import type { HostRound } from '../../server/protocol/host.ts'

const round = (position: number, given: Partial<HostRound>): HostRound =>
  ({
    id: `round-${position}` as RoundId,
    position,
    name: `Round ${position}`,
    status: 'planned',
    limitMinutes: 20,
    startsAt: null,
    endsAt: null,
    remainingMs: null,
    problems: [],
    problemIds: ['leap-year' as HostRound['problemIds'][number]],
    submissions: 0,
    unjudged: 0,
    rated: false,
    ranking: [],
    openFlags: 0,
    ...given,
  }) as Partial<HostRound> as HostRound
const award = (roundId: RoundId | null): AwardView => ({
  id: `award-${roundId}`,
  kind: 'best-round',
  scope: roundId ? 'round' : 'tournament',
  roundId,
  headline: false,
  winners: [],
  more: 0,
})
const evening = (given: Partial<Evening>): Evening => ({
  status: 'open',
  rounds: [],
  awards: [],
  seasonAwards: [],
  awardsReady: false,
  ceremony: null,
  held: () => false,
  ...given,
})
const stage = (given: Partial<Evening>): string => stageOf(evening(given)).stage

const ended = { status: 'ended', rated: true } as const
const published = { status: 'published', rated: true } as const

describe('the one thing a host does next', () => {
  it('plans: a round, its puzzles, the start', () => {
    expect(stage({})).toBe('nothing-planned')
    expect(stage({ rounds: [round(1, { problemIds: [] })] })).toBe('round-empty')
    expect(stage({ rounds: [round(1, {})] })).toBe('ready')
  })

  it('runs the round that is under way, whatever else is planned', () => {
    for (const status of ['countdown', 'running', 'paused'] as const)
      expect(stage({ rounds: [round(1, published), round(2, { status }), round(3, {})] })).toBe(status)
  })

  it('waits for the judge and the figures before it offers to publish, and asks for flags first', () => {
    expect(stage({ rounds: [round(1, { ...ended, unjudged: 2 })] })).toBe('judging')
    expect(stage({ rounds: [round(1, { ...ended, rated: false })] })).toBe('judging')
    expect(stage({ rounds: [round(1, { ...ended, openFlags: 1 })] })).toBe('flags')
    expect(stage({ rounds: [round(1, ended)] })).toBe('publish')
  })

  it('offers the awards of a published round before the next one, unless they were held or there are none', () => {
    const rounds = [round(1, published), round(2, {})]
    const awards = [award(rounds[0]!.id)]
    expect(stage({ rounds, awards })).toBe('round-awards')
    expect(stage({ rounds, awards, held: () => true })).toBe('ready')
    expect(stage({ rounds })).toBe('ready')
  })

  it('finishes when every round is played', () => {
    expect(stage({ rounds: [round(1, published)] })).toBe('all-played')
    expect(stage({ rounds: [round(1, published), round(2, { problemIds: [] })] })).toBe('round-empty')
  })

  it('closes the evening: awards are made, shown, published', () => {
    const rounds = [round(1, published)]
    const awards = [award(null)]
    expect(stage({ status: 'ended', rounds })).toBe('finishing')
    expect(stage({ status: 'ended', rounds, awards, awardsReady: true })).toBe('final-awards')
    expect(stage({ status: 'ended', rounds, awards, awardsReady: true, held: () => true })).toBe('publish-awards')
    expect(stage({ status: 'ended', rounds, awardsReady: true })).toBe('publish-awards')
    expect(stage({ status: 'published', rounds, awards })).toBe('over')
  })

  it('asks for a round that was left unpublished before the awards', () => {
    expect(stage({ status: 'ended', rounds: [round(1, ended)], awardsReady: true })).toBe('publish')
  })

  it('knows what a ceremony reveals next, and nothing after the last', () => {
    const rounds = [round(1, published)]
    const awards = [award(rounds[0]!.id), award(null)]
    const roundId = rounds[0]!.id
    const ceremony = (revealed: number) => ({
      ...{ roundId, season: null, steps: 1, revealed, current: null, before: [] },
    })
    const before = stageOf(evening({ rounds, awards, ceremony: ceremony(0) }))
    expect(before).toMatchObject({ stage: 'ceremony', next: { roundId } })
    const after = stageOf(evening({ rounds, awards, ceremony: ceremony(1) }))
    expect(after).toMatchObject({ stage: 'ceremony', next: null })
    const season = { id: 'season-1' as SeasonId, name: 'Autumn' }
    const ofSeason = stageOf(
      evening({ rounds, awards, seasonAwards: [award(null)], ceremony: { ...ceremony(0), roundId: null, season } }),
    )
    expect(ofSeason).toMatchObject({ stage: 'ceremony', next: { roundId: null }, round: null })
  })
})

describe('the part of the page that belongs to a stage', () => {
  it('is the plan before people come, then the people, then the room, then what came out', () => {
    const planned = stageOf(evening({ rounds: [round(1, {})] }))
    expect(partFor(planned, 0)).toBe('plan')
    expect(partFor(planned, 3)).toBe('people')
    expect(partFor(stageOf(evening({ rounds: [round(1, { status: 'running' })] })), 3)).toBe('live')
    expect(partFor(stageOf(evening({ rounds: [round(1, ended)] })), 3)).toBe('results')
    expect(partFor(stageOf(evening({ status: 'published' })), 3)).toBe('awards')
  })
})
