import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { ProblemId } from '../protocol/ids.ts'
import { refused, type Result } from '../protocol/result.ts'
import type { Bank } from './bank.ts'
import { fault, type Fault } from './fault.ts'
import { readPackage } from './files.ts'
import { problemOf } from './package.ts'
import type { Problem } from './problem.ts'
import { yamlCache, type ReadYaml } from './yaml-cache.ts'
import { readYaml } from './yaml.ts'

/** Folders beside the packages that hold something else: ready evenings. */
const NO_PACKAGES = new Set(['kits'])

/** The packages in a folder, by name, sorted; undefined where there is no such folder. */
export function packageNames(folder: string): string[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isFile() && !entry.name.startsWith('.') && !NO_PACKAGES.has(entry.name))
      .map((entry) => entry.name)
      .sort()
  } catch {
    return undefined
  }
}

/**
 * Loads every package in a folder. A broken one is left out and reported; the others are there. A folder that cannot be
 * read is a fault too, never an exception. With `cacheFile` (it is made, its folder too) later loads are about twice as fast.
 */
export async function loadBank(folder: string, { cacheFile }: { cacheFile?: string } = {}): Promise<Bank> {
  const names = packageNames(folder)
  if (names === undefined) {
    return { problems: new Map(), faults: [fault(folder, '', 'no-folder')] }
  }
  const bank: Bank = { problems: new Map(), faults: [] }
  const cache = cacheFile === undefined ? undefined : yamlCache(cacheFile)
  for (const name of names) {
    const loaded = await loadProblem(join(folder, name), cache?.read)
    if (loaded.ok) bank.problems.set(loaded.value.id, loaded.value)
    else bank.faults.push(...loaded.refusal)
  }
  cache?.save()
  return bank
}

/** Loads one package, or says everything that is wrong with it: file, field and fault. The folder's name is the id. */
export async function loadProblem(folder: string, read: ReadYaml = readYaml): Promise<Result<Problem, Fault[]>> {
  const name = basename(resolve(folder))
  const id = ProblemId.safeParse(name)
  if (!id.success) return refused([fault(name, '', 'id-shape')])
  const { files, faults } = readPackage(folder, name)
  return faults.length > 0 ? refused(faults) : problemOf(id.data, files, read)
}
