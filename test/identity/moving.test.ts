import { afterEach, beforeEach, expect, it } from 'vitest'
import { createIdentity, type Identity } from '../../server/identity/identity.ts'
import { makeMove } from '../../server/identity/moving.ts'
import type { PlayerAccount } from '../../server/identity/players.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { Device } from './device.ts'

let store: SqliteStore
let identity: Identity
let ada: PlayerAccount
let laptop: Device
beforeEach(async () => {
  const opened = openStore({ file: ':memory:' })
  if (!opened.ok) throw new Error(opened.refusal.message)
  store = opened.value
  identity = await createIdentity({ store, publicUrl: null })
  const begun = await identity.startAnonymous({ name: 'Ada', star: 'gold' })
  ada = begun.account
  laptop = new Device().take(begun.setCookies)
})
afterEach(() => store.close())

const offer = async (account = ada) => (await identity.offerMove(account)).token
const take = async (token: string) => {
  const answer = await identity.takeMove(token)
  return answer.ok ? new Device().take(answer.value.setCookies) : answer.refusal.code
}
const playerOn = async (device: Device | string) => {
  if (typeof device === 'string') throw new Error(device)
  return identity.playerOf(device.headers)
}

it('one more device becomes the player’s, and each forgets them by itself', async () => {
  const phone = (await take(await offer())) as Device
  expect(await playerOn(phone)).toEqual(ada)
  laptop.take(await identity.forgetPlayer(laptop.headers))
  expect(await playerOn(laptop)).toBeNull()
  expect(await playerOn(phone)).toEqual(ada)
})

it('a code works once, also when two use it at the same moment', async () => {
  const token = await offer()
  const both = await Promise.all([take(token), take(token)])
  expect(both.filter((one) => one === 'move-over')).toHaveLength(1)
  expect(await take(token)).toBe('move-over')
})

it('a newer code ends the one before, of the same player alone', async () => {
  const bo = (await identity.startAnonymous({ name: 'Bo', star: 'sky' })).account
  const [old, others] = [await offer(), await offer(bo)]
  const newer = await offer()
  expect(await take(old)).toBe('move-over')
  expect(await playerOn(await take(newer))).toEqual(ada)
  expect(await playerOn(await take(others))).toEqual(bo)
})

it('a code is over after ten minutes, and with the account', async () => {
  const { token } = await makeMove(store, ada.playerId, Date.now() - 10 * 60 * 1000)
  expect(await take(token)).toBe('move-over')
  const fresh = await offer()
  await identity.deletePlayer(ada.playerId)
  expect(await take(fresh)).toBe('move-over')
})

it('a code is not a guess, nor what is kept of it', async () => {
  const token = await offer()
  const [player, secret] = token.split('.') as [string, string]
  const { hash } = (await store.setting(`move:${player}`))!.value as { hash: string }
  expect(hash).not.toContain(secret)
  for (const guess of [
    '',
    '.',
    player,
    `${player}.`,
    `${player}.${hash}`,
    `${player}.${'x'.repeat(32)}`,
    `nobody.${secret}`,
  ])
    expect(await take(guess)).toBe('move-over')
  expect(await playerOn(await take(token))).toEqual(ada)
})
