import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const LIST = join(root, 'docs/licences.md')

/** A package as the lock file has it. */
export type Locked = { name: string; version: string; licence: string | null; hasInstallScript: boolean; dev: boolean }

type LockFile = {
  packages: Record<string, { version?: string; license?: string; hasInstallScript?: boolean; dev?: boolean }>
}

/** Everything that `npm ci` may put on a machine, by name. */
export function lockedPackages(): Locked[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = null, hasInstallScript = false, dev = false }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      hasInstallScript,
      dev,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/** The list as docs/licences.md keeps it. */
export function licenceList(): string {
  const rows = lockedPackages().map(
    ({ name, version, licence, dev }) =>
      `| ${name} | ${version} | ${licence ?? 'not said'} | ${dev ? 'development' : 'server'} |`,
  )
  const head =
    '# Licences\n\nWhat `npm ci` installs, made by `npm run licences`.\n\n| package | version | licence | for |\n| --- | --- | --- | --- |\n'
  return `${head}${[...new Set(rows)].join('\n')}\n`
}

export const keptLicenceList = (): string => readFileSync(LIST, 'utf8')

if (import.meta.main) {
  writeFileSync(LIST, licenceList())
  console.log(`${lockedPackages().length} packages listed in docs/licences.md`)
}
