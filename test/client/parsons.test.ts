import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  indented,
  leftOver,
  linesOf,
  MAX_INDENT,
  moved,
  placeAt,
  put,
  sourceOf,
  without,
  type Line,
} from '../../client/components/parsons/arrangement.ts'
import type { ParsonsView } from '../../server/protocol/parsons.ts'

const chosen: ParsonsView = {
  indentation: 'chosen',
  pieces: [
    { id: 'p1', text: 'return total' },
    { id: 'p2', text: 'total += 1' },
    { id: 'p3', text: 'total = 0' },
    { id: 'p4', text: 'total += 1' },
    { id: 'p5', text: 'def count(sky):' },
  ],
}
const given: ParsonsView = {
  indentation: 'given',
  pieces: [
    { id: 'p1', text: '}', indent: 0 },
    { id: 'p2', text: '}', indent: 1 },
    { id: 'p3', text: 'function count(sky) {', indent: 0 },
  ],
}
const line = (id: string, indent = 0): Line => ({ id, indent })

describe('a program of pieces', () => {
  it('is ordinary source, indented as the language has it', () => {
    expect(sourceOf([line('p5'), line('p1', 1)], chosen, 'python')).toBe('def count(sky):\n    return total\n')
    expect(sourceOf([line('p3'), line('p2', 1)], given, 'javascript')).toBe('function count(sky) {\n  }\n')
  })

  it('is found again in a draft, whatever the order and indentation', () => {
    const arrangement = fc
      .shuffledSubarray(chosen.pieces)
      .chain((pieces) =>
        fc.tuple(...pieces.map(({ id }) => fc.nat(MAX_INDENT).map((indent): Line => ({ id, indent })))),
      )
    fc.assert(
      fc.property(arrangement, (lines) => {
        const source = sourceOf(lines, chosen, 'python')
        expect(sourceOf(linesOf(source, chosen, 'python'), chosen, 'python')).toBe(source)
      }),
    )
  })

  it('takes each piece once, and of two with the same text the one that is indented so', () => {
    expect(linesOf('total += 1\ntotal += 1\ntotal += 1\n', chosen, 'python')).toEqual([line('p2'), line('p4')])
    expect(linesOf('  }\n}\n', given, 'javascript')).toEqual([line('p2', 1), line('p1')])
  })

  it('leaves out of a draft what is none of the pieces', () => {
    expect(linesOf('print(1)\n\nreturn total\n', chosen, 'python')).toEqual([line('p1')])
  })

  it('leaves the other pieces beside it, in their order', () => {
    expect(leftOver(chosen.pieces, [line('p4'), line('p1')]).map(({ id }) => id)).toEqual(['p2', 'p3', 'p5'])
  })
})

describe('a line', () => {
  const program = [line('p5'), line('p3', 1), line('p1', 1)]
  const order = (lines: Line[]): string => lines.map(({ id }) => id).join(' ')

  it('comes from beside to any place', () => {
    expect(order(put(program, line('p2'), 0))).toBe('p2 p5 p3 p1')
    expect(order(put(program, line('p2'), 3))).toBe('p5 p3 p1 p2')
  })

  it('that is in the program already is moved: places are counted without it', () => {
    expect(order(put(program, line('p5'), 1))).toBe('p3 p5 p1')
    expect(order(put(program, line('p5'), 2))).toBe('p3 p1 p5')
  })

  it('moves up and down, and stays at the ends', () => {
    expect(order(moved(program, 'p3', -1))).toBe('p3 p5 p1')
    expect(order(moved(program, 'p3', 1))).toBe('p5 p1 p3')
    expect(moved(program, 'p5', -1)).toEqual(program)
    expect(moved(program, 'p1', 1)).toEqual(program)
  })

  it('is indented between the margin and six steps', () => {
    expect(indented(program, 'p3', 1)[1]).toEqual(line('p3', 2))
    expect(indented(program, 'p5', -1)[0]).toEqual(line('p5', 0))
    expect(put([], line('p1', 99), 0)).toEqual([line('p1', MAX_INDENT)])
  })

  it('goes out', () => {
    expect(order(without(program, 'p3'))).toBe('p5 p1')
  })

  it('is dropped before the first line whose middle is below the hand', () => {
    expect([0, 19, 20, 59, 61].map((y) => placeAt([20, 60], y))).toEqual([0, 0, 1, 1, 2])
    expect(placeAt([], 10)).toBe(0)
  })
})
