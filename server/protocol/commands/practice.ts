import { z } from 'zod'
import type { ProblemId } from '../ids.ts'
import type { ProblemView } from '../problem.ts'
import { Locale } from '../words.ts'

export const practiceCommands = {
  'practice:problems': z.strictObject({ locale: Locale }),
  'warm-up:problem': z.strictObject({ locale: Locale }),
}

export type PracticeReplies = {
  'practice:problems': { problems: ProblemView[]; solved: ProblemId[]; suggested: ProblemId[] }
  'warm-up:problem': { problem: ProblemView }
}
