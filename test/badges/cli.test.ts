import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBadges } from '../../server/badges/badges.ts'
import { openStore } from '../../server/store/sqlite.ts'
import { runNode } from '../support/run-node.ts'
import { BASE, NOW, own } from './issued.ts'

/** The command in a process of its own. */
const badges = (...args: string[]) => runNode(['server/cli/badges.ts', ...args])

describe('the badges command', () => {
  let data: string
  let jws: string
  const file = (name: string) => join(data, name)
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'outdo-test-'))
    const opened = openStore({ file: file('outdo.db') })
    if (!opened.ok) throw new Error(opened.refusal.message)
    const made = await createBadges(opened.value, NOW)
    const toSign = {
      id: 'badge-1',
      subjectId: 'subject',
      achievement: own('first-mark'),
      statusIndex: 0,
      issuedAt: NOW,
    }
    jws = await made.sign(BASE, toSign)
    await writeFile(file('badge.svg'), (await made.baked(jws, own('first-mark'), 'svg')) as string)
    await made.close()
    await opened.value.close()
  })
  afterAll(() => rm(data, { recursive: true, force: true }))

  it('verifies a file, also after the key was rotated', async () => {
    expect(await badges('rotate-key', '--data', data)).toMatchObject({
      code: 0,
      out: expect.stringContaining('A new key'),
    })
    expect(await badges('verify', file('badge.svg'), '--data', data)).toMatchObject({
      code: 0,
      out: 'genuine: signed here, unchanged, and it stands (First mark · outdo.example)\n',
    })
  })
  it('says what is not one', async () => {
    await writeFile(file('holiday.txt'), 'hello')
    expect(await badges('verify', file('holiday.txt'), '--data', data)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^not a badge/),
    })
    await writeFile(file('changed.jwt'), `${jws.slice(0, -8)}AAAAAAAA`)
    const { out, code } = await badges('verify', file('changed.jwt'), '--data', data, '--json')
    expect(JSON.parse(out)).toMatchObject({ verdict: 'forged', badgeId: null })
    expect(code).toBe(1)
  })
  it.each([
    ['no command', []],
    ['no file', ['verify']],
    ['a word too many', ['rotate-key', 'x']],
    ['a file that is not there', ['verify', '/nowhere/at/all.svg']],
    ['an unknown option', ['rotate-key', '--daata', 'x']],
  ])('ends with 2 and one line, given %s', async (_, args) => {
    const { err, code } = await badges(...args, '--data', data)
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
  it('says where it looked for a database', async () => {
    expect((await badges('rotate-key', '--data', file('nowhere'))).err).toMatch(/there is no outdo\.db in/)
  })
})
