import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadBank } from '../bank/load.ts'
import { faultsOf, playCrashEvening } from './chaos/crash-evening.ts'

const USAGE = 'npm run chaos -- [--kills 100] [--players 20] [--seconds 3] [--seed 1] [--json]'
const PUZZLES = 6

function badUse(message: string): never {
  console.error(`${message} Use: ${USAGE}`)
  process.exit(2)
}

function readOptions() {
  const names = ['kills', 'players', 'seconds', 'seed'] as const
  let values: Partial<Record<(typeof names)[number], string>> & { json?: boolean }
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    values = parseArgs({ options: { ...options, json: { type: 'boolean' } } }).values
  } catch (error) {
    badUse(`${(error as Error).message}.`)
  }
  const whole = (name: (typeof names)[number], fallback: number) => {
    const number = Number(values[name] ?? fallback)
    return Number.isInteger(number) && number > 0 ? number : badUse(`--${name} takes a whole number above zero.`)
  }
  return {
    ...{ kills: whole('kills', 100), players: whole('players', 20), seconds: whole('seconds', 3) },
    ...{ seed: whole('seed', 1), json: values.json ?? false },
  }
}

const { json, seconds, ...options } = readOptions()
const bank = await loadBank(join(dirname(fileURLToPath(import.meta.url)), '../../problems'))
const problems = [...bank.problems.values()].filter(({ kind }) => kind === 'function').slice(0, PUZZLES)
const figures = await playCrashEvening({
  ...options,
  problems,
  aliveMs: seconds * 1000,
  killed: (done) => {
    if (!json && process.stderr.isTTY) process.stderr.write(`\r${done} of ${options.kills} kills`)
  },
})
const faults = faultsOf(figures)
if (json) console.log(JSON.stringify({ ...options, ...figures }))
else {
  const { kills, acknowledged, judged, draftsKept, readyMs } = figures
  console.log(`${kills} kills at random moments of a round, ${options.players} players, seed ${options.seed}`)
  console.log(`${acknowledged} submissions acknowledged, ${judged} judged, each once; ${draftsKept} drafts kept`)
  console.log(`Open again after ${Math.max(...readyMs)} ms at most`)
  console.log(faults.length === 0 ? 'Same round, same end, nothing lost.' : `Faults:\n  ${faults.join('\n  ')}`)
}
process.exit(faults.length === 0 ? 0 : 1)
