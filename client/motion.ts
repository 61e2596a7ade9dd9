/** Brings something into sight: gliding, or at once for people who ask for less motion. */
export function bringIntoSight(element: Element, block: ScrollLogicalPosition): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' })
}
