import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownAchievements } from '../../server/badges/achievements.ts'
import { drawBadge, EMBLEM_NAMES } from '../../server/badges/design/emblems.ts'
import { AWARD_KINDS } from '../../server/protocol/awards.ts'

const SMALL = 64

describe('the pictures', () => {
  beforeAll(async () => {
    await initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  })
  /** Brightness of each pixel, 0 to 255, at the size of a thumb. */
  const small = (name: string): number[] => {
    const { pixels } = new Resvg(drawBadge(name, name), { fitTo: { mode: 'width', value: SMALL } }).render()
    return Array.from({ length: SMALL * SMALL }, (_, at) => {
      const [red, green, blue] = pixels.subarray(at * 4, at * 4 + 3)
      return 0.3 * red! + 0.6 * green! + 0.1 * blue!
    })
  }

  it('are one for each achievement, and one for what hosts make', () => {
    const wanted = [...ownAchievements().map(({ emblem }) => emblem), 'host-made']
    expect(wanted.filter((emblem) => !EMBLEM_NAMES.includes(emblem))).toEqual([])
    expect(new Set(wanted).size).toBe(wanted.length)
  })

  it('are there for every award', () => {
    const ids = ownAchievements().map(({ id }) => id)
    // The first solve of a level is given as that level's own badge.
    expect(AWARD_KINDS.filter((kind) => kind !== 'first-of-level' && !ids.includes(kind))).toEqual([])
  })

  it('are told apart at 64 pixels, each from every other', () => {
    const seen = EMBLEM_NAMES.map((name) => ({ name, pixels: small(name) }))
    for (const [index, a] of seen.entries())
      for (const b of seen.slice(index + 1)) {
        const differing = a.pixels.filter((value, at) => Math.abs(value - b.pixels[at]!) > 48).length
        expect(differing / (SMALL * SMALL), `${a.name} and ${b.name}`).toBeGreaterThan(0.03)
      }
  })

  it('write a title that stays a title, whatever a host has typed', () => {
    const svg = drawBadge('host-made', `</title><script>alert(1)</script>\u0000"&'`)
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('\u0000')
    expect(() => new Resvg(svg).render()).not.toThrow()
  })
})
