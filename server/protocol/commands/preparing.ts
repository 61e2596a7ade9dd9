import { z } from 'zod'
import { KitId, ProblemId, RoundId, SeriesId, TournamentId } from '../ids.ts'
import type { TournamentRow } from '../host.ts'
import { Locale, PublicWords } from '../words.ts'
import { nothing, roundOnly, tournamentOnly } from './shapes.ts'

const TournamentName = z.string().trim().min(1).max(60)
const RoundPlan = z.strictObject({
  name: z.string().trim().min(1).max(40),
  limitMinutes: z
    .number()
    .int()
    .min(1)
    .max(60 * 24 * 14),
  problemIds: z
    .array(ProblemId)
    .max(20)
    .refine((ids) => new Set(ids).size === ids.length, 'a puzzle stands in a round once'),
})

export const preparingCommands = {
  'tournament:list': nothing,
  'tournament:create': z
    .strictObject({
      name: TournamentName,
      rounds: z.array(RoundPlan).max(30).default([]),
      /** Instead of rounds: those of a kit's meeting, named in the host's language. */
      kitId: KitId.optional(),
      meeting: z.number().int().min(1).max(12).default(1),
      locale: Locale,
      approveNames: z.boolean().default(true),
      seriesId: SeriesId.optional(),
    })
    .refine(({ kitId, rounds }) => kitId === undefined || rounds.length === 0, 'rounds or a kit, not both'),
  'tournament:update': z.strictObject({
    tournamentId: TournamentId,
    name: TournamentName.optional(),
    approveNames: z.boolean().optional(),
    joiningOpen: z.boolean().optional(),
    /** Null takes it out of its series. */
    seriesId: SeriesId.nullable().optional(),
    /** What no name may contain, a star finding it inside longer words; null: the list of the house. */
    blockedWords: z
      .array(PublicWords.max(30))
      .max(300)
      .transform((words) => [...new Set(words)])
      .nullable()
      .optional(),
  }),
  'tournament:words': tournamentOnly,
  'tournament:clone': z.strictObject({ tournamentId: TournamentId, name: TournamentName.optional() }),
  'tournament:remove': tournamentOnly,
  'round:add': RoundPlan.extend({ tournamentId: TournamentId }),
  'round:update': RoundPlan.partial().extend({ roundId: RoundId }),
  'round:remove': roundOnly,
  'round:move': z.strictObject({ roundId: RoundId, position: z.number().int().min(1).max(30) }),
}

export type PreparingReplies = {
  'tournament:list': { tournaments: TournamentRow[] }
  'tournament:create': { tournamentId: TournamentId; code: string }
  'tournament:clone': { tournamentId: TournamentId; code: string }
  /** `house`: nobody has changed the list of the house. */
  'tournament:words': { words: string[]; house: boolean }
  'round:add': { roundId: RoundId }
}
