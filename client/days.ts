import { locale } from './i18n.svelte.ts'

/**
 * Days of a calendar as the server writes them, `2026-09-01`: they belong to a place, not to whoever looks, so they are
 * shown as they are written.
 */
const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`)
const format = () => new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' })

/** `1 September – 20 December 2026` */
export const formatDays = (first: string, last: string): string => format().formatRange(asDate(first), asDate(last))

/** Today where this device is. */
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** So many days later. */
export const daysLater = (day: string, days: number): string =>
  new Date(asDate(day).getTime() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
