import { expect, it } from 'vitest'
import { awardDifferences, differencesOf } from '../../server/improvement/differences.ts'
import { outcomesOf, play, round } from './builders.ts'

const first = round('t1', 'p1:2 p2:3', { ada: '5, 9', ben: '6, –' })
const second = round('t1', 'p3:2 p4:3', { ada: '5, 9', ben: '6, –' })
const rejudged = round('t1', 'p1:2 p2:3', { ada: '5, 9', ben: '6, 12' })

it('a replay of the same results finds none', () => {
  const [a, b] = [outcomesOf(play(first, second)), outcomesOf(play(first, second))]
  expect(a.flatMap((stored, i) => differencesOf(JSON.parse(JSON.stringify(stored)), b[i]!))).toEqual([])
})

it('a rejudged submission changes the figures of its round and of those after it', () => {
  const [before, after] = [outcomesOf(play(first, second)), outcomesOf(play(rejudged, second))]
  expect(differencesOf(before[0]!, after[0]!)).toContainEqual({
    round: first.id,
    player: 'ben',
    figure: 'level',
    stored: before[0]!.players.ben!.level,
    replayed: after[0]!.players.ben!.level,
  })
  expect(differencesOf(before[1]!, after[1]!).map(({ figure }) => figure)).toContain('mark')
})

it('a result that is gone, or new, differs in every figure there is', () => {
  const [[both], [alone]] = [
    outcomesOf(play(first)),
    outcomesOf(play({ ...first, results: { ada: first.results.ada! } })),
  ]
  const gone = differencesOf(both!, alone!).filter(({ player }) => player === 'ben')
  expect(gone.map(({ figure }) => figure)).toEqual(['performance', 'level', 'sd', 'best', 'form'])
  expect(gone.every(({ replayed }) => replayed === null)).toBe(true)
})

it('tells which published awards would go to others', () => {
  const award = (kind: 'best-round' | 'comeback' | 'personal-best', ...ids: string[]) => ({
    kind,
    scope: 'round' as const,
    winners: ids.map((playerId) => ({ playerId })),
  })
  expect(
    awardDifferences(
      [award('best-round', 'ada'), award('comeback', 'cem'), award('personal-best', 'ada', 'ben')],
      [award('best-round', 'ben'), award('personal-best', 'ben', 'ada')],
    ),
  ).toEqual([
    { kind: 'best-round', scope: 'round', added: ['ben'], dropped: ['ada'] },
    { kind: 'comeback', scope: 'round', added: [], dropped: ['cem'] },
  ])
})
