import { describe, expect, it } from 'vitest'
import {
  answerQuestion,
  mayAsk,
  mayBeAbout,
  QUESTIONS_AT_ONCE,
  readableBy,
  type QuestionState,
} from '../../server/tournament/questions.ts'
import { minutes, NOON, refusalOf } from './builders.ts'

const question = (changes: Partial<QuestionState> = {}): QuestionState => ({
  ...{ entryId: 'e-ada', askedAt: NOON, answer: null, answeredAt: null, toAll: false },
  ...changes,
})

describe('asking', () => {
  it('[Q1] is about a puzzle of the round that has begun, or about none', () => {
    expect(refusalOf(mayBeAbout('open', null, []))).toBeNull()
    expect(refusalOf(mayBeAbout('open', 'knots', ['knots']))).toBeNull()
    expect(refusalOf(mayBeAbout('open', 'ferry', ['knots']))).toBe('problem-not-found')
    expect(refusalOf(mayBeAbout('open', 'knots', []))).toBe('problem-not-found')
  })
  it.each(['ended', 'published'] as const)('[Q1] is over in a tournament that is %s', (status) => {
    expect(refusalOf(mayBeAbout(status, null, []))).toBe('tournament-over')
  })
  it('[Q2] leaves three waiting at a time; what was answered does not count', () => {
    const waiting = Array.from({ length: QUESTIONS_AT_ONCE - 1 }, () => question())
    expect(refusalOf(mayAsk([...waiting, question({ answeredAt: NOON })]))).toBeNull()
    expect(refusalOf(mayAsk([...waiting, question()]))).toBe('questions-waiting')
  })
})

describe('answering', () => {
  it('[Q3] is to one or to all', () => {
    expect(answerQuestion(question(), 'Yes.', false, NOON)).toMatchObject({ answer: 'Yes.', toAll: false })
    expect(answerQuestion(question(), 'Yes.', true, NOON)).toMatchObject({ answeredAt: NOON, toAll: true })
  })
  it('[Q3] again takes the place of the answer before, also from all back to one', () => {
    const once = answerQuestion(question(), 'Yes.', true, NOON)
    const again = answerQuestion(once, 'No!', false, NOON + minutes(1))
    expect(again).toMatchObject({ answer: 'No!', toAll: false, answeredAt: NOON + minutes(1) })
  })
  it('[Q3] in person tells the others nothing', () => {
    expect(answerQuestion(question(), '', true, NOON)).toMatchObject({ answer: '', toAll: false })
  })
})

it('[Q4] players read their own, and of others what was answered to all', () => {
  const own = question()
  const toAll = question({ entryId: 'e-bo', answer: 'Yes.', answeredAt: NOON, toAll: true })
  const toOne = question({ entryId: 'e-bo', answer: 'No.', answeredAt: NOON })
  expect(readableBy([own, toAll, toOne, question({ entryId: 'e-bo' })], 'e-ada')).toEqual({
    own: [own],
    answeredToAll: [toAll],
  })
  expect(readableBy([toAll], 'e-bo')).toEqual({ own: [toAll], answeredToAll: [] })
})
