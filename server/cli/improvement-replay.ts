import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { differencesOf, type Difference } from '../improvement/differences.ts'
import type { PlayerOutcome, ProblemOutcome, RoundOutcome } from '../improvement/outcome.ts'
import { openTimeline } from '../improvement/replay.ts'
import type { ImprovementState } from '../improvement/state.ts'
import { isStruck, playedRound } from '../live/rating/timeline.ts'
import type { ModelSnapshot, Round, RoundResult } from '../store/records.ts'
import { DATABASE_FILE } from '../store/connection.ts'
import { openStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { BadUse } from './bad-use.ts'

/** What was replayed, and each figure that is stored otherwise than the replay gives it. */
export type Replayed = { rounds: number; results: number; differences: (Difference | PuzzleDifference)[] }
type PuzzleDifference = Omit<Difference, 'player'> & { problem: string }

const SHOWN = 20
/** Less than this is a matter of storage, not of the figures. */
const GRAIN = 1e-9

/** `npm run improvement -- replay [--data DIR] [--json]`: 0 nothing differs, 1 something does. Throws `BadUse`. */
export async function replayStored(args: string[]): Promise<number> {
  const { data, json } = read(args)
  const file = join(data, DATABASE_FILE)
  if (!existsSync(file)) throw new BadUse(`--data: there is no ${DATABASE_FILE} in ${data}`)
  const opened = openStore({ file })
  if (!opened.ok) throw new BadUse(opened.refusal.message)
  try {
    const replayed = await replayAll(opened.value)
    console.log(json ? JSON.stringify(replayed) : described(replayed))
    return replayed.differences.length > 0 ? 1 : 0
  } finally {
    await opened.value.close()
  }
}

function read(args: string[]): { data: string; json: boolean } {
  try {
    const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options, allowPositionals: false })
    return { data: values.data ?? (process.env['DATA_DIR'] || './data'), json: values.json ?? false }
  } catch (error) {
    throw new BadUse(`${(error as Error).message.split('. ')[0]}; use: replay [--data DIR] [--json]`)
  }
}

/** Rebuilds every figure from the stored observations, round after round in the order they ended, and compares. */
export async function replayAll(store: Store): Promise<Replayed> {
  const snapshots = await store.timeline()
  const rounds = (await Promise.all(snapshots.map(({ id }) => store.round(id)))).filter((round) => round !== null)
  rounds.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0) || (a.id < b.id ? -1 : 1))
  const byId = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]))
  const timeline = openTimeline()
  const replayed: Replayed = { rounds: rounds.length, results: 0, differences: [] }
  for (const round of rounds) {
    const results = await store.roundResults(round.id)
    const { round: toRate, outcome: stored } = playedRound(byId.get(round.id)!, round.tournamentId, results)
    const fresh = timeline.rate(toRate)
    replayed.results += Object.keys(toRate.results).length
    replayed.differences.push(
      ...differencesOf(stored, fresh),
      ...flagDifferences(round, results, fresh),
      ...puzzleDifferences(round, stored.problems, fresh.problems),
    )
  }
  replayed.differences.push(...stateDifferences(await store.latestModel(), timeline.state()))
  return replayed
}

function flagDifferences({ id: round }: Round, results: RoundResult[], fresh: RoundOutcome): Difference[] {
  return results.flatMap((result): Difference[] => {
    const own: PlayerOutcome | undefined = fresh.players[result.playerId]
    if (!own || isStruck(result) || own.flagged === result.flagged) return []
    return [{ round, player: result.playerId, figure: 'flag', stored: +result.flagged, replayed: +own.flagged }]
  })
}

function puzzleDifferences(
  { id: round }: Round,
  stored: Record<string, ProblemOutcome>,
  fresh: Record<string, ProblemOutcome>,
): PuzzleDifference[] {
  return [...new Set([...Object.keys(stored), ...Object.keys(fresh)])].sort().flatMap((problem) =>
    (['difficulty', 'sd'] as const).flatMap((figure): PuzzleDifference[] => {
      const [was, is] = [stored[problem]?.[figure] ?? null, fresh[problem]?.[figure] ?? null]
      return differs(was, is) ? [{ round, problem, figure, stored: was, replayed: is }] : []
    }),
  )
}

/** What the next round would start from. */
function stateDifferences(newest: ModelSnapshot | null, fresh: ImprovementState): Difference[] {
  const stored = newest?.state as ImprovementState | null | undefined
  if (!newest || !stored) return []
  return [...new Set([...Object.keys(stored.players), ...Object.keys(fresh.players)])].sort().flatMap((player) =>
    (['level', 'variance', 'best', 'peak', 'rounds'] as const).flatMap((figure): Difference[] => {
      const [was, is] = [stored.players[player]?.[figure] ?? null, fresh.players[player]?.[figure] ?? null]
      return differs(was, is)
        ? [{ round: newest.id, player, figure: `${figure} to go on from`, stored: was, replayed: is }]
        : []
    }),
  )
}

const differs = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) > GRAIN

function described({ rounds, results, differences }: Replayed): string {
  const what = `${rounds} rounds with ${results} results replayed`
  if (differences.length === 0) return `${what}: every figure is as it is stored.`
  const lines = differences.slice(0, SHOWN).map((difference) => {
    const who = 'player' in difference ? `player ${difference.player}` : `puzzle ${difference.problem}`
    const { round, figure, stored, replayed } = difference
    return `round ${round}, ${who}, ${figure}: stored ${stored ?? 'none'}, replayed ${replayed ?? 'none'}`
  })
  if (differences.length > SHOWN) lines.push(`and ${differences.length - SHOWN} more`)
  const count = differences.length === 1 ? 'one figure differs' : `${differences.length} figures differ`
  return [`${what}: ${count}.`, ...lines].join('\n')
}
