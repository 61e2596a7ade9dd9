import { z } from 'zod'
import { TournamentId } from '../ids.ts'
import type { JudgeCheck, VisitOutcome } from '../rehearsal.ts'
import { JoinCode } from '../words.ts'
import { nothing, tournamentOnly } from './shapes.ts'

/** What a device calls itself, to be told from others while a rehearsal is on. */
const DeviceId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const Pixels = z.number().int().min(1).max(50_000)

/** Trying everything out before people come. */
export const rehearsalCommands = {
  'rehearsal:begin': z.strictObject({ tournamentId: TournamentId, device: DeviceId }),
  'rehearsal:end': tournamentOnly,
  'rehearsal:judge': tournamentOnly,
  'rehearsal:ping': nothing,
  /** From a phone that opened the test address: the address it came by, and how long a message took there and back. */
  'rehearsal:visit': z.strictObject({
    code: JoinCode,
    device: DeviceId,
    origin: z.string().max(300),
    roundTripMs: z.number().int().min(0).max(60_000),
    width: Pixels,
  }),
  /** From a wall that shows the test picture. */
  'rehearsal:wall': z.strictObject({
    width: Pixels,
    height: Pixels,
    zoom: z.number().min(0.1).max(10),
    fullScreen: z.boolean(),
  }),
}

export type RehearsalReplies = {
  'rehearsal:judge': { checks: JudgeCheck[] }
  'rehearsal:visit': { outcome: VisitOutcome }
}
