import type { Result } from '../../protocol/result.ts'
import type { Fault } from '../fault.ts'
import type { PackageFiles } from '../files.ts'
import { importExercism } from './exercism.ts'
import type { Imported } from './imported.ts'
import { importKattis } from './kattis.ts'

/** What makes a package of these files, told by their names; undefined where they are none of the formats that are read here. */
export function formatOf(source: PackageFiles): ((source: PackageFiles) => Result<Imported, Fault>) | undefined {
  if (source.has('canonical-data.json')) return importExercism
  return source.has('problem.yaml') && [...source.keys()].some((path) => path.startsWith('data/'))
    ? importKattis
    : undefined
}

/** This bank's own format. */
export const isPackage = (source: PackageFiles): boolean => source.has('problem.yaml') && source.has('tests.yaml')

/** The id that a name gives: `SumOfTwo` is `sum-of-two`. */
export const slug = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
