import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))
const read = (name: string): Uint8Array<ArrayBuffer> => readFileSync(join(folder, name))

export const packageFolder = folder

/** The version this host was written for is asserted by a test; any version is part of the cache's key. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

export const interpreterBinary = (): Uint8Array<ArrayBuffer> => read('pyodide.asm.wasm')
export const librarySources = (): Uint8Array<ArrayBuffer> => read('python_stdlib.zip')

/**
 * A tiny WebAssembly module that calls a C function through a mistyped pointer. The package carries it as hexadecimal
 * text inside its script; it is the one thing taken from there.
 */
export function trampolineBinary(): Uint8Array<ArrayBuffer> {
  const script = readFileSync(join(folder, 'pyodide.asm.mjs'), 'latin1')
  const found = [...script.matchAll(/"(0061736d01000000[0-9a-f]+)"/g)].map((match) => match[1]!)
  if (found.length !== 1)
    throw new Error(`pyodide ${packageVersion()} carries ${found.length} embedded modules instead of one`)
  return Uint8Array.from(found[0]!.match(/../g)!, (pair) => parseInt(pair, 16))
}
