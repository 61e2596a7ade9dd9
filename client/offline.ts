import { live } from './live.svelte.ts'

/**
 * Has the app kept on the device, where browsers allow it: over https and from localhost. A new version takes over while
 * no round is under way, and the page is loaded anew when nobody looks at it, so that nothing is lost from under a hand.
 */
export function openOffline(): void {
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let hadOne = serviceWorker.controller !== null
  let outdated = false

  const isBusy = (): boolean => ['countdown', 'running', 'paused'].includes(live.board?.round?.status ?? '')
  const settle = async (): Promise<void> => {
    if (isBusy()) return
    if (outdated && document.visibilityState === 'hidden') return location.reload()
    const registration = await serviceWorker.getRegistration()
    registration?.waiting?.postMessage('take-over')
  }
  serviceWorker.addEventListener('controllerchange', () => {
    outdated = hadOne
    hadOne = true
  })
  document.addEventListener('visibilitychange', () => void settle())
  addEventListener('load', () => {
    serviceWorker.register('/sw.js').then(settle, () => undefined)
  })
}
