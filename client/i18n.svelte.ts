import { createInstance } from 'i18next'
import players from './messages/en.json'
import hosts from './messages/en.host.json'
import { remembered, remember } from './device.ts'

/**
 * Every text of the product by key, flat: `t('home.title')`. Plural forms are i18next's (`_one`, `_other`, by `count`),
 * numbers are written `{{count, number}}`. A component that calls `t` while it draws is drawn again when the language
 * changes.
 */
const en = { ...players, ...hosts }
type RawKey = keyof typeof en
type Stem<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type MessageKey = Stem<RawKey>
export type MessageParams = Record<string, string | number>

/** `es.json` and `es.host.json` make Spanish. Loaded when chosen. */
const others = import.meta.glob<Record<string, string>>(['./messages/*.json', '!./messages/en*.json'], {
  import: 'default',
})
/** Languages that there are messages in. */
export const LOCALES: string[] = [
  'en',
  ...Object.keys(others).map((path) => path.replace(/^.*\/|(\.host)?\.json$/g, '')),
].filter((name, i, all) => all.indexOf(name) === i)

const messages = createInstance()
void messages.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
})

let current = $state('en')

/** The language of the page, as `round:problems` and the like want it. */
export const locale = (): string => current

/** The text for `key` in the page's language. */
export function t(key: MessageKey, params?: MessageParams): string {
  return messages.t(key, { lng: current, ...params })
}

/** Whether there is a text for a key that came from elsewhere, such as a refusal's code. */
export function hasMessage(key: string): key is MessageKey {
  return messages.exists(key) || messages.exists(`${key}_other`)
}

/** Switches the page's language and keeps the choice on this device. */
export async function setLocale(wanted: string): Promise<void> {
  if (!LOCALES.includes(wanted)) return
  if (!messages.hasResourceBundle(wanted, 'translation')) {
    const parts = [`./messages/${wanted}.json`, `./messages/${wanted}.host.json`].flatMap((path) => others[path] ?? [])
    const texts = await Promise.all(parts.map((load) => load()))
    messages.addResourceBundle(wanted, 'translation', Object.assign({}, ...texts))
  }
  current = wanted
  document.documentElement.lang = wanted
  remember('locale', wanted)
}

/** The language chosen on this device, or the browser's where there is one for it. */
export async function startLocale(): Promise<void> {
  const wanted = remembered('locale') ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isKnown)
  if (wanted !== undefined && wanted !== 'en') await setLocale(wanted)
}
const isKnown = (tag: string): boolean => LOCALES.includes(tag)

export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(current, options).format(value)
export const formatDate = (atMs: number, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string =>
  new Intl.DateTimeFormat(current, options).format(atMs)
export const formatList = (items: string[]): string => new Intl.ListFormat(current).format(items)
