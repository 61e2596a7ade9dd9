import { describe, expect, it } from 'vitest'
import { catalogueOf, publicView } from '../../server/bank/catalogue.ts'
import { faultText } from '../../server/bank/fault.ts'
import { loadProblem } from '../../server/bank/load.ts'
import { changed, DOUBLE, emptyFolder, packageIn, type Files } from './packages.ts'

const LINES = `
python:
  solution: |
    def twice_of(number):
        doubled = number * 2
        return doubled
  distractors: [doubled = number ** 2]
javascript:
  solution: |
    function twiceOf(number) {
      return number * 2
    }
  distractors: ['  return number ** 2']
`

async function loaded(files: Files = {}) {
  const result = await loadProblem(packageIn(emptyFolder(), 'twice', files))
  if (!result.ok) throw new Error(result.refusal.map(faultText).join('\n'))
  return result.value
}
const linesToOrder = () =>
  loaded({ ...changed('problem.yaml', 'kind: function', 'kind: parsons'), 'parsons.yaml': LINES })

describe('what a player sees of a puzzle', () => {
  it('is nothing of the hidden tests, and until the round is published nothing of how to solve it', async () => {
    const view = publicView(await loaded(), 'en', false)
    expect(JSON.stringify(view)).not.toMatch(/100|wrong_answer|2 \* number|Multiply by two/)
    expect(view.examples).toHaveLength(2)
    expect(view.script).toBe(false)
  })

  it('has name and notes in the language that is asked for', async () => {
    const problem = await loaded({
      ...changed('problem.yaml', 'name: Twice', 'name: Twice\nnames: { es: El doble }'),
      ...changed('tests.yaml', 'note: nothing', 'note: { en: nothing, es: nada }'),
    })
    const seen = (locale: string) => {
      const { name, examples } = publicView(problem, locale, false)
      return [name, examples[1]?.note]
    }
    expect(seen('es')).toEqual(['El doble', 'nada'])
    expect(seen('fr')).toEqual(['Twice', 'nothing'])
    const catalogue = catalogueOf({ problems: new Map([[problem.id, problem]]), faults: [] })
    expect([catalogue.names('es'), catalogue.names('en')]).toEqual([{ twice: 'El doble' }, { twice: 'Twice' }])
  })

  it('is a solution and the walk-through afterwards', async () => {
    const view = publicView(await loaded(), 'en', true)
    expect(view).toMatchObject({ walkthrough: 'Multiply by two.' })
    expect(view.solutions?.python).toContain('2 * number')
  })
})

describe('what a player sees of lines to put in order', () => {
  it('is the pieces of each language, and whether the indentation is the player’s', async () => {
    const { parsons } = publicView(await linesToOrder(), 'en', false)
    expect(parsons?.python?.indentation).toBe('chosen')
    expect(parsons?.python?.pieces.map(({ text }) => text).toSorted()).toEqual([
      'def twice_of(number):',
      'doubled = number * 2',
      'doubled = number ** 2',
      'return doubled',
    ])
    expect(parsons?.javascript?.indentation).toBe('given')
    expect(parsons?.javascript?.pieces.find(({ text }) => text === '}')?.indent).toBe(0)
    expect(parsons?.typescript).toEqual(parsons?.javascript)
  })

  it('tells neither their order nor which of them belong nowhere', async () => {
    const problem = await linesToOrder()
    const view = publicView(problem, 'en', false)
    for (const language of problem.languages) {
      expect(Object.keys(view.parsons?.[language] ?? {}).toSorted()).toEqual(['indentation', 'pieces'])
      for (const piece of view.parsons?.[language]?.pieces ?? [])
        expect(['id,text', 'id,text,indent']).toContain(Object.keys(piece).join())
    }
    expect(view.solutions).toBeUndefined()
    expect(view.skeletons).toEqual({ python: '', javascript: '', typescript: '' })
  })

  it('is input and output where the lines make a script', async () => {
    const { script } = publicView(
      await loaded({
        'problem.yaml': DOUBLE['problem.yaml']!.toString()
          .replace('kind: function', 'kind: parsons')
          .replace(/^function:.*\n/m, ''),
        'tests.yaml': 'examples: [{ stdin: "2", stdout: "4" }]\nhidden: [{ stdin: "1", stdout: "2" }]\n',
        'parsons.yaml': LINES,
      }),
      'en',
      false,
    )
    expect(script).toBe(true)
  })

  it('is not there for other puzzles', async () => {
    expect(publicView(await loaded(), 'en', false)).not.toHaveProperty('parsons')
  })
})
