import type { RoundId } from '../../protocol/ids.ts'
import type { Sentence } from '../../protocol/sentences.ts'
import type { AwardView } from '../../protocol/awards.ts'
import type { Award, Entry, Tournament } from '../../store/records.ts'
import { isKnown } from '../../tournament/ceremony.ts'

/** A wall shows at most this many names per award. */
const NAMES_ON_A_WALL = 3

/** Awards that everybody gets are for one's own page; on the wall they stand only where there is nothing else. */
const PERSONAL: readonly Award['kind'][] = ['your-moment']

const isOnWall = ({ headline, kind }: Award): boolean => headline || !PERSONAL.includes(kind)

/** The awards of a round's ceremony, or of the tournament's when `roundId` is null, in their order; revoked ones left out. */
export const stepsOf = (awards: readonly Award[], roundId: RoundId | null): Award[] =>
  awards.filter((award) => award.roundId === roundId && award.winners.length > 0 && isOnWall(award))

/** [T6] Those of a tournament's awards that players may know of by now. */
export const knownOf = (awards: readonly Award[], tournament: Tournament, now: number): Award[] =>
  awards.filter((award) => isKnown(award, tournament, isOnWall(award), now))

/** An award as a wall shows it. A name that no host has approved yet is left empty. */
export function awardView(award: Award, entries: ReadonlyMap<string, Entry>): AwardView {
  const winners = award.winners.filter((winner) => entries.has(winner.playerId))
  return {
    id: award.id,
    kind: award.kind,
    scope: award.roundId !== null ? 'round' : award.seasonId !== null ? 'season' : 'tournament',
    roundId: award.roundId,
    headline: award.headline,
    winners: winners.slice(0, NAMES_ON_A_WALL).map(({ playerId, reason }) => {
      const entry = entries.get(playerId)!
      const shown = entry.nameApproved && !entry.removed
      return { name: shown ? entry.name : '', star: entry.star, reason: reason as Sentence }
    }),
    more: Math.max(0, winners.length - NAMES_ON_A_WALL),
  }
}

export const byPlayer = (entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.playerId, entry]))
