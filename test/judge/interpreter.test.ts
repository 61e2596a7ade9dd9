import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { artifactKey, parts } from '../../server/judge/languages/python/artifact-key.ts'
import { prepareBinary, readBinary, resizeMemory } from '../../server/judge/languages/python/binary.ts'
import { readArtifact, writeArtifact, type Artifact } from '../../server/judge/languages/python/cache.ts'
import { interpreterBinary, packageVersion, trampolineBinary } from '../../server/judge/languages/python/packages.ts'

describe('the interpreter binary', () => {
  const binary = interpreterBinary()
  const facts = readBinary(binary)

  it('is the version that this host was written for', () => {
    expect(packageVersion()).toBe('314.0.7')
  })

  it('has the state beside linear memory that the rewind puts back, and no more', () => {
    expect(facts.mutableGlobals).toEqual([280, 281, 282, 283])
    expect(facts.tables).toBe(3)
    expect(facts.exports.get('__stack_pointer')).toEqual({ kind: 3, index: 280 })
  })

  it('exports what the boot calls', () => {
    for (const name of [
      'PyInitConfig_Create',
      'Py_InitializeFromInitConfig',
      'PyObject_CallOneArg',
      '__stack_low',
      '__stack_high',
      'PyImport_Inittab',
      '_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET',
    ])
      expect(facts.exports.has(name), name).toBe(true)
  })

  it('keeps its meaning when it is rewritten', () => {
    const prepared = prepareBinary(binary, facts, { minPages: 100, maxPages: 200 })
    const again = readBinary(prepared)
    expect(again.memory).toEqual({ minPages: 100, maxPages: 200 })
    expect(readBinary(resizeMemory(prepared, { minPages: 150, maxPages: 200 })).memory.minPages).toBe(150)
    expect(again.exports.get('outdo:global:280')).toEqual({ kind: 3, index: 280 })
    expect(again.exports.size).toBe(facts.exports.size + facts.mutableGlobals.length + facts.tables + 1)
  })

  it('comes with one trampoline', () => {
    const trampoline = trampolineBinary()
    expect(trampoline.length).toBe(493)
    expect(String.fromCharCode(...trampoline)).toContain('trampoline_call')
  })

  it('is refused when it is cut or no WebAssembly at all', () => {
    expect(() => readBinary(binary.subarray(0, 5000))).toThrow(/too early/)
    expect(() => readBinary(new Uint8Array(100))).toThrow(/not a WebAssembly/)
  })
})

describe('the cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outdo-cache-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const buffer = (length: number, value: number) => new Uint8Array(length).fill(value).buffer
  const artifact: Artifact = {
    modules: { 'main.ts': 'x' },
    state: { pages: 1, harness: 5, globals: { a: 1 }, tables: { b: 2 } },
    binary: buffer(15, 4),
    trampoline: buffer(10, 1),
    library: buffer(20, 2),
    image: buffer(65_536, 3),
  }

  it('has another key as soon as anything is another that the image is made of', () => {
    const made = parts()
    const keys = Object.keys(made).map((name) => artifactKey({ ...made, [name]: 'another' }))
    expect(new Set([artifactKey(), ...keys]).size).toBe(keys.length + 1)
    expect(made.recipe).toContain("'collections'")
    expect(Object.keys(made.modules)).toContain('main.ts')
  })

  it('gives back what was put in', () => {
    writeArtifact(folder, 'k', artifact)
    expect(readArtifact(folder, 'k')).toEqual(artifact)
    expect(readdirSync(folder)).toEqual(['python-k.image'])
  })

  it('is not used when it is missing, changed, cut or made for something else', () => {
    const path = join(folder, 'python-k.image')
    const whole = readFileSync(path)
    expect(readArtifact(folder, 'other')).toEqual({ unusable: 'it is not there' })
    const changed = Buffer.from(whole)
    changed[5000]! ^= 1
    writeFileSync(path, changed)
    expect(readArtifact(folder, 'k')).toEqual({ unusable: 'its checksum is wrong' })
    writeFileSync(path, whole.subarray(0, 3000))
    expect(readArtifact(folder, 'k')).toEqual({ unusable: 'its checksum is wrong' })
    writeFileSync(path, '')
    expect(readArtifact(folder, 'k')).toEqual({ unusable: 'its checksum is wrong' })
    writeFileSync(join(folder, 'python-x.image'), whole)
    expect(readArtifact(folder, 'x')).toEqual({ unusable: 'it was made for something else' })
  })
})
