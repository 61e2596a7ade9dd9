import { z } from 'zod'
import { ProblemId, RoundId, SeasonId, TournamentId } from '../ids.ts'
import { Language } from '../judgement.ts'
import type { AwardsPage } from '../awards.ts'
import { WALK_PARTS } from '../walk-through.ts'
import { Locale } from '../words.ts'
import { tournamentOnly } from './shapes.ts'

export const ceremonyCommands = {
  'tournament:finish': tournamentOnly,
  'tournament:publish': tournamentOnly,
  'tournament:awards': z.strictObject({ tournamentId: TournamentId, locale: Locale }),
  /** A round's, the tournament's (`roundId` null), or in this tournament's room a season's of its series. */
  'ceremony:start': z.strictObject({
    tournamentId: TournamentId,
    roundId: RoundId.nullable(),
    seasonId: SeasonId.optional(),
  }),
  /** `after`: how many are revealed as the host sees it, so that a lost answer or a quick thumb reveals one, not two. */
  'ceremony:reveal': z.strictObject({ tournamentId: TournamentId, after: z.number().int().min(0).optional() }),
  'ceremony:close': tournamentOnly,
  'walk-through:show': z.strictObject({
    tournamentId: TournamentId,
    roundId: RoundId,
    problemId: ProblemId,
    part: z.enum(WALK_PARTS),
    language: Language,
    page: z.number().int().min(0).max(20).default(0),
  }),
  'walk-through:close': tournamentOnly,
}

export type CeremonyReplies = {
  'tournament:awards': AwardsPage
}
