import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { FaultWords } from '../protocol/package-faults.ts'
import type { Result } from '../protocol/result.ts'
import { readYaml } from './yaml.ts'

export type ReadYaml = (text: string) => Result<unknown, FaultWords>

/** Raise it when `readYaml` reads the same text differently. */
const FORMAT = 1

/**
 * Reading YAML is two thirds of the time that loading the bank takes, so what a text reads as is kept on disk, by the
 * text's hash: nothing can be out of date. Everything after it (shapes, checks) is done each time. A file that cannot be
 * read or written costs time and nothing else.
 */
export function yamlCache(file: string): { read: ReadYaml; save: () => void } {
  const known = restore(file)
  const used = new Map<string, unknown>()
  let changed = false
  return {
    read: (text) => {
      const key = createHash('sha256').update(text).digest('base64')
      if (known.has(key)) {
        used.set(key, known.get(key))
        return { ok: true, value: structuredClone(known.get(key)) }
      }
      const result = readYaml(text)
      if (result.ok) {
        used.set(key, structuredClone(result.value))
        changed = true
      }
      return result
    },
    save: () => {
      if (!changed) return
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.${process.pid}`, serialize({ format: FORMAT, used }))
        renameSync(`${file}.${process.pid}`, file)
      } catch {
        // The next start reads the packages themselves, as this one did.
      }
    },
  }
}

function restore(file: string): Map<string, unknown> {
  try {
    const { format, used } = deserialize(readFileSync(file)) as { format?: unknown; used?: unknown }
    return format === FORMAT && used instanceof Map ? used : new Map()
  } catch {
    return new Map()
  }
}
