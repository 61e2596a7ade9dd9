import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { seeded } from '../../server/cli/bots/random.ts'
import type { Joined } from '../../server/protocol/http.ts'
import type { ProblemId, RoundId, TournamentId } from '../../server/protocol/ids.ts'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { openClub, type Person } from '../support/club.ts'
import { acceptedIn, functionPuzzles, wrongIn } from '../support/puzzles.ts'

/**
 * `npm run screenshots`: plays two evenings and the beginning of a third, and takes the twelve pictures of
 * docs/screenshots on the way. Everything in them went through the real server and its judge.
 */
const FOLDER = join(import.meta.dirname, '../../docs/screenshots')
const NAMES = ['Amara', 'Björn', 'Chen', 'Dalia', 'Emeka', 'Farah', 'Ines', 'Kiri']
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 }
const DESK = { viewport: { width: 1280, height: 860 } }
const WALL = { viewport: { width: 1920, height: 1080 } }
const MINUTE_MS = 60_000

const club = await openClub()
const origin = `http://${PLAIN_HOST}:${club.port}`
const browser = await openBrowser()
const random = seeded(2026)
await mkdir(FOLDER, { recursive: true })

/** Four puzzles a round, from easy to middling, none twice. */
const puzzlesOf = (round: number): ProblemId[] =>
  [1, 1, 2, 3].map((level, index) => {
    const ofLevel = functionPuzzles.filter((puzzle) => puzzle.level === level)
    return ofLevel[(round * 2 + index) % ofLevel.length]!.id
  })

const host = await club.host('organiser')
const people: Person[] = []

async function open(how: BrowserContextOptions, scheme: 'light' | 'dark', locale = 'en'): Promise<Page> {
  const context = await browser.newContext({ ...how, colorScheme: scheme, reducedMotion: 'reduce', locale })
  return context.newPage()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 82 })
  console.log(`docs/screenshots/${name}.jpg`)
}

/** Everybody of the house works through a round, as well as they can by now. */
async function playRound(roundId: RoundId, skill: number): Promise<void> {
  for (const person of [host, ...people]) await person.sees('board', ({ round }) => round?.id === roundId)
  const { problems, limitMinutes } = host.board!.round!
  for (const { id, minutes } of problems) {
    for (const [index, person] of people.entries()) {
      await person.must('problem:open', { roundId, problemId: id })
      const knows = Math.min(0.95, 0.35 + 0.06 * index + skill)
      if (random() > knows) await person.submit(id, wrongIn(id))
      if (random() < knows) await person.submit(id, acceptedIn(id, 'python'))
    }
    club.clock.jump(Math.min(minutes, limitMinutes / problems.length) * 0.8 * MINUTE_MS)
  }
}

async function endRound(tournamentId: TournamentId, roundId: RoundId): Promise<void> {
  await host.send('round:stop', { roundId })
  await club.app.live.idle()
  await host.watch({ tournamentId, as: 'host' })
  for (const { playerId, flagged, flagCleared } of host.host!.rounds.find(({ id }) => id === roundId)!.ranking)
    if (flagged && !flagCleared) await host.must('flag:clear', { roundId, playerId })
  // A cleared flag has the round rated once more.
  while (!(await host.send('round:publish', { roundId })).ok) await club.app.live.idle()
}

let played = 0
async function newEvening(name: string, rounds: number): Promise<{ tournamentId: TournamentId; code: string }> {
  const plan = Array.from({ length: rounds }, (_, index) => ({
    name: `Round ${index + 1}`,
    limitMinutes: 20,
    problemIds: puzzlesOf(played++),
  }))
  const made = await host.must('tournament:create', { name, rounds: plan, approveNames: false })
  await host.watch({ tournamentId: made.tournamentId, as: 'host' })
  return made
}

/** Whoever was here before comes back as the same person. */
async function everybodyComes(code: string): Promise<void> {
  if (people.length === 0) for (const name of NAMES) people.push(await club.player(name, code))
  else
    for (const [index, person] of people.entries()) {
      const joined = { code, name: NAMES[index], star: 'gold', continueAsKnown: true }
      const { tournamentId } = await person.post<Joined>('/api/join', joined)
      await person.watch({ tournamentId, as: 'player' })
    }
}

const ada = await open(DESK, 'light')
async function adaJoins(code: string): Promise<void> {
  await ada.goto(`${origin}/t/${code}`)
  const known = ada.getByRole('button', { name: /^Continue as Ada/ })
  const name = ada.getByLabel('Your name for this evening')
  await known.or(name).first().waitFor()
  if (await known.isVisible()) await known.click()
  else {
    await name.fill('Ada')
    await ada.getByRole('button', { name: 'Join' }).click()
  }
  await ada.getByText('You are in, Ada').waitFor()
}
/** Ada solves the first `count` puzzles of the round under way. */
async function adaSolves(count: number): Promise<void> {
  const editor = ada.getByRole('textbox', { name: /^Your code in/ })
  for (let done = 0; done < count; done++) {
    await editor.waitFor()
    const id = host.board!.round!.problems[done]!.id
    await editor.click()
    await ada.keyboard.press('ControlOrMeta+a')
    await ada.keyboard.insertText(acceptedIn(id, 'python'))
    await ada.keyboard.press('ControlOrMeta+Shift+Enter')
    await ada.getByText('Solved. A star is lit.').filter({ visible: true }).first().waitFor()
    if (done + 1 < count) await ada.getByRole('button', { name: 'Next puzzle' }).click()
  }
}

// Two evenings, so that there is something to be better than.
const wall = await open(WALL, 'dark')
for (const [evening, name] of ['October evening', 'November evening'].entries()) {
  const { tournamentId, code } = await newEvening(name, 3)
  await everybodyComes(code)
  await adaJoins(code)
  for (const { id: roundId } of host.host!.rounds) {
    await host.must('round:start', { roundId })
    await playRound(roundId, 0.2 * evening)
    await adaSolves(1 + evening)
    await endRound(tournamentId, roundId)
  }
  await host.must('tournament:finish', { tournamentId })
  await club.app.live.idle()
  await host.must('tournament:publish', { tournamentId })
  if (evening === 1) {
    await wall.goto(`${origin}/t/${code}/wall`)
    await host.must('ceremony:start', { tournamentId, roundId: null })
    while ((await host.send('ceremony:reveal', { tournamentId })).ok);
    await wall
      .getByText(/improved/i)
      .first()
      .waitFor()
    await picture(wall, 'wall-ceremony')
    await ada.goto(`${origin}/t/${code}/awards`)
    await ada.getByRole('heading', { level: 1 }).waitFor()
    await picture(ada, 'awards-desk-light')
    await ada.goto(`${origin}/me`)
    await ada.getByRole('figure').first().waitFor()
    await picture(ada, 'me-desk-light')
  }
  club.clock.jump(28 * 24 * 60 * MINUTE_MS)
}

// The third begins.
const { tournamentId, code } = await newEvening('December evening', 3)
await everybodyComes(code)
await wall.goto(`${origin}/t/${code}/wall`)
await wall.getByText(code.slice(-3)).first().waitFor()
await picture(wall, 'wall-lobby')
const phone = await open(PHONE, 'light')
await phone.goto(origin)
await phone.getByLabel('Join code').waitFor()
await picture(phone, 'home-phone-light')
const phoneEs = await open(PHONE, 'dark', 'es')
await phoneEs.goto(`${origin}/t/${code}`)
await phoneEs.getByRole('textbox').first().fill('Lucía')
await phoneEs.getByRole('textbox').first().press('Enter')
await phoneEs.getByText('Lucía').first().waitFor()
await picture(phoneEs, 'lobby-phone-dark-es')

await adaJoins(code)
const organiser = await open(DESK, 'light')
await organiser.goto(`${origin}/host/sign-in`)
await organiser.getByLabel('Sign-in name').fill('organiser')
await organiser.getByLabel('Password').fill('a long enough password')
await organiser.getByRole('button', { name: 'Sign in' }).click()
await organiser.getByText('December evening').first().waitFor()
await organiser.goto(`${origin}/host/${tournamentId}`)
await organiser.getByRole('link', { name: 'Plan' }).click()
await organiser.getByText('Round 1').first().waitFor()
await picture(organiser, 'host-plan-desk-light')

const roundId = host.host!.rounds[0]!.id
await host.must('round:start', { roundId })
await playRound(roundId, 0.3)
await adaSolves(1)
await ada.getByRole('button', { name: 'Next puzzle' }).click()
const second = host.board!.round!.problems[1]!.id
await ada.getByRole('textbox', { name: /^Your code in/ }).click()
await ada.keyboard.press('ControlOrMeta+a')
await ada.keyboard.insertText(wrongIn(second))
await ada.keyboard.press('ControlOrMeta+Enter')
await ada.getByRole('region', { name: 'Result' }).getByRole('table').waitFor()
await picture(ada, 'round-desk-light')
await ada.emulateMedia({ colorScheme: 'dark' })
await picture(ada, 'round-desk-dark')
await phoneEs.getByRole('textbox').first().waitFor()
await picture(phoneEs, 'round-phone-dark-es')
await wall.getByRole('timer').waitFor()
await picture(wall, 'wall-round')
await organiser.getByRole('link', { name: 'Live' }).click()
await organiser.getByText('Amara').first().waitFor()
await organiser.emulateMedia({ colorScheme: 'dark' })
await picture(organiser, 'host-live-desk-dark')

await browser.close()
await club.close()
