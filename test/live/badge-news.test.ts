import { expect, it } from 'vitest'
import type { MoveOffer } from '../../server/protocol/http.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import type { Person } from '../support/club.ts'
import { club, code, host, oneTournament, tournamentId } from './one-tournament.ts'

oneTournament()

const newTo = async (person: Person) => (await person.must('badge:unseen', {})).badges.map(({ name }) => name)
const idsNewTo = async (person: Person) => (await person.must('badge:unseen', {})).badges.map(({ id }) => id)
/** Resolves when the server next says that this device's badges have changed. */
const toldOf = (person: Person) => new Promise<void>((resolve) => person.on('badges:changed', resolve))

async function give(name: string, ...people: Person[]) {
  const playerIds = people.map(({ me }) => me!.playerId)
  await host.must('badge:award', { tournamentId, playerIds, name, sentence: 'Thank you.' })
  await club.app.live.idle()
}

it('[K1] a badge is told of to the one who has it, and to nobody else', async () => {
  const ada = await club.player('Ada', code)
  const bo = await club.player('Bo', code)
  const wall = await club.stranger()
  await wall.watch({ tournamentId, as: 'projector' })
  const heard: string[] = []
  for (const person of [bo, wall, host]) person.on('badges:changed', () => heard.push('somebody else'))
  const told = toldOf(ada)
  await give('Helping hand', ada)
  await told
  expect([await newTo(ada), await newTo(bo)]).toEqual([['Helping hand'], []])
  expect(JSON.stringify([wall.board, bo.board, bo.me])).not.toContain('Helping hand')
  expect(heard).toEqual([])
  for (const person of [wall, host]) expect(await person.refusal('badge:unseen', {})).toBe('not-joined')
})

it('[K1] it is new until it was seen, days later and after a restart too, and then on no device any more', async () => {
  const ada = await club.player('Ada', code)
  await give('Helping hand', ada)
  await give('Good question', ada)
  club.clock.jump(9 * 24 * 60 * MINUTE_MS)
  await club.restart()
  for (const person of [host, ada]) await person.connect()
  const phone = await club.stranger()
  const { link } = await ada.post<MoveOffer>('/api/move', {})
  await phone.post('/api/move/take', { token: new URL(link).hash.slice(1) })
  await phone.connect()
  expect(await newTo(phone)).toEqual(['Good question', 'Helping hand'])

  const [newest] = await idsNewTo(ada)
  const told = toldOf(phone)
  await ada.must('badge:seen', { badgeIds: [newest!] })
  await told
  expect([await newTo(ada), await newTo(phone)]).toEqual([['Helping hand'], ['Helping hand']])
  const { badges } = await phone.must('badge:list', {})
  expect(badges.map(({ name, seen }) => [name, seen])).toEqual([
    ['Good question', true],
    ['Helping hand', false],
  ])
})

it('[K1] nobody sees a badge in somebody else’s place, and one that was taken back is no news', async () => {
  const ada = await club.player('Ada', code)
  const bo = await club.player('Bo', code)
  await give('Helping hand', ada)
  const badgeIds = await idsNewTo(ada)
  await bo.must('badge:seen', { badgeIds })
  expect(await idsNewTo(ada)).toEqual(badgeIds)
  await host.must('badge:revoke', { badgeId: badgeIds[0]!, reason: 'A slip of the thumb.' })
  expect(await newTo(ada)).toEqual([])
  expect(await host.refusal('badge:seen', { badgeIds })).toBe('not-joined')
  expect(await ada.refusal('badge:seen', { badgeIds: [] })).toBe('bad-request')
})
