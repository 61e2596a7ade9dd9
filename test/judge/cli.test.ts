import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CACHE_DATA_DIR } from '../support/judge-cache.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'outdo-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const problem = join(root, 'problems', 'echo-in-the-valley')
const accepted = join(problem, 'submissions', 'accepted', 'repeat.py')

const judge = (...args: string[]) => {
  const env = { ...process.env, DATA_DIR: CACHE_DATA_DIR }
  const run = spawnSync(process.execPath, ['--no-node-snapshot', join(root, 'server', 'cli', 'judge.ts'), ...args], {
    encoding: 'utf8',
    env,
  })
  return { code: run.status, out: run.stdout, err: run.stderr.trim() }
}

describe('npm run judge', () => {
  it('prints one judgement a file as JSON, and exits 1 when one of them is wrong', () => {
    const { code, out } = judge(
      problem,
      accepted,
      file('wrong.py', 'def echo_in_the_valley(word, times):\n    return word'),
      '--json',
    )
    const [right, wrong] = JSON.parse(out) as Record<string, unknown>[]
    expect(right).toMatchObject({
      file: accepted,
      language: 'python',
      verdict: 'AC',
      passed: 12,
      total: 12,
      printed: '',
    })
    expect(wrong).toMatchObject({ verdict: 'WA' })
    expect(wrong!.runs).toContainEqual(
      expect.objectContaining({ name: 'example 1', call: "echo_in_the_valley('Hola', 3)", received: "'Hola'" }),
    )
    expect(code).toBe(1)
  })

  it('exits 0 when all are accepted, and prints for people', () => {
    expect(judge(problem, accepted)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^AC {3}.*repeat\.py: 12 of 12 tests pass/),
    })
  })

  it.each([
    ['nothing', [], /usage/],
    ['no file', [problem], /usage/],
    ['a folder that is not there', ['nowhere', accepted], /nowhere: there is no such problem folder/],
    ['a file that is not there', [problem, 'gone.py'], /gone\.py/],
    ['a file of no language', [problem, join(problem, 'hints.md')], /hints\.md: a source file ends in/],
    ['an unknown option', [problem, accepted, '--loud'], /--loud/],
  ])('says what is wrong in one line and exits 2, given %s', (_, args, words) => {
    const { code, err } = judge(...args)
    expect(code).toBe(2)
    expect(err).toMatch(words)
    expect(err.split('\n')).toHaveLength(1)
  })
})
