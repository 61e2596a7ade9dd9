import type { EntryId, TournamentId } from '../protocol/ids.ts'

/** Who is connected. Lives in memory: it says what is now, and nothing is decided by it. */
export type Presence = {
  arrive(tournamentId: TournamentId, entryId: EntryId, locale: string): void
  leave(tournamentId: TournamentId, entryId: EntryId, now: number): void
  count(tournamentId: TournamentId): number
  isHere(entryId: EntryId): boolean
  here(tournamentId: TournamentId): EntryId[]
  /** When this entry's last connection went; null while connected or never seen. */
  leftAt(entryId: EntryId): number | null
  localeOf(entryId: EntryId): string
}

export function createPresence(): Presence {
  const connections = new Map<EntryId, number>()
  const rooms = new Map<TournamentId, Set<EntryId>>()
  const left = new Map<EntryId, number>()
  const locales = new Map<EntryId, string>()
  const room = (tournamentId: TournamentId) => {
    const known = rooms.get(tournamentId) ?? new Set()
    rooms.set(tournamentId, known)
    return known
  }
  return {
    arrive(tournamentId, entryId, locale) {
      connections.set(entryId, (connections.get(entryId) ?? 0) + 1)
      room(tournamentId).add(entryId)
      left.delete(entryId)
      locales.set(entryId, locale)
    },
    leave(tournamentId, entryId, now) {
      const others = (connections.get(entryId) ?? 1) - 1
      if (others > 0) return void connections.set(entryId, others)
      connections.delete(entryId)
      room(tournamentId).delete(entryId)
      left.set(entryId, now)
    },
    count: (tournamentId) => room(tournamentId).size,
    isHere: (entryId) => connections.has(entryId),
    here: (tournamentId) => [...room(tournamentId)],
    leftAt: (entryId) => left.get(entryId) ?? null,
    localeOf: (entryId) => locales.get(entryId) ?? 'en',
  }
}
