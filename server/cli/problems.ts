import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Bank } from '../bank/bank.ts'
import { fault, faultText } from '../bank/fault.ts'
import { KITS_FOLDER, loadKits } from '../bank/kits.ts'
import { limited } from '../bank/limited.ts'
import { loadBank, loadProblem, packageNames } from '../bank/load.ts'
import { fingerprintOf, openMemory } from '../bank/memory.ts'
import { caughtShare, survivorText } from '../bank/mutation.ts'
import type { Problem } from '../bank/problem.ts'
import { startPackage } from '../bank/starter.ts'
import { faultsIn, verifyBank, type BankReport, type Report } from '../bank/verify-bank.ts'
import type { Trial } from '../bank/verify.ts'
import { createJudge, type Judge } from '../judge/judge.ts'
import { BadUse } from './bad-use.ts'
import { exportPackage, importPackage } from './problems-travel.ts'

const USE = `npm run problems -- verify [folder…] [--mutants] [--again] [--json]   tries every package in a folder of packages, or one package;
                                              what was right and has not changed only with --again
npm run problems -- list [folder] [--json]                    the table of the bank
npm run problems -- new <id> [folder]                         starts a package
npm run problems -- import <folder or zip> [id] [folder]       takes a zipped package, Exercism's canonical data or Kattis's format
npm run problems -- export <package> <file.zip>               zips a package
A folder is problems/ where none is given.`

const DEFAULT_FOLDER = 'problems'

async function main(args: string[]): Promise<number> {
  const flags = new Set(args.filter((arg) => arg.startsWith('--')))
  const [command, ...rest] = args.filter((arg) => !arg.startsWith('--'))
  const allowed = command === 'verify' ? ['--json', '--mutants', '--again'] : command === 'list' ? ['--json'] : []
  const unknown = [...flags].find((flag) => !allowed.includes(flag) && flag !== '--help')
  if (flags.has('--help')) {
    console.log(USE)
    return 0
  }
  if (unknown !== undefined) throw new BadUse(`${unknown} is not known here: npm run problems -- --help says what is`)
  switch (command) {
    case 'verify':
      return verify(rest, { json: flags.has('--json'), mutants: flags.has('--mutants'), again: flags.has('--again') })
    case 'list':
      return list(rest, flags.has('--json'))
    case 'new':
      return start(rest)
    case 'import':
      return importPackage(rest, DEFAULT_FOLDER)
    case 'export':
      return exportPackage(rest)
    default:
      throw new BadUse(
        `${command === undefined ? 'a command is missing' : `there is no command "${command}"`}: verify, list, new, import or export`,
      )
  }
}

/** The packages of all folders together; each is a folder of packages, or one package. */
async function load(folders: string[]): Promise<Bank> {
  const all: Bank = { problems: new Map(), faults: [] }
  const add = ({ problems, faults }: Bank): void => {
    all.faults.push(...faults)
    for (const [id, problem] of problems) {
      if (all.problems.has(id)) all.faults.push(fault(id, '', 'id-twice'))
      else all.problems.set(id, problem)
    }
  }
  for (const folder of folders.length === 0 ? [DEFAULT_FOLDER] : folders) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new BadUse(`${folder}: there is no such folder`)
    }
    if (isPackage(folder)) {
      const loaded = await loadProblem(folder)
      add(
        loaded.ok
          ? { problems: new Map([[loaded.value.id, loaded.value]]), faults: [] }
          : { problems: new Map(), faults: loaded.refusal },
      )
    } else if ((packageNames(folder) ?? []).length === 0) throw new BadUse(`${folder}: there is no package in it`)
    else add(await withKits(folder))
  }
  return all
}

/** The packages of a folder; what is wrong with its ready evenings stands among the faults. */
async function withKits(folder: string): Promise<Bank> {
  const bank = await loadBank(folder)
  return { ...bank, faults: [...bank.faults, ...loadKits(folder, bank.problems).faults] }
}

const isPackage = (folder: string): boolean =>
  ['problem.yaml', 'tests.yaml', 'statement.md'].some((file) =>
    statSync(join(folder, file), { throwIfNoEntry: false })?.isFile(),
  )

async function verify(
  folders: string[],
  options: { json: boolean; mutants: boolean; again: boolean },
): Promise<number> {
  const bank = await load(folders)
  const judge = await openJudge()
  let id = 0
  // Twice as many under way as are judged, so that no worker waits for the next.
  const trial: Trial = limited(2 * availableParallelism(), (problem, language, source) =>
    judge.judge({ id: `trial-${++id}`, problem, language, source, player: 'bank', purpose: 'trial' }),
  )
  try {
    const { calibration } = judge.status()
    const { memory, save } = openMemory(join(cacheFolder(), 'verified.json'), fingerprintOf(ROOT), options.again)
    const total = bank.problems.size
    const report = await verifyBank(bank, trial, {
      mutants: options.mutants,
      memory,
      slowness: calibration,
      done: (one, finished) => (options.json ? progress(finished, total) : console.log(line(one, finished, total))),
    })
    save()
    const faults = faultsIn(report)
    if (options.json) console.log(JSON.stringify(json(report), null, 2))
    else tell(report)
    return faults.length === 0 ? 0 : 1
  } finally {
    await judge.close()
  }
}

const ROOT = join(import.meta.dirname, '..', '..')
const cacheFolder = (): string => join(process.env.DATA_DIR ?? 'data', 'cache')

async function openJudge(): Promise<Judge> {
  const cacheDir = cacheFolder()
  try {
    mkdirSync(cacheDir, { recursive: true })
    accessSync(cacheDir, constants.W_OK)
  } catch {
    throw new BadUse(`${cacheDir} cannot be written: make it writable, or set DATA_DIR to a folder that is`)
  }
  const said = new Set<string>()
  return createJudge({
    cacheDir,
    // A judge that cannot start tries again and again: whoever waits should know why, and be told once.
    log: ({ level, message, error }) => {
      if (level !== 'error' || said.has(message)) return
      said.add(message)
      console.error([message, ...(error === undefined ? [] : [String(error).split('\n')[0]])].join(': '))
    },
  })
}

function progress(finished: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${finished} of ${total}${finished === total ? '\n' : ''}`)
}

const line = ({ id, problem, tried, faults, mutation }: Report, finished: number, total: number): string =>
  [
    `[${finished}/${total}]`,
    faults.length === 0 ? 'right' : 'WRONG',
    id.padEnd(28),
    `level ${problem.level}`,
    `${problem.examples.length + problem.hidden.length} tests`,
    `${tried.length} submissions`,
    ...(mutation === undefined ? [] : [`${Math.floor(caughtShare(mutation) * 100)} % of mutants caught`]),
  ].join('  ')

function tell(report: BankReport): void {
  const { reports, unloaded } = report
  for (const { warnings } of reports) for (const warning of warnings) console.log(`note: ${faultText(warning)}`)
  for (const { id, mutation } of reports) {
    for (const survivor of mutation?.survivors ?? []) console.log(`survivor: ${id}/${survivorText(survivor)}`)
  }
  const faults = faultsIn(report)
  for (const fault of faults) console.log(`fault: ${faultText(fault)}`)
  const wrong = new Set(faults.map(({ file }) => file.split('/')[0])).size
  const broken = new Set(unloaded.map(({ file }) => file.split('/')[0]))
  broken.delete(KITS_FOLDER)
  const packages = reports.length + broken.size
  const count = packages === 1 ? '1 package' : `${packages} packages`
  console.log(
    faults.length === 0 ? `${count}: everything is right` : `${count}: ${wrong} to mend, ${faults.length} faults`,
  )
}

const json = (report: BankReport) => ({
  ok: faultsIn(report).length === 0,
  packages: report.reports.map(({ id, problem, faults, warnings, tried, mutation }) => ({
    id,
    level: problem.level,
    topics: problem.topics,
    minutes: problem.minutes,
    examples: problem.examples.length,
    hidden: problem.hidden.length,
    faults,
    warnings,
    submissions: tried,
    ...(mutation === undefined ? {} : { mutants: { ...mutation, caughtShare: caughtShare(mutation) } }),
  })),
  pairs: report.pairs,
  faults: faultsIn(report),
})

async function list(folders: string[], asJson: boolean): Promise<number> {
  if (folders.length > 1) throw new BadUse('list takes one folder')
  const bank = await load(folders)
  const rows = [...bank.problems.values()].sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1)).map(row)
  if (asJson) console.log(JSON.stringify({ problems: rows, faults: bank.faults }, null, 2))
  else {
    console.log(`${'id'.padEnd(32)}level  minutes  tests  kind      topics`)
    for (const { id, level, minutes, tests, kind, topics } of rows) {
      const cells = [id.padEnd(31), String(level).padStart(5), String(minutes).padStart(8), String(tests).padStart(6)]
      console.log(`${cells.join(' ')}  ${kind.padEnd(8)}  ${topics.join(', ')}`)
    }
    for (const fault of bank.faults) console.log(`fault: ${faultText(fault)}`)
  }
  return bank.faults.length === 0 ? 0 : 1
}

const row = ({ id, name, level, topics, minutes, kind, languages, examples, hidden, submissions }: Problem) => ({
  id,
  name,
  level,
  topics,
  minutes,
  kind,
  languages,
  tests: examples.length + hidden.length,
  wrong: submissions.filter(({ folder }) => folder !== 'accepted').length,
})

function start([id, folder, ...more]: string[]): number {
  if (id === undefined || more.length > 0) throw new BadUse('new takes an id, and a folder if not problems/')
  // `new problems/my-puzzle` means what it says.
  const given = id.includes('/') && folder === undefined
  const made = startPackage(given ? dirname(resolve(id)) : (folder ?? DEFAULT_FOLDER), given ? basename(id) : id)
  if (!made.ok) throw new BadUse(made.refusal)
  for (const file of made.value) console.log(file)
  console.log('Fill them in, then: npm run problems -- verify (docs/problem-packages.md tells what each file is for)')
  return 0
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    if (!(error instanceof BadUse)) throw error
    console.error(error.message)
    process.exitCode = 2
  },
)
