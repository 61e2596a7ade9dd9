import { z } from 'zod'
import { ProblemId } from '../ids.ts'
import type { ProblemOutline, ProblemView } from '../problem.ts'
import { Locale } from '../words.ts'

export const practiceCommands = {
  'practice:problems': z.strictObject({ locale: Locale }),
  'practice:problem': z.strictObject({ problemId: ProblemId, locale: Locale }),
  'warm-up:problem': z.strictObject({ locale: Locale }),
}

export type PracticeReplies = {
  'practice:problems': { problems: ProblemOutline[]; solved: ProblemId[]; suggested: ProblemId[] }
  'practice:problem': { problem: ProblemView }
  'warm-up:problem': { problem: ProblemView }
}
