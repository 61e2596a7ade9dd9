import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { openBrowser, PLAIN_HOST } from '../support/browser.ts'
import { openClub, type Club, type ClubOptions } from '../support/club.ts'
import { Host, type Visitor } from './people.ts'

export const DESK = { width: 1280, height: 800 }
export const PHONE = { width: 360, height: 740 }
export const PROJECTOR = { width: 1280, height: 720 }

/** What the tests of a spec share: a whole server, a real browser, and everybody who came. */
export type House = {
  readonly club: Club
  readonly browser: Browser
  /** Plain HTTP on a name that is not localhost, as in a library. */
  readonly origin: string
  /** The same server where browsers take plain HTTP for as good as https. */
  readonly localOrigin: string
  /** Somebody with a browser of their own, who has not opened any page yet. */
  arrive<V extends Visitor>(
    as: new (page: Page, context: BrowserContext, origin: string) => V,
    viewport?: { width: number; height: number },
    origin?: string,
  ): Promise<V>
  /** Who claims the first host's link, in front of the list of tournaments. */
  firstHost(viewport?: { width: number; height: number }): Promise<Host>
}

/**
 * Opens a house before the first test of a spec and closes it after the last. After each test nobody's page may have
 * thrown and the server may have logged no error; what everybody saw when a test failed stands beside its report.
 */
export function openHouse(options: ClubOptions | (() => Promise<ClubOptions>) = {}): House {
  let club: Club
  let browser: Browser
  const everybody: Visitor[] = []
  test.beforeAll(async () => {
    club = await openClub(typeof options === 'function' ? await options() : options)
    browser = await openBrowser()
  })
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus)
      for (const [index, { page }] of everybody.entries())
        await page.screenshot({ path: info.outputPath(`${index + 1}.png`) }).catch(() => undefined)
    expect(everybody.flatMap(({ faults }) => faults)).toEqual([])
    expect(club.errors()).toEqual([])
  })
  test.afterAll(async () => {
    await browser.close()
    await club.close()
  })

  const originAt = (hostName: string): string => `http://${hostName}:${club.port}`
  return {
    get club() {
      return club
    },
    get browser() {
      return browser
    },
    get origin() {
      return originAt(PLAIN_HOST)
    },
    get localOrigin() {
      return originAt('localhost')
    },
    async arrive(As, viewport = DESK, origin = originAt(PLAIN_HOST)) {
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
      const visitor = new As(await context.newPage(), context, origin)
      everybody.push(visitor)
      return visitor
    },
    async firstHost(viewport) {
      const host = await this.arrive(Host, viewport)
      await host.claim((await club.app.identity.firstHostToken())!)
      return host
    },
  }
}
