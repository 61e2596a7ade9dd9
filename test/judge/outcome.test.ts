import { describe, expect, it } from 'vitest'
import { packOutcome, unpackOutcomes } from '../../server/judge/languages/python/inside/outcome.ts'

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
})
