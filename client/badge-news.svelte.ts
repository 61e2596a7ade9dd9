import { live } from './live.svelte.ts'
import type { OwnBadge } from '../server/protocol/badges.ts'

/** Badges that have come for this device's player and that they have not seen yet, newest first. */
class BadgeNews {
  #badges = $state.raw<OwnBadge[]>([])

  get badges(): OwnBadge[] {
    return this.#badges
  }

  async read(): Promise<void> {
    const answer = await live.send('badge:unseen', {})
    if (answer.ok) this.#badges = answer.value.badges
    else if (answer.refusal.code !== 'unreachable') this.clear()
  }

  /** They were looked at, or the word of them was put away: no device of this player tells of them again. */
  async seen(badges: readonly OwnBadge[]): Promise<void> {
    const badgeIds = badges.filter(({ seen }) => !seen).map(({ id }) => id)
    if (badgeIds.length === 0) return
    this.#badges = this.#badges.filter(({ id }) => !badgeIds.includes(id))
    // An answer that is lost costs nothing: what was not noted is told of once more.
    await live.send('badge:seen', { badgeIds })
  }

  clear(): void {
    this.#badges = []
  }
}

export const badgeNews = new BadgeNews()
