import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAlerts } from '../../server/ops/alerts.ts'
import type { Incident } from '../../server/protocol/status.ts'

/** A real receiver, that answers as told. */
type Call = { method: string; type: string; body: Record<string, unknown> }
let receiver: Server
let url: string
let calls: Call[]
let answers: number[]
let warnings: Record<string, unknown>[]
beforeEach(async () => {
  calls = []
  answers = []
  warnings = []
  receiver = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as Call['body']
      calls.push({ method: request.method!, type: request.headers['content-type']!, body })
      response.writeHead(answers.shift() ?? 204, { location: url }).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook/secret`
})
afterEach(() => new Promise((resolve) => receiver.close(resolve)))

const alerts = (to: string | null = url) =>
  createAlerts({
    ...{ url: to, server: () => 'http://club.example', againAfterMs: [1, 1] },
    log: (entry) => void warnings.push(entry),
  })
const why = { code: 'database-locked', params: {} } as const
const down: Incident = { at: Date.UTC(2026, 0, 2), module: 'database', from: 'up', to: 'down', why }
const back: Incident = { ...down, from: 'down', to: 'up' }

describe('alerts by webhook', () => {
  it('tell what went down and what came back, in words and for programs', async () => {
    const sender = alerts()
    sender.tell([down, back])
    await sender.delivered()
    expect(calls.map(({ method, type }) => `${method} ${type}`)).toEqual(Array(2).fill('POST application/json'))
    expect(calls[0]!.body).toEqual({
      text: 'database is down at http://club.example. Another program holds the database. It goes on by itself once that one lets go.',
      ...{ server: 'http://club.example', module: 'database', from: 'up', to: 'down', code: 'database-locked' },
      at: '2026-01-02T00:00:00.000Z',
    })
    expect(calls[1]!.body.text).toMatch(/^database came back at /)
  })
  it('leave out what is only degraded', async () => {
    const sender = alerts()
    sender.tell([{ ...down, to: 'degraded' }])
    await sender.delivered()
    expect(calls).toEqual([])
  })
  it('come again where the receiver stumbles, in the same order', async () => {
    answers = [500, 503, 200]
    const sender = alerts()
    sender.tell([down, back])
    await sender.delivered()
    expect(calls.map(({ body }) => body.to)).toEqual(['down', 'down', 'down', 'up'])
    expect(warnings).toEqual([])
  })
  it('are given up after some attempts, said in the log without the address, and do not hold up the next', async () => {
    answers = [500, 500, 500]
    const sender = alerts()
    sender.tell([down, back])
    await sender.delivered()
    expect(calls).toHaveLength(4)
    expect(warnings).toEqual([{ level: 'warn', message: 'an alert could not be delivered', fault: 'it answered 500' }])
    expect(JSON.stringify(warnings)).not.toContain('secret')
  })
  it('do not follow a redirect to somewhere else', async () => {
    answers = [302, 302, 302]
    const sender = alerts()
    sender.tell([down])
    await sender.delivered()
    expect(calls).toHaveLength(3)
    expect(warnings).toHaveLength(1)
  })
  it('survive a receiver that is not there', async () => {
    const sender = alerts('http://127.0.0.1:1/nobody')
    sender.tell([down])
    await sender.delivered()
    expect(warnings).toHaveLength(1)
  })
  it('are nobody’s business without an address', async () => {
    const sender = alerts(null)
    sender.tell([down])
    await sender.delivered()
    expect(warnings).toEqual([])
  })
})
