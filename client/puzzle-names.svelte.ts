import { apiGet } from './api.ts'
import { locale } from './i18n.svelte.ts'
import type { ClientRefusal } from './refusal.ts'
import type { PuzzleNames } from '../server/protocol/http.ts'
import type { Result } from '../server/protocol/result.ts'

const AGAIN_AFTER_MS = 3000
type Ask = (locale: string) => Promise<Result<PuzzleNames, ClientRefusal>>

/** The bank's list of names in each language that has been shown; fetched until it comes. */
export class NameLists {
  #ask: Ask
  #againAfterMs: number
  #lists = $state.raw<Record<string, Record<string, string>>>({})
  #underWay: Record<string, boolean> = {}
  /** What was not in a list, by language and id: each asks for the list anew once. */
  #missed: Record<string, boolean> = {}

  constructor(ask: Ask, { againAfterMs = AGAIN_AFTER_MS } = {}) {
    this.#ask = ask
    this.#againAfterMs = againAfterMs
  }

  /** Undefined while the list is on its way, and for a puzzle that is not in the bank. */
  nameOf(id: string, wanted: string): string | undefined {
    const names = this.#lists[wanted]
    const name = names?.[id]
    if (names !== undefined && name === undefined) this.#miss(id, wanted)
    return name
  }

  async load(wanted: string): Promise<void> {
    if (this.#underWay[wanted]) return
    this.#underWay[wanted] = true
    const answer = await this.#ask(wanted)
    this.#underWay[wanted] = false
    if (answer.ok) this.#lists = { ...this.#lists, [wanted]: answer.value.names }
    else setTimeout(() => void this.load(wanted), this.#againAfterMs)
  }

  /** It may have come into the bank since. */
  #miss(id: string, wanted: string): void {
    const key = `${wanted} ${id}`
    if (this.#missed[key]) return
    this.#missed[key] = true
    void this.load(wanted)
  }
}

const lists = new NameLists((wanted) => apiGet(`/api/puzzle-names?locale=${wanted}`))
export const loadPuzzleNames = (wanted: string): Promise<void> => lists.load(wanted)

/**
 * What a puzzle is called in the page's language; as long as that is not known, its English name or what its id says. A
 * view goes to a whole room at once and has English names, so whatever shows a name looks it up here by the puzzle's id.
 */
export const puzzleName = (id: string, inEnglish: string = readable(id)): string =>
  lists.nameOf(id, locale()) ?? inEnglish

/** `leap-year` → `Leap year`. */
const readable = (id: string): string => (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ')
