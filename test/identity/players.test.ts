import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdentity, type Identity } from '../../server/identity/identity.ts'
import type { Star } from '../../server/protocol/round.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { Device } from './device.ts'
import { quickPasswords } from './quick-passwords.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const anna = { name: 'Anna', star: 'gold' as Star }

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
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
})

/** A device on which somebody has joined. */
async function joined(input = anna) {
  const { account, setCookies } = await identity.startAnonymous(input)
  return { account, setCookies, device: new Device().take(setCookies) }
}
async function kept(playerName: string) {
  const { account, device } = await joined()
  const answer = await identity.keep(account, playerName)
  if (!answer.ok) throw new Error(answer.refusal.message)
  return { account, device, passphrase: answer.value.passphrase }
}
const refusalOf = (answer: Awaited<ReturnType<Identity['keep'] | Identity['recover']>>) =>
  answer.ok ? 'no refusal' : answer.refusal.code

describe('joining', () => {
  it('makes a player whom the device is recognised as', async () => {
    const { account, device } = await joined()
    expect(await identity.playerOf(device.headers)).toEqual(account)
    expect(await identity.playerOf({ cookie: device.headers.get('cookie')! })).toEqual(account)
    expect(await store.player(account.playerId)).toMatchObject({ ...anna, userId: account.userId, accountName: null })
  })

  it('makes somebody else each time, also on the same device', async () => {
    const [one, two] = [await joined(), await joined()]
    expect(one.account.playerId).not.toBe(two.account.playerId)
    one.device.take(two.setCookies)
    expect(await identity.playerOf(one.device.headers)).toEqual(two.account)
  })

  it('asks for no mail address, and keeps neither address nor browser of the device', async () => {
    const { account } = await joined()
    const session = await store.adapter({}).findOne<Record<string, unknown>>({
      model: 'session',
      where: [{ field: 'userId', value: account.userId }],
    })
    expect([session?.['ipAddress'], session?.['userAgent']]).toEqual(['', ''])
    const user = await store.adapter({}).findOne<Record<string, unknown>>({
      model: 'user',
      where: [{ field: 'id', value: account.userId }],
    })
    expect(user?.['email']).toMatch(/\.invalid$/)
    expect(JSON.stringify(user)).not.toContain('Anna')
  })

  it.each(['', 'outdo-player.session_token=forged', 'outdo-player.session_token=', '%%%=;;;\u00ff'])(
    'nobody is recognised by the cookie %j',
    async (cookie) => {
      await joined()
      expect(await identity.playerOf({ cookie })).toBeNull()
    },
  )

  it('a cookie that was tampered with is nobody', async () => {
    const { device } = await joined()
    const cookie = device.headers.get('cookie')!
    expect(await identity.playerOf({ cookie: cookie.replace('=', '=x') })).toBeNull()
  })
})

describe('the cookie', () => {
  const attributesFrom = async (publicUrl: string | null) => {
    const elsewhere = await createIdentity({ store, publicUrl })
    return (await elsewhere.startAnonymous(anna)).setCookies
  }

  it('works over plain HTTP: not Secure without a public address, or with one on http', async () => {
    for (const publicUrl of [null, 'http://192.168.1.20:3000']) {
      const [cookie, ...others] = await attributesFrom(publicUrl)
      expect(others).toEqual([])
      expect(cookie).toMatch(/^outdo-player\.session_token=/)
      expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
      expect(cookie).toContain('; Path=/;')
      expect(cookie).toContain(`; Max-Age=${396 * 24 * 60 * 60};`)
      expect(cookie).not.toMatch(/Secure|Domain/)
    }
  })

  it('is Secure where the public address is on https', async () => {
    const [cookie] = await attributesFrom('https://outdo.example')
    expect(cookie).toMatch(/^__Secure-outdo-player\.session_token=.*; Secure/)
  })

  it('is good after a restart', async () => {
    const { account, device } = await joined()
    const restarted = await createIdentity({ store, publicUrl: null })
    expect(await restarted.playerOf(device.headers)).toEqual(account)
  })

  it('is nobody to a server with another secret', async () => {
    const { device } = await joined()
    const other = await createIdentity({ store, publicUrl: null, secret: 'another-secret-of-forty-letters-or-so-1' })
    expect(await other.playerOf(device.headers)).toBeNull()
  })

  it('lasts 13 months, and is renewed by use', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { account, device } = await joined()
    expect(await identity.renewPlayer(device.headers)).toEqual([])

    vi.setSystemTime(Date.now() + 390 * DAY_MS)
    expect(await identity.playerOf(device.headers)).toEqual(account)
    device.take(await identity.renewPlayer(device.headers))
    vi.setSystemTime(Date.now() + 390 * DAY_MS)
    expect(await identity.playerOf(device.headers)).toEqual(account)

    vi.setSystemTime(Date.now() + 7 * DAY_MS)
    expect(await identity.playerOf(device.headers)).toBeNull()
  })
})

describe('keeping progress', () => {
  it('brings the same player back on another device', async () => {
    const { account, device, passphrase } = await kept('anna.k')
    const answer = await identity.recover({
      playerName: 'ANNA.K',
      passphrase: passphrase.toUpperCase().replace(/-/g, '  '),
    })
    if (!answer.ok) throw new Error(answer.refusal.message)
    expect(answer.value.account).toEqual(account)
    const phone = new Device().take(answer.value.setCookies)
    expect(await identity.playerOf(phone.headers)).toEqual(account)
    expect(await identity.playerOf(device.headers)).toEqual(account)
    expect(await store.playerByAccountName('Anna.K')).toMatchObject({ id: account.playerId, accountName: 'anna.k' })
  })

  it('takes names of any script', async () => {
    const { account, passphrase } = await kept('Łukasz_Ω')
    expect(await identity.recover({ playerName: 'łukasz_ω', passphrase })).toMatchObject({ value: { account } })
  })

  it('refuses a name that is in use, whatever its case, and leaves both as they were', async () => {
    const first = await kept('anna')
    const second = await joined()
    expect(refusalOf(await identity.keep(second.account, 'ANNA'))).toBe('account-name-taken')
    expect(await identity.recover({ playerName: 'anna', passphrase: first.passphrase })).toMatchObject({ ok: true })
    expect((await store.player(second.account.playerId))?.accountName).toBeNull()
  })

  it.each(['', 'ab', 'a b c', 'x'.repeat(31), 'semi;colon'])('refuses the name %j', async (name) => {
    const { account } = await joined()
    expect(refusalOf(await identity.keep(account, name))).toBe('bad-request')
  })

  it('again gives a new passphrase; the old one is no good any more', async () => {
    const { account, passphrase } = await kept('anna')
    const again = await identity.keep(account, 'anna')
    if (!again.ok) throw new Error(again.refusal.message)
    expect(refusalOf(await identity.recover({ playerName: 'anna', passphrase }))).toBe('wrong-passphrase')
    const recovered = await identity.recover({ playerName: 'anna', passphrase: again.value.passphrase })
    expect(recovered).toMatchObject({ value: { account } })
  })

  it('under another name sets the first one free', async () => {
    const { account } = await kept('anna')
    expect(await identity.keep(account, 'anna2')).toMatchObject({ ok: true })
    expect(await identity.keep((await joined()).account, 'anna')).toMatchObject({ ok: true })
  })

  it('stores no passphrase as it is, but its scrypt hash', async () => {
    identity = await createIdentity({ store, publicUrl: null })
    const { account, passphrase } = await kept('anna')
    expect(await identity.recover({ playerName: 'anna', passphrase })).toMatchObject({ value: { account } })
    const credential = await store.adapter({}).findOne<Record<string, unknown>>({
      model: 'account',
      where: [{ field: 'userId', value: account.userId }],
    })
    expect(credential?.['password']).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    expect(JSON.stringify(credential)).not.toContain(passphrase)
  })
})

describe('recovering', () => {
  it.each([
    ['anna', 'maple-otter-lantern-sky'],
    ['anna', ''],
    ['anna', 'x'.repeat(200)],
    ['nobody', 'maple-otter-lantern-sky'],
    ['player:anna', 'maple-otter-lantern-sky'],
  ])('refuses %j with %j in the same words', async (playerName, passphrase) => {
    await kept('anna')
    const answer = await identity.recover({ playerName, passphrase })
    expect(answer).toEqual(await identity.recover({ playerName: 'anna', passphrase: 'wrong' }))
    expect(refusalOf(answer)).toBe('wrong-passphrase')
  })

  it('works as hard for a name that nobody has', async () => {
    await kept('anna')
    const workFor = async (playerName: string, passphrase: string) => {
      const before = passwords.asked
      await identity.recover({ playerName, passphrase })
      return passwords.asked - before
    }
    expect(await workFor('anna', 'wrong-one')).toBe(1)
    expect(await workFor('nobody', 'wrong-one')).toBe(1)
    expect(await workFor('anna', '')).toBe(1)
    expect(await workFor('nobody', '')).toBe(1)
  })
})

describe('leaving', () => {
  it('forgets the player on this device only', async () => {
    const { account, device, passphrase } = await kept('anna')
    const cookie = device.headers
    device.take(await identity.forgetPlayer(device.headers))
    expect(await identity.playerOf(device.headers)).toBeNull()
    expect(await identity.playerOf(cookie)).toBeNull()
    expect(await identity.recover({ playerName: 'anna', passphrase })).toMatchObject({ value: { account } })
  })

  it('deleting takes the account away everywhere and sets its name free', async () => {
    const { account, device, passphrase } = await kept('anna')
    await identity.deletePlayer(account.playerId)
    expect(await identity.playerOf(device.headers)).toBeNull()
    expect(refusalOf(await identity.recover({ playerName: 'anna', passphrase }))).toBe('wrong-passphrase')
    expect(await store.player(account.playerId)).toMatchObject({ userId: null, name: '', accountName: null })
    expect(await identity.keep((await joined()).account, 'anna')).toMatchObject({ ok: true })
    expect(refusalOf(await identity.keep(account, 'back-again'))).toBe('not-signed-in')
  })
})
