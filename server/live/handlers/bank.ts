import { suggestRound } from '../../improvement/suggest.ts'
import type { bankCommands } from '../../protocol/commands/bank.ts'
import type { ProblemId } from '../../protocol/ids.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import { checkLanguage, checkSource } from '../../tournament/submission.ts'
import { expectedAt } from '../expected.ts'
import type { Context, HandlersOf } from '../handler.ts'
import { hintsIn } from '../views/me-view.ts'

/** Puzzles to choose from. */
export const bank: HandlersOf<typeof bankCommands> = {
  async 'bank:list'(context, _actor, { tournamentId }) {
    const played = new Map<string, number>()
    for (const rated of await context.store.timeline())
      for (const { id } of (rated.problems as { list: { id: string }[] }).list)
        played.set(id, (played.get(id) ?? 0) + 1)
    const tournament = tournamentId ? await context.store.tournament(tournamentId) : null
    const solved = tournament ? (await expectedAt(context.store, tournament)).map((player) => player.solved) : []
    const expected = solved.length
    const rows = forRounds(context).map((problem) => {
      const { id, name, level, minutes, topics, kind, languages } = problem
      const solvedBefore = solved.filter((known) => known.has(id)).length
      const playedRounds = played.get(id) ?? 0
      return { id, name, level, minutes, topics, kind, languages, solvedBefore, expected, playedRounds }
    })
    return ok({
      problems: rows.sort((a, b) => a.level - b.level || a.minutes - b.minutes || (a.name < b.name ? -1 : 1)),
    })
  },

  async 'bank:preview'({ bank: catalogue }, _actor, { problemId, locale }) {
    const problem = catalogue.view(problemId, locale, true)
    if (!problem) return refused(refusal('problem-not-found'))
    return ok({ problem, hints: hintsIn(catalogue.problems.get(problemId)!, locale) })
  },

  async 'preview:submit'({ bank: catalogue, judge, newId }, actor, { problemId, language, source }) {
    const problem = catalogue.problems.get(problemId)
    if (!problem) return refused(refusal('problem-not-found'))
    for (const check of [checkLanguage(problem.languages, language), checkSource(source)]) if (!check.ok) return check
    const player = actor.host?.userId ?? 'nobody'
    if (!judge.canTry(player)) return refused(refusal('server-busy'))
    return ok({ judgement: await judge.judge({ id: newId(), problem, language, source, player, purpose: 'submit' }) })
  },

  async 'bank:suggest'(context, _actor, { tournamentId, count, level, limitMinutes, without }) {
    const tournament = await context.store.tournament(tournamentId)
    if (!tournament) return refused(refusal('tournament-not-found'))
    const rounds = await context.store.roundsOf(tournamentId)
    const taken = new Set([...without, ...rounds.flatMap((round) => round.problemIds)])
    const near = (own: number) => level === undefined || Math.abs(own - level) <= 1
    const offered = forRounds(context).filter((problem) => !taken.has(problem.id) && near(problem.level))
    const suggested = suggestRound({
      state: await context.model.state(),
      bank: offered,
      expected: await expectedAt(context.store, tournament),
      limitMinutes,
      count,
      ...(level === undefined ? {} : { around: level }),
    })
    return ok({ problemIds: suggested as ProblemId[] })
  },
}

/** The puzzles of the bank that rounds are made of: everybody knows the warm-up already. */
const forRounds = ({ bank: catalogue }: Context) =>
  catalogue.offered().filter((problem) => problem.id !== catalogue.warmUp()?.id)
