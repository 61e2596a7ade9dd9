import type { PlayerId, ProblemId } from '../protocol/ids.ts'
import type { Tournament } from '../store/records.ts'
import type { Store } from '../store/store.ts'

/** A player who is expected at a tournament, with what they solved before, in rounds and in practice. */
export type ExpectedPlayer = { player: PlayerId; solved: Set<ProblemId> }

/** An evening is laid out before anybody has joined it: then whoever came to so many evenings before it may come again. */
const EVENINGS_BACK = 3

/**
 * Who is expected at a tournament: who has joined, and until its first round begins whoever was at the evenings before
 * it, of its series, or of the same host where it is in none (or is the series' first).
 */
export async function expectedAt(store: Store, tournament: Tournament): Promise<ExpectedPlayer[]> {
  const begun = (await store.roundsOf(tournament.id)).some(({ startedAt }) => startedAt !== null)
  const players = new Set<PlayerId>(await playersAt(store, tournament))
  for (const evening of begun ? [] : await eveningsBefore(store, tournament))
    for (const player of await playersAt(store, evening)) players.add(player)
  const expected: ExpectedPlayer[] = []
  for (const player of players) expected.push({ player, solved: await store.solvedBy(player) })
  return expected
}

const playersAt = async (store: Store, { id }: Tournament): Promise<PlayerId[]> =>
  (await store.entriesOf(id)).filter(({ removed }) => !removed).map(({ playerId }) => playerId)

/** The last evenings, those that nobody came to left out. */
async function eveningsBefore(store: Store, tournament: Tournament): Promise<Tournament[]> {
  const { seriesId, hostUserId } = tournament
  const ofSeries = await theLast(store, seriesId ? await store.tournamentsIn(seriesId) : [], tournament)
  if (ofSeries.length > 0) return ofSeries
  const own = (await store.tournaments()).filter((other) => other.hostUserId === hostUserId)
  return theLast(store, own, tournament)
}

async function theLast(store: Store, among: readonly Tournament[], but: Tournament): Promise<Tournament[]> {
  const last: Tournament[] = []
  for (const one of among.toSorted((a, b) => b.createdAt - a.createdAt)) {
    if (last.length === EVENINGS_BACK) break
    if (one.id !== but.id && (await playersAt(store, one)).length > 0) last.push(one)
  }
  return last
}
