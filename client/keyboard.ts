/** Keys as this machine's people call them: ⌘ on Apple's, Ctrl elsewhere. */
const apple = /Mac|iPhone|iPad/.test(navigator.userAgent)
export const keysFor = (action: 'try' | 'submit'): string => {
  const enter = apple ? '⌘↵' : 'Ctrl ↵'
  return action === 'try' ? enter : apple ? `⇧${enter}` : `Shift ${enter}`
}

/**
 * Keeps `--keyboard` at the height that an on-screen keyboard covers, where the browser lays it over the page instead
 * of shrinking the page. Returns how to stop.
 */
export function followKeyboard(): () => void {
  const view = window.visualViewport
  if (!view) return () => undefined
  const follow = (): void => {
    const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop)
    // Pinch zoom also makes the visual viewport smaller; that is no keyboard.
    document.documentElement.style.setProperty('--keyboard', view.scale === 1 ? `${Math.round(covered)}px` : '0px')
  }
  view.addEventListener('resize', follow)
  view.addEventListener('scroll', follow)
  return () => {
    view.removeEventListener('resize', follow)
    view.removeEventListener('scroll', follow)
    document.documentElement.style.removeProperty('--keyboard')
  }
}
