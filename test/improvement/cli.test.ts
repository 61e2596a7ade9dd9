import { describe, expect, it } from 'vitest'
import type { RoundToRate } from '../../server/improvement/outcome.ts'
import { runNode } from '../support/run-node.ts'
import { reversed, round } from './builders.ts'
import { GOLDEN_DIFFICULTIES, GOLDEN_PLAYERS, GOLDEN_ROUNDS, GOLDEN_TONIGHT, TOLERANCE } from './golden.ts'

/** What `npm run improvement` runs, in a process of its own. */
const run = (input: string, ...args: string[]) => runNode(['server/cli/improvement.ts', ...args], { input })

const lineOf = ({ tournament, problems, results }: RoundToRate, named = true): string =>
  JSON.stringify({
    ...(named && { tournament }),
    limitMinutes: 20,
    problems,
    results: Object.fromEntries(
      Object.entries(results).map(([player, observations]) => [
        player,
        observations.map(
          (one) => one && { solved: one.solved, minutes: one.minutes, wrong: one.wrong, hints: one.hints },
        ),
      ]),
    ),
  })

const linesOf = (out: string): Record<string, Record<string, Record<string, number>>>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const near = (expected: number | null): unknown =>
  expected === null ? null : expect.toSatisfy((value: number) => Math.abs(value - expected) <= TOLERANCE, `${expected}`)

describe('npm run improvement', () => {
  it.each([
    ['as described', GOLDEN_ROUNDS],
    ['in another order of arrival', GOLDEN_ROUNDS.map(reversed)],
  ])('gives the numbers of the description, %s', async (_, rounds) => {
    const { out, err, code } = await run(rounds.map((one) => lineOf(one)).join('\n'))
    expect({ err, code }).toEqual({ err: '', code: 0 })
    const lines = linesOf(out)
    GOLDEN_PLAYERS.forEach((players, i) => {
      for (const [player, [performance, level, sd, mark, kappa, gain]] of Object.entries(players))
        expect(lines[i]!.players![player]).toEqual({
          performance: near(performance),
          level: near(level),
          sd: near(sd),
          mark: near(mark),
          kappa: near(kappa),
          gain: near(gain),
          flagged: false,
        })
      for (const [problem, difficulty] of Object.entries(GOLDEN_DIFFICULTIES[i]!))
        expect(lines[i]!.problems![problem]!.difficulty).toEqual(near(difficulty))
    })
    expect(lines[3]).toEqual({
      tournament: 't1',
      tonight: Object.fromEntries(Object.entries(GOLDEN_TONIGHT).map(([player, gain]) => [player, near(gain)])),
      sinceLastTime: {},
    })
    expect(lines[4]).toEqual({ season: {} })
    expect(lines).toHaveLength(5)
  })

  it('takes a round that names no tournament for one of its own, without a line for it', async () => {
    const rounds = [1, 2, 3, 4].map((n) => lineOf(round('', `p${n}:2`, { ada: `${9 - n}` }), false))
    const { out, code } = await run(`${rounds.join('\n')}\n\n`)
    const lines = linesOf(out)
    expect(code).toBe(0)
    expect(lines.map((line) => Object.keys(line)[0])).toEqual(['players', 'players', 'players', 'players', 'season'])
    expect(Object.keys(lines[4]!.season!)).toEqual(['ada'])
  })

  it('tells each tournament after its last round', async () => {
    const rounds = ['t1', 't1', 't1', 't2'].map((tournament, i) => lineOf(round(tournament, `p${i}:2`, { ada: '5' })))
    const { out } = await run(rounds.join('\n'))
    const lines = linesOf(out)
    expect(lines.map((line) => line.tournament ?? Object.keys(line)[0])).toEqual([
      'players',
      'players',
      'players',
      't1',
      'players',
      't2',
      'season',
    ])
    expect(lines[5]).toMatchObject({ tonight: {}, sinceLastTime: { ada: expect.any(Number) } })
  })

  it('has a season of nobody when nothing was played', async () => {
    expect(await run('')).toEqual({ out: '{"season":{}}\n', err: '', code: 0 })
  })
})

describe('refuses what cannot be, with line and field, and prints nothing else', () => {
  const good = lineOf(GOLDEN_ROUNDS[0]!)
  const solved = { solved: true, minutes: 6, wrong: 0, hints: 0 }
  const bad = (change: object, result: object = {}) =>
    JSON.stringify({
      limitMinutes: 20,
      problems: [{ id: 'p1', level: 2 }],
      results: { ada: [{ ...solved, ...result }] },
      ...change,
    })

  it.each([
    ['negative minutes', bad({}, { minutes: -1 }), 'results.ada.0.minutes'],
    ['a solve in no time at all', bad({}, { minutes: 0 }), 'results.ada.0.minutes'],
    ['more minutes than the limit', bad({}, { minutes: 20.5 }), 'results.ada.0.minutes'],
    ['minutes without number', bad({}, { minutes: undefined }), 'results.ada.0.minutes: is missing'],
    ['negative wrong submissions', bad({}, { wrong: -1 }), 'results.ada.0.wrong'],
    ['half a hint', bad({}, { hints: 0.5 }), 'results.ada.0.hints'],
    ['neither solved nor not', bad({}, { solved: 'yes' }), 'results.ada.0.solved'],
    ['a field that there is not', bad({}, { minuets: 6 }), 'results.ada.0.minuets: unknown field'],
    ['an unknown field of the round', bad({ limitMinuets: 20 }), 'limitMinuets: unknown field'],
    ['an unknown level', bad({ problems: [{ id: 'p1', level: 7 }] }), 'problems.0.level'],
    ['level nought', bad({ problems: [{ id: 'p1', level: 0 }] }), 'problems.0.level'],
    ['a puzzle named twice', bad({ problems: [1, 2].map((level) => ({ id: 'p1', level })) }), 'problems.1.id'],
    ['no puzzle', bad({ problems: [], results: {} }), 'problems'],
    ['a row too short', bad({ results: { ada: [] } }), 'results.ada'],
    ['no limit', bad({ limitMinutes: undefined }), 'limitMinutes: is missing'],
    ['a limit of nothing', bad({ limitMinutes: 0 }), 'limitMinutes'],
    ['broken JSON', good.slice(0, -1), 'not JSON'],
    ['JSON that is no round', '[]', 'expected object'],
  ])('%s', async (_, line, field) => {
    const { out, err, code } = await run(`${good}\n${line}\n${good}`)
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err).toContain(`line 2: `)
    expect(err).toContain(field)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('rounds of one tournament that do not stand together', async () => {
    const rounds = ['t1', 't2', 't1'].map((tournament, i) => lineOf(round(tournament, `p${i}:2`, { ada: '5' })))
    const { out, err, code } = await run(rounds.join('\n'))
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err).toContain('line 3: tournament: "t1"')
  })

  it('an argument it does not know', async () => {
    const { err, code } = await run('', '--fast')
    expect(code).toBe(2)
    expect(err).toContain('--fast')
  })
})
