import { describe, expect, it } from 'vitest'
import { byPerson, namesIn } from '../../client/components/host/badges/by-person.ts'
import { figuresKey } from '../../client/components/host/badges/figures-key.ts'
import type { IssuedBadge } from '../../server/protocol/badges.ts'
import type { PlayerId, RoundId } from '../../server/protocol/ids.ts'
import type { AwardView } from '../../server/protocol/awards.ts'
import type { RankingRow } from '../../server/protocol/host.ts'

const badge = (id: string, playerName: string, playerId = `player-${playerName}`): IssuedBadge => ({
  ...{ id, playerId: playerId as PlayerId, playerName, achievementId: 'comeback', name: 'Comeback', issuedAt: 1 },
  revoked: null,
})
const told = (issued: IssuedBadge[], search?: string) =>
  byPerson(issued, search).map(({ name, badges }) => [name, ...badges.map(({ id }) => id)])

describe('badges for a host', () => {
  it('stand by person, in the order of their names; who has left comes last', () => {
    expect(told([badge('1', 'Zoë'), badge('2', '', 'gone'), badge('3', 'Ada'), badge('4', 'Zoë')])).toEqual([
      ['Ada', '3'],
      ['Zoë', '1', '4'],
      ['', '2'],
    ])
  })
  it('of two people with one name stay apart', () => {
    expect(told([badge('1', 'Ada', 'a'), badge('2', 'Ada', 'b')])).toEqual([
      ['Ada', '1'],
      ['Ada', '2'],
    ])
  })
  it('are found by a part of a name', () => {
    expect(told([badge('1', 'Ada Lovelace'), badge('2', 'Bo')], ' LOVE ')).toEqual([['Ada Lovelace', '1']])
  })
})

describe('a badge’s words', () => {
  it.each([
    ['Showed Bo how a loop ends.', ['Bo']],
    ['Showed bo, and ADA LOVELACE too!', ['Bo', 'Ada Lovelace']],
    ['Bold and adaptive.', []],
    ['', []],
  ])('“%s” names %j', (text, names) => expect(namesIn(text, ['Bo', 'Ada Lovelace', '🦊'])).toEqual(names))
})

describe('what published awards rest on', () => {
  const row = (set: Partial<RankingRow>): RankingRow => ({
    ...{ playerId: 'a' as PlayerId, name: 'Ada', gain: 1, performance: 500, level: 500, mark: 490 },
    ...{ flagged: false, flagCleared: false, struck: false, ...set },
  })
  const round = (ranking: RankingRow[]) => ({ id: 'r' as RoundId, status: 'published' as const, ranking })
  const award = (names: string[]): AwardView => ({
    ...{ id: 'x', kind: 'comeback', scope: 'round', roundId: 'r' as RoundId, headline: false, more: 0 },
    winners: names.map((name) => ({ name, star: 'gold', reason: { code: 'award-comeback', params: { points: 1 } } })),
  })
  const key = (ranking: RankingRow[], awards: AwardView[] = []) => figuresKey({ rounds: [round(ranking)], awards })

  it('changes with who is who, with figures, with what is struck and with what is revoked', () => {
    const before = key([row({})], [award(['Ada'])])
    for (const after of [
      key([row({ playerId: 'b' as PlayerId })], [award(['Ada'])]),
      key([row({ gain: 2 })], [award(['Ada'])]),
      key([row({ struck: true })], [award(['Ada'])]),
      key([row({})], [award([])]),
    ])
      expect(after).not.toBe(before)
  })
  it('does not change with a name', () => {
    expect(key([row({})])).toBe(key([row({ name: 'Ada L.' })]))
  })
})
