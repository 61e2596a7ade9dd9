import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadBank } from '../../server/bank/load.ts'
import type { Problem } from '../../server/bank/problem.ts'
import { createJudge } from '../../server/judge/judge.ts'
import { createLauncher } from '../../server/judge/launch.ts'
import { notations } from '../../server/judge/languages/notations.ts'
import { planJob } from '../../server/judge/plan.ts'
import { residentMb } from '../../server/judge/process-stats.ts'
import type { Task } from '../../server/judge/task.ts'
import { startWorker, type WorkerProcess } from '../../server/judge/worker-process.ts'
import { LANGUAGES, type Language } from '../../server/protocol/judgement.ts'
import { parseType } from '../../server/judge/types.ts'
import { asFiles, findPeers, type Peer } from './judge-peers.ts'
import { cacheDir } from '../judge/support/open-judge.ts'

type Spread = { medianMs: number; p99Ms: number }

/**
 * Wall times in ms on one worker, rates on one core: they mean something on a machine that does nothing else, which
 * `busy` tells (the load average, about 1 during this run).
 */
export type JudgeFigures = {
  ok: boolean
  python: {
    small: Spread
    mix: { solutions: number; perSecond: number; medianMs: number }
    peers: { name: string; perSecond: number; ours: number }[]
    /** A warm native interpreter that executes the same code and calls, with no isolation at all. */
    floor: { perSecond: number; ours: number } | undefined
    /** Of the median small submission: in the interpreter, and the rest (rewind, transport). */
    spent: { runningMs: number; restMs: number }
  }
  javascript: { small: Spread; node: { perSecond: number; ours: number } }
  burst: { submissions: number; workers: number; judged: number } & Spread
  start: { warmMs: number; firstMs: number; residentMb: number }
  steady: {
    submissions: number
    residentBeforeMb: number
    residentAfterMb: number
    medianFirstMs: number
    medianLastMs: number
  }
  /** Load average of the last minute, at the end. */
  busy: number
  absent: string[]
  missed: string[]
}

const sorted = (list: number[]): number[] => [...list].sort((a, b) => a - b)
const quantile = (list: number[], q: number): number =>
  sorted(list)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? NaN
const spread = (list: number[]): Spread => ({ medianMs: quantile(list, 0.5), p99Ms: quantile(list, 0.99) })
const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
const perSecond = (count: number, ms: number): number => (count / ms) * 1000

const SMALL: Record<'python' | 'javascript', string> = {
  python: 'def f(x):\n    return sum(i * x for i in range(100))',
  javascript: 'function f(x) {\n  let sum = 0\n  for (let i = 0; i < 100; i++) sum += i * x\n  return sum\n}',
}

const smallTask = (language: 'python' | 'javascript'): Omit<Task, 'id'> => ({
  language,
  source: SMALL[language],
  entry: 'f',
  shapes: null,
  script: false,
  cases: [1, 2, 3, 4, 5].map((n) => ({ do: 'call', args: `[${n}]`, show: n < 3 })),
  limits: { caseMs: 2000, totalMs: 10_000, memoryMb: 128, outputBytes: 65_536 },
})

/** Every accepted solution of the bank in one language, as a task and as a program that stands alone. */
async function solutions(language: 'python' | 'javascript'): Promise<{ task: Omit<Task, 'id'>; program: string }[]> {
  const bank = await loadBank(join(import.meta.dirname, '..', '..', 'problems'))
  return [...bank.problems.values()].flatMap((problem) =>
    problem.submissions
      .filter(
        (submission) =>
          submission.folder === 'accepted' && submission.language === language && problem.function !== undefined,
      )
      .map(({ source }) => ({
        task: planJob(jobOf(problem, language, source), 1).task,
        program: alone(problem, language, source),
      })),
  )
}

const jobOf = (problem: Problem, language: Language, source: string) =>
  ({ id: 'bench', problem, language, source, player: 'bench', purpose: 'submit' }) as const

function alone(problem: Problem, language: Language, source: string): string {
  const notation = notations[language]
  const types = problem.function!.params.map(({ type }) => parseType(type))
  const calls = [...problem.examples, ...problem.hidden].flatMap((test) =>
    'args' in test
      ? [
          `${notation.name(problem.function!.name)}(${test.args.map((value, i) => notation.value(value, types[i]!)).join(', ')})`,
        ]
      : [],
  )
  return `${source}\n${calls.join('\n')}\n`
}

async function runAll(
  worker: WorkerProcess,
  tasks: Omit<Task, 'id'>[],
): Promise<{ times: number[]; running: number[] }> {
  const times: number[] = []
  const running: number[] = []
  for (const [id, task] of tasks.entries()) {
    let cpuMs = 0
    times.push(
      await timed(async () => {
        const report = await worker.run({ ...task, id: id + 1 })
        if (report.end !== 'done') throw new Error(`a worker ${report.end}`)
        cpuMs = report.cpuMs
      }),
    )
    running.push(cpuMs)
  }
  return { times, running }
}

const repeat = <T>(what: T, times: number): T[] => Array.from({ length: times }, () => what)

type Raced = { ours: number[]; perSecond: number; peers: number[] }

const total = (list: number[]): number => list.reduce((sum, ms) => sum + ms, 0)

/** Ours and each peer by turns over the same programs, so that a busy moment of the machine hits all of them. */
async function race(
  worker: WorkerProcess,
  mix: { task: Omit<Task, 'id'> }[],
  files: string[],
  peers: Peer[],
): Promise<Raced> {
  const ours: number[] = []
  const theirs: number[][] = peers.map(() => [])
  for (let at = 0; at < mix.length; at += 10) {
    const part = mix.slice(at, at + 10).map(({ task }) => task)
    ours.push(...(await runAll(worker, part)).times)
    for (const [i, peer] of peers.entries())
      for (const file of files.slice(at, at + 10)) theirs[i]!.push(await timed(() => peer.run(file)))
  }
  for (const peer of peers) peer.close()
  const rate = (times: number[]): number => perSecond(times.length, total(times))
  return { ours, perSecond: rate(ours), peers: theirs.map(rate) }
}

/** Workers stand behind the server; compared with peers, they stand beside them. Root alone may do that. */
function beEqual(pid: number): void {
  try {
    setPriority(pid, 0)
  } catch {
    // Then the comparison is to our disadvantage on a busy machine.
  }
}

/** One native process that executes every program in a fresh namespace, and says how long that took. */
function nativeFloor(python: string, files: string[]): number {
  const script = `
import io, contextlib, sys, time
sources = [open(f).read() for f in sys.argv[1:]]
def run():
    for s in sources:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(s, 'solution.py', 'exec'), {'__name__': 'solution'})
run()
start = time.perf_counter()
run(); run(); run()
print((time.perf_counter() - start) / 3 / len(sources) * 1000)`
  return Number(spawnSync(python, ['-I', '-c', script, ...files], { encoding: 'utf8' }).stdout)
}

async function burst(): Promise<JudgeFigures['burst']> {
  const judge = await createJudge({ workers: 2, cacheDir })
  const bank = await loadBank(join(import.meta.dirname, '..', '..', 'problems'))
  const jobs = [...bank.problems.values()].flatMap((problem) =>
    problem.submissions
      .filter(({ folder, language }) => folder === 'accepted' && language === 'python')
      .map(({ source }) => jobOf(problem, 'python', source)),
  )
  const submissions = 300
  const times = await Promise.all(
    Array.from({ length: submissions }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i * 1000) / submissions))
      return timed(() => judge.judge({ ...jobs[i % jobs.length]!, player: `player ${i}` }))
    }),
  )
  await judge.close()
  return { submissions, workers: 2, judged: times.length, ...spread(times) }
}

async function firstStart(): Promise<number> {
  const empty = mkdtempSync(join(tmpdir(), 'outdo-bench-cache-'))
  try {
    let judge
    const ms = await timed(async () => (judge = await createJudge({ workers: 1, cacheDir: empty })))
    await judge!.close()
    return ms
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}

/** Measures the judge and what it is compared with, all in this one run. `steadyCount` submissions in a row show leaks. */
export async function benchJudge({ steadyCount = 10_000 }: { steadyCount?: number } = {}): Promise<JudgeFigures> {
  const firstMs = await firstStart()
  // Makes the image where the tests keep theirs.
  await (await createJudge({ workers: 1, cacheDir })).close()
  const launcher = createLauncher(cacheDir)
  const starts: number[] = []
  let worker = startWorker(launcher, LANGUAGES)
  for (let i = 0; i < 3; i++) {
    worker.kill()
    await worker.gone
    starts.push(await timed(() => (worker = startWorker(launcher, LANGUAGES)).ready))
  }
  beEqual(worker.pid)
  const residentAtStart = residentMb(worker.pid) ?? NaN
  const { python: peers, node, absent, pythonPath } = findPeers()

  await runAll(worker, repeat(smallTask('python'), 200))
  const small = await runAll(worker, repeat(smallTask('python'), 500))
  const mix = await solutions('python')
  const files = asFiles(
    mix.map(({ program }) => program),
    'py',
  )
  // Twice: V8 compiles what is hot behind the scenes.
  for (let i = 0; i < 2; i++)
    await runAll(
      worker,
      mix.map(({ task }) => task),
    )
  const raced = await race(worker, mix, files.files, peers)
  const floorMs = pythonPath === undefined ? undefined : nativeFloor(pythonPath, files.files)
  files.remove()

  await runAll(worker, repeat(smallTask('javascript'), 100))
  const smallScript = await runAll(worker, repeat(smallTask('javascript'), 300))
  const scripts = (await solutions('javascript')).slice(0, 60)
  const scriptFiles = asFiles(
    scripts.map(({ program }) => program),
    'cjs',
  )
  const racedScripts = await race(worker, scripts, scriptFiles.files, [node])
  scriptFiles.remove()

  const residentBeforeMb = residentMb(worker.pid) ?? NaN
  const steady = (await runAll(worker, repeat(smallTask('python'), steadyCount))).times
  const residentAfterMb = residentMb(worker.pid) ?? NaN
  worker.kill()

  const ours = raced.perSecond
  const figures: JudgeFigures = {
    ok: true,
    python: {
      small: spread(small.times),
      mix: { solutions: mix.length, perSecond: ours, medianMs: quantile(raced.ours, 0.5) },
      peers: peers.map(({ name }, i) => ({
        name,
        perSecond: raced.peers[i]!,
        ours: ours / raced.peers[i]!,
      })),
      floor: floorMs === undefined ? undefined : { perSecond: 1000 / floorMs, ours: ours / (1000 / floorMs) },
      spent: {
        runningMs: quantile(small.running, 0.5),
        restMs: quantile(small.times, 0.5) - quantile(small.running, 0.5),
      },
    },
    javascript: {
      small: spread(smallScript.times),
      node: { perSecond: racedScripts.peers[0]!, ours: racedScripts.perSecond / racedScripts.peers[0]! },
    },
    burst: await burst(),
    start: { warmMs: quantile(starts, 0.5), firstMs, residentMb: residentAtStart },
    steady: {
      submissions: steadyCount,
      residentBeforeMb,
      residentAfterMb,
      medianFirstMs: quantile(steady.slice(0, steadyCount / 10), 0.5),
      medianLastMs: quantile(steady.slice(-steadyCount / 10), 0.5),
    },
    busy: loadavg()[0]!,
    absent,
    missed: [],
  }
  figures.missed = missedBy(figures)
  figures.ok = figures.missed.length === 0
  return figures
}

/** The bounds that do not hold, in words. */
function missedBy({ python, javascript, burst: many, start, steady }: JudgeFigures): string[] {
  const peer = (name: string): number => python.peers.find((found) => found.name === name)?.ours ?? Infinity
  const bounds: [string, boolean][] = [
    ['a small Python submission takes at most 2 ms', python.small.medianMs <= 2],
    ['12 times isolate', peer('isolate python3') >= 12],
    ['7 times a python3 process', peer('python3') >= 7],
    ['a small JavaScript submission takes at most 3 ms', javascript.small.medianMs <= 3],
    ['8 times a node process', javascript.node.ours >= 8],
    ['300 submissions in a second, 99th percentile at most 1 s', many.p99Ms <= 1000],
    ['a worker is ready within 500 ms', start.warmMs <= 500],
    ['the first start takes at most 6 s', start.firstMs <= 6000],
    ['a worker takes at most 200 MB', start.residentMb <= 200],
    ['memory stays within 10 %', steady.residentAfterMb <= steady.residentBeforeMb * 1.1],
    ['no slower after many submissions', steady.medianLastMs <= steady.medianFirstMs * 1.2],
  ]
  return bounds.filter(([, holds]) => !holds).map(([bound]) => bound)
}

const ms = (value: number): string => `${value.toFixed(2)} ms`

export function describeJudge({
  python,
  javascript,
  burst: many,
  start,
  steady,
  busy,
  absent,
  missed,
}: JudgeFigures): string {
  const rows = [
    `Python, small, five tests, reset   median ${ms(python.small.medianMs)}, p99 ${ms(python.small.p99Ms)} (running ${ms(python.spent.runningMs)}, rewind and transport ${ms(python.spent.restMs)})`,
    `Python, ${python.mix.solutions} real solutions          ${python.mix.perSecond.toFixed(0)} a second on one core, median ${ms(python.mix.medianMs)}`,
    ...python.peers.map(
      (peer) =>
        `  ${peer.name.padEnd(18)} ${peer.perSecond.toFixed(1)} a second: ours is ${peer.ours.toFixed(1)} times as fast`,
    ),
    ...(python.floor === undefined
      ? []
      : [
          `  warm native python ${python.floor.perSecond.toFixed(0)} a second: ours reaches ${(python.floor.ours * 100).toFixed(0)} %`,
        ]),
    `JavaScript, small                  median ${ms(javascript.small.medianMs)}, p99 ${ms(javascript.small.p99Ms)}; ${javascript.node.ours.toFixed(1)} times a node process each (${javascript.node.perSecond.toFixed(1)} a second)`,
    `${many.submissions} in a second on ${many.workers} workers      ${many.judged} judged, median ${ms(many.medianMs)}, p99 ${ms(many.p99Ms)}`,
    `Start                              ${start.warmMs.toFixed(0)} ms with a warm cache, ${start.firstMs.toFixed(0)} ms the first time; ${start.residentMb.toFixed(0)} MB resident`,
    `${steady.submissions} in a row                   ${steady.residentBeforeMb.toFixed(0)} MB before, ${steady.residentAfterMb.toFixed(0)} MB after; median ${ms(steady.medianFirstMs)} first, ${ms(steady.medianLastMs)} last`,
    `Load average                       ${busy.toFixed(1)}`,
    absent.length === 0 ? 'All peers were there.' : `Not on this machine: ${absent.join(', ')}.`,
    missed.length === 0 ? 'Every bound holds.' : `Does not hold: ${missed.join('; ')}.`,
  ]
  return rows.join('\n')
}
