import { closeSync, openSync, readdirSync, readSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import type { FaultCode, FaultParams } from '../protocol/package-faults.ts'
import { fault, type Fault } from './fault.ts'

/** A package's files by their path inside it, `submissions/accepted/simple.py` among them. */
export type PackageFiles = Map<string, string>

export const MAX_FILES = 150
export const MAX_PACKAGE_BYTES = 4 * 1024 * 1024

/** Bytes a file may have, by where it lies. */
export function maxBytes(path: string): number {
  if (path === 'tests.yaml') return 1024 * 1024
  if (path.startsWith('submissions/')) return 64 * 1024
  return 20 * 1024
}

/** Which paths a package may have; anything else is most likely a misspelt name, and would silently be without effect. */
const KNOWN =
  /^(problem\.yaml|tests\.yaml|parsons\.yaml|(statement|hints|walkthrough)(\.[a-z]{2})?\.md|skeleton\.(py|js|ts)|submissions\/(accepted|wrong_answer|time_limit|run_time_error)\/[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(py|js|ts))$/

/** Whether a package may have a file there. */
export const isPackagePath = (path: string): boolean => KNOWN.test(path)

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a package's files, and everything that is wrong with them as files. Synchronous: a dozen small files take less
 * time than the detour over the thread pool.
 */
export function readPackage(folder: string, id: string): { files: PackageFiles; faults: Fault[] } {
  const files: PackageFiles = new Map()
  const faults: Fault[] = []
  const found = (path: string, code: FaultCode, params?: FaultParams): void => {
    faults.push(fault(path === '' ? id : `${id}/${path}`, '', code, params))
  }
  let bytes = 0
  const visit = (path: string, depth: number): void => {
    let entries: Dirent[]
    try {
      entries = readdirSync(join(folder, path), { withFileTypes: true })
    } catch (error) {
      return found(path, 'unreadable', { detail: reason(error) })
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const inner = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory() && (inner === 'submissions' || (path === 'submissions' && depth === 1))) {
        visit(inner, depth + 1)
      } else if (!entry.isFile()) {
        found(inner, entry.isSymbolicLink() ? 'is-link' : 'not-in-package')
      } else if (!isPackagePath(inner)) {
        found(inner, 'file-unknown')
      } else if (files.size >= MAX_FILES) {
        return found('', 'files-many', { most: MAX_FILES })
      } else {
        bytes += read(inner)
        if (bytes > MAX_PACKAGE_BYTES) return found('', 'package-large')
      }
    }
  }
  const read = (path: string): number => {
    try {
      const bytes = readBounded(join(folder, path), maxBytes(path))
      if (bytes === undefined) found(path, 'file-large', { most: maxBytes(path) })
      else files.set(path, utf8.decode(bytes).replaceAll('\r\n', '\n'))
      return bytes?.length ?? 0
    } catch (error) {
      if (error instanceof TypeError) found(path, 'not-utf8')
      else found(path, 'unreadable', { detail: reason(error) })
      return 0
    }
  }
  visit('', 0)
  return { files, faults }
}

const buffer = new Uint8Array(1024 * 1024 + 1)

/** The file's bytes, valid until the next call; undefined where there are more than `limit`. Half the system calls of readFileSync with a stat before it. */
function readBounded(path: string, limit: number): Uint8Array | undefined {
  const file = openSync(path, 'r')
  try {
    let length = 0
    while (length <= limit) {
      const read = readSync(file, buffer, length, limit + 1 - length, null)
      if (read === 0) return buffer.subarray(0, length)
      length += read
    }
    return undefined
  } finally {
    closeSync(file)
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
