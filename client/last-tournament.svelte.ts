import { remember, remembered } from './device.ts'

const FORGET_AFTER_MS = 12 * 3600 * 1000

type Last = { code: string; name: string; at: number }

/** The tournament that this device was last in, so that a look at one's own page is not the way out of it. */
class LastTournament {
  #last = $state.raw<Last | null>(read())

  get now(): Last | null {
    return this.#last !== null && Date.now() - this.#last.at < FORGET_AFTER_MS ? this.#last : null
  }

  note(code: string, name: string): void {
    this.#last = { code, name, at: Date.now() }
    remember('last-tournament', JSON.stringify(this.#last))
  }
}
function read(): Last | null {
  try {
    return JSON.parse(remembered('last-tournament') ?? 'null') as Last | null
  } catch {
    return null
  }
}

export const lastTournament = new LastTournament()
