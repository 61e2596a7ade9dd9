import { describe, expect, it } from 'vitest'
import { faultWords as words } from '../../../server/protocol/package-faults.ts'
import { faultsNow, faultWords, placeOf, todosOf, wider } from '../../../client/components/puzzle/faults.ts'
import { begin, changed, redone, undone } from '../../../client/components/puzzle/history.ts'
import { newDraft } from '../../../client/components/puzzle/new-draft.ts'
import { previewOf, skeletonOf } from '../../../client/components/puzzle/preview.ts'
import { fileNameFrom, functionNameFrom, idFrom } from '../../../client/components/puzzle/suggested-names.ts'
import { ProblemId } from '../../../server/protocol/ids.ts'

describe('a name suggests', () => {
  it.each([
    ['Leap year', 'leap-year'],
    ['  El año del cometa ', 'el-ano-del-cometa'],
    ["Grandma's 3 pies!", 'grandmas-3-pies'],
    ['星', ''],
    ['word '.repeat(30), Array.from({ length: 13 }, () => 'word').join('-')],
  ])('for %s the id %s', (name, id) => {
    expect(idFrom(name)).toBe(id)
    if (id !== '') expect(ProblemId.safeParse(id).success).toBe(true)
  })
  it('a function and a file', () => {
    expect(functionNameFrom('Leap year')).toBe('leap_year')
    expect(functionNameFrom('3 pies')).toBe('solve_3_pies')
    expect(fileNameFrom('Forgets centuries', 'py')).toBe('forgets-centuries.py')
    expect(fileNameFrom('simple.py', 'js')).toBe('simple.js')
  })
})

describe('the history', () => {
  it('takes back one change after the other, and brings them again', () => {
    let history = changed(changed(begin('a'), 'b', null, 0), 'c', null, 0)
    history = undone(undone(history))
    expect(history.present).toBe('a')
    expect(undone(history)).toBe(history)
    expect(redone(redone(history)).present).toBe('c')
  })
  it('takes typing in one field as one change, until there was a pause', () => {
    const typed = changed(changed(begin(''), 's', 'name', 0), 'st', 'name', 900)
    expect(undone(typed).present).toBe('')
    expect(undone(changed(typed, 'sta', 'name', 5000)).present).toBe('st')
    expect(undone(changed(typed, 'st!', 'other', 1000)).present).toBe('st')
  })
  it('forgets what was taken back once something else is written', () => {
    const history = changed(undone(changed(begin('a'), 'b', null, 0)), 'c', null, 0)
    expect(redone(history).present).toBe('c')
  })
  it('goes 200 changes back, no further', () => {
    let history = begin(0)
    for (let i = 1; i <= 300; i++) history = changed(history, i, null, 0)
    for (let i = 0; i < 300; i++) history = undone(history)
    expect(history.present).toBe(100)
  })
})

describe('a fault', () => {
  it.each([
    ['problem.yaml', 'topics', { part: 'about', place: 'topics' }],
    ['', 'id', { part: 'about', place: 'id' }],
    ['statement.es.md', '', { part: 'statement', place: 'statement.es' }],
    ['hints.md', '', { part: 'statement', place: 'hints.en' }],
    ['problem.yaml', 'function.params[0].type', { part: 'signature', place: 'function.params[0].type' }],
    ['tests.yaml', 'hidden[3].args[0]', { part: 'tests', place: 'hidden[3].args[0]' }],
    ['tests.yaml', 'hidden[3].returns', { part: 'tests', place: 'hidden[3].expected' }],
    ['tests.yaml', 'examples[0].stdin', { part: 'tests', place: 'examples[0].args[0]' }],
    ['submissions/accepted', '', { part: 'solutions', place: 'submissions/accepted' }],
    ['skeleton.py', '', { part: 'solutions', place: 'skeleton.py' }],
  ])('of %s %s leads to its place', (file, field, place) => {
    expect(placeOf({ file, field, ...words('missing') })).toEqual(place)
  })
  it('leads to what is around it where the place itself is not on the page', () => {
    expect(wider('hidden[3].args[0]')).toEqual(['hidden[3].args[0]', 'hidden[3].args', 'hidden[3]', 'hidden'])
    expect(wider('submissions/accepted/a.py')).toContain('submissions/accepted')
  })
  it('is said in the words of the page, with its numbers', () => {
    const few = { file: 'tests.yaml', field: 'hidden', ...words('too-few', { count: 3, least: 8 }) }
    expect(faultWords(few)).toEqual({ key: 'puzzleFault.fewHidden', params: { count: 3, least: 8 } })
    const line = { file: 'tests.yaml', field: 'hidden[3].args', ...words('missing') }
    expect(faultWords(line)?.params).toEqual({ row: 4 })
    const told = words('survivor', { was: '<', is: '<=', witness: 'try late_fee(3)' })
    const survivor = { file: 'submissions/accepted/simple.py', field: 'line 2', ...told }
    expect(faultWords(survivor)).toMatchObject({
      key: 'puzzleFault.survivor',
      params: { name: 'simple', line: '2', was: '<', is: '<=', witness: 'try late_fee(3)' },
    })
    expect(placeOf(survivor).part).toBe('tests')
    expect(faultWords({ file: 'parsons.yaml', field: '', ...words('missing') })).toBeNull()
  })
})

describe('what is left to do', () => {
  const draft = newDraft('Leap year', 'function', 'Ada')
  const partsOf = (found: Parameters<typeof faultsNow>[1]) => todosOf(faultsNow(draft, found)).map(({ part }) => part)
  it('names what is plainly not there yet, also before the server looks at it', () => {
    expect(partsOf([])).toEqual(['statement', 'solutions', 'solutions', 'solutions'])
  })
  it('says nothing twice', () => {
    const found = { file: 'submissions/accepted', field: '', ...words('solution-missing', { language: 'python' }) }
    expect(partsOf([found])).toHaveLength(4)
  })
  it('is in the order of the parts, and empty cells are one thing', () => {
    const cell = (row: number) => ({
      file: 'tests.yaml',
      field: `hidden[${row}].returns`,
      ...words('cell-empty'),
    })
    const found = [cell(2), cell(5), { file: 'problem.yaml', field: 'topics', ...words('not-list') }]
    const todos = todosOf(faultsNow(draft, found))
    expect(todos.map(({ part }) => part)).toEqual([
      'about',
      'statement',
      'tests',
      'solutions',
      'solutions',
      'solutions',
    ])
    expect(todos[2]).toMatchObject({ fault: cell(2), words: { params: { count: 2 } } })
  })
})

describe('the preview', () => {
  const draft = {
    ...newDraft('Leap year', 'function', 'Ada'),
    names: { es: 'Año bisiesto' },
    function: { name: 'is_leap_year', params: [{ name: 'year', type: 'int' }], returns: 'bool' },
    examples: [{ args: ['1996'], expected: 'true', note: 'by 4', notes: { es: 'entre 4' } }],
  }
  it('shows calls as each language writes them', () => {
    const { examples, signatures } = previewOf(draft, 'en')
    expect(examples[0]).toMatchObject({
      call: { python: 'is_leap_year(1996)', javascript: 'isLeapYear(1996)' },
      expected: { python: 'True', javascript: 'true' },
      note: 'by 4',
    })
    expect(signatures.python).toBe('def is_leap_year(year: int) -> bool')
  })
  it('speaks the language of the page where the author does', () => {
    expect(previewOf(draft, 'es')).toMatchObject({ name: 'Año bisiesto', examples: [{ note: 'entre 4' }] })
  })
  it('shows what cannot be read yet as it stands, and leaves empty lines out', () => {
    const half = {
      ...draft,
      examples: [
        { args: ['19'], expected: 'tru', note: '', notes: {} },
        { args: [''], expected: '', note: '', notes: {} },
      ],
    }
    expect(previewOf(half, 'en').examples).toMatchObject([{ expected: { python: 'tru' } }])
  })
  it('has the skeleton of the signature unless there is another', () => {
    expect(skeletonOf(draft, 'python')).toMatch(/^def is_leap_year\(year\):/)
    expect(skeletonOf({ ...draft, skeletons: { python: 'x = 1\n' } }, 'python')).toBe('x = 1\n')
  })
})
