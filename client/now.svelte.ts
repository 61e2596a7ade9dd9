import { createSubscriber } from 'svelte/reactivity'
import { live } from './live.svelte.ts'

const TICK_MS = 250

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, TICK_MS)
  return () => clearInterval(timer)
})

/** The server's clock; what reads it while drawing is drawn again four times a second, and nothing ticks otherwise. */
export function now(): number {
  subscribe()
  return live.now()
}

/** The same in steps of ten seconds, for what is told in minutes: it is drawn again that much less. */
export const nowRoughly = (): number => Math.floor(now() / 10_000) * 10_000

/** `11:42`, or `1:02:03` from an hour on; never below zero. */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const two = (n: number): string => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
