import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const here = import.meta.dirname
const NICE = 5
/**
 * V8's stack, so large that C's own stack in Python's memory fills up first: Python then says RecursionError by itself.
 * Only where the thread can be given that much.
 */
const STACK_KB = 56 * 1024
const THREAD_STACK_BYTES = 64 * 1024 * 1024
/**
 * How V8 spends a worker's time. A player's isolate lives for milliseconds: its snapshot's hash tables stay as they are
 * (who would make hashes collide pays with their own time limit), its JavaScript goes from the interpreter to Maglev and
 * no further, since other compilers' work was mostly thrown away, and its garbage is not worth waking other threads for.
 * Room for young objects (MB) is larger than isolated-vm would have it for so small a heap: what a puzzle makes lives
 * long enough to be copied twice otherwise.
 */
const V8 = ['--no-rehash-snapshot', '--max-opt=2', '--no-sparkplug', '--single-threaded-gc', '--max-semi-space-size=4']
/** The loader of native add-ons asks whether this file exists. */
const ALPINE = '/etc/alpine-release'

const packageFolder = (name: string): string => {
  const main = require.resolve(name)
  return main.slice(0, main.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length)
}

/** Folders a worker reads from: its own code, three packages and what they need. */
function readable(cacheDir: string): string[] {
  const packages = ['isolated-vm', 'node-gyp-build', 'pyodide'].map(packageFolder)
  return [here, join(here, '..', 'package.json'), join(here, '..', '..', 'package.json'), cacheDir, ...packages, ALPINE]
}

const permissions = (cacheDir: string): string[] => [
  '--permission',
  '--allow-addons',
  ...readable(cacheDir).map((path) => `--allow-fs-read=${path}`),
]

const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 5000 }).status === 0

/** Ways in which this system lets a process give something up before it starts. Tried once. */
function wrappers(): { command: string[]; layers: string[]; node: string[] } {
  const layers: string[] = []
  const command: string[] = []
  let deep = false
  const root = process.getuid?.() === 0
  const namespaces = root ? ['--net', '--ipc'] : ['--user', '--map-current-user', '--net', '--ipc']
  if (process.platform === 'linux' && works('unshare', ...namespaces, 'true')) {
    command.push('unshare', ...namespaces)
    layers.push('no network')
  }
  const limits = ['--core=0', '--fsize=0', `--stack=${THREAD_STACK_BYTES}`]
  if (process.platform === 'linux' && works('prlimit', ...limits, 'true')) {
    command.push('prlimit', ...limits)
    layers.push('resource limits')
    deep = true
  }
  return { command, layers, node: deep ? [`--stack-size=${STACK_KB}`] : [] }
}

export type Launcher = {
  layers: string[]
  worker(languages: readonly string[]): ChildProcess
  prepare(languages: readonly string[]): ChildProcess
}

/** Knows how to start the two kinds of child process: with an empty environment, and nothing open but three pipes. */
export function createLauncher(cacheDir: string): Launcher {
  const { command, layers, node: flags } = wrappers()
  const start = (argv: string[]): ChildProcess => {
    const child = spawn(argv[0]!, argv.slice(1), { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] })
    if (child.pid !== undefined) beNice(child.pid)
    return child
  }
  const node = [process.execPath, '--no-node-snapshot', '--no-warnings', ...V8]
  return {
    layers,
    worker: (languages) =>
      start([
        ...command.map(absolute),
        ...node,
        ...flags,
        ...permissions(cacheDir),
        join(here, 'worker.ts'),
        cacheDir,
        ...languages,
      ]),
    prepare: (languages) =>
      start([
        ...node,
        ...flags,
        ...permissions(cacheDir),
        `--allow-fs-write=${cacheDir}`,
        join(here, 'prepare.ts'),
        cacheDir,
        ...languages,
      ]),
  }
}

/** With an empty environment there is no PATH to look programs up in. */
function absolute(word: string): string {
  return word === 'unshare' || word === 'prlimit' ? `/usr/bin/${word}` : word
}

/** Behind the server on a busy machine, and the first to go when memory runs out. */
function beNice(pid: number): void {
  try {
    setPriority(pid, NICE)
    writeFileSync(`/proc/${pid}/oom_score_adj`, '500')
  } catch {
    // Not every system lets us; it is a courtesy, no defence.
  }
}
