import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Does `work` unless the same was done before: `of` is everything that its outcome depends on. Outcomes are JSON; only
 * those that `keep` approves are remembered.
 */
export type Memory = <T>(of: unknown, work: () => Promise<T>, keep: (outcome: T) => boolean) => Promise<T>

export const noMemory: Memory = (_, work) => work()

const MOST = 20_000

/**
 * A memory in a file. `fingerprint` stands for everything else that outcomes depend on: another one forgets all. A file
 * that cannot be read or written costs time and nothing else. With `again`, everything is done, and remembered anew.
 */
export function openMemory(file: string, fingerprint: string, again = false): { memory: Memory; save: () => void } {
  const known = restore(file, fingerprint)
  let changed = false
  return {
    async memory<T>(of: unknown, work: () => Promise<T>, keep: (outcome: T) => boolean): Promise<T> {
      const key = createHash('sha256').update(exactJson(of)).digest('base64')
      if (!again && known.has(key)) return structuredClone(known.get(key)) as T
      const outcome = await work()
      // Deleted first: what was done last stands last, and is forgotten last.
      changed = known.delete(key) || changed
      if (keep(outcome)) {
        known.set(key, structuredClone(outcome))
        changed = true
      }
      return outcome
    },
    save() {
      if (!changed) return
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.${process.pid}`, JSON.stringify({ fingerprint, known: [...known].slice(-MOST) }))
        renameSync(`${file}.${process.pid}`, file)
      } catch {
        // The next run does the work again.
      }
    },
  }
}

function restore(file: string, fingerprint: string): Map<string, unknown> {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as { fingerprint?: unknown; known?: unknown }
    return read.fingerprint === fingerprint && Array.isArray(read.known) ? new Map(read.known) : new Map()
  } catch {
    return new Map()
  }
}

const exactJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? { bigint: String(part) } : part))

/** Changes when judge, bank or what they are built on change. `root` is the repository. */
export function fingerprintOf(root: string): string {
  const hash = createHash('sha256')
  const code = ['judge', 'bank', 'protocol'].flatMap((part) => globSync(join(root, 'server', part, '**/*.{ts,py}')))
  for (const file of [...code.toSorted(), join(root, 'package-lock.json')]) hash.update(readFileSync(file))
  return `${process.version} ${hash.digest('base64')}`
}
