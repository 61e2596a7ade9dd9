import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { prepare } from '../judge/languages/python/build.ts'

/**
 * Makes the judge's cache while the pages are being built, so that the first start of all does not do one after the
 * other. Says nothing: what is wrong the server finds itself, in words.
 */
const read = readConfig(process.env)
if ('fault' in read) process.exit(0)
const { dataDir, cacheDir } = read.config
for (const folder of [dataDir, cacheDir ?? join(dataDir, 'cache')]) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') process.exit(0)
  }
}
try {
  prepare(cacheDir ?? join(dataDir, 'cache'))
} finally {
  process.exit(0)
}
