import { live } from './live.svelte.ts'

/** Held by every page of this browser in whose round something is under way. */
const ROUND_LOCK = 'outdo-round'

/**
 * Has the app kept on the device, where browsers allow it: over https and from localhost. A new version takes over while
 * no round is under way in any page, and a page is loaded anew when nobody looks at it and nothing is typed into it, so
 * that nothing is lost from under a hand.
 */
export function openOffline(): void {
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let hadOne = serviceWorker.controller !== null
  let outdated = false

  const isBusy = (): boolean => ['countdown', 'running', 'paused'].includes(live.board?.round?.status ?? '')
  const settle = async (): Promise<void> => {
    if (isBusy()) return
    if (outdated && document.visibilityState === 'hidden' && !hasTypedText()) return location.reload()
    const registration = await serviceWorker.getRegistration()
    if (registration?.waiting && !(await isRoundElsewhere())) registration.waiting.postMessage('take-over')
  }
  $effect.root(() => {
    $effect(() => (isBusy() ? holdRoundLock() : undefined))
  })
  serviceWorker.addEventListener('controllerchange', () => {
    outdated = hadOne
    hadOne = true
  })
  document.addEventListener('visibilitychange', () => void settle())
  addEventListener('load', () => {
    serviceWorker.register('/sw.js').then(
      (registration) => {
        registration.addEventListener('updatefound', () =>
          registration.installing?.addEventListener('statechange', () => void settle()),
        )
        return settle()
      },
      () => undefined,
    )
  })
}

/** Until what it answers is called; the browser lets go of it with the page. Older browsers know no locks. */
function holdRoundLock(): () => void {
  let letGo = (): void => undefined
  const over = new Promise<void>((resolve) => (letGo = resolve))
  void navigator.locks?.request(ROUND_LOCK, { mode: 'shared' }, () => over)
  return () => letGo()
}

async function isRoundElsewhere(): Promise<boolean> {
  const { held } = (await navigator.locks?.query()) ?? {}
  return held?.some(({ name }) => name === ROUND_LOCK) ?? false
}

const hasTypedText = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].some(
    ({ value, defaultValue }) => value !== defaultValue,
  )
