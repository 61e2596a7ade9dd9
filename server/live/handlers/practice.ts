import { suggestNext } from '../../improvement/suggest.ts'
import type { practiceCommands } from '../../protocol/commands/practice.ts'
import type { PlayerId, ProblemId } from '../../protocol/ids.ts'
import { refusal } from '../../protocol/refusals.ts'
import { ok, refused } from '../../protocol/result.ts'
import type { Actor } from '../actor.ts'
import type { Context, HandlersOf } from '../handler.ts'

/** Puzzles outside of rounds, which never move the mark. */
export const practice: HandlersOf<typeof practiceCommands> = {
  async 'practice:problems'(context, actor, { locale }) {
    const { bank } = context
    const { published, suggested, solved } = await openTo(context, actor)
    const shown = [...new Set([...published, ...suggested])]
    return ok({
      problems: shown
        .flatMap((id) => (bank.isOffered(id) ? (bank.view(id, locale, false) ?? []) : []))
        .sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1))
        .map(({ id, name, level, minutes, topics }) => ({ id, name, level, minutes, topics })),
      solved: [...solved],
      suggested,
    })
  },

  // What was solved is not suggested any more, and may still lie open before whoever has just solved it.
  async 'practice:problem'(context, actor, { problemId, locale }) {
    const { bank } = context
    const { published, secret, suggested, solved } = await openTo(context, actor)
    const isOpen =
      published.has(problemId) || suggested.includes(problemId) || (solved.has(problemId) && !secret.has(problemId))
    const problem = isOpen && bank.isOffered(problemId) ? bank.view(problemId, locale, published.has(problemId)) : null
    return problem ? ok({ problem }) : refused(refusal('problem-not-found'))
  },

  async 'warm-up:problem'({ bank }, _actor, { locale }) {
    const problem = bank.warmUp()
    const view = problem && bank.view(problem.id, locale, false)
    return view ? ok({ problem: view }) : refused(refusal('problem-not-found'))
  },
}

/** What this player may practise by their list: puzzles of published rounds, and two suggested by their level. */
async function openTo({ store, bank, model }: Context, { player }: Actor) {
  const playerId = player?.playerId
  const [published, secret] = await Promise.all([store.publishedProblems(), store.secretProblems()])
  const solved = playerId ? await store.solvedBy(playerId) : new Set<ProblemId>()
  const free = bank.offered().filter(({ id }) => !secret.has(id) && bank.warmUp()?.id !== id)
  const suggested = (playerId ? suggestNext(await model.state(), playerId, free, solved) : []) as ProblemId[]
  return { published, secret, suggested, solved }
}

/** Anything but puzzles that a round still has ahead, or has not published. */
export async function mayPractise({ bank, store }: Context, problemId: ProblemId): Promise<boolean> {
  if (!bank.isOffered(problemId)) return false
  if (bank.warmUp()?.id === problemId || (await store.publishedProblems()).has(problemId)) return true
  return !(await store.secretProblems()).has(problemId)
}

/** From now on the model leaves this puzzle out for this player: who has solved it before says nothing by it. */
export async function notePractice({ store, clock }: Context, playerId: PlayerId, problemId: ProblemId): Promise<void> {
  const row = { id: `${playerId}:${problemId}`, playerId, problemId, at: clock.now() }
  // Solved before: the first time counts.
  await store.commit({ expected: {}, changes: [{ do: 'insert', table: 'practiceSolves', row }] })
}
