import type { PaceSentence } from '../server/protocol/sentences.ts'

/** The rising path that puzzles stand on as stars. `u` runs from 0, the start, to 1, the last star. */
export type Point = { x: number; y: number }

const LEFT = 3
const RIGHT = 95

/** In percent of the path's box. */
export function pointAt(u: number): Point {
  const rise = 76 - 52 * u
  return { x: LEFT + (RIGHT - LEFT) * u, y: rise + 7 * Math.sin(u * Math.PI * 2.2) * (1 - u / 2) }
}

/** An SVG path along the way from `from` to `to`. */
export function pathBetween(from: number, to: number): string {
  const steps = Math.max(2, Math.ceil((to - from) * 48))
  const points = Array.from({ length: steps + 1 }, (_, i) => pointAt(from + ((to - from) * i) / steps))
  return 'M' + points.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')
}

/** Where one's usual self is by now: puzzles solved, between the full minutes that `pace` gives. */
export function usualAt(pace: number[] | null, elapsedMs: number): number | null {
  if (pace === null || pace.length === 0) return null
  const minutes = Math.max(0, elapsedMs / 60_000)
  const at = Math.min(Math.floor(minutes), pace.length - 1)
  const here = pace[at] ?? 0
  const next = pace[at + 1] ?? here
  return here + (next - here) * Math.min(1, minutes - at)
}

/** Oneself against one's usual self, in whole puzzles; within half a puzzle is level. */
export function paceSentence(solved: number, usual: number | null): PaceSentence {
  if (usual === null) return { code: 'pace-newcomer', params: {} }
  const ahead = Math.round(solved - usual)
  if (ahead > 0) return { code: 'pace-ahead', params: { count: ahead } }
  if (ahead < 0) return { code: 'pace-behind', params: { count: -ahead } }
  return { code: 'pace-level', params: {} }
}
