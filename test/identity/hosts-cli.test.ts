import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentity, type Identity } from '../../server/identity/identity.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { runNode } from '../support/run-node.ts'
import { Device } from './device.ts'

/** The command in a process of its own, beside a server that has the same database open. */
const hosts = (...args: string[]) => runNode(['server/cli/hosts.ts', ...args])

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

  it('ends with 1 where there is no such host', async () => {
    expect(await hosts('new-password', 'Nobody', '--data', data)).toMatchObject({ code: 1, out: '' })
  })

  it.each([
    ['no command', []],
    ['no name', ['new-password']],
    ['a word too many', ['list', 'x']],
    ['an unknown option', ['list', '--daata', 'x']],
    ['a folder without a database', ['list', '--data', '/nowhere/at/all']],
  ])('ends with 2 and one line, given %s', async (_, args) => {
    const { err, code } = await hosts(...(args.includes('--data') ? args : [...args, '--data', data]))
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
