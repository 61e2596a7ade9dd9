import type { MessageKey, MessageParams } from '../../i18n.svelte.ts'
import { shapeOf } from './shape.ts'
import type { PackageFault, PuzzleDraft } from '../../../server/protocol/contributions.ts'

/** The parts of the page, in the order in which one usually writes them. */
export const PARTS = ['about', 'statement', 'signature', 'tests', 'solutions', 'finish'] as const
export type Part = (typeof PARTS)[number]

/** A signature is there for what is called. */
export const partsOf = (draft: PuzzleDraft): Part[] =>
  PARTS.filter((part) => part !== 'signature' || shapeOf(draft) === 'args')

/** Where on the page a fault is mended: the part, and the `data-place` of what to mend there. */
export type Place = { part: Part; place: string }

export function placeOf({ file, field, message }: PackageFault): Place {
  const [, text, tongue = 'en'] = /^(statement|hints|walkthrough)(?:\.([a-z]{2}))?\.md$/.exec(file) ?? []
  // What no test notices is mended by a test.
  if (/^no test notices /.test(message)) return { part: 'tests', place: 'hidden' }
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

/** A fault in the page's words; null where only the server has words for it. */
export function faultWords({ file, field, message }: PackageFault): { key: MessageKey; params: MessageParams } | null {
  const say = (key: MessageKey, params: MessageParams = {}) => ({ key, params })
  const count = Number(/(?:has|given) (\d+)/.exec(message)?.[1] ?? /^(\d+) given/.exec(message)?.[1] ?? 0)
  const least = Number(/at least (\d+)/.exec(message)?.[1] ?? 0)
  const language = /\b(python|javascript|typescript)\b/.exec(message)?.[1]
  const line = /^(examples|hidden)\[(\d+)\]/.exec(field)
  if (file === 'tests.yaml' && line !== null) {
    const params = { row: Number(line[2]) + 1, detail: message }
    return line[1] === 'examples' ? say('puzzleFault.example', params) : say('puzzleFault.hidden', params)
  }
  if (file === 'tests.yaml' && field === 'examples' && least > 0)
    return say('puzzleFault.fewExamples', { count, least })
  if (file === 'tests.yaml' && field === 'hidden' && least > 0) return say('puzzleFault.fewHidden', { count, least })
  if (file === 'statement.md' && /missing|empty/.test(message)) return say('puzzleFault.noStatement')
  if (file === 'walkthrough.md' && /missing|empty/.test(message)) return say('puzzleFault.noWalkthrough')
  if (file === 'hints.md' && /missing|empty/.test(message)) return say('puzzleFault.noHints')
  if (/^hints\.[a-z]{2}\.md$/.test(file) && /hints\.md has/.test(message)) return say('puzzleFault.hintCount')
  if (/^submissions\/accepted/.test(file) && language !== undefined && /no solution/.test(message)) {
    return say('puzzleFault.noSolution', { language: languageNames[language] ?? language })
  }
  if (file === 'submissions' && /no wrong/.test(message)) return say('puzzleFault.noWrong')
  if (file === 'problem.yaml') {
    if (field === 'name') return say('puzzleFault.name')
    if (field === 'topics') return say('puzzleFault.topics')
    if (field === 'minutes') return say('puzzleFault.minutes')
    if (field === 'author') return say('puzzleFault.author')
    if (field === 'languages' && !/twice/.test(message)) return say('puzzleFault.languages')
    if (field === 'function.name') return say('puzzleFault.functionName')
    if (/^function\.params\[\d+\]\.name$/.test(field)) return say('puzzleFault.paramName')
  }
  if (file === '' && field === 'id') return say('puzzleFault.id')
  return trialWords({ file, field, message })
}

/** What a trial finds. */
const FOUND: { message: RegExp; key: MessageKey; names: string[] }[] = [
  { message: /^must get .*/, key: 'puzzleFault.broken', names: [] },
  { message: /^takes (\d+) ms .* is (\d+) ms$/, key: 'puzzleFault.slow', names: ['ms', 'most'] },
  {
    message: /^no test notices when (.+) becomes (.+); a test with (.+) would$/s,
    key: 'puzzleFault.survivor',
    names: ['was', 'is', 'witness'],
  },
  { message: /^notice (\d+) % .* at least (\d+) %/, key: 'puzzleFault.caught', names: ['percent', 'least'] },
  { message: /^is the same as "(.+)" \(/, key: 'puzzleFault.same', names: ['other'] },
  { message: /^reads like that of "(.+)" \(.*\): (\d+) %/, key: 'puzzleFault.alike', names: ['other', 'percent'] },
  { message: /^is the name of (.+), too$/, key: 'puzzleFault.sameName', names: ['other'] },
]

function trialWords({ file, field, message }: PackageFault): { key: MessageKey; params: MessageParams } | null {
  for (const { message: pattern, key, names } of FOUND) {
    const found = pattern.exec(message)
    if (found === null) continue
    const told = Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? '']))
    const name = file.replace(/^.*\//, '').replace(/\.(py|js|ts)$/, '')
    return { key, params: { ...told, name, line: field.replace(/\D/g, ''), detail: message } }
  }
  return null
}

const languageNames: Record<string, string> = { python: 'Python', javascript: 'JavaScript', typescript: 'TypeScript' }

/**
 * What the server found in what was saved last, and what anybody can see is not there yet: the server looks at the rest
 * of a package only once its files can be read.
 */
export function faultsNow(draft: PuzzleDraft, found: PackageFault[]): PackageFault[] {
  const missing: PackageFault[] = []
  const miss = (file: string, message: string): void => void missing.push({ file, field: '', message })
  if ((draft.walkthrough.en ?? '').trim() === '') miss('walkthrough.md', 'is missing')
  for (const language of ['python', 'javascript'] as const) {
    const solved = draft.submissions.some((one) => one.folder === 'accepted' && one.language === language)
    const lines = draft.kind === 'parsons' && (draft.parsons[language]?.solution ?? '') !== ''
    if (!solved && !lines) miss('submissions/accepted', `holds no solution in ${language}`)
  }
  if (!draft.submissions.some(({ folder }) => folder !== 'accepted')) miss('submissions', 'holds no wrong one')
  const said = new Set(found.map(asSaid))
  return [...found, ...missing.filter((fault) => !said.has(asSaid(fault)))]
}
const asSaid = (fault: PackageFault): string => JSON.stringify(faultWords(fault) ?? fault)

/** A line of what is left to do. */
export type Todo = { part: Part; fault: PackageFault; words: ReturnType<typeof faultWords> }

/** In the order of the parts; cells that nobody has filled in yet are one thing to do, however many they are. */
export function todosOf(faults: PackageFault[]): Todo[] {
  const empty = faults.filter(({ file, message }) => file === 'tests.yaml' && message === NOT_FILLED_IN)
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
const NOT_FILLED_IN = 'is not filled in yet'
