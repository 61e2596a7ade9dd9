import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Visitor } from './people.ts'

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
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const found = violations.map(({ id, nodes }) => `${what}, ${colorScheme}: ${id} ${nodes[0]?.target.join(' ')}`)
    expect(found).toEqual([])
  }
  await visitor.fits(what)
}
