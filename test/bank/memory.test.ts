import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openMemory } from '../../server/bank/memory.ts'
import { emptyFolder } from './packages.ts'

/** Opens the memory, asks for the outcome of `of`, saves; tells whether the work was done for it. */
async function worked(
  file: string,
  of: unknown,
  { fingerprint = 'same', outcome = true, again = false } = {},
): Promise<boolean> {
  const { memory, save } = openMemory(file, fingerprint, again)
  let done = false
  const work = async (): Promise<boolean> => {
    done = true
    return outcome
  }
  expect(await memory(of, work, (value) => value)).toBe(outcome)
  save()
  return done
}

describe('what was done before', () => {
  const file = (): string => join(emptyFolder(), 'sub', 'memory.json')

  it('is not done again', async () => {
    const at = file()
    expect(await worked(at, { a: [1n] })).toBe(true)
    expect(await worked(at, { a: [1n] })).toBe(false)
  })

  it('is done again when anything of it changed', async () => {
    const at = file()
    await worked(at, { a: [1n] })
    expect(await worked(at, { a: [2n] })).toBe(true)
    expect(await worked(at, { a: [1] })).toBe(true)
  })

  it('is done again when what it was done with changed', async () => {
    const at = file()
    await worked(at, 1)
    expect(await worked(at, 1, { fingerprint: 'other' })).toBe(true)
  })

  it('is done again when its outcome was not to be kept', async () => {
    const at = file()
    await worked(at, 1, { outcome: false })
    expect(await worked(at, 1)).toBe(true)
  })

  it('is done again when asked to, and remembered anew', async () => {
    const at = file()
    await worked(at, 1)
    expect(await worked(at, 1, { again: true, outcome: false })).toBe(true)
    expect(await worked(at, 1)).toBe(true)
    expect(await worked(at, 1)).toBe(false)
  })

  it('is done again when the file is damaged', async () => {
    const at = join(emptyFolder(), 'memory.json')
    writeFileSync(at, '{"known": 5')
    expect(await worked(at, 1)).toBe(true)
    expect(await worked(at, 1)).toBe(false)
  })
})
