import type { Problem } from '../bank/problem.ts'
import { isWrong, type Judgement } from '../protocol/judgement.ts'
import { ok } from '../protocol/result.ts'
import type { Round, Submission } from '../store/records.ts'
import type { Change } from '../store/store.ts'
import { happeningOf } from '../tournament/happenings.ts'
import { judged } from '../tournament/submission.ts'
import type { Director } from './director.ts'
import type { Parts } from './parts.ts'

/** Brings submissions to the judge and their judgements back. */
export type Judging = {
  /** Queues a submission that is on disk; its judgement comes back as one more decision. */
  enqueue(submission: Submission): void
  /** Queues everything that has no judgement yet: after a start. */
  takeUp(): Promise<number>
  /** What the judge says from now on is not taken: it is giving up, and after the next start everything is judged again. */
  stop(): void
}

type Options = Pick<Parts, 'store' | 'judge' | 'bank' | 'clock' | 'log' | 'newId' | 'measure'> & {
  director: Director
  /** Tells the player, once the judgement is on disk. */
  tell: (submission: Submission, judgement: Judgement) => void
}

/** Pauses before a judgement that could not be kept is tried again; then always the last. */
const AGAIN_AFTER_MS = [500, 2_000, 10_000]

export function createJudging(options: Options): Judging {
  const { store, judge, bank, clock, log, measure, director, tell } = options
  const retries = new Set<() => void>()
  let stopped = false

  async function judgeOne(submission: Submission): Promise<void> {
    const problem = bank.problems.get(submission.problemId)
    const judgement = problem ? await askJudge(problem, submission) : notInBank(submission)
    if (!stopped) await keepAtLast(submission, judgement)
  }

  /** The disk may be full or the database held for a moment: a judgement in hand is not thrown away for that. */
  async function keepAtLast(submission: Submission, judgement: Judgement, attempt = 0): Promise<void> {
    try {
      await keep(submission, judgement)
    } catch (error) {
      const fault = { submissionId: submission.id, attempt, error: String(error) }
      log({ level: 'error', message: 'a judgement could not be kept', ...fault })
      if (stopped) return
      const pauseMs = AGAIN_AFTER_MS[Math.min(attempt, AGAIN_AFTER_MS.length - 1)]!
      const cancel = clock.at(clock.now() + pauseMs, () => {
        retries.delete(cancel)
        void keepAtLast(submission, judgement, attempt + 1)
      })
      retries.add(cancel)
    }
  }

  async function keep(submission: Submission, judgement: Judgement): Promise<void> {
    const kept = await director.decide(async () => {
      const before = await store.submission(submission.id)
      const after = before && judged(before, judgement, clock.now())
      if (!after) return ok({ expected: {}, changes: [], reply: false })
      const { verdict, judgedAt } = after
      const changes: Change[] = [
        { do: 'patch', table: 'submissions', id: submission.id, set: { verdict, judgement, judgedAt } },
      ]
      const round = await store.round(submission.roundId)
      if (verdict === 'AC' && round) changes.push(...(await tellRoom(options, round, submission)))
      const tournaments = round ? [round.tournamentId] : []
      return ok({ expected: {}, changes, reply: true, touched: { tournaments, entries: [submission.entryId] } })
    })
    if (!kept.ok) throw new Error(kept.refusal.code)
    if (!kept.value) return
    measure.judged(judgement.verdict, clock.now() - submission.receivedAt)
    tell(submission, judgement)
  }

  async function askJudge(problem: Problem, submission: Submission): Promise<Judgement> {
    const { id, language, source, entryId } = submission
    return judge.judge({ id, problem, language, source, player: entryId, purpose: 'submit' })
  }

  function notInBank(submission: Submission): Judgement {
    log({ level: 'error', message: 'the puzzle of a submission is not in the bank', problemId: submission.problemId })
    return { verdict: 'JE', passed: 0, total: 0, runs: [], printed: '', timeMs: 0, memoryKb: 0 }
  }

  const enqueue = (submission: Submission) => {
    judgeOne(submission).catch((error: unknown) =>
      log({
        level: 'error',
        message: 'a submission could not be judged',
        submissionId: submission.id,
        error: String(error),
      }),
    )
  }
  return {
    enqueue,
    async takeUp() {
      const waiting = await store.unjudged()
      waiting.forEach(enqueue)
      return waiting.length
    },
    stop() {
      stopped = true
      for (const cancel of retries) cancel()
    },
  }
}

/** What the wall may tell of this solve, if it is the player's first of this puzzle. */
async function tellRoom(options: Options, round: Round, submission: Submission): Promise<Change[]> {
  const { store, bank, clock, newId } = options
  const all = await store.submissionOutlines(round.id)
  const own = all.filter((s) => s.entryId === submission.entryId)
  const onThis = own.filter((s) => s.problemId === submission.problemId)
  if (onThis.some((s) => s.verdict === 'AC')) return []
  const solves = new Set(all.filter((s) => s.verdict === 'AC').map((s) => `${s.entryId} ${s.problemId}`))
  solves.add(`${submission.entryId} ${submission.problemId}`)
  const withStar = new Set([...solves].map((solve) => solve.split(' ')[0]))
  const playing = new Set((await store.openings(round.id)).map((opening) => opening.entryId)).add(submission.entryId)
  const levelOf = (id: Submission['problemId']) => bank.problems.get(id)?.level ?? 0
  const count = (pattern: (entryId: string, problemId: string) => boolean) =>
    [...solves].filter((solve) => pattern(...(solve.split(' ') as [string, string]))).length
  const happening = happeningOf({
    problemId: submission.problemId,
    wrongBefore: onThis.filter((s) => s.verdict !== null && isWrong(s.verdict)).length,
    solvedByPlayer: count((entryId) => entryId === submission.entryId),
    problems: round.problemIds.length,
    hardest: round.problemIds.reduce((a, b) => (levelOf(b) > levelOf(a) ? b : a)),
    solvedProblem: count((_, problemId) => problemId === submission.problemId),
    starsLit: solves.size,
    playing: playing.size,
    withStar: withStar.size,
  })
  if (!happening) return []
  const { tournamentId, id: roundId } = round
  return [
    { do: 'insert', table: 'happenings', row: { id: newId(), tournamentId, roundId, at: clock.now(), ...happening } },
  ]
}
