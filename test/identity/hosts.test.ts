import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIdentity, type Identity } from '../../server/identity/identity.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { Device } from './device.ts'
import { quickPasswords } from './quick-passwords.ts'

const PASSWORD = 'correct horse battery'

let store: SqliteStore
let identity: Identity
let passwords: ReturnType<typeof quickPasswords>
beforeEach(async () => {
  const opened = openStore({ file: ':memory:' })
  if (!opened.ok) throw new Error(opened.refusal.message)
  store = opened.value
  passwords = quickPasswords()
  identity = await createIdentity({ store, publicUrl: null, passwords })
})
afterEach(() => store.close())

type SigningIn = Awaited<ReturnType<Identity['signInHost']>>
const refusalOf = (answer: SigningIn) => (answer.ok ? 'no refusal' : answer.refusal.code)
function signedIn(answer: SigningIn) {
  if (!answer.ok) throw new Error(answer.refusal.message)
  return { ...answer.value, device: new Device().take(answer.value.setCookies) }
}
/** The first host, from the one-time link. */
async function theOwner(name = 'Maria') {
  const token = await identity.firstHostToken()
  return { token: token!, ...signedIn(await identity.claimFirstHost({ token: token!, name, password: PASSWORD })) }
}

describe('the one-time link', () => {
  it('makes the first host the owner, signed in', async () => {
    const { account, device } = await theOwner()
    expect(account).toMatchObject({ role: 'owner', name: 'Maria' })
    expect(await identity.hostOf(device.headers)).toEqual(account)
  })

  it('works once', async () => {
    const { token } = await theOwner()
    const again = await identity.claimFirstHost({ token, name: 'Eve', password: PASSWORD })
    expect(refusalOf(again)).toBe('link-used')
    expect(await identity.firstHostToken()).toBeNull()
  })

  it('makes one owner when two claim it at the same moment', async () => {
    const token = (await identity.firstHostToken())!
    const claims = ['Maria', 'Eve'].map((name) => identity.claimFirstHost({ token, name, password: PASSWORD }))
    const answers = await Promise.all(claims)
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
    expect(answers.filter((answer) => !answer.ok).map(refusalOf)).toEqual(['link-used'])
  })

  it('is the newest one only, and not a guess', async () => {
    const older = (await identity.firstHostToken())!
    const newest = (await identity.firstHostToken())!
    for (const token of [older, '', 'x', newest.slice(1), `${newest}x`])
      expect(refusalOf(await identity.claimFirstHost({ token, name: 'Eve', password: PASSWORD }))).toBe('link-outdated')
    expect(refusalOf(await identity.claimFirstHost({ token: newest, name: 'Maria', password: PASSWORD }))).toBe(
      'no refusal',
    )
  })

  it('is not kept as it is', async () => {
    const token = (await identity.firstHostToken())!
    expect(JSON.stringify(await store.setting('first-host-token'))).not.toContain(token)
  })

  it('works again after a claim that broke off half-way', async () => {
    const token = (await identity.firstHostToken())!
    const broken = await createIdentity({
      store,
      publicUrl: null,
      passwords: { ...passwords, hash: () => Promise.reject(new Error('the disk is full')) },
    })
    await expect(broken.claimFirstHost({ token, name: 'Maria', password: PASSWORD })).rejects.toThrow(
      'the disk is full',
    )
    expect(refusalOf(await identity.claimFirstHost({ token, name: 'Maria', password: PASSWORD }))).toBe('no refusal')
  })
})

describe('signing in', () => {
  it('takes name and password, the name whatever its case', async () => {
    const { account } = await theOwner()
    const { account: again, device } = signedIn(await identity.signInHost({ name: ' mARIA', password: PASSWORD }))
    expect(again).toEqual(account)
    expect(await identity.hostOf(device.headers)).toEqual(account)
  })

  it.each([
    ['Maria', 'Correct horse battery'],
    ['Maria', ''],
    ['Maria', 'x'.repeat(500)],
    ['Nobody', PASSWORD],
    ['host:maria', PASSWORD],
    ['', PASSWORD],
  ])('refuses %j with %j in the same words', async (name, password) => {
    await theOwner()
    const answer = await identity.signInHost({ name, password })
    expect(refusalOf(answer)).toBe('wrong-password')
    expect(answer).toEqual(await identity.signInHost({ name: 'Maria', password: 'wrong password' }))
  })

  it('works as hard for a name that nobody has', async () => {
    await theOwner()
    const workFor = async (name: string) => {
      const before = passwords.asked
      await identity.signInHost({ name, password: 'wrong password' })
      return passwords.asked - before
    }
    expect([await workFor('Maria'), await workFor('Nobody')]).toEqual([1, 1])
  })

  it('sets one cookie for 30 days', async () => {
    const { setCookies } = await theOwner()
    expect(setCookies).toHaveLength(1)
    expect(setCookies[0]).toMatch(/^outdo-host\.session_token=.*; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('signing out ends the session, also for a copied cookie', async () => {
    const { device } = await theOwner()
    const copied = device.headers
    device.take(await identity.signOutHost(device.headers))
    expect(await identity.hostOf(device.headers)).toBeNull()
    expect(await identity.hostOf(copied)).toBeNull()
  })
})

describe('host and player on one laptop', () => {
  const zoe = { name: 'Zoë', star: 'sky' } as const

  it('are both signed in, and leave one by one', async () => {
    const { account: host, device } = await theOwner()
    const { account: player, setCookies } = await identity.startAnonymous(zoe)
    device.take(setCookies)
    expect(await identity.hostOf(device.headers)).toEqual(host)
    expect(await identity.playerOf(device.headers)).toEqual(player)

    device.take(await identity.forgetPlayer(device.headers))
    expect(await identity.playerOf(device.headers)).toBeNull()
    expect(await identity.hostOf(device.headers)).toEqual(host)
  })

  it('may have the same name', async () => {
    const { account } = await theOwner('zoe')
    const player = await identity.startAnonymous(zoe)
    const kept = await identity.keep(player.account, 'zoe')
    if (!kept.ok) throw new Error(kept.refusal.message)
    expect(refusalOf(await identity.signInHost({ name: 'zoe', password: kept.value.passphrase }))).toBe(
      'wrong-password',
    )
    expect(signedIn(await identity.signInHost({ name: 'zoe', password: PASSWORD })).account).toEqual(account)
    expect(await identity.recover({ playerName: 'zoe', passphrase: PASSWORD })).toMatchObject({ ok: false })
  })

  it("neither's cookie opens the other's door", async () => {
    const { device } = await theOwner()
    const asPlayer = device.renamed((name) => name.replace('host', 'player'))
    expect(await identity.playerOf(asPlayer)).toBeNull()
    await identity.forgetPlayer(asPlayer)
    expect(await identity.hostOf(device.headers)).not.toBeNull()
    const player = new Device().take((await identity.startAnonymous(zoe)).setCookies)
    expect(await identity.hostOf(player.renamed((name) => name.replace('player', 'host')))).toBeNull()
    expect(await identity.hostOf(player.headers)).toBeNull()
    expect(await identity.playerOf(device.headers)).toBeNull()
  })
})
