import { expect, test } from '@playwright/test'
import type { Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { isAccessible } from './accessible.ts'
import { openHouse, PHONE } from './house.ts'
import { Host, Player, Visitor } from './people.ts'

/** WCAG 2.2 AA by axe, and no sideways scrolling on a phone: each page in the states that an evening brings. */
const house = openHouse()
let organiser: Person
test.beforeAll(async () => {
  organiser = await house.club.host('organiser')
})

/** Three puzzles a round, none twice. */
const round = (position: number) => functionPuzzles.slice(position * 3, position * 3 + 3).map(({ id }) => id)

test('an evening on a phone and on a desk', async () => {
  test.setTimeout(240_000)
  const { tournamentId, code, roundId } = await organiser.prepare([round(0), round(1)], { approveNames: true })
  const phone = await house.arrive(Player, PHONE)
  const host = await house.arrive(Host)
  const wall = await house.arrive(Visitor)

  await phone.go('/')
  await isAccessible(phone, 'home')
  await phone.go('/host')
  await isAccessible(phone, 'signed out')
  await phone.go('/nothing/like/it')
  await isAccessible(phone, 'not found')
  await phone.go('/t/NOSUCH1')
  await phone.sees(/There is no tournament/)
  await isAccessible(phone, 'wrong code')
  await phone.go(`/t/${code}`)
  await phone.sees('Who is racing?')
  await isAccessible(phone, 'join')
  await phone.joinAs('Ada', code)
  await isAccessible(phone, 'lobby')

  await host.go('/host/sign-in')
  await isAccessible(host, 'sign in')
  await host.signIn()
  await isAccessible(host, 'tournaments')
  await host.follow('Evening')
  for (const part of ['Plan', 'People', 'Live', 'Results', 'Awards']) {
    await host.follow(part)
    await isAccessible(host, `host, ${part}`)
  }
  await wall.go(`/t/${code}/wall`)
  await wall.sees('Join at')
  await isAccessible(wall, 'wall before')

  await organiser.must('round:start', { roundId })
  await expect(phone.editor).toBeVisible()
  await isAccessible(phone, 'round')
  await phone.write('def nothing():\n    pass\n')
  await phone.press(/^Try/)
  await phone.sees(/so far|could not be read/)
  await isAccessible(phone, 'a verdict')
  const solved = await phone.puzzle()
  await phone.write(acceptedIn(solved.id, 'python'))
  await phone.press(/^Submit/)
  await phone.sees('Solved. A star is lit.')
  await isAccessible(phone, 'solved')
  await phone.context.setOffline(true)
  await phone.sees(/^No connection at the moment/)
  await isAccessible(phone, 'without a network')
  await phone.context.setOffline(false)
  await host.follow('Live')
  await isAccessible(host, 'host, running')
  await isAccessible(wall, 'wall, running')
  await organiser.must('round:pause', { roundId })
  await phone.sees('Paused')
  await isAccessible(phone, 'paused')
  await organiser.must('round:stop', { roundId })
  await phone.sees('Time is up')
  await isAccessible(phone, 'ended')
  await organiser.sees('host', ({ rounds }) => rounds[0]!.rated)
  await organiser.must('round:publish', { roundId })
  await phone.sees(/This sets your first mark/)
  await isAccessible(phone, 'result')
  await host.follow('Results')
  await isAccessible(host, 'host, results')

  await organiser.must('ceremony:start', { tournamentId, roundId })
  await organiser.must('ceremony:reveal', { tournamentId })
  await wall.sees(/Cleanest|First of|moment/i)
  await isAccessible(wall, 'wall, ceremony')
  await isAccessible(phone, 'ceremony followed')
  await organiser.must('ceremony:close', { tournamentId })
  const problemId = organiser.host!.rounds[0]!.problems[0]!.id
  await organiser.must('walk-through:show', { tournamentId, roundId, problemId, part: 'idea', language: 'python' })
  await wall.sees(functionPuzzles.find(({ id }) => id === problemId)!.name)
  await isAccessible(wall, 'wall, walk-through')
  await isAccessible(host, 'host, walk-through')
  await organiser.must('walk-through:close', { tournamentId })
  await organiser.must('tournament:finish', { tournamentId })
  await organiser.sees('host', ({ awardsReady }) => awardsReady)
  await organiser.must('tournament:publish', { tournamentId })
  await phone.go(`/t/${code}/awards`)
  await isAccessible(phone, 'awards page')
  await phone.go('/me')
  await phone.sees(/this is your climb/)
  await isAccessible(phone, 'own page')
  await phone.go('/status')
  await isAccessible(phone, 'status')
  await host.go('/host/account')
  await host.sees('Your account')
  await isAccessible(host, 'account')
  await host.go('/host/audit')
  await host.sees(/published the awards/)
  await isAccessible(host, 'audit trail')
})

test('zoomed to 200 %, in forced colours and without motion everything is still there', async () => {
  // A window of 1280 pixels at 200 % has room for 640.
  const visitor = await house.arrive(Player, { width: 640, height: 400 })
  await visitor.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const { code, roundId } = await organiser.prepare([round(2)], { name: 'Zoomed' })
  await visitor.joinAs('Grace', code)
  // What axe says of contrast is about the page's own colours, and here the system's stand in their place.
  await visitor.fits()
  await organiser.must('round:start', { roundId })
  await expect(visitor.editor).toBeVisible()
  await visitor.solve()
  await visitor.fits()
  await expect(visitor.page.getByRole('button', { name: 'Next puzzle' })).toBeVisible()
  const star = visitor.page
    .getByRole('navigation', { name: /^Your path/ })
    .getByRole('button')
    .first()
  // A solved star is told from the others without its gold: by its name.
  await expect(star).toHaveAccessibleName(/solved/)
})
