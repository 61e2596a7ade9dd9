import { processorMs, residentMb } from './process-stats.ts'
import type { TaskLimits } from './task.ts'

export type Overstep = 'time' | 'memory'

const LOOK_EVERY_MS = 40
/** The worker stops a step by itself where it can; only beyond this is it killed. */
const GRACE = 1.2
const GRACE_MS = 120
const WALL_FACTOR = 10
const WALL_MS = 2000
/** Without a clock for processor time, wall time has to do. */
const BLIND_FACTOR = 3
/** A worker with an interpreter, and a heap that V8 has not tidied yet. */
const BASE_MB = 450
const MOST_AGAIN = 8

/**
 * Watches one task of one worker from outside, by the kernel's word: processor time since the last step, wall time as
 * the backstop, resident memory. Calls `overstepped` once at most.
 */
export function watch(
  pid: number,
  limits: TaskLimits,
  overstepped: (how: Overstep) => void,
): { stepped(): void; again(): void; stop(): void } {
  let cpuBase = processorMs(pid)
  let wallBase = performance.now()
  let agains = 0

  const look = (): void => {
    const wallMs = performance.now() - wallBase
    const cpuNow = processorMs(pid)
    const cpuMs = cpuNow === undefined || cpuBase === undefined ? wallMs / BLIND_FACTOR : cpuNow - cpuBase
    const memoryMb = residentMb(pid) ?? 0
    if (cpuMs > limits.caseMs * GRACE + GRACE_MS || wallMs > limits.caseMs * WALL_FACTOR + WALL_MS) return end('time')
    if (memoryMb > BASE_MB + limits.memoryMb) return end('memory')
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  const end = (how: Overstep): void => {
    clearInterval(timer)
    overstepped(how)
  }
  const begin = (): void => {
    cpuBase = processorMs(pid)
    wallBase = performance.now()
  }
  return {
    stepped: begin,
    again() {
      if (++agains <= MOST_AGAIN) begin()
    },
    stop: () => clearInterval(timer),
  }
}
