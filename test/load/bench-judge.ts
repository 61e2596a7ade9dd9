import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createJudge } from '../../server/judge/judge.ts'
import { createLauncher } from '../../server/judge/launch.ts'
import { residentMb } from '../../server/judge/process-stats.ts'
import type { Task } from '../../server/judge/task.ts'
import { startWorker, type WorkerProcess } from '../../server/judge/worker-process.ts'
import { LANGUAGES } from '../../server/protocol/judgement.ts'
import { JUDGE_CACHE } from '../support/judge-cache.ts'
import { missedBy, type JudgeFigures, type Mix, type Spread } from './judge-figures.ts'
import { smallTask, solutions, type Solution } from './judge-mix.ts'
import { asFiles, findPeers, type Peer } from './judge-peers.ts'
import { ownProcessorTime, processorTime } from './processor-time.ts'

const sorted = (list: number[]): number[] => [...list].sort((a, b) => a - b)
const quantile = (list: number[], q: number): number =>
  sorted(list)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? NaN
const spread = (list: number[]): Spread => ({ medianMs: quantile(list, 0.5), p99Ms: quantile(list, 0.99) })
const total = (list: number[]): number => list.reduce((sum, ms) => sum + ms, 0)
const repeat = <T>(what: T, times: number): T[] => Array.from({ length: times }, () => what)
const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function runAll(worker: WorkerProcess, tasks: Omit<Task, 'id'>[]): Promise<{ times: number[]; codeMs: number }> {
  const times: number[] = []
  let codeMs = 0
  for (const [id, task] of tasks.entries()) {
    times.push(
      await timed(async () => {
        const report = await worker.run({ ...task, id: id + 1 })
        if (report.end !== 'done') throw new Error(`a worker ${report.end}`)
        codeMs += report.cpuMs
      }),
    )
  }
  return { times, codeMs }
}

/** Rounds through all solutions before any is timed; a burst on fresh workers is measured apart. */
const WARM_ROUNDS = 6
/**
 * Ours and each peer run all programs by turns, so many times: a busy moment of the machine hits a lap, not the median.
 * Turns as long as the mix itself, because what a server judges follows on what it judged before: after a peer's turn
 * the processor's caches are the peer's.
 */
const LAPS = 5

type Lap = { ms: number; processorMs: number }

function runPeer(peer: Peer, files: string[]): Lap {
  const before = ownProcessorTime()
  const start = performance.now()
  for (const file of files) if (!peer.run(file)) throw new Error(`${peer.name} does not run ${file} to its end`)
  const ms = performance.now() - start
  const after = ownProcessorTime()
  return { ms, processorMs: after.ownMs - before.ownMs + after.childrenMs - before.childrenMs }
}

/** Ours and each peer over the same programs. `files` are the solutions' programs, in their order. */
async function race(worker: WorkerProcess, mix: Solution[], files: string[], peers: Peer[]): Promise<Mix> {
  const tasks = mix.map(({ task }) => task)
  const ours = { laps: [] as Lap[], times: [] as number[], codeMs: 0, mainMs: 0, allMs: 0, parentMs: 0 }
  const theirs = peers.map(() => [] as Lap[])
  for (let lap = 0; lap < LAPS; lap++) {
    const before = { worker: processorTime(worker.pid), own: ownProcessorTime() }
    const { times, codeMs } = await runAll(worker, tasks)
    const after = { worker: processorTime(worker.pid), own: ownProcessorTime() }
    const allMs = after.worker.allMs - before.worker.allMs
    const parentMs = after.own.ownMs - before.own.ownMs
    ours.laps.push({ ms: total(times), processorMs: allMs + parentMs })
    ours.times.push(...times)
    ours.codeMs += codeMs
    ours.mainMs += after.worker.mainMs - before.worker.mainMs
    ours.allMs += allMs
    ours.parentMs += parentMs
    for (const [i, peer] of peers.entries()) theirs[i]!.push(runPeer(peer, files))
  }
  const median = (what: (lap: number) => number): number =>
    quantile(
      Array.from({ length: LAPS }, (_, lap) => what(lap)),
      0.5,
    )
  const runs = mix.length * LAPS
  return {
    solutions: mix.length,
    leftOut: 0,
    perSecond: median((lap) => (mix.length / ours.laps[lap]!.ms) * 1000),
    medianMs: quantile(ours.times, 0.5),
    spent: {
      codeMs: ours.codeMs / runs,
      workerMs: (ours.mainMs - ours.codeMs) / runs,
      helpersMs: (ours.allMs - ours.mainMs) / runs,
      parentMs: ours.parentMs / runs,
    },
    peers: peers.map(({ name, counted }, i) => {
      const its = theirs[i]!
      const processor = {
        itsMs: median((lap) => its[lap]!.processorMs / mix.length),
        ours: median((lap) => its[lap]!.processorMs / ours.laps[lap]!.processorMs),
      }
      return {
        name,
        perSecond: median((lap) => (mix.length / its[lap]!.ms) * 1000),
        ours: median((lap) => its[lap]!.ms / ours.laps[lap]!.ms),
        processor: counted ? processor : undefined,
      }
    }),
  }
}

/** Races over those of the solutions that the first peer, a bare process, runs to their end; `more` may use their files. */
async function compare(
  worker: WorkerProcess,
  all: Solution[],
  extension: string,
  peers: Peer[],
  more: (files: string[]) => void = () => undefined,
): Promise<Mix> {
  const written = asFiles(
    all.map(({ program }) => program),
    extension,
  )
  try {
    const fit = all.map((_, i) => peers[0]?.run(written.files[i]!) ?? true)
    const mix = all.filter((_, i) => fit[i])
    const files = written.files.filter((_, i) => fit[i])
    // V8 compiles what is hot behind the scenes: what a worker does for the rest of its evening is asked here.
    for (let i = 0; i < WARM_ROUNDS; i++)
      await runAll(
        worker,
        mix.map(({ task }) => task),
      )
    const raced = await race(worker, mix, files, peers)
    more(files)
    return { ...raced, leftOut: all.length - mix.length }
  } finally {
    for (const peer of peers) peer.close()
    written.remove()
  }
}

/** Workers stand behind the server; compared with peers, they stand beside them. Root alone may do that. */
function beEqual(pid: number): void {
  try {
    setPriority(pid, 0)
  } catch {
    // Then the comparison is to our disadvantage on a busy machine.
  }
}

/** One native process that executes every program in a fresh namespace; how long one takes it, ms. */
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
  const { status, stdout, stderr } = spawnSync(python, ['-I', '-c', script, ...files], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the native interpreter failed: ${stderr.trim().split('\n').at(-1)}`)
  return Number(stdout)
}

/** 300 submissions that arrive within a second. */
async function burst(mix: Solution[]): Promise<JudgeFigures['burst']> {
  const judge = await createJudge({ workers: 2, cacheDir: JUDGE_CACHE })
  const submissions = 300
  const times = await Promise.all(
    Array.from({ length: submissions }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i * 1000) / submissions))
      return timed(() => judge.judge({ ...mix[i % mix.length]!.job, player: `player ${i}` }))
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
  await (await createJudge({ workers: 1, cacheDir: JUDGE_CACHE })).close()
  const launcher = createLauncher(JUDGE_CACHE)
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
  const pythonSolutions = await solutions('python')
  let floorMs: number | undefined
  const mix = await compare(worker, pythonSolutions, 'py', peers, (files) => {
    if (pythonPath !== undefined) floorMs = nativeFloor(pythonPath, files)
  })

  await runAll(worker, repeat(smallTask('javascript'), 100))
  const smallScript = await runAll(worker, repeat(smallTask('javascript'), 300))
  const scripts = await compare(worker, await solutions('javascript'), 'cjs', [node])

  const residentBeforeMb = residentMb(worker.pid) ?? NaN
  const steady = (await runAll(worker, repeat(smallTask('python'), steadyCount))).times
  const residentAfterMb = residentMb(worker.pid) ?? NaN
  worker.kill()

  const figures: JudgeFigures = {
    ok: true,
    python: {
      small: spread(small.times),
      mix,
      floor: floorMs === undefined ? undefined : { perSecond: 1000 / floorMs, ours: mix.perSecond / (1000 / floorMs) },
    },
    javascript: { small: spread(smallScript.times), mix: scripts },
    burst: await burst(pythonSolutions),
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
