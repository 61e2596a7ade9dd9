import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentity, type Identity } from '../../server/identity/identity.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { Device } from './device.ts'

/** The command in a process of its own, beside a server that has the same database open. */
async function hosts(...args: string[]) {
  const child = spawn(process.execPath, ['server/cli/hosts.ts', ...args])
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, code }
}

describe('the hosts command', () => {
  let data: string
  let store: SqliteStore
  let identity: Identity
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'outdo-test-'))
    const opened = openStore({ file: join(data, 'outdo.db') })
    if (!opened.ok) throw new Error(opened.refusal.message)
    store = opened.value
    identity = await createIdentity({ store, publicUrl: null })
  })
  afterAll(async () => {
    await store.close()
    await rm(data, { recursive: true, force: true })
  })

  it('gives an owner who has forgotten theirs a new password, while the server runs', async () => {
    const claim = { token: (await identity.firstHostToken())!, name: 'Maria', password: 'long since forgotten' }
    const claimed = await identity.claimFirstHost(claim)
    if (!claimed.ok) throw new Error(claimed.refusal.message)
    const device = new Device().take(claimed.value.setCookies)
    expect(await hosts('list', '--data', data)).toMatchObject({ code: 0, out: 'Maria (owner), tournaments: 0\n' })

    const { out, code } = await hosts('new-password', 'maria', '--data', data, '--json')
    expect(code).toBe(0)
    const given = JSON.parse(out) as { name: string; password: string }
    expect(given.name).toBe('Maria')
    // Whoever is signed in somewhere is out: it may not have been the owner.
    expect(await identity.hostOf(device.headers)).toBeNull()
    expect((await identity.signInHost({ name: 'Maria', password: claim.password })).ok).toBe(false)
    const back = await identity.signInHost({ name: 'Maria', password: given.password })
    expect(back).toMatchObject({ ok: true, value: { account: { role: 'owner', name: 'Maria' } } })
    const [line] = await store.audit({ limit: 1 })
    expect(line).toMatchObject({ action: 'house:host-password', who: '', outcome: 'ok', params: { host: 'Maria' } })
  })

  it('ends with 1 where there is no such host, with 2 and one line on bad use', async () => {
    expect(await hosts('new-password', 'Nobody', '--data', data)).toMatchObject({ code: 1, out: '' })
    for (const args of [
      [],
      ['new-password'],
      ['list', 'x'],
      ['list', '--daata', 'x'],
      ['list', '--data', `${data}/no`],
    ]) {
      const { err, code } = await hosts(...(args.includes('--data') ? args : [...args, '--data', data]))
      expect(code).toBe(2)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })
})
