import { expect, test } from '@playwright/test'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { openHouse } from './house.ts'
import { Player } from './people.ts'

// With three workers one player may hold two: here nothing has to wait until an endless Try is given up.
const house = openHouse({ app: { judgeWorkers: 3 } })
const { id } = functionPuzzles[0]!

/** Ada, in a round of one puzzle that is under way. */
async function adaAtWork() {
  const host = await house.club.host()
  const { code, roundId } = await host.prepare([[id]])
  const ada = await house.arrive(Player)
  await ada.joinAs('Ada', code)
  await host.must('round:start', { roundId })
  return { ada, code }
}

test('who submits while a Try is still under way has handed in', async () => {
  const { ada } = await adaAtWork()
  await ada.write('while True:\n    pass\n')
  await ada.try()
  const trying = ada.page.getByRole('button', { name: /^Runnin/ })
  await expect(trying).toBeVisible()
  await ada.write(acceptedIn(id, 'python'))
  await ada.submit()
  await ada.sees('Solved. A star is lit.')

  // The Try's own answer, whenever it comes, does not stand over it.
  await ada.try()
  await ada.sees('examples fit')
})

test('a puzzle that is open in two tabs is one text: neither writes over what the other one has', async () => {
  const { ada, code } = await adaAtWork()
  await ada.write('# begun in the first tab\n')

  const second = new Player(await ada.context.newPage(), ada.context, ada.origin)
  await second.go(`/t/${code}`)
  await expect(second.editor).toContainText('begun in the first tab')
  await second.write('# five minutes of work in the second\n')
  await expect(ada.editor).toContainText('five minutes of work in the second')
  await ada.page.bringToFront()
  await ada.editor.press('ControlOrMeta+End')
  await ada.page.keyboard.insertText('# and on in the first')
  await expect(second.editor).toContainText('and on in the first')
  await second.page.reload()
  await expect(second.editor).toContainText('five minutes of work in the second')
  await expect(second.editor).toContainText('and on in the first')
  expect(second.faults).toEqual([])
})
