import type { MessageKey, MessageParams } from '../../i18n.svelte.ts'
import { shapeOf } from './shape.ts'
import type { PackageFault, PuzzleDraft } from '../../../server/protocol/contributions.ts'
import type { FaultCode, FaultParams } from '../../../server/protocol/package-faults.ts'

/** The parts of the page, in the order in which one usually writes them. */
export const PARTS = ['about', 'statement', 'signature', 'tests', 'solutions', 'finish'] as const
export type Part = (typeof PARTS)[number]

/** A signature is there for what is called. */
export const partsOf = (draft: PuzzleDraft): Part[] =>
  PARTS.filter((part) => part !== 'signature' || shapeOf(draft) === 'args')

/** Where on the page a fault is mended: the part, and the `data-place` of what to mend there. */
export type Place = { part: Part; place: string }

export function placeOf({ file, field, code }: Omit<PackageFault, 'params' | 'message'>): Place {
  const [, text, tongue = 'en'] = /^(statement|hints|walkthrough)(?:\.([a-z]{2}))?\.md$/.exec(file) ?? []
  // What no test notices is mended by a test.
  if (code === 'survivor' || code === 'survivor-removed') return { part: 'tests', place: 'hidden' }
  if (text !== undefined) return { part: 'statement', place: `${text}.${tongue}` }
  if (file === 'tests.yaml') return { part: 'tests', place: cellPlace(field) }
  if (file === 'problem.yaml' && /^function\b/.test(field)) return { part: 'signature', place: field }
  if (/^(submissions|skeleton|parsons)/.test(file)) return { part: 'solutions', place: file }
  if (file === '' && field === '') return { part: 'finish', place: '' }
  return { part: 'about', place: field }
}

/** `hidden[3].returns` → `hidden[3].expected`: the table has one word for what comes out. */
const cellPlace = (field: string): string =>
  field.replace(/\.(returns|stdout)\b.*$/, '.expected').replace(/\.(stdin|value)\b.*$/, '.args[0]')

/** From the most exact to the whole: `hidden[3].args[0]`, `hidden[3].args`, `hidden[3]`, `hidden`. */
export function wider(place: string): string[] {
  const places = [place]
  for (let one = place; /[.[/]/.test(one);) {
    one = one.replace(/(\[\d+\]|[./][^./[]*)$/, '')
    if (one === places.at(-1)) break
    places.push(one)
  }
  return places.filter((one) => one !== '')
}

/** A fault in the page's words, which lack `detail` where they have a place for it; null where the package's say it all. */
export function faultWords({ file, field, code, params }: PackageFault): {
  key: MessageKey
  params: MessageParams
} | null {
  const say = (key: MessageKey, told: MessageParams = {}) => ({ key, params: told })
  const isLacking = code === 'missing' || code === 'empty'
  const line = /^(examples|hidden)\[(\d+)\]/.exec(field)
  if (file === 'tests.yaml' && line !== null) {
    const told = { row: Number(line[2]) + 1 }
    return line[1] === 'examples' ? say('puzzleFault.example', told) : say('puzzleFault.hidden', told)
  }
  if (file === 'tests.yaml' && code === 'too-few')
    return say(field === 'examples' ? 'puzzleFault.fewExamples' : 'puzzleFault.fewHidden', params)
  if (file === 'statement.md' && isLacking) return say('puzzleFault.noStatement')
  if (file === 'walkthrough.md' && isLacking) return say('puzzleFault.noWalkthrough')
  if (file === 'hints.md' && isLacking) return say('puzzleFault.noHints')
  if (code === 'no-solution' || code === 'solution-missing') {
    const language = String(params['language'])
    return say('puzzleFault.noSolution', { language: languageNames[language] ?? language })
  }
  if (file === 'problem.yaml' && isLacking) {
    if (field === 'name') return say('puzzleFault.name')
    if (field === 'topics') return say('puzzleFault.topics')
    if (field === 'author') return say('puzzleFault.author')
    if (field === 'languages') return say('puzzleFault.languages')
  }
  if (file === 'problem.yaml' && field === 'minutes') return say('puzzleFault.minutes')
  if (code === 'function-name' || (isLacking && /^function\..*\bname$/.test(field)))
    return say(field === 'function.name' ? 'puzzleFault.functionName' : 'puzzleFault.paramName')
  if (file === '' && field === 'id' && (isLacking || code === 'id-shape')) return say('puzzleFault.id')
  const key = SAID[code]
  const name = file.replace(/^.*\//, '').replace(/\.(py|js|ts)$/, '')
  return key === undefined ? null : say(key, { ...params, name, line: field.replace(/\D/g, '') })
}

/** What the page has a sentence of its own for, wherever it is found. */
const SAID: Partial<Record<FaultCode, MessageKey>> = {
  'hints-differ': 'puzzleFault.hintCount',
  'no-wrong': 'puzzleFault.noWrong',
  verdict: 'puzzleFault.broken',
  'verdict-crash': 'puzzleFault.broken',
  'verdict-crash-line': 'puzzleFault.broken',
  'verdict-on': 'puzzleFault.broken',
  'verdict-error': 'puzzleFault.broken',
  'verdict-error-line': 'puzzleFault.broken',
  'verdict-answer': 'puzzleFault.broken',
  slow: 'puzzleFault.slow',
  survivor: 'puzzleFault.survivor',
  'survivor-removed': 'puzzleFault.survivorRemoved',
  'caught-few': 'puzzleFault.caught',
  'same-problem': 'puzzleFault.same',
  'text-alike': 'puzzleFault.alike',
  'same-name': 'puzzleFault.sameName',
}

const languageNames: Record<string, string> = { python: 'Python', javascript: 'JavaScript', typescript: 'TypeScript' }

/**
 * What the server found in what was saved last, and what anybody can see is not there yet: the server looks at the rest
 * of a package only once its files can be read.
 */
export function faultsNow(draft: PuzzleDraft, found: PackageFault[]): PackageFault[] {
  const missing: PackageFault[] = []
  const miss = (file: string, code: FaultCode, params: FaultParams = {}): void =>
    void missing.push({ file, field: '', code, params, message: '' })
  if ((draft.walkthrough.en ?? '').trim() === '') miss('walkthrough.md', 'missing')
  for (const language of ['python', 'javascript'] as const) {
    const solved = draft.submissions.some((one) => one.folder === 'accepted' && one.language === language)
    const lines = draft.kind === 'parsons' && (draft.parsons[language]?.solution ?? '') !== ''
    if (!solved && !lines) miss('submissions/accepted', 'no-solution', { language })
  }
  if (!draft.submissions.some(({ folder }) => folder !== 'accepted')) miss('submissions', 'no-wrong')
  const said = new Set(found.map(asSaid))
  return [...found, ...missing.filter((fault) => !said.has(asSaid(fault)))]
}
const asSaid = (fault: PackageFault): string => JSON.stringify(faultWords(fault) ?? fault)

/** A line of what is left to do. */
export type Todo = { part: Part; fault: PackageFault; words: ReturnType<typeof faultWords> }

/** In the order of the parts; cells that nobody has filled in yet are one thing to do, however many they are. */
export function todosOf(faults: PackageFault[]): Todo[] {
  const empty = faults.filter(({ file, code }) => file === 'tests.yaml' && code === 'cell-empty')
  const [first] = empty
  const others = faults.filter((fault) => !empty.includes(fault))
  const todos = others.map((fault): Todo => ({ part: placeOf(fault).part, fault, words: faultWords(fault) }))
  if (first) {
    todos.push({
      part: 'tests',
      fault: first,
      words: { key: 'puzzleFault.emptyCells', params: { count: empty.length } },
    })
  }
  return todos.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
}
