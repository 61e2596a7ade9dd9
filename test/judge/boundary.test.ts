import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJudge } from '../../server/judge/judge.ts'
import type { Launcher } from '../../server/judge/launch.ts'
import { planJob } from '../../server/judge/plan.ts'
import { createPool } from '../../server/judge/pool.ts'
import { processorMs } from '../../server/judge/process-stats.ts'
import { startWorker } from '../../server/judge/worker-process.ts'
import { openJudge, type TestJudge } from './support/open-judge.ts'
import { double, functionProblem } from './support/problems.ts'

const job = {
  id: 'x',
  problem: double,
  language: 'python',
  source: 'def double_it(n): return 2 * n',
  player: 'p',
  purpose: 'submit',
} as const

describe('what a worker is given', () => {
  it('holds the inputs and no expected output', () => {
    const problem = functionProblem('f', '(n: int) -> str', {
      examples: [{ args: [11], returns: 'EXPECTED-1' }],
      hidden: [{ args: [22], returns: 'EXPECTED-2' }],
    })
    const text = JSON.stringify(planJob({ ...job, problem }, 1).task)
    expect(text).toContain('[22]')
    expect(text).not.toContain('EXPECTED')
  })
})

/** A worker that says what a test wants it to say. */
const impostor = (script: string): Launcher => ({
  layers: [],
  worker: () =>
    spawn(
      process.execPath,
      ['-e', `const say = (x) => console.log(typeof x === 'string' ? x : JSON.stringify(x)); ${script}`],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    ),
  prepare: () => spawn('true'),
})
const READY =
  'say({ ready: true, layers: [], startedMs: 1 }); process.stdin.once("data", (d) => { const task = JSON.parse(d); '

describe('a worker that was taken over', () => {
  const task = { ...planJob(job, 1).task, id: 7 }
  it.each([
    ['says what is no JSON', 'say("{{{") })'],
    ['answers for another task', 'say({ id: 8, done: true, cpuMs: 1, memoryKb: 1, tired: false }) })'],
    ['adds fields of its own', 'say({ id: 7, done: true, cpuMs: 1, memoryKb: 1, tired: false, verdict: "AC" }) })'],
    [
      'says a step twice',
      'for (const i of [0, 0]) say({ id: 7, step: i, body: "{}", printed: "", complained: "", cpuMs: 1 }) })',
    ],
    [
      'says a step that nobody planned',
      'say({ id: 7, step: 99, body: "{}", printed: "", complained: "", cpuMs: 1 }) })',
    ],
    ['sends a line without end', 'process.stdout.write("x".repeat(20_000_000)) })'],
    ['floods', 'setInterval(() => process.stdout.write(" \\n".repeat(1e6)), 0) })'],
    ['dies', 'process.exit(3) })'],
  ])('is not believed when it %s', async (_, script) => {
    const worker = startWorker(impostor(READY + script), ['python'])
    await worker.ready
    expect(await worker.run(task)).toMatchObject({ end: 'died' })
    await worker.gone
  })
})

describe('a worker that cannot start', () => {
  it('is reported with what it said', async () => {
    const worker = startWorker(impostor('say({ fatal: "no image", unprepared: false })'), ['python'])
    await expect(worker.ready).rejects.toThrow('no image')
  })

  it('leaves the judge standing: it says why, and judges nothing wrongly', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'outdo-no-cache-')), 'in-the-way')
    const log: string[] = []
    writeFileSync(file, '')
    await expect(
      createJudge({ workers: 1, cacheDir: join(file, 'cache'), log: ({ message }) => void log.push(message) }),
    ).rejects.toThrow(/in-the-way/)
    rmSync(file)
  })
})

describe('a pool whose workers cannot start', () => {
  it('says why on its status and in its log, and begins once what is missing can be made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outdo-pool-'))
    const image = join(folder, 'image')
    const script = `if (require('fs').existsSync(${JSON.stringify(image)})) { say({ ready: true, layers: [], startedMs: 1 }); process.stdin.resume() }
      else say({ fatal: 'no image', unprepared: true })`
    const log: unknown[] = []
    const idle = Promise.withResolvers<void>()
    let isDiskFull = true
    const pool = createPool({
      workers: 1,
      languages: ['python'],
      launcher: impostor(script),
      prepare: async () => {
        if (isDiskFull) throw new Error('the disk is full')
        writeFileSync(image, '')
      },
      log: (entry) => void log.push(entry),
      onIdle: idle.resolve,
    })
    await pool.start()
    expect(pool.hasRoom()).toBe(false)
    expect(pool.status()).toContainEqual(expect.objectContaining({ state: 'down', lastError: 'the disk is full' }))
    expect(log).toContainEqual({
      level: 'error',
      message: 'A judge worker does not start',
      error: 'the disk is full',
    })
    isDiskFull = false
    await idle.promise
    expect(pool.hasRoom()).toBe(true)
    pool.close()
    rmSync(folder, { recursive: true })
  })
})

describe('a real worker', () => {
  let judge: TestJudge
  beforeAll(async () => {
    judge = await openJudge(2)
  }, 60_000)
  afterAll(() => judge.close())

  it('has an empty environment, no rights and nothing open but its three pipes', () => {
    const pid = judge.status().workers.find((worker) => worker.state === 'idle')!.pid!
    expect(judge.status().layers).toContain('permissions')
    if (process.platform !== 'linux') return
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    if (process.getuid?.() === 0) {
      expect(status).toMatch(/^Uid:\t65534\t65534\t65534\t65534$/m)
      expect(status).toMatch(/^CapEff:\t0+$/m)
    }
    const limits = readFileSync(`/proc/${pid}/limits`, 'utf8')
    if (judge.status().layers.includes('resource limits')) expect(limits).toMatch(/Max file size +0 /)
  })

  it('that is killed under a submission hurts nobody: it is judged again elsewhere', async () => {
    const slow = functionProblem('double_it', '(n: int) -> int', {
      limits: { timeMs: 8000 },
      examples: [{ args: [1], returns: 2 }],
      hidden: [{ args: [2], returns: 4 }],
    })
    const source = 'def double_it(n):\n    return sum(2 * n for i in range(1000000)) // 1000000'
    const waiting = judge.python(slow, source)
    const busy = judge.status().workers.find((worker) => worker.state === 'busy')!
    process.kill(busy.pid!, 'SIGKILL')
    expect((await waiting).verdict).toBe('AC')
    expect((await judge.python(double, job.source)).verdict).toBe('AC')
  })

  it('that the machine leaves waiting is not the player too slow: processor time decides', async () => {
    const timeMs = 500
    const waitMs = timeMs * judge.status().calibration * 1.5
    const source = 'def double_it(n):\n    return sum(2 * n for i in range(1000000)) // 1000000'
    const waiting = judge.python({ ...double, limits: { timeMs, memoryMb: 64, outputKb: 16 } }, source)
    const { pid } = judge.status().workers.find((worker) => worker.state === 'busy')!
    const before = processorMs(pid!)
    if (before === undefined) return
    while (processorMs(pid!)! < before + 20) await setImmediate()
    process.kill(pid!, 'SIGSTOP')
    await setTimeout(waitMs)
    process.kill(pid!, 'SIGCONT')
    expect((await waiting).verdict).toBe('AC')
  })

  it('that overstays is killed, and its neighbours do not notice', async () => {
    const problem = { ...double, limits: { timeMs: 200, memoryMb: 64, outputKb: 16 } }
    const stuck = judge.javascript(problem, 'function doubleIt(n) { let b = 7n; while (n > 1) b *= b; return 2 * n }')
    const honest = await Promise.all(Array.from({ length: 20 }, () => judge.python(double, job.source)))
    expect(honest.map(({ verdict }) => verdict)).toEqual(honest.map(() => 'AC'))
    expect(['TLE', 'RTE']).toContain((await stuck).verdict)
  })

  it('stays free for everybody else, however much one player sends', async () => {
    const problem = { ...double, limits: { timeMs: 100, memoryMb: 64, outputKb: 16 } }
    expect((await judge.python(double, job.source)).verdict).toBe('AC')
    const source = 'def double_it(n):\n    while True: pass'
    const flood = [1, 2].map(() => judge.submit({ ...job, problem, source, player: 'flooder' }))
    expect(judge.status()).toMatchObject({ running: 1, queued: { submit: 1 } })
    expect((await judge.python(double, job.source)).verdict).toBe('AC')
    await Promise.all(flood)
  })

  it('that is killed in one run still says how the runs before it went', async () => {
    const problem = { ...double, limits: { timeMs: 200, memoryMb: 64, outputKb: 16 } }
    // V8's own timeout does not reach into this search.
    const source = `function doubleIt(n) {
      if (n === 1) return 3
      if (n === 0) Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)
      return 2 * n
    }`
    const { verdict, runs } = await judge.javascript(problem, source)
    expect({ verdict, runs: runs.map((run) => run.verdict) }).toEqual({ verdict: 'WA', runs: ['WA', 'AC', 'TLE'] })
  })

  it('is replaced when the host asks for it, and judging goes on', async () => {
    const idle = () => judge.status().workers.filter((worker) => worker.state === 'idle')
    const before = idle().map((worker) => worker.pid)
    await judge.restartWorkers()
    expect((await judge.python(double, job.source)).verdict).toBe('AC')
    expect(idle().some((worker) => before.includes(worker.pid))).toBe(false)
  })

  it('takes Tries only so many at a time, and submissions always', async () => {
    const tries = Array.from({ length: 12 }, () => judge.submit({ ...job, purpose: 'try', player: 'eager' }))
    expect(judge.canTry('eager')).toBe(false)
    expect(judge.canTry('somebody else')).toBe(true)
    expect((await judge.submit({ ...job, player: 'eager' })).verdict).toBe('AC')
    await Promise.all(tries)
    expect(judge.canTry('eager')).toBe(true)
  })
})
