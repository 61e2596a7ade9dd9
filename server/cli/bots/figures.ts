import type { Sending } from './player-bot.ts'

export type Percentiles = { count: number; p50Ms: number; p95Ms: number; p99Ms: number; maxMs: number }

export type Figures = {
  tries: { sent: number; answered: number; refused: Record<string, number> }
  submissions: { sent: number; acknowledged: number; judged: number; refused: Record<string, number>; lost: number }
  /** Verdicts other than what the code deserves; `JE` is the server's own fault. */
  wrongVerdicts: { expected: string; verdict: string; kind: string }[]
  serverErrors: number
  acknowledgement: Percentiles
  /** Of submissions, `TLE` left out. */
  verdict: Percentiles
  try: Percentiles
}

export function figuresOf(sendings: readonly Sending[], lost: number): Figures {
  const tries = sendings.filter(({ kind }) => kind === 'try')
  const submissions = sendings.filter(({ kind }) => kind === 'submit')
  // A Try runs examples alone: code that hidden tests catch may pass them.
  const decided = sendings.filter(
    ({ kind, verdict, expected }) => verdict !== null && (kind === 'submit' || expected === 'AC'),
  )
  const timed = (of: readonly Sending[]) =>
    percentiles(of.flatMap(({ verdict, verdictMs }) => (verdict !== 'TLE' && verdictMs !== null ? [verdictMs] : [])))
  return {
    tries: { sent: tries.length, answered: tries.filter(({ verdict }) => verdict).length, refused: refusals(tries) },
    submissions: {
      sent: submissions.length,
      acknowledged: submissions.filter(({ ackMs, refused }) => ackMs !== null && !refused).length,
      judged: submissions.filter(({ verdict }) => verdict).length,
      refused: refusals(submissions),
      lost,
    },
    wrongVerdicts: decided
      .filter(({ verdict, expected }) => verdict !== expected)
      .map(({ kind, expected, verdict }) => ({ kind, expected, verdict: verdict! })),
    serverErrors: sendings.filter(({ refused }) => refused === 'server-error').length,
    acknowledgement: percentiles(
      submissions.flatMap(({ ackMs, refused }) => (ackMs !== null && !refused ? [ackMs] : [])),
    ),
    verdict: timed(submissions),
    try: timed(tries),
  }
}

function refusals(sendings: readonly Sending[]): Record<string, number> {
  const refused = sendings.flatMap((sending) => (sending.refused ? [sending.refused] : []))
  return Object.fromEntries([...Map.groupBy(refused, (code) => code)].map(([code, all]) => [code, all.length]))
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) }
}
