import type { RoundState } from './round-state.ts'

export const MINUTE_MS = 60_000

/** [E5] The extra time a player has in a round; one that has ended keeps what it was played with. */
export const timeFactorIn = (
  round: { timeFactors: Record<string, number> | null },
  entry: { id: string; timeFactor: number },
): number => (round.timeFactors ? (round.timeFactors[entry.id] ?? 1) : entry.timeFactor)

/** [E5] What a round that ends now was played with. */
export const timeFactorsOf = (entries: readonly { id: string; timeFactor: number }[]): Record<string, number> =>
  Object.fromEntries(entries.flatMap(({ id, timeFactor }) => (timeFactor === 1 ? [] : [[id, timeFactor]])))

/** [R9] When the round ends for a player with this extra-time factor (1 is none); null before the start. */
export function ownEnd(round: Pick<RoundState, 'endsAt' | 'limitMinutes'>, timeFactor: number): number | null {
  if (round.endsAt === null) return null
  return round.endsAt + Math.round((timeFactor - 1) * round.limitMinutes * MINUTE_MS)
}

/** [R7] When the round is over for everybody. */
export function closesAt(round: Pick<RoundState, 'endsAt' | 'limitMinutes'>, maxTimeFactor: number): number | null {
  return ownEnd(round, Math.max(1, maxTimeFactor))
}

/** [W5] Milliseconds between two moments, pauses taken out. */
export function activeMs(
  { pauses }: { pauses: readonly { from: number; to: number | null }[] },
  from: number,
  to: number,
): number {
  const paused = pauses.map((pause) => Math.min(pause.to ?? to, to) - Math.max(pause.from, from))
  return to - from - paused.reduce((sum, ms) => sum + Math.max(0, ms), 0)
}

/** Milliseconds until the common end: standing still while paused, never below zero; null before the start and after. */
export function remainingMs(round: RoundState, now: number): number | null {
  if (round.endsAt === null) return null
  if (round.status === 'running') return Math.max(0, round.endsAt - now)
  const pause = round.pauses.at(-1)
  if (round.status === 'paused' && pause) return Math.max(0, round.endsAt - pause.from)
  return null
}
