import type { MyCall, MyMentoring, MeView } from '../../../server/protocol/me.ts'
import type { MessageKey, MessageParams } from '../../i18n.svelte.ts'

export type Words = { key: MessageKey; params?: MessageParams }

/** Where one's own call stands; of whoever comes no more than the server tells. */
export function callWords({ taken }: Pick<MyCall, 'taken'>): Words {
  if (taken === null) return { key: 'room.help.waiting' }
  if (taken.by === 'host') return { key: 'room.help.host' }
  const { name } = taken
  if (taken.by === 'mentor')
    return name ? { key: 'room.help.mentor', params: { name } } : { key: 'room.help.somebodyMentor' }
  return name ? { key: 'room.help.named', params: { name } } : { key: 'room.help.somebody' }
}

/** Whom one is asked to help. */
export function matchWords({ name }: Pick<NonNullable<MyMentoring['match']>, 'name'>): Words {
  return name ? { key: 'room.mentor.match', params: { name } } : { key: 'room.mentor.matchSomebody' }
}

type Told = Pick<MeView, 'questions' | 'answers' | 'help' | 'mentoring' | 'helper'>

/** What has come for a player between two views of the same person, as it is said to them. */
export function newsBetween(before: Told, after: Told): Words[] {
  const answers = after.questions.flatMap(({ id, answer }): Words[] => {
    const known = before.questions.find((question) => question.id === id)?.answer?.at
    if (!answer || answer.text === '' || answer.at === known) return []
    return [{ key: 'room.question.answered', params: { answer: answer.text } }]
  })
  const toAll = after.answers
    .filter(({ id, at }) => before.answers.find((other) => other.id === id)?.at !== at)
    .map(({ answer }): Words => ({ key: 'room.question.answeredToAll', params: { answer } }))
  const { help, mentoring } = after
  const isTaken = help?.taken && before.help?.taken?.at !== help.taken.at
  const isMatched = mentoring.match && before.mentoring.match?.callId !== mentoring.match.callId
  return [
    ...(help && isTaken ? [callWords(help)] : []),
    ...(mentoring.match && isMatched ? [matchWords(mentoring.match)] : []),
    ...(after.helper && !before.helper ? [{ key: 'room.helper.you' } satisfies Words] : []),
    ...answers,
    ...toAll,
  ]
}
