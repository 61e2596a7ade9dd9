import { z } from 'zod'
import { ProblemId, TournamentId } from '../ids.ts'
import { Language, type Judgement } from '../judgement.ts'
import type { BankRow } from '../host.ts'
import { HIGHEST_LEVEL, LOWEST_LEVEL } from '../levels.ts'
import type { ProblemView } from '../problem.ts'
import { Locale } from '../words.ts'

export const bankCommands = {
  'bank:list': z.strictObject({ tournamentId: TournamentId.optional() }),
  'bank:preview': z.strictObject({ problemId: ProblemId, locale: Locale }),
  /** Judged as in a round, for a host who looks at it as a player would; kept nowhere. */
  'preview:submit': z.strictObject({ problemId: ProblemId, language: Language, source: z.string() }),
  'bank:suggest': z.strictObject({
    tournamentId: TournamentId,
    count: z.number().int().min(1).max(20).default(6),
    level: z.number().min(LOWEST_LEVEL).max(HIGHEST_LEVEL).optional(),
    limitMinutes: z.number().min(1).default(20),
    /** Puzzles of other tournaments that are prepared together with this one. */
    without: z.array(ProblemId).max(300).default([]),
  }),
}

export type BankReplies = {
  'bank:list': { problems: BankRow[] }
  'bank:preview': { problem: ProblemView; hints: string[] }
  'preview:submit': { judgement: Judgement }
  'bank:suggest': { problemIds: ProblemId[] }
}
