import { z } from 'zod'
import { RoundId } from '../ids.ts'
import { roundOnly, RowId } from './shapes.ts'

export const runningCommands = {
  'round:start': z.strictObject({ roundId: RoundId, inMinutes: z.number().min(0).max(180).default(0) }),
  'round:call-off': roundOnly,
  'round:pause': roundOnly,
  'round:resume': roundOnly,
  'round:extend': z.strictObject({ roundId: RoundId, minutes: z.number().min(1).max(180) }),
  'round:take-back-time': z.strictObject({ roundId: RoundId, extensionId: RowId }),
  'round:stop': roundOnly,
  'round:publish': roundOnly,
}

export type RunningReplies = { 'round:extend': { extensionId: string } }
