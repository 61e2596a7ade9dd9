import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CACHE_DATA_DIR } from '../support/judge-cache.ts'
import { runNode } from '../support/run-node.ts'
import { changed, emptyFolder, packageIn } from './packages.ts'

/** What `npm run problems --` runs, in a process of its own. */
const run = (...args: string[]) =>
  runNode(['--no-node-snapshot', 'server/cli/problems.ts', ...args], { env: { DATA_DIR: CACHE_DATA_DIR } })

describe('npm run problems', () => {
  it('verify: a folder of packages, all right', async () => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    const { out, code } = await run('verify', folder)
    expect(out).toMatch(/\[1\/1\] {2}right {2}twice /)
    expect(out).toMatch(/1 package: everything is right\n$/)
    expect(code).toBe(0)
  })

  it('verify: names file, field and fault of what is broken, and still tries the rest', async () => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    packageIn(folder, 'thrice', changed('problem.yaml', 'level: 1', 'level: 9'))
    packageIn(folder, 'four-times', { 'submissions/wrong_answer/right.py': 'def twice_of(n):\n    return n + n\n' })
    const { out, code } = await run('verify', folder)
    expect(out).toMatch(/^fault: thrice\/problem\.yaml: level: must be at most 6$/m)
    expect(out).toMatch(/^fault: four-times\/submissions\/wrong_answer\/right\.py: python: must get WA, but gets AC$/m)
    expect(out).toMatch(/^fault: four-times: is the same problem as twice/m)
    expect(code).toBe(1)
  })

  it('verify --json prints one JSON value and nothing else', async () => {
    const folder = packageIn(emptyFolder(), 'twice', { 'walkthrough.md': undefined })
    const { out, err, code } = await run('verify', folder, '--json', '--mutants')
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      packages: [{ id: 'twice', examples: 2, hidden: 8, mutants: { survivors: [], caughtShare: 1 } }],
      faults: [{ file: 'twice/walkthrough.md', field: '', message: 'is missing' }],
    })
    expect([err, code]).toEqual(['', 1])
  })

  it('new: starts a package that is right as it stands', async () => {
    const folder = emptyFolder()
    const made = await run('new', '3-in-a-row', folder)
    expect([made.err, made.code]).toEqual(['', 0])
    expect(existsSync(join(folder, '3-in-a-row', 'submissions', 'accepted', 'simple.py'))).toBe(true)
    const { out, code } = await run('verify', folder)
    expect(out).toMatch(/everything is right/)
    expect(code).toBe(0)
  })

  it('list: the table of the bank', async () => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    packageIn(folder, 'also', changed('problem.yaml', 'level: 1', 'level: 2'))
    const { out, code } = await run('list', folder)
    expect(out.split('\n').map((row) => row.split(/\s+/).slice(0, 4).join(' '))).toEqual([
      'id level minutes tests',
      'twice 1 3 10',
      'also 2 3 10',
      '',
    ])
    expect(code).toBe(0)
  })

  it('export and import: a package travels', async () => {
    const [here, there] = [emptyFolder(), emptyFolder()]
    const zip = join(here, 'twice.zip')
    expect((await run('export', packageIn(here, 'twice'), zip)).code).toBe(0)
    expect(await run('import', zip, 'twice', there)).toMatchObject({ code: 0, err: '' })
    expect((await run('list', there)).out).toMatch(/^twice /m)
    const again = await run('import', zip, 'twice', there)
    expect(again).toMatchObject({ code: 1, out: 'fault: twice: is the id of a package that is there already\n' })
  })

  it.each<[string, string[], RegExp]>([
    ['no command', [], /^a command is missing: verify, list, new, import or export\n$/],
    ['an unknown command', ['check'], /^there is no command "check"/],
    ['an unknown flag', ['verify', '--fast'], /^--fast is not known here/],
    ['a folder that is not there', ['verify', '/nowhere'], /^\/nowhere: there is no such folder\n$/],
    ['a folder without packages', ['verify', 'docs/operations'], /^docs\/operations: there is no package in it\n$/],
    ['an id that is none', ['new', 'My Puzzle', '/nowhere'], /^"My Puzzle" cannot be an id: a problem id has/],
    ['an id that is taken', ['new', 'next-ferry'], /^problems\/next-ferry is there already/],
  ])('%s is bad use: one line, exit 2', async (_, args, line) => {
    const { out, err, code } = await run(...args)
    expect(err).toMatch(line)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect([out, code]).toEqual(['', 2])
  })
})
