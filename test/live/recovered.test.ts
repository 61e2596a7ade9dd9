import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayAll } from '../../server/cli/improvement-replay.ts'
import type { Kept, RecoverBody } from '../../server/protocol/http.ts'
import { MINUTE_MS } from '../../server/tournament/clock.ts'
import { openClub, type Club, type Person, type Prepared } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'

const [first, second, third] = functionPuzzles.map(({ id }) => String(id)) as [string, string, string]

describe('[E7] who joined as new and brings their earlier progress', () => {
  let club: Club
  let host: Person
  let ada: Person
  let words: Pick<RecoverBody, 'playerName' | 'passphrase'>
  let tonight: Prepared
  let phone: Person
  beforeAll(async () => {
    club = await openClub()
    host = await club.host()
    const before = await host.prepare([[first]])
    ada = await club.player('Ada', before.code)
    words = await ada.post<Kept>('/api/keep', { playerName: 'ada-of-old' })
    await solves(ada, before.roundId, first)
    tonight = await host.prepare([[second], [third]])
    phone = await club.player('Ada again', tonight.code)
  }, 60_000)
  afterAll(() => club.close())

  async function solves(person: Person, roundId: Prepared['roundId'], problemId: string, during?: () => Promise<void>) {
    await host.start(roundId, person)
    club.clock.jump(3 * MINUTE_MS)
    await person.submit(problemId, acceptedIn(problemId, 'python'))
    await during?.()
    await host.end(roundId)
    await host.must('round:publish', { roundId })
    await club.app.live.idle()
  }
  const recover = async (person: Person, alsoMe: boolean) => {
    try {
      await person.post('/api/recover', { ...words, alsoMe })
      return 'recovered'
    } catch (error) {
      return String(error)
    }
  }
  const onTheList = async () =>
    (await club.app.store.entriesOf(tonight.tournamentId))
      .filter(({ removed }) => !removed)
      .map(({ name, playerId }) => [name, playerId])

  it('is not somebody else in the middle of a round, and stays who they were', async () => {
    const newcomer = phone.me!.playerId
    await solves(phone, tonight.roundIds[0]!, second, async () => {
      expect(await recover(phone, true)).toMatch('a round that is under way')
      expect(await onTheList()).toEqual([['Ada again', newcomer]])
    })
    expect(await recover(phone, true)).toBe('recovered')
  })

  it('stands on the list once, with everything from before and from tonight, on either device', async () => {
    const { playerId } = ada.me!
    expect(await onTheList()).toEqual([['Ada again', playerId]])
    await phone.connect()
    await phone.watch({ tournamentId: tonight.tournamentId, as: 'player' })
    const { results } = await phone.must('profile:read', {})
    expect(results.map(({ tournamentName }) => tournamentName)).toHaveLength(2)
    await ada.post('/api/join', { code: tonight.code, name: 'Ada', star: 'gold', continueAsKnown: true })
    expect(await onTheList()).toEqual([['Ada again', playerId]])
    expect(await club.app.store.submissions(tonight.roundIds[0]!, phone.me!.entryId)).toHaveLength(1)
    await solves(phone, tonight.roundIds[1]!, third)
    expect((await phone.must('profile:read', {})).results).toHaveLength(3)
    expect((await replayAll(club.app.store)).differences).toEqual([])
  })

  it('is undone by a host like any two who were said to be one', async () => {
    const [link] = (await host.must('player:links', {})).links
    expect(link).toMatchObject({ name: 'Ada again', into: ada.me!.playerId })
    await host.must('player:unlink', { playerId: link!.playerId })
    expect(await onTheList()).toEqual([['Ada again', link!.playerId]])
  })

  it('takes nobody along who has not said so, nor an account with words of its own', async () => {
    const lent = await club.player('Bo', tonight.code)
    const bo = lent.me!.playerId
    await lent.post('/api/keep', { playerName: 'bo-peep' })
    expect(await recover(lent, true)).toMatch('alsoMe')
    expect(await onTheList()).toContainEqual(['Bo', bo])
    const other = await club.player('Chen', tonight.code)
    expect(await recover(other, false)).toBe('recovered')
    expect(await onTheList()).toContainEqual(['Chen', other.me!.playerId])
    expect(club.errors()).toEqual([])
  })
})
