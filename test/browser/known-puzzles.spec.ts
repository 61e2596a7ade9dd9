import { expect, test } from '@playwright/test'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { acceptedIn } from '../support/puzzles.ts'
import { openHouse } from './house.ts'

const house = openHouse()

test('a copy of an evening says which of its puzzles are known to those who may come again', async () => {
  const host = await house.firstHost()
  const code = await host.create('Thursday', 'One round', 'First days of coding')
  const { club } = house
  const tournament = (await club.app.store.tournamentByCode(code))!
  const [round] = await club.app.store.roundsOf(tournament.id)
  const ada = await club.player('Ada', code)
  await host.letNamesStand()
  await host.startRound()
  await ada.sees('board', (board) => board.round?.status === 'running')
  const [known] = round!.problemIds as [ProblemId]
  await ada.must('problem:open', { roundId: round!.id, problemId: known })
  await ada.submit(known, acceptedIn(known, 'python'))
  await host.endRound()

  await host.go('/host')
  await host.press('Copy Thursday')
  await host.follow(/Thursday \(copy\)/)
  await expect(host.page.getByText(/expected know it/)).toHaveText(['1 of 1 expected know it'])
})
