import Database from 'better-sqlite3'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../server/cli/bots/client.ts'
import { DATABASE_FILE } from '../../server/store/connection.ts'
import type { Health, StatusView } from '../../server/protocol/status.ts'
import { openClub, type Club, type Person } from '../support/club.ts'

describe('the status of a server', () => {
  let club: Club
  let host: Person
  const told: string[] = []
  const receiver = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { module, to } = JSON.parse(text) as { module: string; to: string }
      told.push(`${module} ${to}`)
      response.end()
    })
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const address = receiver.address()
    const alertWebhook = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
    club = await openClub({ app: { alertWebhook, metricsToken: 'a token for prometheus' } })
    host = await club.host()
  })
  afterAll(async () => {
    await club.close()
    await new Promise((resolve) => receiver.close(resolve))
  })

  // A held database stops the event loop for seconds, in which a kept connection would grow old.
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(club.url + path, { headers: { connection: 'close', ...headers } })
  const status = async () => ((await (await get('/api/status')).json()) as { value: StatusView }).value
  /** Looks until a module stands as it should: a look of the server's own may be under way. */
  const seen = async (id: string, state: Health) => {
    for (;;) {
      await club.app.ops.look()
      const found = await module(id)
      if (found.state === state) return found
    }
  }
  const module = async (id: string) => (await status()).modules.find((one) => one.id === id)!

  it('says that it is there and ready', async () => {
    expect(await (await get('/healthz')).text()).toBe('ok\n')
    const ready = await get('/readyz')
    expect([ready.status, await ready.text()]).toEqual([200, 'ready\n'])
  })
  it('tells everybody how each part is, since when', async () => {
    const { state, modules, workers } = await status()
    expect(modules.map(({ id }) => id)).toEqual([
      ...['database', 'judge', 'queue', 'connections', 'loop', 'disk', 'clock'],
    ])
    expect(['up', 'degraded']).toContain(state)
    expect((await module('database')).figures.writeMs).toBeGreaterThanOrEqual(0)
    expect(workers.length).toBeGreaterThan(1)
    expect(workers.every(({ lastError }) => lastError === null)).toBe(true)
  })
  it('gives figures to Prometheus, for the token alone', async () => {
    expect((await get('/metrics')).status).toBe(401)
    expect((await get('/metrics', { authorization: 'Bearer a token for prometheuz' })).status).toBe(401)
    await host.must('tournament:list', {})
    await club.app.ops.look()
    const answer = await get('/metrics', { authorization: 'Bearer a token for prometheus' })
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(text).toMatch(/^outdo_commands_total\{command="tournament:list",outcome="ok"\} [1-9]/m)
    expect(text).toMatch(/^outdo_health\{module="database"\} 2$/m)
    expect(text).toMatch(/^outdo_connections [1-9]/m)
  })

  it('goes down with a database that somebody else holds, tells, and comes back by itself', async () => {
    const other = new Database(join(club.dataDir, DATABASE_FILE))
    other.exec('begin immediate')
    const down = await seen('database', 'down')
    expect(down.why).toEqual({ code: 'database-locked', params: {} })
    const ready = await get('/readyz')
    expect([ready.status, await ready.text()]).toEqual([503, 'not ready: database\n'])
    expect(await host.refusal('tournament:create', { name: 'Held', rounds: [] })).toBe('server-busy')

    other.exec('rollback')
    other.close()
    await seen('database', 'up')
    expect((await get('/readyz')).status).toBe(200)
    expect(await host.refusal('tournament:create', { name: 'Taken', rounds: [] })).toBeNull()
    const { incidents } = await status()
    expect(incidents.filter(({ module }) => module === 'database').map(({ to }) => to)).toEqual(['up', 'down'])
    await until(() => told.length >= 2)
    expect(told.filter((line) => line.startsWith('database'))).toEqual(['database down', 'database up'])
  })

  it('lets a host restart the judge workers, and nobody else', async () => {
    const stranger = await club.stranger()
    expect(await stranger.refusal('judge:restart', {})).toBe('not-signed-in')
    const before = club.app.judge.status().workers.map(({ pid }) => pid)
    await host.must('judge:restart', {})
    await until(() => {
      const { workers } = club.app.judge.status()
      return workers.every(({ pid, state }) => state === 'idle' && !before.includes(pid))
    })
    expect((await status()).workers.reduce((sum, { restarts }) => sum + restarts, 0)).toBe(before.length)
  })

  it('remembers its incidents over a restart', async () => {
    const before = (await status()).incidents
    expect(before.length).toBeGreaterThan(0)
    await club.restart()
    expect((await status()).incidents.map(({ at }) => at)).toEqual(expect.arrayContaining(before.map(({ at }) => at)))
  })

  it('shows hosts what a worker said, and others not', async () => {
    const real = club.app.judge.status
    club.app.judge.status = () => {
      const seen = real()
      return { ...seen, workers: seen.workers.map((worker) => ({ ...worker, lastError: 'at /srv/outdo/secret.ts' })) }
    }
    const signedIn = createClient(club.url)
    await signedIn.post('/api/host/sign-in', { name: 'host', password: 'a long enough password' })
    expect(JSON.stringify(await status())).not.toContain('/srv/outdo')
    expect(club.app.ops.status(true).workers[0]!.lastError).toBe('at /srv/outdo/secret.ts')
    club.app.judge.status = real
  })
})

/** Asks again in each turn of the event loop: what is waited for happens in this process. */
async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 5))
}
