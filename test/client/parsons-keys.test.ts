import { describe, expect, it } from 'vitest'
import { Board } from '../../client/components/parsons/board.svelte.ts'
import { actOf } from '../../client/components/parsons/keys.ts'
import type { WorkDesk } from '../../client/desk.svelte.ts'

/** A board with two lines in the program, the second chosen, and one beside it. */
function aBoard() {
  const desk = { language: 'python', source: 'one\ntwo\n', write: (source: string) => void (desk.source = source) }
  const pieces = ['one', 'two', 'three'].map((text) => ({ id: text, text }))
  const board = new Board(desk as unknown as WorkDesk, { indentation: 'chosen', pieces }, () => undefined)
  return { board, desk, press: (key: string, where: 'pool' | 'program' = 'program') => actOf(key, where, board)?.() }
}

describe('keys on a Parsons board', () => {
  it('choose another line by arrows, and stay within the list', () => {
    const { board, desk, press } = aBoard()
    press('ArrowUp')
    press('ArrowUp')
    expect(board.at('program')).toBe(0)
    press('End')
    press('ArrowDown')
    expect(board.at('program')).toBe(1)
    expect(desk.source).toBe('one\ntwo\n')
  })

  it('move the line that Enter or Space took in hand, and put it down', () => {
    const { board, desk, press } = aBoard()
    press(' ')
    press('ArrowUp')
    expect(desk.source).toBe('two\none\n')
    press('Enter')
    expect(board.held).toBeNull()
    press('ArrowDown')
    expect(desk.source).toBe('two\none\n')
  })

  it('bring a line in hand back with Escape, where it was', () => {
    const { desk, press } = aBoard()
    press('Enter')
    press('ArrowUp')
    press('Escape')
    expect(desk.source).toBe('one\ntwo\n')
  })

  it('take a line from beside the program, indent it, and take it out again', () => {
    const { board, desk, press } = aBoard()
    press('Enter', 'pool')
    press('Enter')
    press('ArrowRight')
    expect(desk.source).toBe('one\ntwo\n    three\n')
    press('Delete')
    expect(board.pool.map(({ id }) => id)).toEqual(['three'])
  })

  it('leave to the page what they do not need', () => {
    const { board } = aBoard()
    expect(actOf('Tab', 'program', board)).toBeUndefined()
    expect(actOf('Escape', 'program', board)).toBeUndefined()
  })
})
