import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPackage } from '../../server/bank/files.ts'
import { zipPackage } from '../../server/bank/package-zip.ts'
import { readZip, writeZip } from '../../server/bank/zip.ts'
import type { ImportReply } from '../../server/protocol/contributions.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import type { Refusal } from '../../server/protocol/refusals.ts'
import type { Result } from '../../server/protocol/result.ts'
import { changed, emptyFolder, packageIn, type Files } from '../bank/packages.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { writer, type Writer } from '../support/contributions.ts'
import { aPuzzle } from '../support/drafts.ts'

const TWICE = 'twice' as ProblemId
const zipped = (changes: Files = {}): Uint8Array =>
  zipPackage(TWICE, readPackage(packageIn(emptyFolder(), TWICE, changes), TWICE).files)
const aZip = (files: Record<string, string>): Uint8Array => writeZip(new Map(Object.entries(files)))

const KATTIS = {
  'problem.yaml': 'name: Sum\n',
  'problem_statement/problem.en.md': 'Add two numbers.\n',
  'data/sample/1.in': '1 2\n',
  'data/sample/1.ans': '3\n',
  'data/secret/1.in': '3 4\n',
  'data/secret/1.ans': '7\n',
  'submissions/accepted/sum.py': 'print(sum(map(int, input().split())))\n',
}
const EXERCISM = {
  'description.md': 'Say whether a year is a leap year.\n',
  'canonical-data.json': JSON.stringify({
    exercise: 'leap',
    cases: [1996, 1900, 2000].map((year) => ({
      ...{ uuid: String(year), description: String(year), property: 'leapYear' },
      ...{ input: { year }, expected: year !== 1900 },
    })),
  }),
}

describe('puzzles come and go as zips', () => {
  let club: Club
  let host: Person
  let puzzles: Writer
  beforeAll(async () => {
    club = await openClub({ app: { rateLimitScale: 5 } })
    host = await club.host()
    puzzles = writer(host)
  })
  afterAll(() => club.close())
  const send = async (
    who: Person,
    bytes: Uint8Array,
    name = 'some-puzzle.zip',
    headers: Record<string, string> = {},
  ) => {
    const response = await who.request(`/api/contributions/import?name=${encodeURIComponent(name)}`, {
      ...{ method: 'POST', body: Buffer.from(bytes) },
      headers: { 'content-type': 'application/zip', ...headers },
    })
    return { status: response.status, result: (await response.json()) as Result<ImportReply, Refusal> }
  }
  const taken = async (bytes: Uint8Array, name?: string): Promise<ImportReply> => {
    const { result } = await send(host, bytes, name)
    if (!result.ok) throw new Error(result.refusal.message)
    return result.value
  }
  const drafts = async () => (await host.must('contribution:list', {})).contributions.length

  it('takes a package, and gives the same one back', async () => {
    const { contributionId, report, faults } = await taken(zipped())
    expect({ report, faults }).toEqual({
      report: { taken: ['the whole package'], changed: [], leftOut: [], toDo: [] },
      faults: [],
    })
    const response = await host.request(`/api/contributions/${contributionId}.zip`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=twice.zip')
    const back = new Uint8Array(await response.arrayBuffer())
    const again = await taken(back)
    const [first, second] = await Promise.all(
      [contributionId, again.contributionId].map((id) => host.must('contribution:read', { contributionId: id })),
    )
    expect(second!.contribution.draft).toEqual(first!.contribution.draft)
    expect(first!.contribution).toMatchObject({ problemId: 'twice', status: 'draft', mine: true })
  })

  it('gives out what is unfinished, too', async () => {
    const id = await puzzles.draft(aPuzzle({ problemId: '', submissions: [] }))
    const response = await host.request(`/api/contributions/${id}.zip`)
    const files = readZip(new Uint8Array(await response.arrayBuffer()), { files: 150, bytes: 4e6 })
    expect(files.ok && [...files.value.keys()]).toContain('puzzle/statement.md')
  })

  it('takes a package that does not pass its trial yet, and says what is missing at once', async () => {
    const { faults } = await taken(zipped({ 'walkthrough.md': undefined, 'submissions/accepted/times.js': undefined }))
    expect(faults).toContainEqual(expect.objectContaining({ file: 'submissions/accepted' }))
  })

  it('takes Exercism’s and Kattis’s formats, with a report of what became of them', async () => {
    const exercism = await taken(aZip(EXERCISM), 'leap.zip')
    expect(exercism.report.toDo.join()).toContain('solution')
    expect(await puzzles.row(exercism.contributionId)).toMatchObject({ problemId: 'leap' })
    const kattis = await taken(aZip(KATTIS), 'SumOfTwo.zip')
    expect(await puzzles.row(kattis.contributionId)).toMatchObject({ problemId: 'sum-of-two', name: 'Sum' })
    const { contribution } = await host.must('contribution:read', { contributionId: kattis.contributionId })
    expect(contribution.draft).toMatchObject({ kind: 'script', examples: [{ stdin: '1 2\n', expected: '3\n' }] })
  })

  it.each<[string, () => Uint8Array, RegExp]>([
    ['no zip', () => Buffer.from('hello'), /is no zip file/],
    ['nothing', () => Buffer.alloc(0), /zip/],
    [
      'a path that climbs',
      () => aZip({ '../../etc/cron.d/evil': 'x' }),
      /etc\/cron\.d\/evil": leads out of the package/,
    ],
    [
      'ten thousand files',
      () => writeZip(new Map(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, '']))),
      /holds 10000 entries/,
    ],
    ['a bomb', () => aZip({ bomb: '0'.repeat(33 * 1024 * 1024) }), /is larger than 33554432 bytes when unpacked/],
    [
      'a bomb of our own format',
      () => aZip({ 'problem.yaml': 'name: x', 'tests.yaml': ' '.repeat(5e6) }),
      /is larger than 4194304 bytes/,
    ],
    ['files of no format', () => aZip({ 'readme.txt': 'x' }), /holds neither one of this bank's packages/],
    [
      'a file that no package has',
      () => aZip({ 'twice/problem.yaml': 'x', 'twice/tests.yaml': 'x', 'twice/run.sh': 'x' }),
      /twice\/run\.sh: is not a file that a package has/,
    ],
    [
      'a checker that is not known',
      () => zipped(changed('problem.yaml', 'kind: function', 'kind: function\nchecker: telepathy')),
      /problem\.yaml: checker: /,
    ],
    [
      'a language that is not there',
      () => zipped(changed('problem.yaml', 'javascript, typescript', 'fortran')),
      /problem\.yaml: languages\[1\]: must be one of python/,
    ],
    ['YAML that is none', () => zipped({ 'tests.yaml': 'examples: [' }), /tests\.yaml: line 1/],
  ])('refuses %s with place and reason, and leaves nothing behind', async (_what, bytes, reason) => {
    const before = await drafts()
    const { status, result } = await send(host, bytes())
    expect(status).toBe(400)
    expect(result).toMatchObject({ refusal: { code: 'package-unusable', message: expect.stringMatching(reason) } })
    expect(await drafts()).toBe(before)
  })

  it('is for hosts, and for pages of this server', async () => {
    const { code } = await host.must('tournament:create', { name: 'Evening', rounds: [], approveNames: false })
    const id = await puzzles.draft(aPuzzle())
    for (const person of [await club.player('Ada', code), await club.stranger()]) {
      expect(await send(person, zipped())).toMatchObject({
        status: 401,
        result: { refusal: { code: 'not-signed-in' } },
      })
      expect((await person.request(`/api/contributions/${id}.zip`)).status).toBe(401)
    }
    const foreign = await send(host, zipped(), 'a.zip', { origin: 'https://elsewhere.example' })
    expect(foreign).toMatchObject({ status: 400, result: { ok: false } })
    expect((await host.request('/api/contributions/nobody-at-all.zip')).status).toBe(400)
  })

  it('takes four megabytes at most, and twenty a minute', async () => {
    expect((await send(host, new Uint8Array(4 * 1024 * 1024 + 1))).status).toBe(413)
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(host, Buffer.from('x'))))
    expect(answers.map(({ status }) => status)).toContain(429)
  })
})
