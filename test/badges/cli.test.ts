import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBadges } from '../../server/badges/badges.ts'
import { openStore } from '../../server/store/sqlite.ts'
import { BASE, NOW, own } from './issued.ts'

/** The command in a process of its own. */
async function badges(...args: string[]) {
  const child = spawn(process.execPath, ['server/cli/badges.ts', ...args])
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, code }
}

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
  it('ends with 2 and one line on bad use', async () => {
    for (const args of [
      [],
      ['verify'],
      ['rotate-key', 'x'],
      ['verify', file('nothing')],
      ['rotate-key', '--daata', 'x'],
    ]) {
      const { err, code } = await badges(...args, '--data', data)
      expect(code).toBe(2)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
    expect((await badges('rotate-key', '--data', file('nowhere'))).err).toMatch(/there is no outdo\.db in/)
  })
})
