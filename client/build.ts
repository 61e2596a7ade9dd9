/**
 * Builds the pages into dist/client: `node client/build.ts [--if-stale]`. With `--if-stale` nothing happens while the
 * build is newer than everything it is made of. Beside each script and style lie `.br` and `.gz` of it, so that the
 * server has nothing to compress while a round runs.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[]; assets?: string[] }
const EDITOR = 'editor/editor.ts'
/** What a player needs from the first page to the end of a round, in either language. */
const KEPT_FOR_OFFLINE = ['index.html', 'pages/Player.svelte', 'pages/player/Round.svelte', EDITOR]

/** Writes `/sw.js`: the worker with the list of files that it keeps, and a version that changes with any of them. */
async function writeServiceWorker(): Promise<void> {
  const { transformWithOxc } = await import('vite')
  const folder = join(root, 'dist/client')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  rmSync(join(folder, '.vite'), { recursive: true })
  const files = new Set<string>()
  const seen = new Set<string>()
  const take = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk || seen.has(name)) return
    seen.add(name)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(`/${file}`)
    for (const other of chunk.imports ?? []) take(other)
    // The languages that the editor colours.
    if (name === EDITOR) for (const other of chunk.dynamicImports ?? []) take(other)
  }
  for (const name of [...KEPT_FOR_OFFLINE, ...Object.keys(manifest).filter((key) => key.startsWith('messages/'))])
    take(name)
  for (const name of KEPT_FOR_OFFLINE) if (!seen.has(name)) throw new Error(`the build has no ${name}`)
  const list = [...files].sort()
  const version = createHash('sha256').update(readFileSync(built)).update(list.join()).digest('hex').slice(0, 12)
  const source = join(root, 'client/service-worker.ts')
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
  const constants = `const VERSION = ${JSON.stringify(version)}\nconst FILES = ${JSON.stringify(list)}\n`
  writeFileSync(join(folder, 'sw.js'), constants + code)
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
  await writeServiceWorker()
  process.stdout.write(`Pages built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
}
