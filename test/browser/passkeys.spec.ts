import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '../../server/cli/bots/client.ts'
import { DESK, openHouse, PHONE } from './house.ts'
import { Host } from './people.ts'

/** A real browser with a device that makes real passkeys: http://localhost is as good as https to it. */
const house = openHouse()

/** Answers like a laptop's own: asks nobody, says that its owner has opened it. */
async function withDevice(host: Host): Promise<{ device: CDPSession; authenticatorId: string }> {
  const device = await host.context.newCDPSession(host.page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return { device, authenticatorId }
}

test('a host adds a passkey, signs in with it, removes it', async () => {
  const host = await house.arrive(Host, PHONE, house.localOrigin)
  const { device, authenticatorId } = await withDevice(host)
  await host.claim((await house.club.app.identity.firstHostToken())!)
  await host.follow('Your account')
  await host.page.getByLabel('What to call it').fill('My laptop')
  await host.press('Add a passkey')
  await host.sees('The passkey is there.')
  await host.sees('My laptop')
  const made = await device.send('WebAuthn.getCredentials', { authenticatorId })
  expect(made.credentials.map(({ rpId, userName }) => [rpId, userName])).toEqual([['localhost', 'organiser']])

  await host.press('Sign out on all devices')
  await host.go('/host/sign-in')
  await host.press('Sign in with a passkey')
  await host.sees('Your tournaments')
  await host.follow('What was done')
  await host.sees('organiser signed in with a passkey.')
  await host.sees('organiser added a passkey.')

  await host.go('/host/account')
  await host.press('Remove My laptop')
  await host.confirm('Remove')
  await host.sees('You have none yet.')
  await host.press('Sign out on all devices')
  await host.go('/host/sign-in')
  await host.press('Sign in with a passkey')
  await host.sees('This passkey does not fit.')
})

test('what another page got signed does not open ours', async () => {
  const host = await house.arrive(Host, DESK, house.localOrigin)
  await withDevice(host)
  await host.signIn()
  await host.follow('Your account')
  await host.press('Add a passkey')
  await host.sees('The passkey is there.')

  // The same device, our question, our name (localhost has no other), but a page of another origin.
  const other = createServer((_request, response) => response.end('<title>elsewhere</title>'))
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  const { port } = other.address() as AddressInfo
  try {
    await host.page.goto(`http://localhost:${port}/`)
    expect(await signedBy(host.page)).toBe('passkey-refused')
    await host.go('/host')
    expect(await signedBy(host.page)).toBe('done')
  } finally {
    other.close()
  }
})

/** Asks our server, lets the page that is open have the answer signed, and hands it in. */
async function signedBy(page: Page): Promise<string> {
  const client = createClient(house.localOrigin)
  const { options } = await client.post<{ options: PublicKeyCredentialRequestOptionsJSON }>(
    '/api/host/passkey/ask-sign-in',
    {},
  )
  const response = await page.evaluate(async (asked) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked)
    const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
    return JSON.parse(JSON.stringify(credential)) as Record<string, unknown>
  }, options)
  const { authenticatorAttachment: _attachment, ...signed } = response
  return client.post('/api/host/passkey/sign-in', { response: signed }).then(
    () => 'done',
    (error: Error) => (/does not fit/.test(error.message) ? 'passkey-refused' : error.message),
  )
}

test('over plain http there is one sentence in their place', async () => {
  const host = await house.arrive(Host)
  await host.go('/host/sign-in')
  await expect(host.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(host.page.getByRole('button', { name: /passkey/ })).toHaveCount(0)
  await host.signIn()
  await host.follow('Your account')
  await host.sees(/Passkeys work only where this page is served over https/)
  await expect(host.page.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0)
})
