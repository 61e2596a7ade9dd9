// npm run judge -- <problem folder> <source file>… [--json]
import { readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultText } from '../bank/fault.ts'
import { loadProblem } from '../bank/load.ts'
import type { Problem } from '../bank/problem.ts'
import { createJudge } from '../judge/judge.ts'
import { isWrong, type Judgement, type Language } from '../protocol/judgement.ts'

const LANGUAGE_OF: Record<string, Language> = {
  '.py': 'python',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.ts': 'typescript',
}
const MOST_SOURCE_BYTES = 64 * 1024

type Source = { file: string; language: Language; source: string }
type Line = { file: string; language: Language } & Judgement

/** Ends with exit code 2 and one line that says what and where. */
function badUse(what: string): never {
  console.error(what)
  process.exit(2)
}

function readSource(file: string, problem: Problem): Source {
  const language = LANGUAGE_OF[extname(file)] ?? badUse(`${file}: a source file ends in .py, .js or .ts`)
  if (!problem.languages.includes(language))
    badUse(`${file}: ${problem.id} takes ${problem.languages.join(', ')}, not ${language}`)
  try {
    const source = readFileSync(file, 'utf8')
    if (Buffer.byteLength(source) > MOST_SOURCE_BYTES)
      badUse(`${file}: a source file holds at most ${MOST_SOURCE_BYTES / 1024} KB`)
    return { file, language, source }
  } catch (error) {
    return badUse(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function describe({ file, verdict, passed, total, runs, printed, error, timeMs, memoryKb }: Line): string {
  const lines = [`${verdict.padEnd(4)} ${file}: ${passed} of ${total} tests pass, ${timeMs} ms, ${memoryKb} KB`]
  for (const run of runs) {
    if (run.verdict === 'AC') continue
    lines.push(`     ${run.verdict.padEnd(4)} ${run.name}${run.call === undefined ? '' : `: ${run.call.trimEnd()}`}`)
    if (run.expected !== undefined) lines.push(`          expected ${run.expected.trimEnd()}`)
    if (run.received !== undefined) lines.push(`          received ${run.received.trimEnd()}`)
  }
  if (printed !== '') lines.push(indent(`printed:\n${printed}`))
  if (error !== undefined)
    lines.push(indent(error.text || `${error.kind}${error.line === undefined ? '' : ` in line ${error.line}`}`))
  return lines.join('\n')
}

const indent = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `     ${line}`)
    .join('\n')

const { values, positionals } = (() => {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  } catch (error) {
    return badUse(error instanceof Error ? error.message : String(error))
  }
})()
const [folder, ...files] = positionals
if (folder === undefined || files.length === 0)
  badUse('usage: npm run judge -- <problem folder> <source file>… [--json]')
if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
  badUse(`${folder}: there is no such problem folder`)

const loaded = await loadProblem(folder)
if (!loaded.ok) {
  for (const fault of loaded.refusal) console.error(faultText(fault))
  process.exit(1)
}
const problem = loaded.value
const sources = files.map((file) => readSource(file, problem))

const complaints: string[] = []
const judge = await createJudge({
  cacheDir: join(process.env.DATA_DIR ?? 'data', 'cache'),
  log: (entry) => void (entry.level === 'error' && complaints.push(`${entry.message}: ${String(entry.error ?? '')}`)),
})
if (judge.status().workers.every((worker) => worker.state === 'down')) {
  await judge.close()
  console.error(complaints[0] ?? 'The judge does not start')
  process.exit(1)
}
const lines: Line[] = await Promise.all(
  sources.map(async ({ file, language, source }) => {
    const judgement = await judge.judge({
      id: basename(file),
      problem,
      language,
      source,
      player: file,
      purpose: 'submit',
    })
    return { file, language, ...judgement }
  }),
)
await judge.close()
console.log(values.json ? JSON.stringify(lines) : lines.map(describe).join('\n'))
process.exitCode = lines.some((line) => isWrong(line.verdict) || line.verdict === 'CE' || line.verdict === 'JE') ? 1 : 0
