import { describe, expect, it } from 'vitest'
import { checkDraft } from '../../server/bank/authoring/check.ts'
import { filesOfDraft } from '../../server/bank/authoring/draft-files.ts'
import { draftOfFiles, draftOfProblem } from '../../server/bank/authoring/draft-of.ts'
import { loadBank } from '../../server/bank/load.ts'
import { readPackage } from '../../server/bank/files.ts'
import { problemOf } from '../../server/bank/package.ts'
import { PuzzleDraft, type PackageFault } from '../../server/protocol/contributions.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import type { Result } from '../../server/protocol/result.ts'
import { emptyFolder, packageIn } from './packages.ts'

const bank = await loadBank('problems')
const all = [...bank.problems.values()]
const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const TWICE = 'twice' as ProblemId
const twice = (): PuzzleDraft =>
  must(draftOfFiles(TWICE, readPackage(packageIn(emptyFolder(), 'twice'), 'twice').files))
const faultsOf = async (draft: PuzzleDraft): Promise<string[]> =>
  (await checkDraft(draft)).faults.map(({ file, field, message }: PackageFault) =>
    [file, field, message].filter(Boolean).join(' '),
  )

describe('a draft and a package are two forms of the same', () => {
  it.each(all.map((problem) => [problem.id, problem] as const))('%s', async (id, problem) => {
    const draft = must(draftOfFiles(id, readPackage(`problems/${id}`, id).files))
    const { files, faults } = filesOfDraft(draft)
    expect(faults).toEqual([])
    expect(must(await problemOf(id, files))).toEqual(problem)
    expect(must(draftOfFiles(id, files))).toEqual(draft)
    // What goes over the wire and into the database is JSON.
    expect(PuzzleDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
    expect((await checkDraft(draft)).faults).toEqual([])
    const copied = must(draftOfProblem(problem, id))
    expect(must(await problemOf(id, filesOfDraft(copied).files))).toEqual(problem)
  })

  it('keeps the digits of whole numbers that no double holds', async () => {
    const draft = twice()
    draft.hidden[0] = { args: ['9007199254740993'], expected: '18014398509481986', note: '', notes: {} }
    const { files } = filesOfDraft(draft)
    expect(files.get('tests.yaml')).toContain('9007199254740993')
    expect(must(await problemOf(TWICE, files)).hidden[0]).toMatchObject({ args: [9007199254740993n] })
    expect(must(draftOfFiles(TWICE, files)).hidden[0]).toEqual(draft.hidden[0])
  })

  it('keeps notes in several languages, and values that YAML would take for something else', () => {
    const draft = twice()
    draft.examples[0] = { ...draft.examples[0]!, note: 'yes', notes: { es: '~' } }
    draft.hidden[1] = { args: ['"null"'], expected: '{"a": [1.5, "0x1F", "2024-01-01", "", -0]}', note: '', notes: {} }
    expect(must(draftOfFiles(TWICE, filesOfDraft(draft).files))).toEqual(draft)
  })
})

describe('what is wrong with a draft is said with its place', () => {
  it.each<[string, (draft: PuzzleDraft) => void, string]>([
    ['no id', (draft) => (draft.problemId = ''), 'id is missing'],
    [
      'an id with capitals',
      (draft) => (draft.problemId = 'Twice'),
      'id a problem id has lower-case letters, digits and "-"',
    ],
    ['no name', (draft) => (draft.name = ''), 'problem.yaml name'],
    [
      'a cell that is no value',
      (draft) => (draft.hidden[2]!.args = ['north']),
      'tests.yaml hidden[2].args[0] is no value: texts stand between quotes, as in "north"',
    ],
    [
      'a cell of another type',
      (draft) => (draft.hidden[2]!.args = ['"3"']),
      'tests.yaml hidden[2].args[0] "3" is not of the type int',
    ],
    [
      'nothing expected yet',
      (draft) => (draft.hidden[7]!.expected = ''),
      'tests.yaml hidden[7].returns is not filled in yet',
    ],
    [
      'too few tests',
      (draft) => (draft.hidden = draft.hidden.slice(0, 3)),
      'tests.yaml hidden has 3; at least 8 are needed',
    ],
    [
      'a statement with script in it',
      (draft) => (draft.statement['en'] = 'Hi <script>alert(1)</script>'),
      'statement.md holds HTML',
    ],
    [
      'a link that runs something',
      (draft) => (draft.walkthrough['en'] = '[here](javascript:alert(1))'),
      'walkthrough.md holds a link',
    ],
    [
      'a file name that climbs',
      (draft) => (draft.submissions[0]!.file = '../../x.py'),
      'submissions/accepted/../../x.py is called as no submission',
    ],
    ['two submissions of one name', (draft) => draft.submissions.push(draft.submissions[0]!), 'is there twice'],
    [
      'no accepted solution',
      (draft) => (draft.submissions = draft.submissions.slice(-1)),
      'submissions/accepted holds no solution in python',
    ],
    [
      'a text that is too long',
      (draft) => (draft.walkthrough['en'] = 'ñ'.repeat(15_000)),
      'walkthrough.md is larger than the 20480 bytes',
    ],
  ])('%s', async (_what, spoil, fault) => {
    const draft = twice()
    spoil(draft)
    const faults = await faultsOf(draft)
    expect(faults.join('\n')).toContain(fault)
  })

  it('says nothing more of a cell that cannot be read', async () => {
    const draft = twice()
    draft.examples[0]!.args = ['']
    expect(await faultsOf(draft)).toEqual(['tests.yaml examples[0].args[0] is not filled in yet'])
  })

  it('reads no package whose YAML is not what it should be', () => {
    const files = readPackage(packageIn(emptyFolder(), 'twice'), 'twice').files
    files.set(
      'problem.yaml',
      files.get('problem.yaml')!.replace('kind: function', 'kind: function\nchecker: telepathy'),
    )
    expect(draftOfFiles(TWICE, files)).toMatchObject({ refusal: [{ file: 'problem.yaml', field: 'checker' }] })
  })
})
