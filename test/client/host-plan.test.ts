import { describe, expect, it } from 'vitest'
import { EVERYTHING, filtered, topicsOf, type BankFilter } from '../../client/components/host/picker/bank-filter.ts'
import { moved, placeAt } from '../../client/components/host/order.ts'
import type { BankRow } from '../../server/protocol/host.ts'

describe('putting puzzles in order', () => {
  it('moves one and keeps the others as they were', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  })
  it('stays within the list', () => {
    expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a'])
    expect(moved(['a', 'b'], 1, -3)).toEqual(['b', 'a'])
    expect(moved(['a', 'b'], 7, 0)).toEqual(['a', 'b'])
  })
  it('lands a dragged row between the middles of the others', () => {
    expect(placeAt(5, [10, 20, 30])).toBe(0)
    expect(placeAt(25, [10, 20, 30])).toBe(2)
    expect(placeAt(99, [10, 20, 30])).toBe(3)
  })
})

describe('finding puzzles', () => {
  const puzzle = (name: string, level: number, minutes: number, topics: string[]) =>
    ({ id: name.toLowerCase(), name, level, minutes, topics }) as Partial<BankRow> as BankRow
  const bank = [
    puzzle('Café tables', 1, 3, ['lists']),
    puzzle('Leap year', 1, 4, ['conditions']),
    puzzle('Night ferry', 4, 12, ['searching', 'lists']),
  ]
  const names = (filter: Partial<BankFilter>) => filtered(bank, { ...EVERYTHING, ...filter }).map(({ name }) => name)

  it('shows everything at first', () => expect(names({})).toHaveLength(3))
  it('by words in name or topic, without regard to accents, case and order', () => {
    expect(names({ words: 'CAFE' })).toEqual(['Café tables'])
    expect(names({ words: 'lists ferry' })).toEqual(['Night ferry'])
  })
  it('by levels, topic and length together', () => {
    expect(names({ levels: [1, 4], topic: 'lists' })).toEqual(['Café tables', 'Night ferry'])
    expect(names({ levels: [1, 4], topic: 'lists', atMostMinutes: 5 })).toEqual(['Café tables'])
  })
  it('lists each topic once', () => expect(topicsOf(bank)).toEqual(['conditions', 'lists', 'searching']))
})
