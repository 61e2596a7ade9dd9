import type { Problem } from '../../bank/problem.ts'
import type { RejudgingId } from '../../protocol/ids.ts'
import type { Judgement } from '../../protocol/judgement.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Rejudgement, Rejudging } from '../../store/records.ts'
import type { Change } from '../../store/store.ts'
import { betweenRounds } from '../between-rounds.ts'
import type { Director, Touched } from '../director.ts'
import type { Parts } from '../parts.ts'
import { judgedAgain } from './judged.ts'
import { packageKey } from './package-key.ts'

/**
 * Judges again what hosts have asked for, one puzzle at a time, behind everything that players send, while no round is on
 * [J3]. What is still to be done stands in the store, so after a start it goes on where it was.
 */
export type RejudgingQueue = {
  /** Looks at a commit: something is to be judged again, a round has begun or is over. */
  heard(changes: readonly Change[]): void
  takeUp(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  stop(): void
}

type Needs = Pick<Parts, 'store' | 'judge' | 'bank' | 'clock' | 'newId' | 'log'> & {
  director: Director
  touch: (touched: Touched) => void
}

export function createRejudgingQueue(needs: Needs): RejudgingQueue {
  const { store, judge, bank, clock, newId, log, director, touch } = needs
  /** The judge may never answer: nobody who stops waits for it. */
  const halted = Promise.withResolvers<null>()
  const work = betweenRounds(needs, {
    fault: 'judging again stopped',
    async doNext() {
      const [next] = await store.rejudgingsUnderWay()
      if (next) await judgeAll(next)
      return next !== undefined
    },
    turned() {
      tellHosts().catch((error: unknown) =>
        log({ level: 'error', message: 'hosts were not told that judging again waits', error: String(error) }),
      )
    },
  })
  async function tellHosts(): Promise<void> {
    touch({ tournaments: (await store.rejudgingsUnderWay()).map(({ tournamentId }) => tournamentId) })
  }

  /** As far as it comes: until all is judged, a round begins, the puzzle changes, or a host has had enough. */
  async function judgeAll(rejudging: Rejudging): Promise<void> {
    const { id, problemId, packageKey: key } = rejudging
    const problem = bank.problems.get(problemId)
    if (!problem) {
      log({ level: 'warn', message: 'what is to be judged again is not in the bank any more', problemId })
      await close(id, 'left')
      return
    }
    // [J2]
    if (packageKey(problem) !== key) return beginAnew(id, packageKey(problem))
    const waiting = (await store.rejudgements(id)).filter(({ now }) => now === null)
    const atATime = Math.max(1, judge.status().workers.length)
    for (let from = 0; from < waiting.length; from += atATime) {
      const some = waiting.slice(from, from + atATime)
      const judgements = await Promise.race([Promise.all(some.map((row) => judgeOne(row, problem))), halted.promise])
      if (work.stopped || !judgements || !(await keep(id, some, judgements))) return
      if (!work.gate.open || bank.problems.get(problemId) !== problem) return
    }
    await conclude(rejudging)
  }

  async function judgeOne({ submissionId }: Rejudgement, problem: Problem): Promise<Judgement | null> {
    const submission = await store.submission(submissionId)
    if (!submission) return null
    const { language, source } = submission
    return judge.judge({ id: newId(), problem, language, source, player: 'judged again', purpose: 'again' })
  }

  async function keep(id: RejudgingId, rows: Rejudgement[], judgements: (Judgement | null)[]): Promise<boolean> {
    return change(id, async () =>
      rows.flatMap((row, index): Change[] => {
        const now = judgements[index]
        return now ? [{ do: 'patch', table: 'rejudgements', id: row.id, set: { now } }] : []
      }),
    )
  }

  async function beginAnew(id: RejudgingId, key: string): Promise<void> {
    await change(id, async () => [
      ...(await store.rejudgements(id))
        .filter(({ now }) => now !== null)
        .map((row): Change => ({ do: 'patch', table: 'rejudgements', id: row.id, set: { now: null } })),
      { do: 'patch', table: 'rejudgings', id, set: { packageKey: key } },
    ])
  }

  /** All are judged: a host decides, or there is nothing to decide. */
  async function conclude(rejudging: Rejudging): Promise<void> {
    const { id } = rejudging
    const rows = await store.rejudgements(id)
    if (rows.some(({ now }) => now === null)) return
    const changed = (await judgedAgain(store, rejudging, rows)).some(({ was, now }) => was !== now)
    if (!changed) return close(id, 'same')
    await change(id, async () => [{ do: 'patch', table: 'rejudgings', id, set: { status: 'ready' } }])
  }

  async function close(id: RejudgingId, status: 'same' | 'left'): Promise<void> {
    await change(id, async () => [
      ...(await store.rejudgements(id))
        .filter(({ now }) => now?.verdict !== 'JE')
        .map((row): Change => ({ do: 'remove', table: 'rejudgements', id: row.id })),
      { do: 'patch', table: 'rejudgings', id, set: { status, closedAt: clock.now() } },
    ])
  }

  /** Changes what belongs to a rejudging while it is under way; false where it is not any more. */
  async function change(id: RejudgingId, changes: (row: Rejudging) => Promise<Change[]>): Promise<boolean> {
    const changed = await director.decide(async () => {
      const row = await store.rejudging(id)
      if (row?.status !== 'judging') return refused(refusal('rejudging-state'))
      const expected = { rejudgings: { [id]: row.revision } }
      return ok({ expected, changes: await changes(row), reply: null, touched: { tournaments: [row.tournamentId] } })
    })
    return changed.ok
  }

  return {
    heard(changes) {
      for (const { table, do: kind } of changes) {
        if (table === 'rounds') work.look()
        if (table === 'rejudgings' && kind === 'insert') work.kick()
      }
    },
    takeUp: work.kick,
    idle: work.idle,
    stop() {
      work.stop()
      halted.resolve(null)
    },
  }
}
