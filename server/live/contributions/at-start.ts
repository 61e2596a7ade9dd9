import type { ProblemId } from '../../protocol/ids.ts'
import type { Parts } from '../parts.ts'

/**
 * Puts into the bank what has landed in earlier days, and what was taken back beside it, for the rounds that hold it.
 * What the release's own folder has by the same id is the folder's [C2].
 */
export async function landAtStart({
  store,
  bank,
  authoring,
  log,
}: Pick<Parts, 'store' | 'bank' | 'authoring' | 'log'>): Promise<void> {
  for (const { id, problemId, status } of await store.contributions()) {
    if (status !== 'landed' && status !== 'taken-back') continue
    if (bank.ofFolder.has(problemId as ProblemId)) {
      if (status === 'landed')
        log({ level: 'warn', message: 'a contributed puzzle was left out: the bank has this id itself', problemId })
      continue
    }
    const contribution = await store.contribution(id)
    const { problem, faults } = contribution ? await authoring.check(contribution.draft) : { problem: null, faults: [] }
    if (!problem) {
      log({ level: 'warn', message: 'a contributed puzzle was left out', problemId, fault: faults[0]?.message })
      continue
    }
    bank.land(problem)
    if (status === 'taken-back') bank.takeBack(problem.id)
  }
}
