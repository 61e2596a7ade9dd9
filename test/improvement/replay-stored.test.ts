import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTimeline } from '../../server/improvement/replay.ts'
import type { PlayerOutcome } from '../../server/improvement/outcome.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import type { Change } from '../../server/store/store.ts'
import { aPlayer, aResult, aRound, aSnapshot, aTournament, EVENING, inserts, playerId, roundId } from '../store/rows.ts'
import { runNode } from '../support/run-node.ts'
import { GOLDEN_ROUNDS } from './golden.ts'

/** What `npm run improvement -- replay` runs, in a process of its own. */
const replay = (...args: string[]) => runNode(['server/cli/improvement.ts', 'replay', ...args])

describe('npm run improvement -- replay', () => {
  let directory: string
  let store: SqliteStore
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'outdo-test-'))
    const opened = openStore({ file: join(directory, 'outdo.db') })
    if (!opened.ok) throw new Error(opened.refusal.message)
    store = opened.value
    await store.commit({ expected: {}, changes: history() })
  })
  afterEach(async () => {
    await store.close()
    await rm(directory, { recursive: true, force: true })
  })

  /** The golden rounds as a server stores them. */
  function history(): Change[] {
    const timeline = openTimeline()
    const players = [...new Set(GOLDEN_ROUNDS.flatMap(({ results }) => Object.keys(results)))]
    const rows = GOLDEN_ROUNDS.map((round, at) => {
      const outcome = timeline.rate({ ...round, tournament: EVENING })
      const is = { id: roundId(round.id), tournamentId: EVENING, position: at + 1 }
      const isLast = at === GOLDEN_ROUNDS.length - 1
      return {
        round: aRound({ ...is, status: 'published', endedAt: 1000 * (at + 1), ratedAt: 1000 * (at + 1) }),
        snapshot: aSnapshot({
          ...{ id: is.id, position: at + 1, state: isLast ? timeline.state() : null },
          problems: { list: round.problems, outcome: outcome.problems },
        }),
        results: Object.entries(round.results).map(([id, observations]) =>
          aResult({ roundId: is.id, playerId: playerId(id), observations, outcome: outcome.players[id] }),
        ),
      }
    })
    return inserts({
      tournaments: [aTournament()],
      players: players.map((id) => aPlayer({ id: playerId(id) })),
      rounds: rows.map(({ round }) => round),
      modelSnapshots: rows.map(({ snapshot }) => snapshot),
      roundResults: rows.flatMap(({ results }) => results),
    })
  }
  const someResult = async () => (await store.allResults()).at(-1)!
  const change = (...changes: Change[]) => store.commit({ expected: {}, changes })

  it('finds nothing that differs in what a server has stored', async () => {
    const { out, code } = await replay('--data', directory)
    expect(out).toMatch(/^3 rounds with 10 results replayed: every figure is as it is stored\.\n$/)
    expect(code).toBe(0)
  })

  it('finds a figure that was changed, and says where', async () => {
    const { id, playerId: who, roundId: where, outcome } = await someResult()
    const own = outcome as PlayerOutcome
    await change({ do: 'patch', table: 'roundResults', id, set: { outcome: { ...own, level: own.level + 0.01 } } })
    const { out, code } = await replay('--data', directory)
    expect(out).toContain(`one figure differs.\nround ${where}, player ${who}, level: stored ${own.level + 0.01}`)
    expect(code).toBe(1)
    const json = await replay('--data', directory, '--json')
    expect(JSON.parse(json.out)).toMatchObject({ rounds: 3, differences: [{ player: who, figure: 'level' }] })
    expect(json.code).toBe(1)
  })

  it('finds what follows from an observation that was changed', async () => {
    const [first] = await store.allResults()
    const observations = (first!.observations as { solved: boolean }[]).map((one) => one && { ...one, wrong: 9 })
    await change({ do: 'patch', table: 'roundResults', id: first!.id, set: { observations } })
    const { out, code } = await replay('--data', directory, '--json')
    expect(code).toBe(1)
    const figures = (JSON.parse(out) as { differences: { figure: string; round: string; problem?: string }[] })
      .differences
    expect(new Set(figures.map(({ round }) => round)).size).toBe(3)
    expect(figures.some(({ problem }) => problem !== undefined)).toBe(true)
    expect(figures.some(({ figure }) => figure.endsWith('to go on from'))).toBe(true)
  })
})

it.each([
  ['a folder without a database', ['--data', '/nowhere/at/all'], /there is no outdo\.db in/],
  ['an unknown option', ['--dta', '/nowhere/at/all'], /Unknown option '--dta'/],
  ['an unknown word', ['again'], /Unexpected argument 'again'/],
])('npm run improvement -- replay ends with 2 and one line, given %s', async (_, args, says) => {
  const { err, code } = await replay(...args)
  expect(err).toMatch(says)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(2)
})
