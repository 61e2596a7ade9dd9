import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { faultWords, type FaultWords } from '../../protocol/package-faults.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import type { PackageFiles } from '../files.ts'
import { readZip } from '../zip.ts'

const LIMITS = { files: 2000, bytes: 32 * 1024 * 1024 }
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Another format's files as text, from a folder or a zip of one. What is no text (pictures, PDF) is not there. */
export function readSource(path: string): Result<PackageFiles, FaultWords> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return refused(faultWords('no-folder'))
  if (stat.isDirectory()) return readFolder(path)
  if (stat.size > LIMITS.bytes) return refused(faultWords('file-large', { most: LIMITS.bytes }))
  return readZippedSource(readFileSync(path))
}

/** The same of a zip that is at hand. */
export function readZippedSource(bytes: Uint8Array): Result<PackageFiles, FaultWords> {
  const zip = readZip(bytes, LIMITS)
  return zip.ok ? ok(texts(withoutFolder(zip.value))) : zip
}

function readFolder(folder: string): Result<PackageFiles, FaultWords> {
  const files = new Map<string, Uint8Array>()
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    bytes += statSync(path).size
    if (files.size >= LIMITS.files || bytes > LIMITS.bytes)
      return refused(faultWords('files-many', { most: LIMITS.files }))
    files.set(path.slice(join(folder, '/').length), readFileSync(path))
  }
  return ok(texts(files))
}

/** Zips often hold one folder that holds everything. */
function withoutFolder(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [folder = ''] = folders
  return folders.size === 1 ? new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes])) : files
}

function texts(files: Map<string, Uint8Array>): PackageFiles {
  const found: PackageFiles = new Map()
  for (const [path, bytes] of files) {
    try {
      found.set(path, utf8.decode(bytes).replaceAll('\r\n', '\n'))
    } catch {
      // A picture, most likely: statements have none here.
    }
  }
  return found
}
