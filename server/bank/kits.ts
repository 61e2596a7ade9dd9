import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KitId, ProblemId } from '../protocol/ids.ts'
import { KIT_LEVELS, KIT_TIMES, type ChecklistStep, type KitView } from '../protocol/kits.ts'
import { ok, refused, type Result } from '../protocol/result.ts'
import { fault as faultAt, fieldText, faultsOf, type Fault } from './fault.ts'
import { nameInLocale } from './in-locale.ts'
import type { Problem } from './problem.ts'
import { WARM_UP_ID } from './warm-up.ts'
import { readYaml } from './yaml.ts'

/** The folder of ready evenings, beside the packages. */
export const KITS_FOLDER = 'kits'
/** A workshop's title is its round's name. */
const MAX_TITLE = 40
const MAX_BYTES = 64 * 1024

/** A text by locale; `en` is always there. */
const Text = z.object({ en: z.string().trim().min(1).max(200) }).catchall(z.string().trim().min(1).max(200))
const FileName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'a name here has lower-case letters, digits and "-"')
const Minutes = (most: number) => z.number().int().min(1).max(most)

/** kits/<id>.yaml */
const KitFile = z.strictObject({
  name: Text,
  forWhom: Text,
  level: z.enum(KIT_LEVELS),
  time: z.enum(KIT_TIMES),
  /** kits/checklists/<name>.md */
  checklist: FileName,
  /** One for each tournament: four in a kit of four weeks. */
  meetings: z
    .array(
      z.strictObject({
        rounds: z
          .array(
            z.strictObject({
              /** kits/workshops/<name>.md; its title is the name of the round. */
              workshop: FileName,
              limitMinutes: Minutes(180),
              breakMinutes: Minutes(180).optional(),
              problems: z.array(ProblemId).min(1).max(20),
            }),
          )
          .min(1)
          .max(10),
      }),
    )
    .min(1),
})
type KitFile = z.infer<typeof KitFile>

type ByLocale<T> = Record<string, T>
type Workshop = { title: string; text: string }
export type Kit = KitFile & {
  id: KitId
  workshops: ReadonlyMap<string, ByLocale<Workshop>>
  steps: ByLocale<ChecklistStep[]>
}
export type Kits = { kits: Kit[]; faults: Fault[] }

/**
 * Loads the ready evenings beside the packages in `folder`, in the order of level and time. A broken one is left out and
 * reported, in words and with its place; where there are none, there is nothing to report.
 */
export function loadKits(folder: string, problems: ReadonlyMap<ProblemId, Pick<Problem, 'minutes'>>): Kits {
  const loaded: Kits = { kits: [], faults: [] }
  const at = join(folder, KITS_FOLDER)
  const workshops = textsIn(join(at, 'workshops'), workshopOf)
  const checklists = textsIn(join(at, 'checklists'), stepsOf)
  for (const entry of entriesOf(at)) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name === 'README.md') continue
    const file = `${KITS_FOLDER}/${entry.name}`
    const kit = kitOf(at, entry.name, { file, problems, workshops, checklists })
    if (kit.ok) loaded.kits.push(kit.value)
    else loaded.faults.push(...kit.refusal)
  }
  const rank = ({ level, time }: Kit): number => KIT_LEVELS.indexOf(level) * KIT_TIMES.length + KIT_TIMES.indexOf(time)
  loaded.kits.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
  loaded.faults.push(...workshops.faults, ...checklists.faults)
  return loaded
}

/** Ready evenings come with a release: their faults are for whoever makes it, and no page shows them. */
const inWords = (file: string, field: string, detail: string): Fault => faultAt(file, field, 'other', { detail })

type Around = {
  file: string
  problems: ReadonlyMap<ProblemId, Pick<Problem, 'minutes'>>
  workshops: Texts<Workshop>
  checklists: Texts<ChecklistStep[]>
}

function kitOf(folder: string, name: string, around: Around): Result<Kit, Fault[]> {
  const { file } = around
  const whole = (message: string): Result<Kit, Fault[]> => refused([inWords(file, '', message)])
  const id = KitId.safeParse(name.replace(/\.yaml$/, ''))
  if (!name.endsWith('.yaml') || !id.success) return whole('the file of a kit is called <id>.yaml')
  const text = readText(join(folder, name))
  if (!text.ok) return whole(text.refusal)
  const read = readYaml(text.value)
  if (!read.ok) return whole(read.refusal.message)
  const parsed = KitFile.safeParse(read.value, { reportInput: true })
  if (!parsed.success) return refused(faultsOf(parsed.error, file))
  const faults = faultsIn(parsed.data, around)
  if (faults.length > 0) return refused(faults)
  const steps = around.checklists.texts.get(parsed.data.checklist)!
  return ok({ id: id.data, ...parsed.data, workshops: around.workshops.texts, steps })
}

/** What the schema cannot see: what is named must be there, no puzzle comes twice, and nobody runs out of puzzles. */
function faultsIn(kit: KitFile, { file, problems, workshops, checklists }: Around): Fault[] {
  const faults: Fault[] = []
  const fault = (path: PropertyKey[], message: string): void => {
    faults.push(inWords(file, fieldText(path), message))
  }
  const wanted = kit.time === 'four-weeks' ? 4 : 1
  if (kit.meetings.length !== wanted) fault(['meetings'], `time ${kit.time} needs ${wanted} of them`)
  if (!checklists.texts.has(kit.checklist)) fault(['checklist'], `there is no right checklists/${kit.checklist}.md`)
  const rounds = kit.meetings.flatMap((meeting, m) =>
    meeting.rounds.map((round, r) => ({ ...round, path: ['meetings', m, 'rounds', r] })),
  )
  const seen = new Set<ProblemId>()
  for (const { workshop, problems: ids, limitMinutes, path } of rounds) {
    if (!workshops.texts.has(workshop)) fault([...path, 'workshop'], `there is no right workshops/${workshop}.md`)
    for (const [p, id] of ids.entries()) {
      const place = [...path, 'problems', p]
      if (id === WARM_UP_ID) fault(place, `everybody knows "${id}" from the warm-up`)
      else if (!problems.has(id)) fault(place, `there is no right puzzle "${id}" in the bank`)
      if (seen.has(id)) fault(place, `"${id}" comes twice in this kit`)
      seen.add(id)
    }
    const minutes = ids.reduce((sum, id) => sum + (problems.get(id)?.minutes ?? 0), 0)
    if (ids.every((id) => problems.has(id)) && minutes < limitMinutes)
      fault(path, `has ${minutes} minutes of puzzles for ${limitMinutes}: somebody would run out`)
  }
  return faults
}

/** The kit as hosts see it. A puzzle that has left the bank since is left out. */
export function kitView(kit: Kit, locale: string, problems: ReadonlyMap<ProblemId, Problem>): KitView {
  const inLocale = <T>(texts: ByLocale<T>): T => texts[locale] ?? texts['en']!
  return {
    ...{ id: kit.id, level: kit.level, time: kit.time, checklist: inLocale(kit.steps) },
    ...{ name: inLocale<string>(kit.name), forWhom: inLocale<string>(kit.forWhom) },
    meetings: kit.meetings.map(({ rounds }, index) => ({
      position: index + 1,
      rounds: rounds.map((round) => {
        const workshop = inLocale(kit.workshops.get(round.workshop)!)
        return {
          ...{ name: workshop.title, workshop: workshop.text, limitMinutes: round.limitMinutes },
          breakMinutes: round.breakMinutes ?? null,
          problems: round.problems.flatMap((id) => {
            const problem = problems.get(id)
            return problem
              ? [{ id, name: nameInLocale(problem, locale), level: problem.level, minutes: problem.minutes }]
              : []
          }),
        }
      }),
    })),
  }
}

type Texts<T> = { texts: Map<string, ByLocale<T>>; faults: Fault[] }

/** The texts of a folder, `<name>.md` and `<name>.es.md`, by name and locale; only those that are there in English. */
function textsIn<T>(folder: string, parse: (text: string) => Result<T, string>): Texts<T> {
  const found: Texts<T> = { texts: new Map(), faults: [] }
  for (const { name: file } of entriesOf(folder)) {
    const [, name, locale = 'en'] = /^([a-z0-9-]+)(?:\.([a-z]{2}))?\.md$/.exec(file) ?? []
    if (name === undefined) continue
    const text = readText(join(folder, file))
    const parsed = text.ok ? parse(text.value) : text
    if (parsed.ok) found.texts.set(name, { ...found.texts.get(name), [locale]: parsed.value })
    else found.faults.push(inWords([KITS_FOLDER, ...folder.split('/').slice(-1), file].join('/'), '', parsed.refusal))
  }
  for (const [name, byLocale] of found.texts) if (!byLocale['en']) found.texts.delete(name)
  return found
}

/** `# Title` on the first line, and what the room is shown. */
function workshopOf(text: string): Result<Workshop, string> {
  const [, title, rest] = /^# +(.+?) *\n([^]*)$/.exec(text) ?? []
  if (title === undefined || rest!.trim() === '') return refused('must begin with "# Title", and a text below it')
  if (title.length > MAX_TITLE) return refused(`the title has more than ${MAX_TITLE} characters: it names the round`)
  return ok({ title, text: rest!.trim() })
}

/** `## When`, and below it `- what` for each thing to do. */
function stepsOf(text: string): Result<ChecklistStep[], string> {
  const steps: ChecklistStep[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const [, mark, words] = /^(##|-) +(.+?) *$/.exec(line) ?? []
    if (mark === '##') steps.push({ when: words!, items: [] })
    else if (mark === '-' && steps.length > 0) steps.at(-1)!.items.push(words!)
    else if (line.trim() !== '') return refused(`line ${index + 1}: a line here is "## When" or "- What to do"`)
  }
  return steps.length > 0 && steps.every(({ items }) => items.length > 0)
    ? ok(steps)
    : refused('must hold "## When" with "- What to do" below each')
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function readText(file: string): Result<string, string> {
  try {
    if (statSync(file).size > MAX_BYTES) return refused(`is larger than the ${MAX_BYTES} bytes that are allowed`)
    return ok(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  } catch (error) {
    return refused(`cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
