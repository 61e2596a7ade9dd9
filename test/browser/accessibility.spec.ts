import { expect, test, type Browser } from '@playwright/test'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { openClub, type Club, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles } from '../support/puzzles.ts'
import { isAccessible as check } from './accessible.ts'
import { Host, pictureFailure, Player, Visitor } from './people.ts'

/** WCAG 2.2 AA by axe, and no sideways scrolling on a phone: each page in the states that an evening brings. */
let club: Club
let browser: Browser
let origin: string
let organiser: Person
test.beforeAll(async () => {
  club = await openClub()
  browser = await openBrowser()
  origin = `http://${PLAIN_HOST}:${club.port}`
  organiser = await club.host('organiser')
})
test.afterEach(({}, info) => pictureFailure(info))
test.afterAll(async () => {
  await browser.close()
  await club.close()
})

const plan = (position: number) => ({
  name: `Round ${position}`,
  limitMinutes: 20,
  problemIds: functionPuzzles.slice(position * 3, position * 3 + 3).map(({ id }) => id),
})

test('an evening on a phone and on a desk', async () => {
  test.setTimeout(240_000)
  const { tournamentId, code } = await organiser.must('tournament:create', {
    name: 'Evening',
    rounds: [plan(0), plan(1)],
    approveNames: true,
  })
  await organiser.watch({ tournamentId, as: 'host' })
  const phone = await Player.arrive(browser, origin, { width: 360, height: 740 })
  const host = await Host.arrive(browser, origin)
  const wall = await Visitor.arrive(browser, origin)
  const roundId = organiser.host!.rounds[0]!.id

  await phone.go('/')
  await check(phone, 'home')
  await phone.go('/host')
  await check(phone, 'signed out')
  await phone.go('/nothing/like/it')
  await check(phone, 'not found')
  await phone.go('/t/NOSUCH1')
  await phone.sees(/There is no tournament/)
  await check(phone, 'wrong code')
  await phone.go(`/t/${code}`)
  await phone.sees('Who is racing?')
  await check(phone, 'join')
  await phone.joinAs('Ada', code)
  await check(phone, 'lobby')

  await host.go('/host/sign-in')
  await check(host, 'sign in')
  await host.page.getByLabel('Sign-in name').fill('organiser')
  await host.page.getByLabel('Password').fill('a long enough password')
  await host.press('Sign in')
  await host.sees('Your tournaments')
  await check(host, 'tournaments')
  await host.follow('Evening')
  for (const part of ['Plan', 'People', 'Live', 'Results', 'Awards']) {
    await host.follow(part)
    await check(host, `host, ${part}`)
  }
  await wall.go(`/t/${code}/wall`)
  await wall.sees('Join at')
  await check(wall, 'wall before')

  await organiser.must('round:start', { roundId })
  await expect(phone.editor).toBeVisible()
  await check(phone, 'round')
  await phone.write('def nothing():\n    pass\n')
  await phone.press(/^Try/)
  await phone.sees(/so far|could not be read/)
  await check(phone, 'a verdict')
  const solved = await phone.puzzle()
  await phone.write(acceptedIn(solved.id, 'python'))
  await phone.press(/^Submit/)
  await phone.sees('Solved. A star is lit.')
  await check(phone, 'solved')
  await phone.context.setOffline(true)
  await phone.sees(/^No connection at the moment/)
  await check(phone, 'without a network')
  await phone.context.setOffline(false)
  await host.follow('Live')
  await check(host, 'host, running')
  await check(wall, 'wall, running')
  await organiser.must('round:pause', { roundId })
  await phone.sees('Paused')
  await check(phone, 'paused')
  await organiser.must('round:stop', { roundId })
  await phone.sees('Time is up')
  await check(phone, 'ended')
  await organiser.sees('host', ({ rounds }) => rounds[0]!.rated)
  await organiser.must('round:publish', { roundId })
  await phone.sees(/This sets your first mark/)
  await check(phone, 'result')
  await host.follow('Results')
  await check(host, 'host, results')

  await organiser.must('ceremony:start', { tournamentId, roundId })
  await organiser.must('ceremony:reveal', { tournamentId })
  await wall.sees(/Cleanest|First of|moment/i)
  await check(wall, 'wall, ceremony')
  await check(phone, 'ceremony followed')
  await organiser.must('ceremony:close', { tournamentId })
  const problemId = organiser.host!.rounds[0]!.problems[0]!.id
  await organiser.must('walk-through:show', { tournamentId, roundId, problemId, part: 'idea', language: 'python' })
  await wall.sees(functionPuzzles.find(({ id }) => id === problemId)!.name)
  await check(wall, 'wall, walk-through')
  await check(host, 'host, walk-through')
  await organiser.must('walk-through:close', { tournamentId })
  await organiser.must('tournament:finish', { tournamentId })
  await organiser.sees('host', ({ awardsReady }) => awardsReady)
  await organiser.must('tournament:publish', { tournamentId })
  await phone.go(`/t/${code}/awards`)
  await check(phone, 'awards page')
  await phone.go('/me')
  await phone.sees(/this is your climb/)
  await check(phone, 'own page')
  await phone.go('/status')
  await check(phone, 'status')
  await host.go('/host/account')
  await host.sees('Your account')
  await check(host, 'account')
  await host.go('/host/audit')
  await host.sees(/published the awards/)
  await check(host, 'audit trail')
})

/** Nothing has to be scrolled to the side for. */
async function fits({ page }: Visitor): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
}

test('zoomed to 200 %, in forced colours and without motion everything is still there', async () => {
  // A window of 1280 pixels at 200 % has room for 640.
  const visitor = await Player.arrive(browser, origin, { width: 640, height: 400 })
  await visitor.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const made = await organiser.must('tournament:create', { name: 'Zoomed', rounds: [plan(2)], approveNames: false })
  await organiser.watch({ tournamentId: made.tournamentId, as: 'host' })
  await visitor.joinAs('Grace', made.code)
  // What axe says of contrast is about the page's own colours, and here the system's stand in their place.
  await fits(visitor)
  await organiser.must('round:start', { roundId: organiser.host!.rounds[0]!.id })
  await expect(visitor.editor).toBeVisible()
  await visitor.solve()
  await fits(visitor)
  await expect(visitor.page.getByRole('button', { name: 'Next puzzle' })).toBeVisible()
  const star = visitor.page
    .getByRole('navigation', { name: /^Your path/ })
    .getByRole('button')
    .first()
  // A solved star is told from the others without its gold: by its name.
  await expect(star).toHaveAccessibleName(/solved/)
})
