import { describe, expect, it } from 'vitest'
import { isStirring, waitingIn } from '../../client/components/host/room/waiting.ts'
import { callWords, matchWords, newsBetween } from '../../client/components/room/words.ts'
import type { MeView, MyQuestion } from '../../server/protocol/me.ts'
import type { CallView, QuestionView, Room } from '../../server/protocol/room.ts'

type Told = Parameters<typeof newsBetween>[0]
const nothing: Told = {
  questions: [],
  answers: [],
  help: null,
  mentoring: { mayOffer: false, offered: false, match: null },
  helper: false,
}
const question = (answer: MyQuestion['answer']): MyQuestion => ({
  id: 'question-1',
  problemId: null,
  text: 'May we talk?',
  askedAt: 1,
  answer,
})
const keys = (before: Told, after: Told) => newsBetween(before, after).map(({ key }) => key)
type Match = NonNullable<MeView['mentoring']['match']>
const match = (name: string): Match => ({
  callId: 'call-0001',
  name,
  star: 'sky',
  place: '',
  problemId: null,
  since: 1,
})

describe('what comes for a player', () => {
  it('is nothing while nothing changes', () => {
    const asked = { ...nothing, questions: [question({ text: 'Yes', at: 5, toAll: true })] }
    expect(keys(nothing, nothing)).toEqual([])
    expect(keys(asked, asked)).toEqual([])
  })
  it('is the answer to their question, and a better answer once more', () => {
    const [waiting, answered, again] = [null, { text: 'Yes', at: 5, toAll: false }, { text: 'No', at: 9, toAll: false }]
      .map(question)
      .map((one): Told => ({ ...nothing, questions: [one] }))
    expect(newsBetween(waiting!, answered!)).toEqual([{ key: 'room.question.answered', params: { answer: 'Yes' } }])
    expect(newsBetween(answered!, again!)).toEqual([{ key: 'room.question.answered', params: { answer: 'No' } }])
  })
  it('is not an answer that was given in person: they were there', () => {
    const inPerson = { ...nothing, questions: [question({ text: '', at: 5, toAll: false })] }
    expect(keys({ ...nothing, questions: [question(null)] }, inPerson)).toEqual([])
  })
  it('is what others were answered to all', () => {
    const answers = [{ id: 'question-2', problemId: null, question: 'Why?', answer: 'Because', at: 7 }]
    expect(newsBetween(nothing, { ...nothing, answers })).toEqual([
      { key: 'room.question.answeredToAll', params: { answer: 'Because' } },
    ])
  })
  it('is somebody on the way, and nobody when the call waits again', () => {
    const call = { id: 'call-0001', problemId: null, place: '', askedAt: 1 }
    const waits = { ...nothing, help: { ...call, taken: null } }
    const taken = { ...nothing, help: { ...call, taken: { by: 'helper' as const, name: 'Mira', at: 3 } } }
    expect(newsBetween(waits, taken)).toEqual([{ key: 'room.help.named', params: { name: 'Mira' } }])
    expect(keys(taken, taken)).toEqual([])
    expect(keys(taken, waits)).toEqual([])
  })
  it('is whom to help, and being a helper', () => {
    const matched = { ...nothing, mentoring: { ...nothing.mentoring, match: match('Ada') } }
    expect(keys(nothing, matched)).toEqual(['room.mentor.match'])
    expect(keys(nothing, { ...nothing, helper: true })).toEqual(['room.helper.you'])
  })
})

it.each([
  [null, 'room.help.waiting'],
  [{ by: 'host', name: 'organiser', at: 1 }, 'room.help.host'],
  [{ by: 'helper', name: 'Mira', at: 1 }, 'room.help.named'],
  [{ by: 'helper', name: '', at: 1 }, 'room.help.somebody'],
  [{ by: 'mentor', name: 'Bo', at: 1 }, 'room.help.mentor'],
  [{ by: 'mentor', name: '', at: 1 }, 'room.help.somebodyMentor'],
] as const)('a call taken by %o reads as %s', (taken, key) => expect(callWords({ taken }).key).toBe(key))

it('names nobody whose name no host has approved', () =>
  expect(matchWords(match(''))).toEqual({ key: 'room.mentor.matchSomebody' }))

describe('the host’s badge', () => {
  const quiet: Room = { calls: [], questions: [], answered: [], mentors: [], helped: 0 }
  const call = (takenBy: CallView['takenBy']) => ({ takenBy }) as CallView
  it('counts calls that nobody goes to, and open questions', () => {
    const going = call({ by: 'host', entryId: null, name: 'organiser', at: 1 })
    expect(waitingIn({ calls: [call(null), going], questions: [{} as QuestionView] })).toBe(2)
  })
  it('leaves a quiet evening quiet', () => {
    expect(isStirring(quiet)).toBe(false)
    expect(isStirring({ ...quiet, helped: 1 })).toBe(true)
  })
})
