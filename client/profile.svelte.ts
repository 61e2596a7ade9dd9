import { live } from './live.svelte.ts'
import type { ClientRefusal } from './refusal.ts'
import type { ProfileView } from '../server/protocol/profile.ts'

/** One's own page, read when a page wants it. */
class Profile {
  #view = $state.raw<ProfileView | null>(null)
  #refusal = $state.raw<ClientRefusal | null>(null)

  get view(): ProfileView | null {
    return this.#view
  }
  get refusal(): ClientRefusal | null {
    return this.#refusal
  }

  async read(): Promise<void> {
    const answer = await live.send('profile:read', {})
    this.#view = answer.ok ? answer.value : answer.refusal.code === 'unreachable' ? this.#view : null
    this.#refusal = answer.ok ? null : answer.refusal
  }

  clear(): void {
    this.#view = null
    this.#refusal = null
  }
}

export const profile = new Profile()
