import { markTrampoline, prepareBinary, readBinary, resizeMemory, stateNames } from './binary.ts'
import { readArtifact, writeArtifact, type Artifact } from './cache.ts'
import type { ImageState } from './inside/image.ts'
import { stripModules } from '../inside-isolate.ts'
import { artifactKey, parts } from './artifact-key.ts'
import { PythonIsolate } from './isolate.ts'
import { interpreterBinary, librarySources, trampolineBinary } from './packages.ts'
import { HEADROOM_PAGES, LEFT_OUT, MOST_FILE_BYTES, MOST_PAGES, PRELOADED, REMOVED, STACK_BYTES } from './recipe.ts'

/** Calls that run most of what a submission runs, so that what they make once is in the image. */
const WARM_UP = [
  ['load', 'def f(x):\n    return x', 'solution'],
  ['call', 'f', '[1]', null, true],
  ['eval', 'f(2)'],
  ['load', 'def f(:', 'solution'],
  ['load', 'print("hello")\nraise ValueError("x")', 'solution'],
  ['load', 'x = 1\ny = nme', 'solution'],
]
const WARM_UP_ROUNDS = 5

/** Makes the artifact where the cache has none that can be used. About four seconds; answers why it was made. */
export function prepare(cacheDir: string): { made: false } | { made: true; because: string } {
  const key = artifactKey()
  const found = readArtifact(cacheDir, key)
  if (!('unusable' in found)) return { made: false }
  writeArtifact(cacheDir, key, buildArtifact())
  return { made: true, because: found.unusable }
}

function buildArtifact(): Artifact {
  const { modules, harness, library: libraryScript, added } = parts()
  const stripped = stripModules(modules)
  const binary = interpreterBinary()
  const facts = readBinary(binary)
  const prepared = prepareBinary(binary, facts, { minPages: facts.memory.minPages, maxPages: MOST_PAGES })
  const trampoline = markTrampoline(trampolineBinary()).buffer

  const isolate = new PythonIsolate()
  try {
    const module = isolate.compile('module', prepared.slice().buffer)
    const trampolineModule = isolate.compile('trampoline', trampoline.slice())
    const builder = (libraryZip: ArrayBuffer, mostFileBytes: number) => {
      const options = {
        stackBytes: STACK_BYTES,
        limitPages: MOST_PAGES,
        mostFileBytes,
        without: REMOVED,
        ...stateNames(facts),
      }
      const held = isolate.hold(`library${libraryZip.byteLength}`, libraryZip.slice())
      const made = isolate
        .open(stripped)
        .create('createBuilder', module, trampolineModule, held, JSON.stringify(options))
      return <T>(name: string, ...args: unknown[]): T =>
        made.getSync(name, { reference: true }).applySync(undefined, args, { result: { copy: true } }) as T
    }

    const compiler = builder(librarySources().buffer, 64 << 20)
    compiler('run', `ADDED = ${JSON.stringify(added)}\nLEFT_OUT = tuple(${JSON.stringify(LEFT_OUT)})\n${libraryScript}`)
    const library = compiler<ArrayBuffer>('file', '/tmp/library.zip')

    const maker = builder(library, MOST_FILE_BYTES)
    maker('run', `import ${PRELOADED.join(', ')}\n${harness}`)
    for (let i = 0; i < WARM_UP_ROUNDS; i++)
      for (const command of WARM_UP) maker('call', '_step', JSON.stringify(command))
    maker(
      'run',
      `import sys, gc\nfor name in ['solution', *${JSON.stringify(REMOVED)}]: sys.modules.pop(name, None)\nlinecache.cache.clear()\n_space = {}\ngc.collect(); gc.collect(); gc.freeze()`,
    )
    const image = maker<{ bytes: ArrayBuffer; state: string }>('image', '_step')
    const state = JSON.parse(image.state) as ImageState
    const resized = resizeMemory(prepared, { minPages: state.pages + HEADROOM_PAGES, maxPages: MOST_PAGES })
    return { modules: stripped, state, binary: resized.buffer, trampoline, library, image: image.bytes }
  } finally {
    isolate.dispose()
  }
}
