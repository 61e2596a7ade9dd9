import { describe, expect, it } from 'vitest'
import { FairQueue } from '../../server/judge/queue.ts'

const all = (queue: FairQueue<string>): string[] => queue.drain()

describe('the fair queue', () => {
  it('lets players take turns, however much one of them sends', () => {
    const queue = new FairQueue<string>()
    for (const i of [1, 2, 3]) queue.push('flooder', `flood ${i}`, 'live', 0)
    queue.push('ana', 'ana 1', 'live', 1)
    queue.push('ben', 'ben 1', 'live', 2)
    expect(all(queue)).toEqual(['flood 1', 'ana 1', 'ben 1', 'flood 2', 'flood 3'])
  })

  it("keeps one player's items in their order", () => {
    const queue = new FairQueue<string>()
    for (const item of ['a', 'b', 'c']) queue.push('ana', item, 'live', 0)
    expect(all(queue)).toEqual(['a', 'b', 'c'])
  })

  it('moves the background only when nobody live waits', () => {
    const queue = new FairQueue<string>()
    queue.push('bank', 'trial', 'background', 0)
    queue.push('ana', 'submit', 'live', 1)
    expect(all(queue)).toEqual(['submit', 'trial'])
  })

  it('passes over who has enough for now, and the background with them', () => {
    const queue = new FairQueue<string>()
    queue.push('bank', 'trial', 'background', 0)
    queue.push('flooder', 'flood', 'live', 0)
    queue.push('ana', 'submit', 'live', 1)
    const isServed = (player: string): boolean => player === 'flooder'
    expect([queue.shift(isServed), queue.shift(isServed)]).toEqual(['submit', undefined])
    expect(all(queue)).toEqual(['flood', 'trial'])
  })

  it('puts an item that has to be judged again in front', () => {
    const queue = new FairQueue<string>()
    queue.push('ana', 'second', 'live', 0)
    queue.pushBack('ana', 'first', 'live', 0)
    expect(all(queue)).toEqual(['first', 'second'])
  })

  it('knows how many wait and since when', () => {
    const queue = new FairQueue<string>()
    expect(queue.oldest()).toBeUndefined()
    queue.push('ana', 'x', 'live', 5)
    queue.push('ben', 'y', 'background', 3)
    expect(queue.size).toBe(2)
    expect(queue.oldest()).toBe(3)
    queue.shift()
    expect(queue.count(() => true)).toBe(1)
  })
})
