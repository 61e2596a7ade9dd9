import { describe, expect, it } from 'vitest'
import {
  joinOutcomes,
  packOutcome,
  unpackOutcomes,
  type Outcome,
} from '../../server/judge/languages/python/inside/outcome.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe("a step's outcome", () => {
  it.each([
    { answer: bytes('{"end":"done"}'), printed: bytes('héllo\n'), complained: bytes('!'), grownPages: 70 },
    { answer: bytes(''), printed: bytes(''), complained: bytes(''), grownPages: 0 },
  ])('comes out as it went in: $grownPages pages', (parts) => {
    for (const stopped of [true, false])
      for (const starved of [true, false])
        expect(unpackOutcomes(packOutcome({ ...parts, stopped, starved }))).toEqual([{ ...parts, stopped, starved }])
  })

  it('keeps its place among others, whatever a player makes it say', () => {
    const parts = { stopped: false, starved: false, grownPages: 3, complained: bytes('') }
    const inside: Outcome = { ...parts, stopped: true, answer: bytes('time:'), printed: bytes('x') }
    const all: Outcome[] = [
      { ...parts, answer: bytes('{"end":"done"}'), printed: bytes('abc') },
      // An outcome within an outcome is text and nothing else.
      { ...parts, answer: new Uint8Array(packOutcome(inside)), printed: new Uint8Array(packOutcome(inside)) },
      { ...parts, answer: bytes('no longer than that'), printed: bytes('') },
    ]
    expect(unpackOutcomes(joinOutcomes(all.map(packOutcome)))).toEqual(all)
  })
})
