/**
 * Builds the pages into dist/client: `node client/build.ts [--if-stale]`. With `--if-stale` nothing happens while the
 * build is newer than everything it is made of. Beside each script and style lie `.br` and `.gz` of it, so that the
 * server has nothing to compress while a round runs.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, 'dist/client/index.html')
const sources = ['client', 'server/protocol', 'package-lock.json', 'vite.config.ts']

function newestChangeMs(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  // A folder's own time counts too: it tells of files that were taken away.
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChangeMs(join(path, name))))
}

function compressAssets(): void {
  const folder = join(root, 'dist/client/assets')
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css)$/.test(name)) continue
    const content = readFileSync(join(folder, name))
    writeFileSync(
      join(folder, `${name}.br`),
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    )
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
  }
}

const options = process.argv.slice(2)
const unknown = options.find((option) => option !== '--if-stale')
if (unknown !== undefined) {
  process.stderr.write(`client/build.ts: "${unknown}" is not an option; there is --if-stale\n`)
  process.exit(2)
}
const stale =
  !existsSync(built) || Math.max(...sources.map((path) => newestChangeMs(join(root, path)))) > statSync(built).mtimeMs

if (stale || !options.includes('--if-stale')) {
  const { build } = await import('vite')
  const startedAt = performance.now()
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  compressAssets()
  process.stdout.write(`Pages built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
}
