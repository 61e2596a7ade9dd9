import type { Task } from './task.ts'

/** Processor time of the loop below in this sandbox on the machine the problems' limits were set on, ms. */
export const REFERENCE_MS = 15

const LOOP = `
def work(n):
    seen = {}
    total = 0
    for i in range(n):
        total = (total * 31 + i) % 1000003
        seen[total % 997] = i
    return total
`

/** A fixed Python loop, to learn how fast this machine is. */
export const calibrationTask = (id: number): Task => ({
  id,
  language: 'python',
  source: LOOP,
  entry: 'work',
  shapes: null,
  script: false,
  cases: Array.from({ length: 10 }, () => ({ do: 'call', args: '[100000]', show: false })),
  limits: { caseMs: 20_000, totalMs: 60_000, memoryMb: 64, outputBytes: 1000 },
})

const MOST = 10

/** How many times longer the limits are here: 1 on the reference machine and on faster ones, 10 at most. */
export function speedFactor(caseMs: number[]): number {
  if (caseMs.length === 0) return 1
  return Math.min(MOST, Math.max(1, Math.round((Math.min(...caseMs) / REFERENCE_MS) * 100) / 100))
}
