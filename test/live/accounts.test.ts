import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type Client } from '../../server/cli/bots/client.ts'
import { openClub, type Club, type Person } from '../support/club.ts'

const PASSWORD = 'a long enough password'
const NEWER = 'another long password'

describe('accounts of hosts', () => {
  let club: Club
  let owner: Person
  const devices: Client[] = []
  beforeAll(async () => {
    club = await openClub()
    owner = await club.host('owner')
  })
  afterAll(async () => {
    for (const device of devices) device.close()
    await club.close()
  })

  async function newHost(name: string): Promise<Client> {
    const { link } = await owner.post<{ link: string }>('/api/host/invite', {})
    const device = createClient(club.url)
    devices.push(device)
    const token = new URL(link).searchParams.get('token')
    await device.post('/api/host/claim', { token, name, password: PASSWORD })
    await device.connect()
    return device
  }
  async function signIn(name: string, password: string): Promise<Client> {
    const device = createClient(club.url)
    devices.push(device)
    await device.post('/api/host/sign-in', { name, password })
    await device.connect()
    return device
  }
  /** Whether the device's cookie still is a host's. */
  const isIn = async (device: Client) => {
    await device.connect()
    return (await device.send('tournament:list', {})).ok
  }
  const hosts = async () => (await owner.get<{ hosts: { name: string }[] }>('/api/host/hosts')).hosts

  it('a new password signs every other device out, and this one stays', async () => {
    const mira = await newHost('mira')
    const laptop = await signIn('mira', PASSWORD)
    const wrong = mira.post('/api/host/password', { old: 'not my password', new: NEWER })
    await expect(wrong).rejects.toThrow('not your present password')
    const short = mira.post('/api/host/password', { old: PASSWORD, new: 'short' })
    await expect(short).rejects.toThrow('10 characters')
    const dropped = new Promise<void>((resolve) => laptop.onDisconnect(resolve))
    await mira.post('/api/host/password', { old: PASSWORD, new: NEWER })
    await dropped
    expect([await isIn(mira), await isIn(laptop)]).toEqual([true, false])
    await expect(signIn('mira', PASSWORD)).rejects.toThrow()
    expect(await isIn(await signIn('mira', NEWER))).toBe(true)
  })

  it('signing out everywhere ends each device and what it has open', async () => {
    const [one, other] = [await newHost('nora'), await signIn('nora', PASSWORD)]
    const dropped = Promise.all(
      [one, other].map((device) => new Promise<void>((resolve) => device.onDisconnect(resolve))),
    )
    await other.post('/api/host/sign-out-everywhere', {})
    await dropped
    expect([await isIn(one), await isIn(other)]).toEqual([false, false])
  })

  it('the owner sees every host and ends their sessions', async () => {
    const otto = await newHost('otto')
    await otto.must('tournament:create', { name: 'Ottos evening', rounds: [] })
    expect((await hosts())[0]).toMatchObject({ name: 'owner', role: 'owner', devices: 1 })
    expect(await hosts()).toContainEqual({
      ...{ name: 'otto', role: 'host', devices: 1, tournaments: 1, createdAt: expect.any(Number) as number },
    })
    await owner.post('/api/host/end-sessions', { host: 'otto' })
    expect(await isIn(otto)).toBe(false)
    expect(await isIn(await signIn('otto', PASSWORD))).toBe(true)
  })

  it('a host who is removed is out for good, and their tournaments are the owner’s', async () => {
    const paul = await newHost('paul')
    const { tournamentId } = await paul.must('tournament:create', { name: 'Pauls evening', rounds: [] })
    await owner.post('/api/host/remove', { host: 'paul' })
    expect(await isIn(paul)).toBe(false)
    await expect(signIn('paul', PASSWORD)).rejects.toThrow()
    expect((await hosts()).map(({ name }) => name)).not.toContain('paul')
    const { tournaments } = await owner.must('tournament:list', {})
    expect(tournaments.map(({ id }) => id)).toContain(tournamentId)
    const owned = await club.app.store.tournament(tournamentId)
    expect(owned?.hostUserId).toBe((await club.app.identity.hostNamed('owner'))?.userId)
    const { lines } = await owner.must('audit:list', {})
    expect(lines.find(({ action }) => action === 'host:remove')).toMatchObject({ who: 'owner', host: 'paul' })
    await expect(owner.post('/api/host/remove', { host: 'paul' })).rejects.toThrow('no other host')
  })

  it('nobody but the owner may, and the owner not to themselves', async () => {
    const rosa = await newHost('rosa')
    const stranger = createClient(club.url)
    for (const path of ['/api/host/remove', '/api/host/end-sessions']) {
      await expect(rosa.post(path, { host: 'otto' })).rejects.toThrow('Only owner')
      await expect(stranger.post(path, { host: 'otto' })).rejects.toThrow('Sign in')
      await expect(owner.post(path, { host: 'owner' })).rejects.toThrow('no other host')
    }
    await expect(rosa.get('/api/host/hosts')).rejects.toThrow('Only owner')
    for (const path of ['/api/host/hosts', '/api/host/account'])
      await expect(stranger.get(path)).rejects.toThrow('Sign in')
    expect(await rosa.get('/api/host/account')).toEqual({
      ...{ name: 'rosa', role: 'host', passkeys: [], passkeysWork: false },
    })
  })

  it('passkeys are refused in words where the page is served over plain http', async () => {
    for (const path of ['/api/host/passkey/ask', '/api/host/passkey/ask-sign-in'])
      await expect(owner.post(path, {})).rejects.toThrow('https')
  })
})
