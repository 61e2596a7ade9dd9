import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JUDGE_CACHE } from './support/judge-cache.ts'

const root = join(import.meta.dirname, '..')
/** What other processes of this run have compiled, where that is kept. */
const COMPILED = process.env['NODE_COMPILE_CACHE'] ? { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] } : {}
let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'outdo-main-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

type Ended = { code: number | null; stdout: string; stderr: string }

/** Runs the server until it ends by itself, or until it has printed `until`; then it is asked to stop. */
function run(env: Record<string, string>, options: { args?: string[]; until?: RegExp } = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--no-node-snapshot', 'server/main.ts', ...(options.args ?? [])], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...COMPILED, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    if (options.until?.test(stdout)) child.kill('SIGTERM')
  })
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, stdout, stderr })))
}
const oneLine = (text: string) => text.trim().split('\n').length

describe('starting the server', () => {
  it.each([
    ['a data folder whose parent is missing', { DATA_DIR: '/nowhere/at/all' }, /DATA_DIR/],
    ['a data folder that is a file', { DATA_DIR: '/etc/hostname' }, /directory|folder/],
    ['a port that is none', { PORT: 'eighty' }, /PORT/],
    ['an address of the world that is none', { PUBLIC_URL: 'outdo.example' }, /PUBLIC_URL/],
  ])('ends with one line and 2 for %s', async (_, env, words) => {
    const { code, stdout, stderr } = await run({ DATA_DIR: join(scratch, 'unused'), ...env })
    expect({ code, stdout, lines: oneLine(stderr) }).toEqual({ code: 2, stdout: '', lines: 1 })
    expect(stderr).toMatch(words)
  })

  it('ends with one line and 2 for a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await run({ DATA_DIR: join(scratch, 'taken'), CACHE_DIR: JUDGE_CACHE, PORT: String(port) })
    other.close()
    expect({ code, lines: oneLine(stderr) }).toEqual({ code: 2, lines: 1 })
    expect(stderr).toContain(`Port ${port} is taken`)
  })

  it('ends with one line and 2 for an option that is none', async () => {
    const { code, stderr } = await run({}, { args: ['--dmeo'] })
    expect({ code, lines: oneLine(stderr) }).toEqual({ code: 2, lines: 1 })
    expect(stderr).toContain('--dmeo')
  })

  it('starts without a broken puzzle, says so, and stops cleanly', async () => {
    const problems = join(scratch, 'problems')
    await mkdir(join(problems, 'broken'), { recursive: true })
    await cp(join(root, 'problems/a-seat-on-the-bus'), join(problems, 'a-seat-on-the-bus'), { recursive: true })
    await writeFile(join(problems, 'broken/problem.yaml'), 'name: Broken\nlevel: nine\n')
    const env = { DATA_DIR: join(scratch, 'data'), PROBLEMS_DIR: problems, CACHE_DIR: JUDGE_CACHE }
    const { code, stdout } = await run(env, { until: /claim\?token=/ })
    expect(stdout).toMatch(/with 1 puzzle\./)
    expect(stdout).toMatch(/broken[\s\S]*level/)
    expect(code).toBe(0)
    // Its secrets are for nobody else on the machine.
    expect((await stat(env.DATA_DIR)).mode & 0o777).toBe(0o700)
  })
})
