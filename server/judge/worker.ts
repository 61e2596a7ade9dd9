// The child process: opens the sandboxes, gives up what rights it has, then judges what comes on standard input, one
// task at a time, until that is closed. Everything is synchronous: there is nothing else to do meanwhile.
import { readSync, writeSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { withCollector } from './languages/collector.ts'
import { runTask } from './run-task.ts'
import { Unprepared, type Sandbox, type SandboxContext } from './languages/language.ts'
import type { Step, Task, WorkerLine } from './task.ts'

const started = performance.now()
const MOST_RESIDENT_MB = 320
/** Whoever wakes another process pays for it: quick steps travel together, within this time and this many characters. */
const TOGETHER_MS = 5
const TOGETHER_CHARACTERS = 1 << 15

/**
 * What a submission may say in one step and in all of them, well below what the parent takes for an attack: player code
 * is then no reason to kill the worker. A million characters of answer fit, quotes and backslashes escaped twice.
 */
const MOST_STEP_BYTES = 6 << 20
const MOST_STEPS_BYTES = 24 << 20
const TOO_BIG = '{"end":"too-big"}'

const collectGarbage = withCollector(() => runInNewContext('gc') as () => void)

let unsent = ''
let sentAt = started

const lineOf = (line: WorkerLine): string => `${JSON.stringify(line)}\n`
const note = (line: WorkerLine): void => {
  unsent += lineOf(line)
}
/** A step as a line and its length, what the player's code said left out of it where that is too much. */
const stepLine = (id: number, step: Step, mostBytes: number): { line: string; bytes: number } => {
  const whole = measured(lineOf({ id, ...step }))
  if (whole.bytes <= mostBytes) return whole
  const end = step.end === undefined ? { body: TOO_BIG } : {}
  return measured(lineOf({ id, ...step, ...end, printed: '', complained: '' }))
}
const measured = (line: string): { line: string; bytes: number } => ({ line, bytes: Buffer.byteLength(line) })
const send = (): void => {
  const bytes = Buffer.from(unsent)
  unsent = ''
  for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at)
  sentAt = performance.now()
}
const say = (line: WorkerLine): void => {
  note(line)
  send()
}

/** Lines of standard input; blocks. */
function* lines(): Generator<string> {
  const chunk = Buffer.alloc(1 << 16)
  let rest: Buffer[] = []
  for (;;) {
    const read = readSync(0, chunk)
    if (read === 0) return
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1 && end < read; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8')
      rest = []
      start = end + 1
    }
    if (start < read) rest.push(Buffer.from(chunk.subarray(start, read)))
  }
}

type SandboxModule = { openSandbox(context: SandboxContext): Sandbox }

async function openSandboxes(cacheDir: string, languages: string[]): Promise<Map<string, Sandbox>> {
  const sandboxes = new Map<string, Sandbox>()
  for (const language of languages) {
    const module = (await import(`./languages/${language}/sandbox.ts`)) as SandboxModule
    const sandbox = module.openSandbox({ cacheDir })
    sandbox.warmUp()
    sandboxes.set(language, sandbox)
  }
  return sandboxes
}

/** From root to nobody, once everything is read. Answers which layers stand. */
function giveUpRights(): string[] {
  const layers: string[] = []
  if (process.permission !== undefined && !process.permission.has('fs.write') && !process.permission.has('child'))
    layers.push('permissions')
  if (process.getuid?.() === 0) {
    const nobody = 65_534
    process.setgroups!([])
    process.setgid!(nobody)
    process.setuid!(nobody)
    layers.push('unprivileged user')
  }
  return layers
}

try {
  const [cacheDir, ...languages] = process.argv.slice(2)
  if (cacheDir === undefined) throw new Error('the worker needs a cache folder')
  const sandboxes = await openSandboxes(cacheDir, languages)
  const layers = giveUpRights()
  // Opening the sandboxes leaves tens of megabytes of garbage behind, which would otherwise stay for long.
  collectGarbage()
  say({ ready: true, layers, startedMs: performance.now() - started })
  for (const line of lines()) {
    const task = JSON.parse(line) as Task
    const sandbox = sandboxes.get(task.language)!
    sentAt = performance.now()
    let stepwise = task.stepwise === true
    let roomBytes = MOST_STEPS_BYTES
    runTask(sandbox, task, {
      step(step) {
        const { line, bytes } = stepLine(task.id, step, Math.min(MOST_STEP_BYTES, roomBytes))
        roomBytes -= bytes
        unsent += line
        if (stepwise || performance.now() - sentAt > TOGETHER_MS || unsent.length > TOGETHER_CHARACTERS) send()
      },
      again() {
        // The machine is busy, and the watchdog may come first the next time.
        stepwise = true
        say({ id: task.id, again: true })
      },
      done(end) {
        const tired = sandbox.isBroken?.() === true || process.memoryUsage.rss() > MOST_RESIDENT_MB * 1024 * 1024
        say({ id: task.id, done: true, ...end, tired })
      },
    })
  }
  process.exit(0)
} catch (error) {
  say({
    fatal: error instanceof Error ? (error.stack ?? error.message) : String(error),
    unprepared: error instanceof Unprepared,
  })
  process.exit(1)
}
