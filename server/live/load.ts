import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Judge } from '../judge/judge.ts'

/**
 * How much is held back, by rule: board updates first, Try next; submissions and acknowledgements never.
 * Each step holds back what the ones before it do.
 */
const SHEDDING = ['nothing', 'boards', 'tries'] as const
export type Shedding = (typeof SHEDDING)[number]

/** What a step is decided by, in milliseconds. */
export type Strain = { delayMs: number; oldestQueuedMs: number }

/** From here on a step is taken; below half of it, for `CALM_LOOKS` looks in a row, the step is taken back. */
const STEPS: Record<Exclude<Shedding, 'nothing'>, Strain> = {
  boards: { delayMs: 60, oldestQueuedMs: 3_000 },
  tries: { delayMs: 200, oldestQueuedMs: 8_000 },
}
const CALM_LOOKS = 3
const LOOK_EVERY_MS = 1_000
const RESOLUTION_MS = 10

export type LoadState = { shedding: Shedding; calmLooks: number }

/** The state after one more look. Up at once, down one step at a time: pure. */
export function afterStrain({ shedding, calmLooks }: LoadState, strain: Strain): LoadState {
  const at = SHEDDING.indexOf(shedding)
  const wanted = reaches('tries', strain) ? 2 : reaches('boards', strain) ? 1 : 0
  if (wanted > at) return { shedding: SHEDDING[wanted]!, calmLooks: 0 }
  if (shedding === 'nothing' || reaches(shedding, doubled(strain))) return { shedding, calmLooks: 0 }
  if (calmLooks + 1 < CALM_LOOKS) return { shedding, calmLooks: calmLooks + 1 }
  return { shedding: SHEDDING[at - 1]!, calmLooks: 0 }
}

const doubled = ({ delayMs, oldestQueuedMs }: Strain): Strain => ({
  delayMs: delayMs * 2,
  oldestQueuedMs: oldestQueuedMs * 2,
})
const reaches = (step: Exclude<Shedding, 'nothing'>, strain: Strain): boolean =>
  strain.delayMs >= STEPS[step].delayMs || strain.oldestQueuedMs >= STEPS[step].oldestQueuedMs

/** The strain on this process and its judge, looked at each second. */
export type Load = {
  readonly shedding: Shedding
  /** How late the event loop is: mean and worst of the second before the last look. */
  delay(): { delayMs: number; worstMs: number }
  /** Looks now. */
  look(): void
  stop(): void
}

/** Milliseconds since it was last asked, by which the event loop was late. */
export type MeasureDelay = () => { delayMs: number; worstMs: number }

export function createLoad(options: {
  judge: Pick<Judge, 'status'>
  changed: (shedding: Shedding, strain: Strain) => void
  measureDelay?: MeasureDelay
}): Load {
  const { judge, changed, measureDelay = eventLoopDelay() } = options
  let state: LoadState = { shedding: 'nothing', calmLooks: 0 }
  let delay = { delayMs: 0, worstMs: 0 }
  const look = () => {
    delay = measureDelay()
    const strain = { delayMs: delay.delayMs, oldestQueuedMs: judge.status().oldestQueuedMs }
    const before = state.shedding
    state = afterStrain(state, strain)
    if (state.shedding !== before) changed(state.shedding, strain)
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return {
    get shedding() {
      return state.shedding
    },
    delay: () => delay,
    look,
    stop: () => clearInterval(timer),
  }
}

/** The histogram counts from tick to tick, so a loop that is never late shows its resolution. */
function eventLoopDelay(): MeasureDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  return () => {
    const seen = histogram.count > 0 ? { delayMs: late(histogram.mean), worstMs: late(histogram.max) } : null
    histogram.reset()
    return seen ?? { delayMs: 0, worstMs: 0 }
  }
}
