import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptLicenceList, licenceList, lockedPackages } from './support/licences.ts'

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  allowScripts: Record<string, boolean>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

describe('what is installed', () => {
  it('is named by exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies }
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('runs no install script that nobody has looked at', () => {
    const scripted = lockedPackages().filter(({ hasInstallScript }) => hasInstallScript)
    const unreviewed = scripted.filter(({ name }) => !Object.hasOwn(manifest.allowScripts, name))
    expect(unreviewed).toEqual([])
  })

  it('says under which licence it is, and that list is kept', () => {
    expect(keptLicenceList()).toBe(licenceList())
  })

  it('asks nobody to publish what they build with it', () => {
    const strict = lockedPackages().filter(({ licence }) => /(^|\W)(A?GPL|SSPL|BUSL)/.test(licence ?? ''))
    expect(strict.map(({ name }) => name)).toEqual([])
  })
})
