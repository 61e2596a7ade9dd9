import type { MyResult } from '../../../server/protocol/me.ts'

type Told = Pick<MyResult, 'tournamentId' | 'endedAt' | 'performance' | 'level' | 'sd' | 'mark' | 'newMark'>

const DAY_MS = 24 * 60 * 60 * 1000
const MONTH_DAYS = 30

/**
 * Where each round stands in time, from 0 to 1. Rounds of one evening are a step apart; the longer until the next
 * evening, the wider the gap, up to three steps, so that neither a year's pause nor a full evening takes all the room.
 */
export function placesInTime(results: readonly Pick<Told, 'tournamentId' | 'endedAt'>[]): number[] {
  const places = [0]
  for (const [i, result] of results.slice(1).entries()) {
    const before = results[i]!
    const days = Math.max(0, result.endedAt - before.endedAt) / DAY_MS
    const gap = result.tournamentId === before.tournamentId ? 1 : 3 - 1.5 / (1 + days / MONTH_DAYS)
    places.push(places[i]! + gap)
  }
  const whole = places.at(-1)!
  return results.length < 2 ? results.map(() => 0.5) : places.map((place) => place / whole)
}

/** The scale that holds everything drawn, from `low` to `high`, with a line at each of `ticks`; `ahead` with the next mark. */
export function levelScale(results: readonly Told[], ahead: boolean): { low: number; high: number; ticks: number[] } {
  const STEP = 50
  const values = results.flatMap((r) => [r.performance, r.level - r.sd, r.level + r.sd, r.mark ?? r.level])
  const last = results.at(-1)
  if (last && ahead) values.push(last.newMark)
  const low = Math.floor((Math.min(...values) - 10) / STEP) * STEP
  const high = Math.ceil((Math.max(...values) + 10) / STEP) * STEP
  const step = high - low > 8 * STEP ? STEP * 2 : STEP
  return { low, high, ticks: Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step) }
}

type Stair = { from: number; to: number; value: number }

/**
 * The mark as a stair: what each round had to beat, half-way from the round before to the one after, and what the next
 * one has to beat, from the last round to the `end`, if there is one. `xs` are the rounds' places in the same unit.
 */
export function markStairs(
  results: readonly Pick<Told, 'mark' | 'newMark'>[],
  xs: readonly number[],
  end: number | null,
): Stair[] {
  const stairs: Stair[] = []
  const middle = (i: number, other: number): number => (xs[i]! + xs[other]!) / 2
  for (const [i, { mark }] of results.entries()) {
    if (mark === null) continue
    const to = i === results.length - 1 ? xs[i]! : middle(i, i + 1)
    stairs.push({ from: i === 0 ? xs[i]! : middle(i - 1, i), to, value: mark })
  }
  const last = results.at(-1)
  if (last && end !== null) stairs.push({ from: xs.at(-1)!, to: end, value: last.newMark })
  return stairs
}

/** A line of text over or under the line at `lineY`, in pixels from above: where it meets the fewest of `others`. */
export function labelY(lineY: number, others: readonly number[]): number {
  const [over, under] = [lineY - 8, lineY + 18]
  const meets = (baseline: number): number =>
    others.filter((at) => at !== lineY && at > baseline - 20 && at < baseline + 8).length
  return meets(over) <= meets(under) ? over : under
}

/**
 * One label for each evening, over the middle of its rounds, as many as have `apart` of room; the last evening has its
 * label first, then the first, then those between.
 */
export function eveningLabels(
  results: readonly Pick<Told, 'tournamentId' | 'endedAt'>[],
  xs: readonly number[],
  apart: number,
): { x: number; at: number }[] {
  const evenings: { id: string; from: number; to: number; at: number }[] = []
  for (const [i, { tournamentId, endedAt }] of results.entries()) {
    const open = evenings.at(-1)
    if (open?.id === tournamentId) Object.assign(open, { to: xs[i]!, at: endedAt })
    else evenings.push({ id: tournamentId, from: xs[i]!, to: xs[i]!, at: endedAt })
  }
  const labels = evenings.map(({ from, to, at }) => ({ x: (from + to) / 2, at }))
  const [first, ...others] = labels
  const last = others.pop()
  const kept: typeof labels = []
  for (const label of [last, first, ...others])
    if (label && kept.every(({ x }) => Math.abs(x - label.x) >= apart)) kept.push(label)
  return kept.sort((a, b) => a.x - b.x)
}
