import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readModules } from '../inside-isolate.ts'
import { packageVersion } from './packages.ts'

const here = import.meta.dirname
const local = (name: string): string => readFileSync(join(here, name), 'utf8')

/** Everything of ours that the artifact is made of. */
export const parts = () => ({
  version: packageVersion(),
  node: process.version,
  modules: readModules(join(here, 'inside')),
  recipe: local('recipe.ts'),
  build: ['build.ts', 'binary.ts', 'known-addresses.ts', 'mark-writes.ts', 'wasm-bytes.ts', 'wasm-operations.ts'].map(
    local,
  ),
  harness: local('harness.py'),
  library: local('library.py'),
  added: { 'asyncio/unix_events.py': local('library/asyncio_unix_events.py') },
})

/** Names everything the artifact is made of: another version of anything gives another key. */
export const artifactKey = (of: unknown = parts()): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 24)
