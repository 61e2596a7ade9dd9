import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A way other than ours to run one program: a fresh process, in a sandbox or not. `counted` when the system counts the
 * program's processor time to whoever started the peer.
 */
export type Peer = { name: string; counted: boolean; run(file: string): boolean; close(): void }

const found = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0
const quietly = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0

/** The interpreter itself: version managers put a script in front of it that costs more than it. */
function realPython(): string | undefined {
  const asked = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.trim() : undefined
}

/** The peers on this machine, and the names of those that are not there. */
export function findPeers(): { python: Peer[]; node: Peer; absent: string[]; pythonPath: string | undefined } {
  const peers: Peer[] = []
  const absent: string[] = []
  const nothing = (): void => undefined
  const python = realPython()
  if (python === undefined) absent.push('python3')
  else {
    peers.push({ name: 'python3', counted: true, run: (file) => quietly(python, '-I', file), close: nothing })
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
        run: (file) => quietly('bwrap', ...jail, python, '-I', file),
        close: nothing,
      })
    else absent.push('bwrap')
    if (found('isolate', '--version')) {
      const box = ['--box-id=77']
      peers.push({
        name: 'isolate python3',
        counted: true,
        run(file) {
          const made = quietly('isolate', ...box, '--init')
          const ran = quietly(
            'isolate',
            ...box,
            '--time=5',
            '--mem=262144',
            '--dir=/tmp',
            '--run',
            '--',
            python,
            '-I',
            file,
          )
          return quietly('isolate', ...box, '--cleanup') && made && ran
        },
        close: () => void quietly('isolate', ...box, '--cleanup'),
      })
    } else absent.push('isolate')
  }
  return {
    python: peers,
    node: { name: 'node', counted: true, run: (file) => quietly(process.execPath, file), close: nothing },
    absent,
    pythonPath: python,
  }
}

/** Writes programs where a peer can read them; answers their paths and how to remove them. */
export function asFiles(programs: string[], extension: string): { files: string[]; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'outdo-bench-'))
  const files = programs.map((program, i) => {
    const file = join(folder, `${i}.${extension}`)
    writeFileSync(file, program)
    return file
  })
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
