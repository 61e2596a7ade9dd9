import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../server/bank/catalogue.ts'
import { faultText } from '../../server/bank/fault.ts'
import { loadKits } from '../../server/bank/kits.ts'
import { loadBank } from '../../server/bank/load.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { KIT_LEVELS, KIT_TIMES, type KitView } from '../../server/protocol/kits.ts'
import { CACHE_DATA_DIR } from '../support/judge-cache.ts'
import { runNode } from '../support/run-node.ts'
import { emptyFolder, packageIn } from './packages.ts'

const KIT = `
name: { en: A small evening, es: Una tarde corta }
forWhom: { en: Everybody }
level: beginner
time: hour
checklist: evening
meetings:
  - rounds:
      - { workshop: numbers, limitMinutes: 4, breakMinutes: 5, problems: [one, two] }
      - { workshop: numbers, limitMinutes: 5, problems: [three, four] }
`
const FILES: Record<string, string> = {
  'small.yaml': KIT,
  'workshops/numbers.md': '# Numbers\n\nCount.\n',
  'workshops/numbers.es.md': '# Números\n\nCuenta.\n',
  'checklists/evening.md': '## Before\n\n- Find a room.\n- Invite.\n\n## After\n\n- Thank.\n',
}
/** Puzzles of three minutes each. */
const PROBLEMS = new Map(
  ['one', 'two', 'three', 'four', 'warm-up-hello'].map((id) => [id as ProblemId, { minutes: 3 }] as const),
)

function load(changes: Record<string, string> = {}) {
  const folder = emptyFolder()
  for (const sub of ['workshops', 'checklists']) mkdirSync(join(folder, 'kits', sub), { recursive: true })
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) writeFileSync(join(folder, 'kits', file), text)
  return loadKits(folder, PROBLEMS)
}
const faultsOf = (changes: Record<string, string>): string[] => load(changes).faults.map(faultText)
const kitWith = (was: string, is: string): Record<string, string> => {
  if (!KIT.includes(was)) throw new Error(`the kit does not say ${was}`)
  return { 'small.yaml': KIT.replace(was, is) }
}

describe('a kit', () => {
  it('that is right is there with its texts', () => {
    const { kits, faults } = load()
    expect(faults).toEqual([])
    expect(kits).toMatchObject([{ id: 'small', level: 'beginner', time: 'hour', checklist: 'evening' }])
    expect(kits[0]?.steps['en']).toEqual([
      { when: 'Before', items: ['Find a room.', 'Invite.'] },
      { when: 'After', items: ['Thank.'] },
    ])
  })

  it('need not be there at all', () => {
    expect(loadKits(emptyFolder(), PROBLEMS)).toEqual({ kits: [], faults: [] })
  })

  it('is no package that the bank misses', async () => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    mkdirSync(join(folder, 'kits'))
    writeFileSync(join(folder, 'kits', 'small.yaml'), KIT)
    const bank = await loadBank(folder)
    expect([[...bank.problems.keys()], bank.faults]).toEqual([['twice'], []])
  })

  const R1 = 'kits/small.yaml: meetings[0].rounds[0]'
  const R2 = 'kits/small.yaml: meetings[0].rounds[1]'
  it.each<[string, Record<string, string>, string]>([
    [
      'a puzzle that is not there',
      kitWith('[one, two]', '[one, five]'),
      `${R1}.problems[1]: there is no right puzzle "five" in the bank`,
    ],
    [
      'a puzzle in two rounds',
      kitWith('[three, four]', '[three, one]'),
      `${R2}.problems[1]: "one" comes twice in this kit`,
    ],
    [
      'the warm-up',
      kitWith('[one, two]', '[warm-up-hello, two]'),
      `${R1}.problems[0]: everybody knows "warm-up-hello" from the warm-up`,
    ],
    [
      'fewer minutes of puzzles than the round has',
      kitWith('limitMinutes: 4', 'limitMinutes: 7'),
      `${R1}: has 6 minutes of puzzles for 7: somebody would run out`,
    ],
    [
      'a workshop that is not there',
      kitWith('workshop: numbers', 'workshop: letters'),
      `${R1}.workshop: there is no right workshops/letters.md`,
    ],
    [
      'a checklist that is not there',
      kitWith('checklist: evening', 'checklist: day'),
      'kits/small.yaml: checklist: there is no right checklists/day.md',
    ],
    [
      'four weeks in one meeting',
      kitWith('time: hour', 'time: four-weeks'),
      'kits/small.yaml: meetings: time four-weeks needs 4 of them',
    ],
    [
      'a level that is none',
      kitWith('level: beginner', 'level: expert'),
      'kits/small.yaml: level: must be one of first-steps, beginner, intermediate, mixed',
    ],
    ['no name in English', kitWith('{ en: Everybody }', '{ es: Todos }'), 'kits/small.yaml: forWhom.en: is missing'],
    [
      'a key that is not known',
      { 'small.yaml': `${KIT}colour: red\n` },
      'kits/small.yaml: there is no such key here: colour',
    ],
    ['another ending', { 'big.yml': KIT }, 'kits/big.yml: the file of a kit is called <id>.yaml'],
    [
      'a workshop without a title',
      { 'workshops/letters.md': 'Letters\n' },
      'kits/workshops/letters.md: must begin with "# Title", and a text below it',
    ],
    [
      'a checklist with a loose line',
      { 'checklists/day.md': '## Before\nFind a room.\n' },
      'kits/checklists/day.md: line 2: a line here is "## When" or "- What to do"',
    ],
  ])('with %s is told of in words and with its place', (_, changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault])
  })

  it('that is broken is a fault of the bank on the command line', async () => {
    const folder = emptyFolder()
    packageIn(folder, 'twice')
    mkdirSync(join(folder, 'kits'))
    writeFileSync(join(folder, 'kits', 'small.yaml'), KIT.replace('level: beginner', 'level: expert'))
    const args = ['--no-node-snapshot', 'server/cli/problems.ts', 'verify', folder]
    const { out, code } = await runNode(args, { env: { DATA_DIR: CACHE_DATA_DIR } })
    expect(out).toMatch(/^fault: kits\/small\.yaml: level: must be one of first-steps, beginner/m)
    expect(out).toMatch(/^1 package: 1 to mend, 1 faults\n$/m)
    expect(code).toBe(1)
  })

  it('that is broken is left out, and the others stay', () => {
    const { kits, faults } = load({ 'other.yaml': KIT, ...kitWith('name:', 'name: [') })
    expect(kits.map(({ id }) => id)).toEqual(['other'])
    expect(faults.map(faultText)).toEqual([expect.stringMatching(/^kits\/small\.yaml: line \d+, column \d+: /)])
  })
})

describe('our own kits', async () => {
  const bank = await loadBank('problems')
  const { kits, faults } = loadKits('problems', bank.problems)
  const rounds = kits.flatMap(({ id, meetings }) => meetings.flatMap(({ rounds }) => rounds.map((r) => ({ id, ...r }))))

  it('are all right', () => expect(faults.map(faultText)).toEqual([]))

  it('are there for every level and every time, in this order', () => {
    const wanted = KIT_LEVELS.flatMap((level) => KIT_TIMES.map((time) => ({ level, time })))
    expect(kits.map(({ level, time }) => ({ level, time }))).toEqual(wanted)
  })

  it('go from easy to hard in every round, with not much more than fits', () => {
    const levels = rounds.map(({ problems }) => problems.map((id) => bank.problems.get(id)!.level))
    expect(levels).toEqual(levels.map((some) => some.toSorted()))
    for (const { id, limitMinutes, problems } of rounds) {
      const minutes = problems.reduce((sum, one) => sum + bank.problems.get(one)!.minutes, 0)
      expect(minutes / limitMinutes, `${id}: ${problems.join(' ')}`).toBeLessThanOrEqual(1.6)
    }
  })

  it('have three rounds or more for whoever comes for the first time', () => {
    const first = kits.filter(({ level }) => level !== 'intermediate').flatMap(({ meetings }) => meetings)
    expect(first.filter(({ rounds: some }) => some.length < 3)).toEqual([])
  })

  it('have workshop texts of 5 to 15 lines with an example and a question', () => {
    for (const name of new Set(rounds.map(({ workshop }) => workshop))) {
      const text = readFileSync(`problems/kits/workshops/${name}.md`, 'utf8')
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('```'))
      expect(lines.length, name).toBeGreaterThanOrEqual(5)
      expect(lines.length, name).toBeLessThanOrEqual(15)
      expect(text).toMatch(/\n```python\n[^]*\n```\n[^]*\*\*A question for the room:\*\*/)
    }
  })

  it.each(['workshops', 'checklists'])('have all their %s in Spanish', (folder) => {
    const files = readdirSync(`problems/kits/${folder}`)
    const english = files.filter((file) => /^[a-z0-9-]+\.md$/.test(file))
    expect(english.filter((file) => !files.includes(file.replace(/\.md$/, '.es.md')))).toEqual([])
  })

  it('have Spanish workshop texts with the same parts as the English ones', () => {
    for (const name of new Set(rounds.map(({ workshop }) => workshop))) {
      const [english, spanish] = ['', '.es'].map((locale) =>
        readFileSync(`problems/kits/workshops/${name}${locale}.md`, 'utf8'),
      )
      expect(spanish!.split('\n').length, name).toBe(english!.split('\n').length)
      expect(spanish).toMatch(/\n```python\n[^]*\n```\n[^]*\*\*Una pregunta para la sala:\*\*/)
    }
  })

  it('speak Spanish throughout, and English where nothing else is there', () => {
    const [english, spanish, german] = ['en', 'es', 'de'].map((locale) => catalogueOf(bank, kits).kits(locale))
    expect(german).toEqual(english)
    const texts = (kit: KitView): string[] => [
      ...[kit.name, kit.forWhom],
      ...kit.checklist.flatMap(({ when, items }) => [when, ...items]),
      ...kit.meetings.flatMap((meeting) => meeting.rounds.flatMap(({ name, workshop }) => [name, workshop])),
    ]
    for (const [index, kit] of spanish!.entries()) {
      const inEnglish = texts(english![index]!)
      expect(
        texts(kit).filter((text) => inEnglish.includes(text)),
        kit.id,
      ).toEqual([])
    }
  })
})
