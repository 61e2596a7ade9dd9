import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIdentity, type Identity } from '../../server/identity/identity.ts'
import { makeInvitation } from '../../server/identity/invitations.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { Device } from './device.ts'
import { quickPasswords } from './quick-passwords.ts'

const PASSWORD = 'correct horse battery'
let store: SqliteStore
let identity: Identity
let owner: Device
beforeEach(async () => {
  const opened = openStore({ file: ':memory:' })
  if (!opened.ok) throw new Error(opened.refusal.message)
  store = opened.value
  identity = await createIdentity({ store, publicUrl: null, passwords: quickPasswords() })
  const token = (await identity.firstHostToken())!
  const claimed = await identity.claimFirstHost({ token, name: 'Maria', password: PASSWORD })
  if (!claimed.ok) throw new Error(claimed.refusal.message)
  owner = new Device().take(claimed.value.setCookies)
})
afterEach(() => store.close())

const invite = async () => (await identity.inviteHost(owner.headers))!.token
const claim = async (token: string, name = 'Noor') => {
  const answer = await identity.claimInvitation({ token, name, password: PASSWORD })
  return answer.ok ? answer.value : answer.refusal.code
}

describe('an invitation', () => {
  it('makes one more host, signed in, who is no owner', async () => {
    const claimed = await claim(await invite())
    if (typeof claimed === 'string') throw new Error(claimed)
    expect(claimed.account).toMatchObject({ role: 'host', name: 'Noor' })
    expect(await identity.hostOf(new Device().take(claimed.setCookies).headers)).toEqual(claimed.account)
  })
  it('works once, also when two use it at the same moment', async () => {
    const token = await invite()
    const both = await Promise.all([claim(token, 'Noor'), claim(token, 'Eve')])
    expect(both.filter((one) => one === 'link-used')).toHaveLength(1)
    expect(await claim(token, 'Eve2')).toBe('link-used')
  })
  it('is not a guess, nor what is kept of it', async () => {
    await invite()
    for (const token of ['i-', 'i-guess', `i-${'x'.repeat(32)}`]) expect(await claim(token)).toBe('link-expired')
  })
  it('is over after a week', async () => {
    const { token } = await makeInvitation(store, 'somebody', Date.now() - 7 * 24 * 60 * 60 * 1000)
    expect(await claim(token)).toBe('link-expired')
  })
  it('is not used up by a name that is taken', async () => {
    const token = await invite()
    expect(await claim(token, 'maria')).toBe('account-name-taken')
    expect(typeof (await claim(token))).toBe('object')
  })
  it('is a host’s to give', async () => {
    expect(await identity.inviteHost(new Device().headers)).toBeNull()
    const { setCookies } = await identity.startAnonymous({ name: 'Ada', star: 'gold' })
    expect(await identity.inviteHost(new Device().take(setCookies).headers)).toBeNull()
  })
})

describe('signing out everywhere', () => {
  it('ends every session of this host, and nobody else’s', async () => {
    const signedIn = await identity.signInHost({ name: 'Maria', password: PASSWORD })
    const other = await claim(await invite())
    if (!signedIn.ok || typeof other === 'string') throw new Error('could not sign in')
    const phone = new Device().take(signedIn.value.setCookies)
    const noor = new Device().take(other.setCookies)
    expect(await identity.signOutHostEverywhere(owner.headers)).not.toBeNull()
    expect(await identity.hostOf(owner.headers)).toBeNull()
    expect(await identity.hostOf(phone.headers)).toBeNull()
    expect((await identity.hostOf(noor.headers))?.name).toBe('Noor')
  })
  it('needs somebody who is signed in', async () => {
    expect(await identity.signOutHostEverywhere(new Device().headers)).toBeNull()
  })
})
