import { expect, test } from '@playwright/test'
import { functionPuzzles, wrongIn } from '../support/puzzles.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host } from './people.ts'

/** A host has a puzzle judged again: by what is seen, on a phone. */
const house = openHouse()
const [puzzle] = functionPuzzles

test('a host reads what would change, takes it, and puts it back', async () => {
  const organiser = await house.club.host('organiser')
  const { code, roundId } = await organiser.prepare([[puzzle!.id]], { name: 'Thursday' })
  const ada = await house.club.player('Ada', code)
  await organiser.start(roundId, ada)
  const { verdict } = await ada.submit(puzzle!.id, wrongIn(puzzle!.id))
  expect(verdict).not.toBe('AC')
  await organiser.end(roundId)
  await organiser.must('round:publish', { roundId })
  await house.club.app.live.idle()
  // As if a hidden test had been wrong: by the puzzle as it is now the answer is another one.
  const { store } = house.club.app
  const [sent] = await store.submissions(roundId)
  const judgement = { ...sent!.judgement!, verdict: 'AC' as const }
  const set = { verdict: judgement.verdict, judgement }
  await store.commit({ expected: {}, changes: [{ do: 'patch', table: 'submissions', id: sent!.id, set }] })

  const host = await house.arrive(Host, PHONE)
  await host.signInTo('Thursday', 'Results')
  await host.press('Judge a puzzle again …')
  await isAccessible(host, 'which puzzle')
  await host.press('Judge again')
  await host.sees('1 verdict would change.')
  await host.sees('Would not have it any more')
  await host.sees('What it would mean for awards')
  await host.sees(/^It is published, so it stays/)
  await host.sees(/^Nothing has changed yet\./)
  await isAccessible(host, 'what would change')
  await host.press('Take all new verdicts')
  await host.sees('1 verdict has changed.')
  await host.press('Put it back …')
  await host.confirm('Put it back')
  await host.sees('Taken, then put back as it was.')
})
