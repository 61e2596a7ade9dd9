import type { PackageFault, PuzzleDraft } from '../../protocol/contributions.ts'
import { ProblemId } from '../../protocol/ids.ts'
import { fault } from '../fault.ts'
import { problemOf } from '../package.ts'
import type { Problem } from '../problem.ts'
import { lacks } from '../verify.ts'
import { filesOfDraft } from './draft-files.ts'
import { insideOf } from './draft-of.ts'

/** The draft as a problem, null where it is none yet, and all that has to be mended before the bank takes it. Runs nothing. */
export async function checkDraft(draft: PuzzleDraft): Promise<{ problem: Problem | null; faults: PackageFault[] }> {
  const id = ProblemId.safeParse(draft.problemId)
  const ownFaults: PackageFault[] = id.success ? [] : [fault('', 'id', draft.problemId === '' ? 'missing' : 'id-shape')]
  const { files, faults } = filesOfDraft(draft)
  const name = id.data ?? ('draft' as ProblemId)
  const made = await problemOf(name, files)
  const found = (made.ok ? lacks(made.value) : made.refusal).map((fault) => insideOf(name, fault))
  // What a cell that cannot be read makes of the rest is no news.
  const news = found.filter(
    ({ file, field }) =>
      !faults.some((known) => known.file === file && known.field !== '' && field.startsWith(known.field)),
  )
  const all = [...ownFaults, ...faults, ...news]
  return { problem: made.ok && ownFaults.length + faults.length === 0 ? made.value : null, faults: all }
}
