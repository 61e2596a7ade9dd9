import { expect, it } from 'vitest'
import type { Award } from '../../server/improvement/awards.ts'
import { awardsOfRound } from '../../server/improvement/round-awards.ts'
import { sentencesOf } from '../../server/improvement/sentences.ts'
import { awardsOfTournament } from '../../server/improvement/tournament-awards.ts'
import { rateTournament } from '../../server/improvement/tournament.ts'
import type { RoundToRate } from '../../server/improvement/outcome.ts'
import { noContext, outcomesOf, play, round } from './builders.ts'
import { randomFrom } from '../support/random.ts'

/** Every evening, however it went, ends with one headline that somebody has and with something for everyone. */
const endOf = (rounds: RoundToRate[]): Award[] => {
  const played = play(...rounds)
  const awards = awardsOfTournament(played, rateTournament('t1', outcomesOf(played)), noContext)
  const everyone = [...new Set(rounds.flatMap(({ results }) => Object.keys(results)))].toSorted()
  const headlines = awards.filter(({ headline }) => headline)
  expect(headlines).toHaveLength(1)
  expect(headlines[0]!.winners.length).toBeGreaterThan(0)
  expect(awards.at(-1)).toBe(headlines[0])
  const moments = awards.find(({ kind }) => kind === 'your-moment')!
  expect(moments.winners.map(({ playerId }) => playerId).toSorted()).toEqual(everyone)
  for (const { round: one, outcome } of played) {
    const ofRound = awardsOfRound({ round: one, outcome }, noContext)
    expect(ofRound[0]!.winners.map(({ playerId }) => playerId).toSorted()).toEqual(Object.keys(one.results).toSorted())
    expect(ofRound.every(({ headline }) => !headline)).toBe(true)
    for (const own of Object.values(outcome.players)) expect(sentencesOf(own).length).toBeGreaterThanOrEqual(2)
  }
  return awards
}

it('a club’s very first event: thirty newcomers, three rounds', () => {
  const random = randomFrom(1)
  const results = () =>
    Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `player-${i}`,
        [0, 1, 2, 3].map((p) => (random() < 0.9 - 0.2 * p ? `${2 + Math.floor(random() * 15)}` : '–')).join(', '),
      ]),
    )
  const awards = endOf([1, 2, 3].map((n) => round('t1', `a${n}:1 b${n}:2 c${n}:3 d${n}:4`, results())))
  expect(awards.at(-1)!.kind).toBe('improved-tonight')
})

it('one round with one player', () => {
  endOf([round('t1', 'p1:1', { ada: '5' })])
})

it('three rounds with one player who faded', () => {
  endOf([
    round('t1', 'p1:3 p2:4', { ada: '4, 5' }),
    round('t1', 'p3:3 p4:4', { ada: '9, –' }),
    round('t1', 'p5:3 p6:4', { ada: '–, –' }),
  ])
})

it('a round in which nobody solved anything', () => {
  const awards = endOf([round('t1', 'p1:6 p2:6 p3:6 p4:6', { ada: '–, –, –, –', ben: '–+3w, –, –, –' })])
  expect(awards.map(({ kind }) => kind)).toEqual(['your-moment'])
})

it('a round in which everybody did exactly the same', () => {
  endOf([round('t1', 'p1:1 p2:2', { ada: '5, 5', ben: '5, 5', cem: '5, 5' })])
})

it('a round whose puzzles everybody had solved before', () => {
  const awards = endOf([round('t1', 'p1:1', { ada: 'null', ben: 'null' })])
  expect(awards[0]!.winners[0]!.reason).toEqual({ code: 'moment-rounds-played', params: { count: 1 } })
})
