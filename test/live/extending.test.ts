import { expect, it } from 'vitest'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { acceptedIn } from '../support/puzzles.ts'
import { club, code, first, host, oneTournament, roundId } from './one-tournament.ts'

oneTournament()

it('[R15] minutes given by mistake are taken back: every clock moves, and what was received counts', async () => {
  const [ada, bo] = [await club.player('Ada', code), await club.player('Bo', code)]
  await host.must('entry:give-time', { entryId: bo.me!.entryId, factor: 1.5 })
  await host.start(roundId, ada, bo)
  const planned = host.board!.round!.endsAt!
  const ends = (minutesLater: number) =>
    host.sees('board', ({ round }) => round!.endsAt === planned + minutesLater * MINUTE_MS)

  const { extensionId } = await host.must('round:extend', { roundId, minutes: 5 })
  await host.must('round:extend', { roundId, minutes: 1 })
  await ends(6)
  await host.must('round:take-back-time', { roundId, extensionId })
  await ends(1)
  // Sent twice, as when an answer is lost on the way, it is taken back once.
  await host.must('round:take-back-time', { roundId, extensionId })
  await ada.sees('me', ({ round }) => round!.endsAt === planned + MINUTE_MS)
  await bo.sees('me', ({ round }) => round!.endsAt === planned + 10 * MINUTE_MS + 1.5 * MINUTE_MS)
  expect(await ada.refusal('round:take-back-time', { roundId, extensionId })).toBe('not-signed-in')

  // The plan's end is near: what was given since is in use by now.
  const late = await host.must('round:extend', { roundId, minutes: 5 })
  club.clock.jump(21 * MINUTE_MS - 5_000)
  await ada.submit(first, acceptedIn(first, 'python'))
  expect(await host.refusal('round:take-back-time', { roundId, extensionId: late.extensionId })).toBe('extension-spent')
  club.clock.jump(2 * MINUTE_MS)
  expect(host.board!.round!.status).toBe('running')
  await host.end(roundId)
  expect(await host.refusal('round:take-back-time', { roundId, extensionId: late.extensionId })).toBe('round-state')
  await host.sees('host', ({ rounds }) => rounds[0]!.ranking.some(({ name }) => name === 'Ada'))
  expect((await club.app.store.round(roundId))!.limitMinutes).toBe(26)
})
