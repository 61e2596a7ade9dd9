import { createInstance } from 'i18next'
import players from './messages/en.json'
import hosts from './messages/en.host.json'
import type puzzles from './messages/en.puzzles.json'
import { remembered, remember } from './device.ts'
import { fromPhrases, type Phrases } from './phrases.ts'

/**
 * Every text of the product by key, flat: `t('home.title')`. Plural forms are i18next's (`_one`, `_other`, by `count`),
 * numbers are written `{{count, number}}`. A component that calls `t` while it draws is drawn again when the language
 * changes.
 */
const en = { ...players, ...hosts }
type RawKey = keyof typeof en | keyof typeof puzzles
type Stem<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type MessageKey = Stem<RawKey>
export type MessageParams = Record<string, string | number>

/** `es.json` and `es.host.json` make Spanish. Loaded when chosen. */
const others = import.meta.glob<Record<string, string>>(
  ['./messages/*.json', '!./messages/en*.json', '!./messages/*.puzzles.json'],
  { import: 'default' },
)
/** Texts of a part of the product that few people open, in every language: loaded with that part (see `withTexts`). */
const rare = import.meta.glob<Record<string, string>>('./messages/*.puzzles.json', { import: 'default' })
let wantsRare = false
/** What the server says in English prose, for the other languages. */
const phrasebooks = import.meta.glob<Phrases>('./messages/phrases/*.json', { import: 'default' })
const phrases: Record<string, Phrases> = {}
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

/** A text of the server's own (the judge's, a badge's) in the page's language, or as it came where nothing fits. */
export function said(text: string): string {
  const book = phrases[current]
  return (book && fromPhrases(book, text)) ?? text
}

/** Whether there is a text for a key that came from elsewhere, such as a refusal's code. */
export function hasMessage(key: string): key is MessageKey {
  return messages.exists(key) || messages.exists(`${key}_other`)
}

async function loadRare(tag: string): Promise<Record<string, string>> {
  return (await rare[`./messages/${tag}.puzzles.json`]?.()) ?? {}
}

/** A page together with the texts that only it needs; rejects where either does not arrive. */
export async function withTexts<P>(page: Promise<P>): Promise<P> {
  wantsRare = true
  const tags = current === 'en' ? ['en'] : ['en', current]
  const texts = await Promise.all(tags.map(loadRare))
  tags.forEach((tag, i) => messages.addResourceBundle(tag, 'translation', texts[i]))
  return page
}

/** Shows the page in a language; answers false, and changes nothing, where its texts do not arrive. */
async function show(wanted: string): Promise<boolean> {
  if (!LOCALES.includes(wanted)) return false
  if (!messages.hasResourceBundle(wanted, 'translation')) {
    const parts = [`./messages/${wanted}.json`, `./messages/${wanted}.host.json`].flatMap((path) => others[path] ?? [])
    try {
      const [book, ...texts] = await Promise.all([
        phrasebooks[`./messages/phrases/${wanted}.json`]?.() ?? {},
        ...parts.map((load) => load()),
      ])
      phrases[wanted] = book
      messages.addResourceBundle(wanted, 'translation', Object.assign({}, ...texts))
    } catch {
      return false
    }
  }
  if (wantsRare) {
    try {
      messages.addResourceBundle(wanted, 'translation', await loadRare(wanted))
    } catch {
      return false
    }
  }
  current = wanted
  document.documentElement.lang = wanted
  return true
}

/** Switches the page's language and keeps the choice on this device; answers false where its texts do not arrive. */
export async function setLocale(wanted: string): Promise<boolean> {
  const shown = await show(wanted)
  if (shown) remember('locale', wanted)
  return shown
}

/**
 * The language to begin with: the address's (`?lang=es`, for this visit: a wall may differ from its laptop), else the
 * one chosen on this device, else the first of the browser's that there are texts in.
 */
export async function startLocale(): Promise<void> {
  const wishes = [new URLSearchParams(location.search).get('lang'), remembered('locale'), ...navigator.languages]
  const wanted = wishes.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => LOCALES.includes(tag ?? ''))
  if (wanted !== undefined && wanted !== 'en') await show(wanted)
}

/** What a language calls itself: `English`, `Español`. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(current, options).format(value)
export const formatDate = (atMs: number, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string =>
  new Intl.DateTimeFormat(current, options).format(atMs)
export const formatList = (items: string[], type: Intl.ListFormatType = 'conjunction'): string =>
  new Intl.ListFormat(current, { type }).format(items)
/** A puzzle's topics as the bank names them, in the page's words. */
export const topicName = (topic: string): string => {
  const key = `topic.${topic}`
  return hasMessage(key) ? t(key) : topic
}
