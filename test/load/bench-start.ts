import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startOwnServer } from '../../server/cli/bots/own-server.ts'
import type { EntryId, PlayerId, ProblemId, RoundId, SubmissionId, TournamentId } from '../../server/protocol/ids.ts'
import type { Judgement } from '../../server/protocol/judgement.ts'
import { DATABASE_FILE } from '../../server/store/connection.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import type { Change } from '../../server/store/store.ts'
import { JUDGE_CACHE } from '../support/judge-cache.ts'
import { functionPuzzles } from '../support/puzzles.ts'

export type StartFigures = {
  ok: boolean
  submissions: number
  databaseMb: number
  /** From the start of the process after SIGKILL until `/readyz` answers 200. */
  readyMs: number[]
  limitMs: number
}

const LIMIT_MS = 3000
const KILLS = 5
const TOURNAMENTS = 40
const ROUNDS = 3
const PLAYERS = 60
const SUBMISSIONS_EACH = 14
/** Of the round that runs when the server is killed: judged after the start. */
const UNJUDGED = 40
const PROBLEMS = 6

/** Kills a server with two years of evenings in its database in the middle of one more, and starts it again. */
export async function benchStart(): Promise<StartFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'outdo-start-'))
  try {
    const submissions = await fill(join(dataDir, DATABASE_FILE))
    const port = await freePort()
    const env = { CACHE_DIR: JUDGE_CACHE }
    let server = await startOwnServer({ dataDir, port, env })
    const readyMs: number[] = []
    for (let n = 0; n < KILLS; n++) {
      await server.kill()
      const begun = performance.now()
      const [again, ready] = await Promise.all([
        startOwnServer({ dataDir, port, env }),
        whenReady(`http://127.0.0.1:${port}/readyz`).then(() => performance.now() - begun),
      ])
      server = again
      readyMs.push(Math.round(ready))
    }
    await server.kill()
    const databaseMb = Math.round((await sizeOf(join(dataDir, DATABASE_FILE))) / 1e5) / 10
    return { ok: Math.max(...readyMs) <= LIMIT_MS, submissions, databaseMb, readyMs, limitMs: LIMIT_MS }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const sizeOf = async (file: string) => (await import('node:fs/promises')).stat(file).then(({ size }) => size)

async function whenReady(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Evenings that are over, and one whose last round runs; answers with how many submissions that makes. */
async function fill(file: string): Promise<number> {
  const opened = openStore({ file })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const store = opened.value
  let count = 0
  for (let t = 0; t < TOURNAMENTS; t++) count += await evening(store, t, t === TOURNAMENTS - 1)
  await store.close()
  return count
}

async function evening(store: SqliteStore, t: number, isLast: boolean): Promise<number> {
  const at = Date.now() - (TOURNAMENTS - 1 - t) * 14 * 24 * 3600_000
  const tournamentId = `bench-tournament-${t}` as TournamentId
  const problemIds = functionPuzzles.slice(0, PROBLEMS).map(({ id }) => id as ProblemId)
  const over = { status: 'published' as const, endedAt: at, publishedAt: at }
  const people = Array.from({ length: PLAYERS }, (_, n) => ({
    playerId: `bench-player-${n}` as PlayerId,
    entryId: `bench-entry-${t}-${n}` as EntryId,
    name: `Player ${n}`,
  }))
  const first: Change[] = [
    {
      do: 'insert',
      table: 'tournaments',
      row: {
        ...{
          id: tournamentId,
          code: `BENCH${100 + t}`,
          name: `Evening ${t}`,
          hostUserId: 'bench',
          approveNames: false,
        },
        ...{ joiningOpen: true, ceremony: null, createdAt: at, revision: 0, announcement: null, breakEndsAt: null },
        ...{ blockedWords: null, helperKey: null, seriesId: null, walkThrough: null },
        ...(isLast ? { status: 'open', endedAt: null, publishedAt: null } : over),
      },
    },
    ...people.flatMap(({ playerId, entryId, name }): Change[] => [
      {
        do: 'put',
        table: 'players',
        row: { id: playerId, userId: null, name, star: 'gold', accountName: null, createdAt: at },
      },
      {
        do: 'insert',
        table: 'entries',
        row: {
          ...{ id: entryId, tournamentId, playerId, name, star: 'gold', nameApproved: true, timeFactor: 1 },
          ...{ removed: false, joinedAt: at, revision: 0, helper: false, mentorRoundId: null },
        },
      },
    ]),
  ]
  await store.commit({ expected: {}, changes: first })

  let count = 0
  for (let r = 0; r < ROUNDS; r++) {
    const roundId = `bench-round-${t}-${r}` as RoundId
    const runs = isLast && r === ROUNDS - 1
    const changes: Change[] = [
      {
        do: 'insert',
        table: 'rounds',
        row: {
          ...{ id: roundId, tournamentId, position: r + 1, name: `Round ${r + 1}`, limitMinutes: 20, problemIds },
          ...{ startsAt: null, startedAt: at, pauses: [], revision: 0, timeFactors: null, extensions: null },
          ...(runs
            ? { status: 'running', endsAt: at + 3600_000, endedAt: null, publishedAt: null, ratedAt: null }
            : { status: 'published', endsAt: at, endedAt: at, publishedAt: at, ratedAt: at }),
        },
      },
    ]
    for (const [n, { entryId }] of people.entries())
      for (let s = 0; s < SUBMISSIONS_EACH; s++) {
        const pending = runs && s === 0 && n < UNJUDGED
        const problemId = problemIds[s % PROBLEMS]!
        const judgement = pending ? null : judgementOf(s % 3 === 0)
        changes.push({
          do: 'insert',
          table: 'submissions',
          row: {
            ...{ id: `bench-${t}-${r}-${n}-${s}` as SubmissionId, roundId, entryId, problemId, language: 'python' },
            ...{ source: SOURCE, pasted: false, receivedAt: at + s, judgement, judgedAt: pending ? null : at + s },
            verdict: judgement?.verdict ?? null,
          },
        })
        if (s < PROBLEMS)
          changes.push({
            do: 'insert',
            table: 'openings',
            row: { id: `bench-opening-${t}-${r}-${n}-${s}`, roundId, entryId, problemId, at: at + s },
          })
        count += 1
      }
    await store.commit({ expected: {}, changes })
  }
  return count
}

const SOURCE = `def answer(values):\n${'    # what a beginner writes, and leaves there\n'.repeat(6)}    return sum(values)\n`
const judgementOf = (solved: boolean): Judgement => ({
  ...{ verdict: solved ? 'AC' : 'WA', passed: solved ? 8 : 3, total: 8, printed: '', timeMs: 2, memoryKb: 900 },
  runs: Array.from({ length: 8 }, (_, n) => ({
    ...{ name: `test ${n + 1}`, kind: n < 3 ? ('example' as const) : ('hidden' as const), timeMs: 0.3 },
    verdict: solved || n < 3 ? ('AC' as const) : ('WA' as const),
  })),
})

/** The figures for people. */
export const describeStart = ({ submissions, databaseMb, readyMs, limitMs }: StartFigures): string =>
  `start after a crash, ${submissions} submissions (${databaseMb} MB): ready after ${readyMs.join(', ')} ms; limit ${limitMs}`
