import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Visitor } from './people.ts'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** WCAG 2.2 AA by axe, light and dark, and no sideways scrolling: what is on the page now, dialogs and all. */
export async function isAccessible(visitor: Visitor, what: string): Promise<void> {
  const { page } = visitor
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A colour half-way between light and dark is nobody's choice: two frames, and what moves has come to its end.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
      const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
      await Promise.allSettled(ending.map((one) => one.finished))
    })
    const { violations } = await axeOn(page).withTags(WCAG_22_AA).analyze()
    const found = violations.map(({ id, nodes }) => `${what}, ${colorScheme}: ${id} ${nodes[0]?.target.join(' ')}`)
    expect(found).toEqual([])
  }
  await visitor.fits(what)
}

/**
 * Axe in the page itself. Its other way, which opens an empty page beside it to put frames together, takes twice as
 * long and finds more only where there are frames of other origins: we have no frames.
 */
function axeOn(page: Page): AxeBuilder {
  expect(page.frames()).toHaveLength(1)
  return new AxeBuilder({ page }).setLegacyMode()
}
