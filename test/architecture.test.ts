import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import what: `types` means `import type` only; a name alone means that values may be imported too. */
type Rule = { folder: string; values: string[]; types: string[]; packages?: RegExp }

const PARTS = ['store', 'judge', 'bank', 'identity', 'badges', 'ops']
const RULES: Rule[] = [
  { folder: 'protocol', values: [], types: [], packages: /^zod$/ },
  { folder: 'tournament', values: ['protocol'], types: [], packages: /^$/ },
  { folder: 'improvement', values: ['protocol'], types: [], packages: /^$/ },
  ...PARTS.map((folder) => ({ folder, values: ['protocol'], types: PARTS })),
  { folder: 'live', values: ['protocol', 'tournament', 'improvement'], types: PARTS },
]

type Import = { file: string; specifier: string; isType: boolean }

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)
  return [...found].map(([, type, specifier]) => ({ file, specifier: specifier!, isType: type !== undefined }))
}

/** `server/live/x.ts` importing `../store/store.ts` → `store`; null for a package or a file beside the folders. */
function folderOf({ file, specifier }: Import): string | null {
  if (!specifier.startsWith('.')) return null
  const [, folder, ...rest] = normalize(join(dirname(file), specifier)).split('/')
  return rest.length > 0 ? folder! : null
}

describe('the architecture', () => {
  it.each(RULES)('$folder imports only what it may', ({ folder, values, types, packages }) => {
    const imports = globSync(`server/${folder}/**/*.ts`).flatMap(importsOf)
    const forbidden = imports.filter((one) => {
      const target = folderOf(one)
      if (!one.specifier.startsWith('.')) return packages !== undefined && !packages.test(one.specifier)
      if (target === null) return true
      return target !== folder && !values.includes(target) && !(one.isType && types.includes(target))
    })
    expect(forbidden).toEqual([])
  })

  it('lets the client import the protocol alone', () => {
    const imports = globSync('client/**/*.{ts,svelte}').flatMap(importsOf)
    const reaching = imports.filter((one) => /\.\.\/server\//.test(one.specifier))
    expect(reaching.filter((one) => !/\/server\/protocol\/[\w-]+\.ts$/.test(one.specifier))).toEqual([])
  })

  it('knows every folder of the server', () => {
    const known = [...RULES.map(({ folder }) => folder), 'cli']
    const folders = globSync('server/*/').map((path) => path.split('/')[1]!)
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([])
  })
})
