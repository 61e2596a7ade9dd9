import { LANGUAGES, type Language } from '../../protocol/judgement.ts'
import type { JudgeCheck } from '../../protocol/rehearsal.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Problem } from '../../bank/problem.ts'
import type { Context, Handlers } from '../handler.ts'

/** What a rehearsal measures that needs no connection of its own. */
export const rehearsal: Handlers<'rehearsal:ping' | 'rehearsal:judge'> = {
  'rehearsal:ping': async () => ok({}),

  async 'rehearsal:judge'(context, actor, { tournamentId }) {
    const { store, judge, newId } = context
    if (!(await store.tournament(tournamentId))) return refused(refusal('tournament-not-found'))
    const offered = await puzzlesOf(context, tournamentId)
    const checks: JudgeCheck[] = []
    for (const language of LANGUAGES) {
      const found = honest(offered, language)
      if (!found) continue
      const { problem, source } = found
      const begun = performance.now()
      const job = { id: newId(), problem, language, source, player: actor.host?.userId ?? 'nobody' }
      const { verdict } = await judge.judge({ ...job, purpose: 'submit' })
      checks.push({ language, problemId: problem.id, verdict, tookMs: Math.round(performance.now() - begun) })
    }
    return ok({ checks })
  },
}

/** The tournament's own puzzles first, then any. */
async function puzzlesOf({ store, bank }: Context, tournamentId: Parameters<typeof store.roundsOf>[0]) {
  const planned = (await store.roundsOf(tournamentId)).flatMap(({ problemIds }) => problemIds)
  return [...planned.flatMap((id) => bank.problems.get(id) ?? []), ...bank.problems.values()]
}

function honest(problems: readonly Problem[], language: Language) {
  for (const problem of problems) {
    const accepted = problem.submissions.find((one) => one.folder === 'accepted' && one.language === language)
    if (accepted) return { problem, source: accepted.source }
  }
  return null
}
