import { mkdtempSync, mkdirSync, renameSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ProblemId } from '../protocol/ids.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import { faultWords, type FaultWords } from '../protocol/package-faults.ts'
import { fault, type Fault } from './fault.ts'
import { isPackagePath, maxBytes, MAX_FILES, MAX_PACKAGE_BYTES, type PackageFiles } from './files.ts'
import { problemOf } from './package.ts'
import type { Problem } from './problem.ts'
import { readZip, writeZip } from './zip.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A package as one file: its folder, zipped. */
export const zipPackage = (id: ProblemId, files: PackageFiles): Uint8Array =>
  writeZip(new Map([...files].map(([path, text]) => [`${id}/${path}`, text])))

/**
 * Reads a zipped package, checked like one on disk. Its one folder names it, `id` where the files lie at the top. Nothing
 * is written.
 */
export async function readPackageZip(
  bytes: Uint8Array,
  id?: string,
): Promise<Result<{ problem: Problem; files: PackageFiles }, Fault[]>> {
  const read = readZippedFiles(bytes, id)
  if (!read.ok) return read
  const { files } = read.value
  const problem = await problemOf(read.value.id, files)
  return problem.ok ? ok({ problem: problem.value, files }) : problem
}

/** A zipped package's files, whatever they say. */
export function readZippedFiles(
  bytes: Uint8Array,
  id?: string,
): Result<{ id: ProblemId; files: PackageFiles }, Fault[]> {
  const whole = (words: FaultWords): Result<never, Fault[]> => refused([{ file: id ?? 'zip', field: '', ...words }])
  if (bytes.length > MAX_PACKAGE_BYTES) return whole(faultWords('package-large'))
  const zip = readZip(bytes, { files: MAX_FILES, bytes: MAX_PACKAGE_BYTES })
  if (!zip.ok) return whole(zip.refusal)
  const paths = [...zip.value.keys()]
  const folder = paths[0]?.split('/')[0] ?? ''
  const inFolder = paths.length > 0 && !isPackagePath(paths[0]!) && paths.every((path) => path.startsWith(`${folder}/`))
  const named = ProblemId.safeParse(inFolder ? folder : id)
  if (!named.success) return whole(faultWords('no-id'))

  const files: PackageFiles = new Map()
  const faults: Fault[] = []
  for (const [path, content] of zip.value) {
    const inner = inFolder ? path.slice(folder.length + 1) : path
    if (inner.split('/').some((part) => part.startsWith('.'))) continue
    const text = textOf(inner, content)
    if (text.ok) files.set(inner, text.value)
    else faults.push({ file: `${named.data}/${inner}`, field: '', ...text.refusal })
  }
  return faults.length > 0 ? refused(faults) : ok({ id: named.data, files })
}

/** A file's text; refused with what is wrong with the file. */
function textOf(path: string, content: Uint8Array): Result<string, FaultWords> {
  if (!isPackagePath(path)) return refused(faultWords('file-unknown'))
  if (content.length > maxBytes(path)) return refused(faultWords('file-large', { most: maxBytes(path) }))
  try {
    return ok(utf8.decode(content).replaceAll('\r\n', '\n'))
  } catch {
    return refused(faultWords('not-utf8'))
  }
}

/**
 * Puts a package into a bank, whole or not at all: it is written beside the others under a name that the bank does not
 * look at, then renamed. An id that is there already is refused.
 */
export function placePackage(bank: string, id: ProblemId, files: PackageFiles): Result<string, Fault[]> {
  const folder = join(bank, id)
  const taken = refused([fault(id, '', 'id-taken')])
  if (existsSync(folder)) return taken
  const beside = mkdtempSync(join(bank, '.arriving-'))
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(beside, path)), { recursive: true })
      writeFileSync(join(beside, path), text)
    }
    // Fails where somebody else's package of the same id came first: a folder that holds something is not replaced.
    renameSync(beside, folder)
    return ok(folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (existsSync(folder)) return taken
    const detail = error instanceof Error ? error.message : String(error)
    return refused([fault(id, '', 'unwritable', { detail })])
  }
}
