import { randomUUID } from 'node:crypto'
import type { Problem } from '../../bank/problem.ts'
import type { ProblemId, RoundId, SubmissionId, TournamentId } from '../../protocol/ids.ts'
import type { Verdict } from '../../protocol/judgement.ts'
import { STARS } from '../../protocol/round.ts'
import type { BoardView } from '../../protocol/board.ts'
import { createClient, type Client } from './client.ts'
import { pick } from './random.ts'
import { sourceFor } from './sources.ts'

/** One thing that a bot sent, and what became of it. Times are milliseconds of this machine. */
export type Sending = {
  kind: 'try' | 'submit'
  id: SubmissionId | null
  expected: Verdict
  sentAt: number
  ackMs: number | null
  verdictMs: number | null
  verdict: Verdict | null
  /** The code of a refusal, where it was refused. */
  refused: string | null
}

const TRY_EVERY_MS = 10_000
const SUBMIT_EVERY_MS = 20_000

/** A player that works through a round: right as often as its skill says. */
export type PlayerBot = {
  join(): Promise<void>
  /** Plays until `until` (milliseconds of this machine's clock), then waits for what is still out. */
  play(roundId: RoundId, until: number): Promise<void>
  sendings: Sending[]
  /** Submissions that were acknowledged and that the server does not know, or has not judged. */
  lost(): Promise<SubmissionId[]>
  close(): void
}

export function createPlayerBot(options: {
  url: string
  code: string
  name: string
  /** Share of submissions that are right, 0 to 1. */
  skill: number
  random: () => number
  problems: ReadonlyMap<ProblemId, Problem>
  /** Keeps an account over several tournaments. */
  client?: Client
}): PlayerBot {
  const { url, code, name, skill, random, problems, client = createClient(url) } = options
  const sendings: Sending[] = []
  const open = new Map<string, { sending: Sending; judged: () => void }>()
  const solved = new Set<ProblemId>()
  let tournamentId: TournamentId | null = null
  let board: BoardView | null = null

  client.on('board:changed', (view) => (board = view))
  client.on('submission:judged', ({ submissionId, problemId, judgement }) => {
    const waiting = open.get(submissionId)
    if (!waiting) return
    waiting.sending.verdict = judgement.verdict
    waiting.sending.verdictMs = performance.now() - waiting.sending.sentAt
    if (judgement.verdict === 'AC') solved.add(problemId)
    waiting.judged()
  })

  const nextProblem = (): Problem | null => {
    const ids = board?.round?.problems.map(({ id }) => id) ?? []
    const left = ids.filter((id) => !solved.has(id) && problems.has(id))
    const id = left[0] ?? (ids.length > 0 ? pick(random, ids) : undefined)
    return (id && problems.get(id)) ?? null
  }
  const note = (kind: Sending['kind'], id: SubmissionId | null, expected: Verdict): Sending => {
    const timings = { sentAt: performance.now(), ackMs: null, verdictMs: null, verdict: null, refused: null }
    const sending: Sending = { kind, id, expected, ...timings }
    sendings.push(sending)
    return sending
  }

  async function tryOnce(roundId: RoundId): Promise<void> {
    const problem = nextProblem()
    if (!problem) return
    const { language, source, verdict } = sourceFor(problem, random, random() < skill)
    const sending = note('try', null, verdict)
    const answer = await client.send('code:try', { roundId, problemId: problem.id, language, source })
    sending.ackMs = performance.now() - sending.sentAt
    if (!answer.ok) return void (sending.refused = answer.refusal.code)
    sending.verdict = answer.value.judgement.verdict
    sending.verdictMs = sending.ackMs
  }

  async function submitOnce(roundId: RoundId): Promise<void> {
    const problem = nextProblem()
    if (!problem) return
    const { language, source, verdict } = sourceFor(problem, random, random() < skill)
    await client.send('problem:open', { roundId, problemId: problem.id })
    const id = randomUUID() as SubmissionId
    const sending = note('submit', id, verdict)
    const judged = new Promise<void>((resolve) => open.set(id, { sending, judged: resolve }))
    const answer = await client.send('submission:create', { id, roundId, problemId: problem.id, language, source })
    sending.ackMs = performance.now() - sending.sentAt
    if (!answer.ok) return void (sending.refused = answer.refusal.code)
    await judged
  }

  return {
    sendings,
    async join() {
      const star = pick(random, STARS)
      const joined = await client.post<{ tournamentId: TournamentId }>('/api/join', {
        code,
        name,
        star,
        continueAsKnown: true,
      })
      tournamentId = joined.tournamentId
      await client.connect()
      board = (await client.must('tournament:watch', { tournamentId, as: 'player' })).board
    },
    async play(roundId, until) {
      const every = async (periodMs: number, work: () => Promise<void>) => {
        await sleepUntil(performance.now() + random() * periodMs, until)
        while (performance.now() < until) {
          const next = performance.now() + periodMs
          await work()
          await sleepUntil(next, until)
        }
      }
      await Promise.all([
        every(TRY_EVERY_MS, () => tryOnce(roundId)),
        every(SUBMIT_EVERY_MS, () => submitOnce(roundId)),
      ])
    },
    async lost() {
      const acknowledged = sendings.filter(
        ({ kind, refused, ackMs }) => kind === 'submit' && !refused && ackMs !== null,
      )
      const { me } = await client.must('tournament:watch', { tournamentId: tournamentId!, as: 'player' })
      const kept = new Set(
        (me?.round?.problems ?? []).flatMap(({ submissions }) =>
          submissions.filter(({ judgement }) => judgement !== null).map(({ id }) => id),
        ),
      )
      return acknowledged.flatMap(({ id }) => (id && !kept.has(id) ? [id] : []))
    },
    close: () => client.close(),
  }
}

const sleepUntil = (when: number, latest: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, Math.min(when, latest) - performance.now())))
