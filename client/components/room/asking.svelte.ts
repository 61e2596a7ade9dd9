import { remember, remembered } from '../../device.ts'
import type { EntryId } from '../../../server/protocol/ids.ts'
import type { MeView } from '../../../server/protocol/me.ts'
import type { ProblemView } from '../../../server/protocol/problem.ts'

/** The player's side of "Help and questions": whether it is open, which puzzle is, and what has been read. */
class Asking {
  open = $state(false)
  /** Opened for what has come: that stands first. */
  answersFirst = $state(false)
  /** The puzzle that is looked at; null outside of rounds. */
  puzzle = $state.raw<Pick<ProblemView, 'id' | 'name'> | null>(null)
  /** What is being written lives on when the page goes on to another scene. */
  question = $state('')
  #changes = $state(0)

  show(me: MeView): void {
    this.answersFirst = this.unread(me) > 0
    this.open = true
  }

  /** How many answers have come since this device last looked; none for a player who is leaving the page. */
  unread(me: MeView | null): number {
    if (me === null) return 0
    void this.#changes
    const read = Number(remembered(nameOf(me.entryId)) ?? 0)
    return answerTimes(me).filter((at) => at > read).length
  }

  noteRead(me: MeView): void {
    if (this.unread(me) === 0) return
    remember(nameOf(me.entryId), String(Math.max(...answerTimes(me))))
    this.#changes++
  }
}
const nameOf = (entryId: EntryId): string => `answers.${entryId}`
const answerTimes = ({ questions, answers }: MeView): number[] => [
  ...questions.flatMap(({ answer }) => (answer && answer.text !== '' ? [answer.at] : [])),
  ...answers.map(({ at }) => at),
]

export const asking = new Asking()
