import { forget, onRememberedElsewhere, remember, remembered, rememberedNames } from './device.ts'
import { live } from './live.svelte.ts'
import type { PlayerId, ProblemId, RoundId } from '../server/protocol/ids.ts'
import type { Language } from '../server/protocol/judgement.ts'
import type { DraftView } from '../server/protocol/me.ts'

/** Whose draft of what. Practice and warm-up have no round, and stay on the device. */
export type DraftKey = {
  playerId: PlayerId | 'nobody'
  roundId: RoundId | null
  problemId: ProblemId
  language: Language
}
/** `typing` until the device has it; `kept` on this device; `saved` by the server, too. */
export type DraftState = 'untouched' | 'kept' | 'saved'

type Kept = { source: string; at: number; saved: boolean }
const SAVE_AFTER_MS = 1200
const FORGET_AFTER_MS = 14 * 24 * 3600 * 1000

const nameOf = ({ playerId, roundId, problemId, language }: DraftKey): string =>
  `draft.${playerId}.${roundId ?? 'practice'}.${problemId}.${language}`

function read(name: string): Kept | undefined {
  const text = remembered(name)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as Kept
  } catch {
    return undefined
  }
}

/**
 * Unsent code. Each change goes to the device at once (localStorage, so that even a closing page has written it) and
 * to the server a moment later, so that another device, or a tab after a crash, goes on where this one stopped.
 */
export class Drafts {
  #timers: Record<string, ReturnType<typeof setTimeout>> = {}
  #states = $state<Record<string, DraftState>>({})
  #server: Record<string, DraftView> = {}

  /** Takes what the server holds for a round. The later of both wins; on a tie, the device. */
  learn(playerId: PlayerId, roundId: RoundId, drafts: DraftView[]): void {
    for (const draft of drafts) {
      const key = { playerId, roundId, problemId: draft.problemId, language: draft.language }
      this.#server[nameOf(key)] = draft
    }
  }

  read(key: DraftKey): string | undefined {
    const name = nameOf(key)
    const here = read(name)
    const there = this.#server[name]
    if (there && (here === undefined || there.savedAt > here.at)) {
      this.#states[name] = 'saved'
      return there.source
    }
    if (here === undefined) return undefined
    this.#states[name] = here.saved ? 'saved' : 'kept'
    if (!here.saved && key.roundId) this.#saveSoon(key)
    return here.source
  }

  /** The languages that a puzzle has been begun in, the last one first. */
  lastLanguage(key: Omit<DraftKey, 'language'>, languages: Language[]): Language | undefined {
    const begun = languages.map((language) => {
      const name = nameOf({ ...key, language })
      return { language, at: Math.max(read(name)?.at ?? 0, this.#server[name]?.savedAt ?? 0) }
    })
    const last = begun.sort((a, b) => b.at - a.at)[0]
    return last && last.at > 0 ? last.language : undefined
  }

  write(key: DraftKey, source: string): void {
    const name = nameOf(key)
    this.#keep(name, { source, at: live.now(), saved: false })
    this.#states[name] = 'kept'
    if (key.roundId) this.#saveSoon(key)
  }

  /** Calls `heard` when another tab of this browser has written: a puzzle that is open twice is one text. */
  onElsewhere(heard: () => void): () => void {
    return onRememberedElsewhere('draft.', heard)
  }

  state(key: DraftKey): DraftState {
    return this.#states[nameOf(key)] ?? 'untouched'
  }

  /** Drafts of long ago leave the device. */
  tidy(): void {
    for (const name of rememberedNames('draft.')) {
      const kept = read(name)
      if (kept === undefined || Date.now() - kept.at > FORGET_AFTER_MS) forget(name)
    }
  }

  #keep(name: string, kept: Kept): void {
    remember(name, JSON.stringify(kept))
  }

  #saveSoon(key: DraftKey): void {
    const name = nameOf(key)
    clearTimeout(this.#timers[name])
    this.#timers[name] = setTimeout(() => void this.#save(key), SAVE_AFTER_MS)
  }

  async #save(key: DraftKey): Promise<void> {
    const name = nameOf(key)
    const kept = read(name)
    if (kept === undefined || key.roundId === null) return
    const { roundId, problemId, language } = key
    const answer = await live.send('draft:save', { roundId, problemId, language, source: kept.source })
    if (!answer.ok) {
      if (answer.refusal.code === 'unreachable') this.#saveSoon(key)
      return
    }
    const now = read(name)
    if (now?.source !== kept.source) return
    this.#keep(name, { source: kept.source, at: answer.value.savedAt, saved: true })
    this.#states[name] = 'saved'
  }
}

export const drafts = new Drafts()
