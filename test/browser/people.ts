import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { HOST_PASSWORD } from '../support/club.ts'
import { puzzles } from '../support/puzzles.ts'

/** Somebody with a browser of their own; what they do goes by visible text and labels alone. */
export class Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly origin: string
  /** What the page has thrown. */
  readonly faults: string[] = []

  constructor(page: Page, context: BrowserContext, origin: string) {
    this.page = page
    this.context = context
    this.origin = origin
    page.on('pageerror', (error) => this.faults.push(error.message))
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.origin + path)
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).first()
  }
  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click()
  }
  /** Of the dialog, not of a notice that stands behind it. */
  async closeDialog(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  }
  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click()
  }
  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible()
  }
  /** Nothing has to be scrolled to the side for. */
  async fits(what = 'the page'): Promise<void> {
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${what} is too wide`).toBe(0)
  }
}

export class Host extends Visitor {
  async claim(token: string): Promise<void> {
    await this.go(`/host/claim?token=${token}`)
    await this.page.getByLabel('Sign-in name').fill('organiser')
    await this.page.getByLabel('Password').fill(HOST_PASSWORD)
    await this.press('Become the host')
    await expect(this.page.getByRole('heading', { name: 'Your tournaments' })).toBeVisible()
  }

  /** On another device, as who claimed the first host's link or came as `club.host('organiser')`. */
  async signIn(): Promise<void> {
    await this.go('/host/sign-in')
    await this.page.getByLabel('Sign-in name').fill('organiser')
    await this.page.getByLabel('Password').fill(HOST_PASSWORD)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(this.page.getByRole('heading', { name: 'Your tournaments' })).toBeVisible()
  }

  /** Signs in on this device and opens a tournament, at one of its parts. */
  async signInTo(tournament: string, part?: 'Plan' | 'People' | 'Live' | 'Results' | 'Awards'): Promise<void> {
    await this.signIn()
    await this.follow(tournament)
    if (part) await this.follow(part)
  }

  /** Creates a tournament in the way the page offers; answers with its join code. */
  async create(name: string, shape: string, crowd: string): Promise<string> {
    await this.go('/host')
    const another = this.page.getByRole('button', { name: 'New tournament' })
    const field = this.page.getByLabel('Name of the tournament')
    await expect(another.or(field).first()).toBeVisible()
    if (!(await field.isVisible())) await another.click()
    await field.fill(name)
    await this.page.getByRole('radio', { name: new RegExp(`^${shape}`) }).check()
    await this.page.getByRole('radio', { name: new RegExp(`^${crowd}`) }).check()
    await this.press('Create')
    await expect(this.page.getByRole('heading', { name })).toBeVisible()
    await this.follow('People')
    const code = await this.page
      .getByText(/^[A-Z]+ ?\d+$/)
      .first()
      .innerText()
    return code.replace(/\s/g, '')
  }

  async letNamesStand(): Promise<void> {
    await this.follow('People')
    await this.press('Approve all')
  }

  async startRound(): Promise<void> {
    await this.press(/^Start .* now$/)
    // On a busy machine its five seconds may be over, and the round runs by itself.
    await this.button('Start at once')
      .click({ timeout: 5_000 })
      .catch(() => undefined)
    await expect(this.page.getByRole('button', { name: 'Pause' })).toBeVisible()
  }

  /** Stops the round, looks at what is flagged, publishes, and leaves the round's ceremony for later. */
  async endRound(): Promise<void> {
    await this.press('Stop the round')
    await this.press('Stop it')
    const flagged = this.page.getByRole('link', { name: /^Look at (it|them)$/ })
    const publish = this.page.getByRole('button', { name: /^Publish Round/ })
    await expect(publish.or(flagged).first()).toBeVisible()
    if (await flagged.isVisible()) {
      await flagged.click()
      const clear = this.page.getByRole('button', { name: /^Clear/ })
      while ((await clear.count()) > 0 && !(await publish.isVisible())) {
        const left = await clear.count()
        await clear.first().click()
        await expect(async () =>
          expect((await clear.count()) < left || (await publish.isVisible())).toBe(true),
        ).toPass()
      }
    }
    await publish.click()
    await this.confirm('Publish')
    await this.press('Not now')
  }

  async publishAwards(): Promise<void> {
    await this.press('Publish the awards')
    await this.confirm('Publish')
  }

  /** What cannot be undone is asked for first. */
  async confirm(name: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  }

  async finish(): Promise<void> {
    await this.press('Finish the tournament')
    await this.confirm('Finish the tournament')
  }
}

export class Player extends Visitor {
  /** By code and name, wherever that leads: to the lobby, or into a round that is under way. */
  async join(name: string, code: string): Promise<void> {
    await this.go('/')
    await this.page.getByLabel('Join code').fill(code)
    await this.press('Join')
    await this.page.getByLabel('Your name for this evening').fill(name)
    await this.press('Join')
  }
  async joinAs(name: string, code: string): Promise<void> {
    await this.join(name, code)
    await this.sees(`You are in, ${name}`)
  }

  async comeBack(name: string, code: string): Promise<void> {
    await this.go('/')
    await this.page.getByLabel('Join code').fill(code)
    await this.press('Join')
    await this.press(new RegExp(`^Continue as ${name}`))
    await this.sees(`You are in, ${name}`)
  }

  /** The puzzle that is open, by its name on the page. */
  async puzzle() {
    const name = await this.page.getByRole('heading', { level: 1 }).first().innerText()
    const found = puzzles.find((puzzle) => puzzle.name === name)
    if (!found) throw new Error(`no puzzle is called ${name}`)
    return found
  }
  get editor() {
    return this.page.getByRole('textbox', { name: /^Your code in/ })
  }
  /** The lines beside the program, where lines are to be put in order. */
  get pool() {
    return this.page.getByRole('listbox', { name: 'Lines to choose from' })
  }
  async write(source: string): Promise<void> {
    await this.editor.click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(source)
  }
  async try(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter')
  }
  async submit(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+Enter')
  }
  /** Puts lines in order one below the other, each as deep as it belongs. */
  async arrange(lines: { text: string; indent: number }[]): Promise<void> {
    let depth = 0
    for (const { text, indent } of lines) {
      await this.pool.getByText(text, { exact: true }).first().click()
      for (; depth < indent; depth++) await this.press(/^Indent$/)
      for (; depth > indent; depth--) await this.press('Indent less')
    }
  }
  /** Writes an accepted solution or puts its lines in order, submits it by keyboard, and waits for the star. */
  async solve(): Promise<void> {
    const { submissions, parsons } = await this.puzzle()
    const accepted = submissions.find(({ folder, language }) => folder === 'accepted' && language === 'python')
    if (parsons?.python) await this.arrange(parsons.python.lines)
    else await this.write(accepted!.source)
    await this.submit()
    await this.sees('Solved. A star is lit.')
  }
  async next(): Promise<void> {
    const before = await this.page.getByRole('heading', { level: 1 }).first().innerText()
    await this.press('Next puzzle')
    await expect(this.page.getByRole('heading', { level: 1 }).first()).not.toHaveText(before)
  }
}
