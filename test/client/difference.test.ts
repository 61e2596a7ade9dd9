import { expect, it } from 'vitest'
import fc from 'fast-check'
import { difference } from '../../client/difference.ts'

it('marks a short value whole', () => {
  expect(difference('True', 'False')).toEqual({ before: '', changed: 'False', after: '' })
})
it('marks the number that differs, not one digit of it', () => {
  expect(difference('[10, 12, 14, 16]', '[10, 13, 14, 16]')).toEqual({
    before: '[10, ',
    changed: '13',
    after: ', 14, 16]',
  })
})
it('marks all of a value that has little in common with the expected one', () => {
  expect(difference('[1, 2, 3]', '{"a": 17, "b": 18}').changed).toBe('{"a": 17, "b": 18}')
})
it('puts together what was received, whatever that was', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (expected, received) => {
      const { before, changed, after } = difference(expected, received)
      expect(before + changed + after).toBe(received)
    }),
  )
})
