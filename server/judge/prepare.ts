// Run by itself, before the first worker: makes what languages keep in the cache. It runs no player's code.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const [cacheDir, ...languages] = process.argv.slice(2)
if (cacheDir === undefined) throw new Error('give the cache folder')
for (const language of languages) {
  if (!existsSync(join(import.meta.dirname, 'languages', language, 'build.ts'))) continue
  const module = (await import(`./languages/${language}/build.ts`)) as {
    prepare(cacheDir: string): { made: boolean }
  }
  module.prepare(cacheDir)
}
process.exit(0)
