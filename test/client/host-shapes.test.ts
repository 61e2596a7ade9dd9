import { describe, expect, it } from 'vitest'
import { CROWD_NAMES, levelOf, MOST_PUZZLES, SHAPE_NAMES, SHAPES } from '../../client/components/host/shapes.ts'
import { fitted } from '../../client/components/host/tournament-name.ts'
import { COMMANDS } from '../../server/protocol/commands.ts'

describe('how a tournament is laid out', () => {
  it('asks for a little more after the first round and each week, and never for more than there is', () => {
    expect(levelOf('first', 1, 1)).toBe(1)
    expect(levelOf('first', 1, 2)).toBe(1.5)
    expect(levelOf('first', 4, 1)).toBe(1.75)
    for (const crowd of CROWD_NAMES) expect(levelOf(crowd, 20, 5) ?? 6).toBeLessThanOrEqual(6)
    expect(levelOf('mixed', 2, 2)).toBeUndefined()
  })
  it('gives each week a name that the server takes, however long the name is', () => {
    const named = (name: string) => `${name} · week 4`
    expect(fitted('Club', named)).toBe('Club · week 4')
    for (const long of ['a'.repeat(60), '👩‍💻'.repeat(20), 'ñ'.repeat(200)]) {
      const name = fitted(long, named)
      expect(name).toMatch(/ · week 4$/)
      expect(COMMANDS['tournament:create'].safeParse({ name }).success).toBe(true)
    }
  })
  it.each(SHAPE_NAMES)('%s fits what the server plans', (shape) => {
    const { rounds, limitMinutes, puzzles } = SHAPES[shape]
    expect(rounds).toBeLessThanOrEqual(30)
    expect(puzzles).toBeLessThanOrEqual(MOST_PUZZLES)
    expect(limitMinutes).toBeGreaterThan(0)
  })
})
