import { describe, expect, it } from 'vitest'
import type { Award, AwardContext } from '../../server/improvement/awards.ts'
import { resultKey } from '../../server/improvement/awards.ts'
import type { PlayedRound } from '../../server/improvement/plays.ts'
import { awardsOfRound } from '../../server/improvement/round-awards.ts'
import { rateSeason } from '../../server/improvement/season.ts'
import { awardsOfSeason, awardsOfTournament } from '../../server/improvement/tournament-awards.ts'
import { rateTournament } from '../../server/improvement/tournament.ts'
import type { AwardKind } from '../../server/protocol/awards.ts'
import { noContext, outcomesOf, play, round, withFigures } from './builders.ts'

const winnersOf = (awards: Award[], kind: AwardKind): string[] =>
  awards.find((award) => award.kind === kind)?.winners.map(({ playerId }) => playerId) ?? []
const awaitingOf = (awards: Award[], kind: AwardKind): string[] =>
  awards.find((award) => award.kind === kind)?.awaiting.map(({ playerId }) => playerId) ?? []
const reasonOf = (awards: Award[], kind: AwardKind) => awards.find((award) => award.kind === kind)?.winners[0]?.reason

/** One round in which everybody did the same; tests set the figures that they are about. */
const level = (...players: string[]): PlayedRound =>
  play(round('t1', 'p1:1 p2:2 p3:3 p4:4', Object.fromEntries(players.map((player) => [player, '5, 7, –, –']))))[0]!

const veteran = { newcomer: false, mark: 0, bestBefore: 0, peakBefore: 0, levelBefore: 0, kappa: 0.2 }

describe('best round', () => {
  it('goes to the largest gain among players with at least three earlier rounds', () => {
    const played = withFigures(level('ada', 'ben', 'cem', 'dot'), {
      ada: { ...veteran, roundsBefore: 3, gain: 0.1 },
      ben: { ...veteran, roundsBefore: 7, gain: 0.2 },
      cem: { ...veteran, roundsBefore: 2, gain: 0.9 },
    })
    expect(winnersOf(awardsOfRound(played, noContext), 'best-round')).toEqual(['ben'])
  })

  it('is not given when nobody gained', () => {
    const played = withFigures(level('ada'), { ada: { ...veteran, roundsBefore: 5, gain: 0 } })
    expect(awardsOfRound(played, noContext).map(({ kind }) => kind)).not.toContain('best-round')
  })

  it('passes over an open flag until a host clears it', () => {
    const played = withFigures(level('ada', 'ben'), {
      ada: { ...veteran, roundsBefore: 3, gain: 0.5, flagged: true },
      ben: { ...veteran, roundsBefore: 3, gain: 0.2 },
    })
    const before = awardsOfRound(played, noContext)
    expect(winnersOf(before, 'best-round')).toEqual(['ben'])
    expect(awaitingOf(before, 'best-round')).toEqual(['ada'])
    const cleared = new Set([resultKey(played.round.id, 'ada')])
    const after = awardsOfRound(played, { ...noContext, cleared })
    expect(winnersOf(after, 'best-round')).toEqual(['ada'])
    expect(awaitingOf(after, 'best-round')).toEqual([])
  })

  it('never goes to a struck result', () => {
    const played = withFigures(level('ada', 'ben'), {
      ada: { ...veteran, roundsBefore: 3, gain: 0.5, flagged: true },
      ben: { ...veteran, roundsBefore: 3, gain: 0.2 },
    })
    const awards = awardsOfRound(played, { ...noContext, struck: new Set([resultKey(played.round.id, 'ada')]) })
    expect(winnersOf(awards, 'best-round')).toEqual(['ben'])
    expect(awaitingOf(awards, 'best-round')).toEqual([])
    expect(winnersOf(awards, 'your-moment')).toContain('ada')
  })

  it('is withheld whole when only flagged results gained', () => {
    const played = withFigures(level('ada'), { ada: { ...veteran, roundsBefore: 3, gain: 0.5, flagged: true } })
    const award = awardsOfRound(played, noContext).find(({ kind }) => kind === 'best-round')
    expect(award).toMatchObject({ winners: [], awaiting: [{ playerId: 'ada' }] })
  })
})

describe('ties', () => {
  const tied = withFigures(level('ada', 'ben', 'cem'), {
    ada: { ...veteran, roundsBefore: 3, gain: 0.2 },
    ben: { ...veteran, roundsBefore: 3, gain: 0.2 + 1e-13 },
    cem: { ...veteran, roundsBefore: 3, gain: 0.2 },
  })

  it('go to the player with fewer earlier awards', () => {
    const earlierAwards: AwardContext['earlierAwards'] = new Map([
      ['ada', ['personal-best', 'best-round']],
      ['ben', ['personal-best']],
      ['cem', ['personal-best', 'new-climber', 'comeback']],
    ])
    expect(winnersOf(awardsOfRound(tied, { ...noContext, earlierAwards }), 'best-round')).toEqual(['ben'])
  })

  it('then to the first id', () => {
    expect(winnersOf(awardsOfRound(tied, noContext), 'best-round')).toEqual(['ada'])
  })
})

describe('new climber', () => {
  const played = withFigures(level('ada', 'ben', 'cem'), {
    ada: { ...veteran, roundsBefore: 1, gain: 0.1 },
    ben: { ...veteran, roundsBefore: 2, gain: 0.3 },
    cem: { ...veteran, roundsBefore: 3, gain: 0.9 },
  })

  it('goes to the largest gain among players with one or two earlier rounds', () => {
    expect(winnersOf(awardsOfRound(played, noContext), 'new-climber')).toEqual(['ben'])
  })

  it('goes to a person once', () => {
    const earlierAwards: AwardContext['earlierAwards'] = new Map([['ben', ['new-climber']]])
    expect(winnersOf(awardsOfRound(played, { ...noContext, earlierAwards }), 'new-climber')).toEqual(['ada'])
  })
})

it('personal best goes to everyone whose level is above every earlier one, the largest step first', () => {
  const played = withFigures(level('ada', 'ben', 'cem', 'dot'), {
    ada: { ...veteran, level: 0.3, peakBefore: 0.2 },
    ben: { ...veteran, level: 0.9, peakBefore: 0.4 },
    cem: { ...veteran, level: 0.3, peakBefore: 0.4 },
  })
  const awards = awardsOfRound(played, noContext)
  expect(winnersOf(awards, 'personal-best')).toEqual(['ben', 'ada'])
  expect(reasonOf(awards, 'personal-best')).toEqual({
    code: 'award-personal-best',
    params: { level: 590, before: 540 },
  })
})

it('a personal best that rests on an open flag waits for the host', () => {
  const played = withFigures(level('ada', 'ben'), {
    ada: { ...veteran, level: 0.9, peakBefore: 0.2, flagged: true },
    ben: { ...veteran, level: 0.3, peakBefore: 0.2 },
  })
  const awards = awardsOfRound(played, noContext)
  expect(winnersOf(awards, 'personal-best')).toEqual(['ben'])
  expect(awaitingOf(awards, 'personal-best')).toEqual(['ada'])
})

it('a comeback starts well below one’s best', () => {
  const played = withFigures(level('ada', 'ben', 'cem'), {
    ada: { ...veteran, levelBefore: -0.4, bestBefore: 0, level: -0.1 },
    ben: { ...veteran, levelBefore: -0.2, bestBefore: 0, level: 0.4 },
    cem: { ...veteran, levelBefore: -0.8, bestBefore: 0, level: -0.6 },
  })
  expect(winnersOf(awardsOfRound(played, noContext), 'comeback')).toEqual(['ada'])
})

describe('what is done on the puzzles', () => {
  it('the steepest climb is from the first half of one’s own puzzles to the second, in the order tried', () => {
    const [played] = play(
      round('t1', 'p1:3 p2:3 p3:3 p4:3', { ada: '18, –, 4, 3', ben: '3, 4, –, 18', cem: '7, 7, 7, 7' }),
    )
    const awards = awardsOfRound(played!, noContext)
    expect(winnersOf(awards, 'steepest-climb')).toEqual(['ada'])
    expect(reasonOf(awards, 'steepest-climb')).toEqual({
      code: 'award-steepest-climb',
      params: { firstHalf: 1, secondHalf: 2 },
    })
  })

  it('there is no climb over fewer than four puzzles', () => {
    const [played] = play(round('t1', 'p1:3 p2:3 p3:3', { ada: '18, 4, 3' }))
    expect(winnersOf(awardsOfRound(played!, noContext), 'steepest-climb')).toEqual([])
  })

  it('puzzles that one never opened are in neither half', () => {
    const neverOpened = {
      solved: false as const,
      minutes: null,
      pasted: false as const,
      order: null,
      wrong: 0,
      hints: 0,
    }
    const base = round('t1', 'p1:3 p2:3 p3:3 p4:3 p5:3 p6:3', { ada: '18, –, 4, 3, –, –', ben: '5, 5, 5, 5, 5, 5' })
    const ada = base.results.ada!.map((one, i) => (i < 4 ? one : neverOpened))
    const [played] = play({ ...base, results: { ...base.results, ada } })
    expect(reasonOf(awardsOfRound(played!, noContext), 'steepest-climb')).toMatchObject({
      params: { firstHalf: 1, secondHalf: 2 },
    })
  })

  it('most persistent solved after three wrong submissions or more; the harder for them, the more it counts', () => {
    const [played] = play(
      round('t1', 'p1:1 p2:5', { ada: '9+9w, –', ben: '4, 18+3w', cem: '5+2w, 19+2w', dot: '–+8w, –' }),
    )
    const awards = awardsOfRound(played!, noContext)
    expect(winnersOf(awards, 'most-persistent')).toEqual(['ben'])
    expect(reasonOf(awards, 'most-persistent')).toMatchObject({ params: { problem: 'p2', count: 3 } })
  })

  it('the cleanest solve is the least likely one with no wrong submission and no hint', () => {
    const [played] = play(round('t1', 'p1:1 p2:6', { ada: '4, 19+1h', ben: '5, –', cem: '5+1w, 18+1w', dot: '–, 17' }))
    const awards = awardsOfRound(played!, noContext)
    expect(winnersOf(awards, 'cleanest-solve')).toEqual(['dot'])
    expect(reasonOf(awards, 'cleanest-solve')).toMatchObject({ params: { problem: 'p2' } })
  })

  it('one hint makes a solve another solve: the cleanest is then an easier one', () => {
    const [played] = play(round('t1', 'p1:1 p2:6', { ada: '–, 19+1h', ben: '5, –' }))
    expect(winnersOf(awardsOfRound(played!, noContext), 'cleanest-solve')).toEqual(['ben'])
  })

  it('first of a level is one’s own first, once', () => {
    const [, second] = play(
      round('t1', 'p1:2 p2:3', { ada: '4, –', ben: '4, 9' }),
      round('t1', 'p3:2 p4:3', { ada: '4, 9', ben: '4, 9' }),
    )
    const awards = awardsOfRound(second!, noContext)
    expect(winnersOf(awards, 'first-of-level')).toEqual(['ada'])
    expect(reasonOf(awards, 'first-of-level')).toMatchObject({ params: { level: 3, problem: 'p4' } })
  })
})

describe('your moment', () => {
  it('is there for everyone who played, also for who solved nothing', () => {
    const [played] = play(round('t1', 'p1:1 p2:6', { ada: '4, 15', ben: '6, –', cem: '–+4w, –' }))
    const awards = awardsOfRound(played!, noContext)
    expect(winnersOf(awards, 'your-moment').toSorted()).toEqual(['ada', 'ben', 'cem'])
    const moments = awards.find(({ kind }) => kind === 'your-moment')!.winners
    expect(moments.find(({ playerId }) => playerId === 'ada')!.reason).toMatchObject({ params: { problem: 'p2' } })
    expect(moments.find(({ playerId }) => playerId === 'cem')!.reason).toEqual({
      code: 'moment-rounds-played',
      params: { count: 1 },
    })
  })

  it('tells of a new level where there is one', () => {
    const [, second] = play(round('t1', 'p1:1 p2:2', { ada: '4, 9' }), round('t1', 'p3:1 p4:5', { ada: '4, 15+2w' }))
    expect(reasonOf(awardsOfRound(second!, noContext), 'your-moment')).toEqual({
      code: 'moment-new-level',
      params: { problem: 'p4', level: 5 },
    })
  })

  it('tells of a quick solve where that is the rarer thing', () => {
    const [, second] = play(
      round('t1', 'p1:3 p2:3', { ada: '14, 15', ben: '12, 12' }),
      round('t1', 'p3:3 p4:3', { ada: '1, –', ben: '12, 12' }),
    )
    const moments = awardsOfRound(second!, noContext).find(({ kind }) => kind === 'your-moment')!.winners
    expect(moments.find(({ playerId }) => playerId === 'ada')!.reason).toMatchObject({
      code: 'moment-fastest-solve',
      params: { problem: 'p3', minutes: 1 },
    })
  })
})

describe('a tournament', () => {
  /** Three puzzles a round; everybody plays the same, unless told otherwise. */
  const evening = (tournament: string, rounds: Record<string, string>[]) =>
    rounds.map((results, i) =>
      round(tournament, `${tournament}a${i}:2 ${tournament}b${i}:3 ${tournament}c${i}:4`, results),
    )
  const steady = { ada: '6, 9, 15', ben: '6, 9, –', cem: '5, 8, 14' }
  const give = (played: PlayedRound[], tournament: string, context = noContext) => {
    const own = played.filter(({ round: { tournament: of } }) => of === tournament)
    return awardsOfTournament(own, rateTournament(tournament, outcomesOf(played)), context)
  }
  const headlines = (awards: Award[]) => awards.filter(({ headline }) => headline).map(({ kind }) => kind)

  const first = evening('t1', [steady, steady, steady])
  const secondWithAnImprovedBen = evening('t2', [steady, { ...steady, ben: '4, 5, 9' }, { ...steady, ben: '3, 4, 8' }])

  it('is headed by the most improved since last time where three players have been here before', () => {
    const awards = give(play(...first, ...secondWithAnImprovedBen), 't2')
    expect(headlines(awards)).toEqual(['improved-since-last-time'])
    expect(awards.at(-1)!.winners).toMatchObject([{ playerId: 'ben' }])
    expect(winnersOf(awards, 'improved-tonight')).toEqual(['ben'])
  })

  it('is headed by the most improved tonight where only two have', () => {
    const played = play(
      ...evening(
        't1',
        [1, 2, 3].map(() => ({ ada: '6, 9, 15', ben: '6, 9, –' })),
      ),
      ...secondWithAnImprovedBen,
    )
    const awards = give(played, 't2')
    expect(headlines(awards)).toEqual(['improved-tonight'])
    expect(winnersOf(awards, 'improved-since-last-time')).toEqual(['ben'])
  })

  it('is headed by the steepest climb when it has one round or two', () => {
    const rounds = [
      round('t1', 'p1:3 p2:3 p3:3', { ada: '18, –, 15', ben: '4, 6, 8' }),
      round('t1', 'p4:3 p5:3 p6:3', { ada: '4, 5, 6', ben: '8, 9, –' }),
    ]
    const awards = give(play(...rounds), 't1')
    expect(headlines(awards)).toEqual(['steepest-climb'])
    expect(winnersOf(awards, 'steepest-climb')).toEqual(['ada'])
  })

  it('does not give a headline that rests on an open flag', () => {
    const played = play(...first, ...secondWithAnImprovedBen)
    const flagged = [...played.slice(0, 5), withFigures(played[5]!, { ben: { flagged: true } })]
    const awards = give(flagged, 't2')
    expect(winnersOf(awards, 'improved-since-last-time')).not.toContain('ben')
    expect(awaitingOf(awards, 'improved-since-last-time')).toEqual(['ben'])
    const cleared = new Set([resultKey(played[5]!.round.id, 'ben')])
    expect(winnersOf(give(flagged, 't2', { ...noContext, cleared }), 'improved-since-last-time')).toEqual(['ben'])
  })

  it('leaves out of its figures who did not come, and who missed a round', () => {
    const played = play(
      ...first,
      ...evening('t2', [{ ada: '4, 5, 9', cem: '5, 8, 14' }, { ada: '4, 5, 9' }, { ada: '4, 5, 9' }]),
    )
    const figures = rateTournament('t2', outcomesOf(played))
    expect(Object.keys(figures.tonight)).toEqual(['ada'])
    expect(Object.keys(figures.sinceLastTime).toSorted()).toEqual(['ada', 'cem'])
    expect(winnersOf(give(played, 't2'), 'your-moment').toSorted()).toEqual(['ada', 'cem'])
  })

  it('needs three rounds tonight for a gain tonight, and three before it for one since last time', () => {
    const played = play(
      ...evening('t1', [{ ada: '6, 9, 15', ben: '6, 9, –' }, steady, steady]),
      ...evening('t2', [steady, { ada: '6, 9, 15', ben: '6, 9, –' }, { ada: '6, 9, 15' }]),
    )
    const figures = rateTournament('t2', outcomesOf(played).slice(3))
    expect(Object.keys(figures.tonight)).toEqual(['ada'])
    expect(Object.keys(figures.sinceLastTime).toSorted()).toEqual(['ada', 'ben'])
  })

  it('measures since last time from the mark that stood before its first round', () => {
    const low = { ...steady, ben: '–, –, –' }
    const outcomes = outcomesOf(
      play(...first, ...evening('t2', [low, low, low]), ...evening('t3', [steady, steady, steady])),
    )
    const { ben } = rateTournament('t3', outcomes.slice(6)).sinceLastTime
    const { mark, levelBefore } = outcomes[6]!.players.ben!
    expect(mark).toBeGreaterThan(levelBefore + 0.1)
    expect(ben).toBe(outcomes[8]!.players.ben!.level - mark!)
  })

  it('gives no award for improving where nobody improved', () => {
    const worse = { ada: '9, 15, –', ben: '–, –, –', cem: '9, 15, –' }
    const awards = give(play(...first, ...evening('t2', [{ ...steady, ...worse }, worse, worse])), 't2')
    expect(winnersOf(awards, 'improved-since-last-time')).toEqual([])
    expect(headlines(awards)).not.toContain('improved-since-last-time')
  })

  it('passes over a struck result', () => {
    const played = play(...first, ...secondWithAnImprovedBen)
    const awards = give(played, 't2', { ...noContext, struck: new Set([resultKey(played[4]!.round.id, 'ben')]) })
    expect([...winnersOf(awards, 'improved-since-last-time'), ...winnersOf(awards, 'improved-tonight')]).not.toContain(
      'ben',
    )
    expect(awaitingOf(awards, 'improved-since-last-time')).toEqual([])
    expect(winnersOf(awards, 'your-moment')).toContain('ben')
  })

  it('reveals the headline last, also when a larger award is none', () => {
    const two = evening('t2', [
      { ada: '18, –, 15', ben: '6, 9, –' },
      { ada: '3, 4, 5', ben: '6, 9, –' },
    ])
    const awards = give(
      play(
        ...evening(
          't1',
          [1, 2, 3].map(() => ({ ada: '9, 15, –', ben: '9, 15, –' })),
        ),
        ...two,
      ),
      't2',
    )
    expect(winnersOf(awards, 'improved-since-last-time')).toEqual(['ada'])
    expect(headlines(awards)).toEqual(['steepest-climb'])
    expect(awards.at(-1)!.kind).toBe('steepest-climb')
  })

  it('compares a tournament with itself when another ended a round in between', () => {
    const other = round('t0', 'x1:2 x2:3', { ada: '4, 9' })
    const played = play(first[0]!, other, first[1]!, first[2]!)
    expect(Object.keys(rateTournament('t1', outcomesOf(played)).tonight).toSorted()).toEqual(['ada', 'ben', 'cem'])
    expect(rateTournament('t0', outcomesOf(played)).tonight).toEqual({})
  })

  it('gives the season to whom it belongs, over four rounds or more', () => {
    const rounds = outcomesOf(play(...first, ...secondWithAnImprovedBen))
    const awards = awardsOfSeason(rounds, rateSeason(rounds), noContext)
    expect(awards).toMatchObject([{ kind: 'improved-season', headline: true, winners: [{ playerId: 'ben' }] }])
    expect(rateSeason(rounds.slice(0, 3))).toEqual({})
    expect(rateSeason(rounds, ({ tournament }) => tournament === 't2')).toEqual({})
  })
})
