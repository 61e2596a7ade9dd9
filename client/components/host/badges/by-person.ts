import { nameKey } from '../../../../server/protocol/names.ts'
import type { IssuedBadge } from '../../../../server/protocol/badges.ts'
import type { PlayerId } from '../../../../server/protocol/ids.ts'

export type PersonsBadges = { playerId: PlayerId; name: string; badges: IssuedBadge[] }

/** Issued badges by person, in the order of their names; those without one, who have left, at the end. */
export function byPerson(issued: readonly IssuedBadge[], search = ''): PersonsBadges[] {
  const people = new Map<PlayerId, PersonsBadges>()
  for (const badge of issued) {
    const { playerId, playerName: name } = badge
    const person = people.get(playerId) ?? { playerId, name, badges: [] }
    person.badges.push(badge)
    people.set(playerId, person)
  }
  const wanted = nameKey(search)
  return [...people.values()]
    .filter(({ name }) => nameKey(name).includes(wanted))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name))
}

/** The names of people here that a text says, as whole words: a badge's page is public and names nobody. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const words = ` ${nameKey(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))} `
  return names.filter((name) => {
    const key = nameKey(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))
    return key.length > 1 && words.includes(` ${key} `)
  })
}
