import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig, VARIABLES } from '../../server/config.ts'
import { standingAtStart, type Facts } from '../../server/ops/health.ts'
import { createMetrics } from '../../server/ops/metrics.ts'

const folder = join(import.meta.dirname, '../../docs/operations')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const manual = read('README.md')

describe('the settings', () => {
  it('stand in the table, each of them and no others', () => {
    const rows = [...manual.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!)
    expect(rows.sort()).toEqual(VARIABLES.toSorted())
  })
  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'outdo.example'],
    ['PUBLIC_URL', 'ftp://outdo.example'],
    ['TRUST_PROXY', '-1'],
    ['TRUST_PROXY', 'yes'],
    ['JUDGE_WORKERS', '0'],
    ['ALERT_WEBHOOK', 'not an address'],
    ['METRICS_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMIT_SCALE', '0'],
  ])('are checked: %s=%s is refused in one line that names it', (name, value) => {
    const answer = readConfig({ [name]: value })
    expect('fault' in answer ? answer.fault : '').toMatch(
      new RegExp(`^${name} is not usable: .+\\. Mend it and start again\\.$`),
    )
  })
  it('may be empty, which means not given', () => {
    const given = readConfig(Object.fromEntries(VARIABLES.map((name) => [name, ''])))
    expect(given).toEqual(readConfig({}))
    expect(given).toMatchObject({ config: { port: 3000, proxies: 0, alertWebhook: null, metricsToken: null } })
  })
})

describe('what watches', () => {
  it('asks for figures that the server gives', async () => {
    const metrics = createMetrics()
    metrics.measure.command('submission:create', 'ok', 1)
    metrics.measure.judged('AC', 1)
    metrics.measure.shed('try')
    const workers = [{ state: 'idle', since: 0, lastError: undefined }] as const
    const facts: Facts = {
      ...{ database: { writeMs: 1 }, connections: 1, clockOffMs: 0, disk: { freeBytes: 1, totalBytes: 1 } },
      judge: {
        workers: [...workers],
        queued: { submit: 0, try: 0, trial: 0 },
        running: 0,
        oldestQueuedMs: 0,
        sinceVerdictMs: 0,
      },
      loop: { delayMs: 0, worstMs: 0, shedding: 'nothing' },
    }
    metrics.look(facts, standingAtStart(0))
    const given = new Set([...(await metrics.text()).matchAll(/^([a-z_0-9]+)[{ ]/gm)].map(([, name]) => name))
    const rules = parse(read('alerts.yml')) as { groups: { rules: { alert: string; expr: string }[] }[] }
    const board = JSON.parse(read('dashboard.json')) as { panels: { targets: { expr: string }[] }[] }
    const asked = [
      ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
      ...board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ].flatMap((expr) => expr.match(/\b(outdo|nodejs|process)_[a-z0-9_]+/g) ?? [])
    expect(asked.length).toBeGreaterThan(15)
    expect(asked.filter((name) => !given.has(name))).toEqual([])
  })
  it('is described, file by file', () => {
    for (const name of readdirSync(folder).filter((name) => name !== 'README.md'))
      expect(manual).toContain(`](${name})`)
  })
})

describe('the unit', () => {
  it('sets only what the server reads, and no variable by another name', () => {
    const set = [...read('outdo.service').matchAll(/^Environment=(.+)$/gm)].flatMap(([, all]) => all!.split(' '))
    const names = set.map((one) => one.split('=')[0]!).filter((name) => name !== 'NODE_ENV')
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !VARIABLES.includes(name))).toEqual([])
  })
})

describe('an image', () => {
  it('is made of what the repository keeps: no data of this machine with its keys, nothing installed here', () => {
    const root = join(folder, '../..')
    const lines = (name: string) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .filter((line) => /^[^#]/.test(line))
    const left = lines('.dockerignore')
    expect(left).toContain('.git')
    expect(lines('.gitignore').filter((line) => !left.includes(line.replace(/\/$/, '')))).toEqual([])
  })
})

describe('the example for nginx', () => {
  it('holds nothing that the nginx of a Debian or Ubuntu in use does not know', () => {
    // The directive came with 1.25.1; Debian 12 has 1.22, Ubuntu 24.04 has 1.24.
    expect(read('nginx.conf')).not.toMatch(/^\s*http2 on;/m)
  })
})
