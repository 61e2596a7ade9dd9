import { z } from 'zod'
import type { AwardChange, PlayerCandidate, PlayerLink } from '../badges.ts'
import { EntryId, PlayerId, SeasonId, TournamentId } from '../ids.ts'
import { PublicWords } from '../words.ts'
import { nothing } from './shapes.ts'

/** An award of a tournament, or of a season. */
const AwardsOf = z.strictObject({ tournamentId: TournamentId.optional(), seasonId: SeasonId.optional() })
const isOne = ({ tournamentId, seasonId }: z.infer<typeof AwardsOf>) =>
  (tournamentId === undefined) !== (seasonId === undefined)
const ONE_OF_TWO = 'a tournament or a season'

/** The same person, once. */
export const peopleCommands = {
  'player:candidates': z.strictObject({ entryId: EntryId, search: z.string().trim().min(1).max(24).optional() }),
  'player:link': z.strictObject({ entryId: EntryId, playerId: PlayerId }),
  'player:merge': z.strictObject({ from: PlayerId, into: PlayerId }),
  'player:unlink': z.strictObject({ playerId: PlayerId }),
  'player:links': nothing,
  'award:differences': AwardsOf.refine(isOne, ONE_OF_TWO),
  'award:revoke': AwardsOf.extend({
    awardId: z.string().min(1).max(160),
    playerId: PlayerId,
    reason: PublicWords.max(200),
  }).refine(isOne, ONE_OF_TWO),
}

export type PeopleReplies = {
  'player:candidates': { candidates: PlayerCandidate[] }
  'player:links': { links: PlayerLink[] }
  'award:differences': { differences: AwardChange[] }
}
