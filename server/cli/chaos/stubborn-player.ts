import { randomUUID } from 'node:crypto'
import type { Problem } from '../../bank/problem.ts'
import type { CommandName, PayloadInput, Reply } from '../../protocol/commands.ts'
import type { ProblemId, RoundId, SubmissionId, TournamentId } from '../../protocol/ids.ts'
import type { Verdict } from '../../protocol/judgement.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Result } from '../../protocol/result.ts'
import { createClient } from '../bots/client.ts'
import { pick } from '../bots/random.ts'
import { sourceFor } from '../bots/sources.ts'

/** What one player remembers, to hold it against what the server kept. */
export type Ledger = {
  /** Acknowledged submissions: when the server said it received them, and what the code deserves. */
  acknowledged: Map<SubmissionId, { receivedAt: number; deserves: Verdict }>
  /** How often each judgement was told. */
  told: Map<SubmissionId, number>
  /** By puzzle and language: the last draft acknowledged, and those sent since. */
  drafts: Map<string, { kept: string | null; sentSince: string[] }>
  /** Second acknowledgements that said something else than the first. */
  contradictions: string[]
  /** Refusals that no crash explains. */
  refusals: string[]
}

/** A player with an outbox, as a browser is: sends the same thing until the server has answered for it. */
export type StubbornPlayer = {
  ledger: Ledger
  join(code: string): Promise<TournamentId>
  /** Plays until told to stop, through every crash; resolves when the outbox is empty. */
  play(roundId: RoundId, problems: readonly Problem[]): Promise<void>
  finish(): void
  /** Sends every acknowledged submission once more. */
  sendAgain(): Promise<void>
  /** Verdicts and drafts as the server has them. */
  ask(roundId: RoundId): Promise<{ verdicts: Map<SubmissionId, Verdict | null>; drafts: Map<string, string> }>
  close(): void
}

const ANSWER_WITHIN_MS = 15_000
const LATER = ['server-busy', 'server-error', 'too-many']
const PAUSE_MS = 100
const SHARE_ENDLESS = 1 / 60

export function createStubbornPlayer(url: string, name: string, random: () => number): StubbornPlayer {
  const client = createClient(url)
  const ledger: Ledger = {
    ...{ acknowledged: new Map(), told: new Map(), drafts: new Map(), contradictions: [], refusals: [] },
  }
  const sent = new Map<SubmissionId, PayloadInput<'submission:create'>>()
  let tournamentId: TournamentId | null = null
  let finished = false
  client.on('submission:judged', ({ submissionId }) =>
    ledger.told.set(submissionId, (ledger.told.get(submissionId) ?? 0) + 1),
  )

  async function reconnect(): Promise<void> {
    for (;;) {
      try {
        await client.connect()
        await within(client.must('tournament:watch', { tournamentId: tournamentId!, as: 'player' }))
        return
      } catch {
        await pause(PAUSE_MS)
      }
    }
  }
  /** The answer, from whichever server gives one at last. */
  async function stubbornly<C extends CommandName>(
    command: C,
    payload: PayloadInput<C>,
  ): Promise<Result<Reply<C>, Refusal>> {
    for (;;) {
      try {
        const answer = await within(client.send(command, payload))
        if (answer.ok || !LATER.includes(answer.refusal.code)) return answer
        await pause(PAUSE_MS)
      } catch {
        await reconnect()
      }
    }
  }
  async function submit(payload: PayloadInput<'submission:create'>, deserves: Verdict): Promise<void> {
    sent.set(payload.id as SubmissionId, payload)
    const answer = await stubbornly('submission:create', payload)
    if (!answer.ok) return void ledger.refusals.push(answer.refusal.code)
    const { id, receivedAt } = answer.value
    const before = ledger.acknowledged.get(id)
    if (before && before.receivedAt !== receivedAt) ledger.contradictions.push(id)
    ledger.acknowledged.set(id, { receivedAt, deserves: before?.deserves ?? deserves })
  }
  async function draft(roundId: RoundId, problem: Problem): Promise<void> {
    const key = `${problem.id} python`
    const entry = ledger.drafts.get(key) ?? { kept: null, sentSince: [] }
    ledger.drafts.set(key, entry)
    const source = `# draft ${randomUUID()}\n`
    entry.sentSince.push(source)
    const answer = await stubbornly('draft:save', { roundId, problemId: problem.id, language: 'python', source })
    if (!answer.ok) return void ledger.refusals.push(answer.refusal.code)
    ledger.drafts.set(key, { kept: source, sentSince: [] })
  }

  return {
    ledger,
    async join(code) {
      const joined = await client.post<{ tournamentId: TournamentId }>('/api/join', {
        ...{ code, name, star: 'gold', continueAsKnown: true },
      })
      tournamentId = joined.tournamentId
      await reconnect()
      return tournamentId
    },
    async play(roundId, problems) {
      while (!finished) {
        const problem = pick(random, problems)
        if (random() < 0.4) await draft(roundId, problem)
        else {
          const endless = random() < SHARE_ENDLESS
          const { language, source, verdict } = endless
            ? { language: 'python' as const, source: 'while True:\n    pass\n', verdict: 'TLE' as const }
            : sourceFor(problem, random, random() < 0.6)
          const id = randomUUID() as SubmissionId
          await submit({ id, roundId, problemId: problem.id as ProblemId, language, source }, verdict)
        }
        await pause(50 + random() * 400)
      }
    },
    finish: () => void (finished = true),
    async sendAgain() {
      for (const [id, payload] of sent)
        if (ledger.acknowledged.has(id)) await submit(payload, ledger.acknowledged.get(id)!.deserves)
    },
    async ask(roundId) {
      const watched = await stubbornly('tournament:watch', { tournamentId: tournamentId!, as: 'player' })
      const listed = await stubbornly('draft:list', { roundId })
      if (!watched.ok || !listed.ok) throw new Error('the player is not known any more')
      const own = watched.value.me?.round?.problems.flatMap(({ submissions }) => submissions) ?? []
      return {
        verdicts: new Map(own.map(({ id, judgement }) => [id, judgement?.verdict ?? null])),
        drafts: new Map(
          listed.value.drafts.map(({ problemId, language, source }) => [`${problemId} ${language}`, source]),
        ),
      }
    },
    close: () => client.close(),
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function within<T>(answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('no answer')), ANSWER_WITHIN_MS)
  try {
    return await Promise.race([answer, promise])
  } finally {
    clearTimeout(timer)
  }
}
