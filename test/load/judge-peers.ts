import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/**
 * A way other than ours to run one program: a fresh process, in a sandbox or not. `run` says whether the program came to
 * its end; `counted` when the system counts the program's processor time to whoever started the peer.
 */
export type Peer = { name: string; counted: boolean; run(file: string): boolean; close(): void }

const found = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0
const quietly = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0

/** An interpreter and the folders it lives in. */
type Python = { path: string; folders: string[] }

/** The interpreter itself: version managers put a script in front of it that costs more than it. */
function realPython(): Python | undefined {
  const question = 'import sys; print(sys.executable, sys.prefix, sys.base_prefix, sep="\\n")'
  const asked = spawnSync('python3', ['-c', question], { encoding: 'utf8' })
  if (asked.status !== 0) return undefined
  const [path = '', ...folders] = asked.stdout.trim().split('\n')
  return { path, folders: [...new Set(folders)] }
}

/**
 * isolate as contest systems use it: for each program a box is made, run in and removed, with limits on time, memory and
 * processes. A box holds the system's folders already; the interpreter's own and the program's are mounted read-only.
 */
function isolatePeer(python: Python): Peer {
  // Two benchmarks at once need two boxes; the usual settings have a thousand.
  const box = `--box-id=${process.pid % 1000}`
  const limits = ['--time=5', '--wall-time=10', '--mem=262144', '--processes=1']
  const folders = python.folders
    .filter((folder) => !`${folder}/`.startsWith('/usr/'))
    .map((folder) => `--dir=${folder}`)
  return {
    name: 'isolate python3',
    counted: true,
    run(file) {
      const made = quietly('isolate', box, '--init')
      // Under its own path the program's folder would lie behind the box's own /tmp.
      const programs = `--dir=/programs=${dirname(file)}`
      const command = [python.path, '-I', `/programs/${basename(file)}`]
      const ran = made && quietly('isolate', box, ...limits, ...folders, programs, '--run', '--', ...command)
      return quietly('isolate', box, '--cleanup') && ran
    },
    close: () => void quietly('isolate', box, '--cleanup'),
  }
}

/** Whether a peer is there and does what it should, on a program that does nothing. */
function works(peer: Peer): boolean {
  const { files, remove } = asFiles([''], 'py')
  try {
    return peer.run(files[0]!)
  } finally {
    remove()
  }
}

/** The peers on this machine, and the names of those that are not there. */
export function findPeers(): { python: Peer[]; node: Peer; absent: string[]; pythonPath: string | undefined } {
  const peers: Peer[] = []
  const absent: string[] = []
  const nothing = (): void => undefined
  const python = realPython()
  if (python === undefined) absent.push('python3')
  else {
    peers.push({ name: 'python3', counted: true, run: (file) => quietly(python.path, '-I', file), close: nothing })
    const jail = [
      '--unshare-all',
      '--die-with-parent',
      '--ro-bind',
      '/',
      '/',
      '--dev',
      '/dev',
      '--proc',
      '/proc',
      '--tmpfs',
      '/run',
    ]
    if (found('bwrap', ...jail, 'true'))
      peers.push({
        name: 'bwrap python3',
        // The program's parent is a first process of its own that nobody waits for.
        counted: false,
        run: (file) => quietly('bwrap', ...jail, python.path, '-I', file),
        close: nothing,
      })
    else absent.push('bwrap')
    const isolate = isolatePeer(python)
    if (works(isolate)) peers.push(isolate)
    else absent.push('isolate')
  }
  return {
    python: peers,
    node: { name: 'node', counted: true, run: (file) => quietly(process.execPath, file), close: nothing },
    absent,
    pythonPath: python?.path,
  }
}

/** Writes programs where a peer can read them; answers their paths and how to remove them. */
export function asFiles(programs: string[], extension: string): { files: string[]; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'outdo-bench-'))
  // A sandbox reads them as a user of its own.
  chmodSync(folder, 0o755)
  const files = programs.map((program, i) => {
    const file = join(folder, `${i}.${extension}`)
    writeFileSync(file, program)
    return file
  })
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
