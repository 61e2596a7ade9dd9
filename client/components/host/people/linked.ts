import { formatDate, t } from '../../../i18n.svelte.ts'
import type { PlayerId } from '../../../../server/protocol/ids.ts'
import { nameKey } from '../../../../server/protocol/names.ts'

/** What has just been said: `name` is `intoName` from now on; `playerId` is what takes it back. */
export type Linked = { playerId: PlayerId; name: string; intoName: string }

/** Two of the same name need other words: who comes back mostly types what they typed last time. */
const isSame = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

export const askText = (name: string, other: string, lastJoinedAt: number): string =>
  isSame(name, other)
    ? t('samePerson.confirmSame', { name, date: formatDate(lastJoinedAt, { dateStyle: 'medium' }) })
    : t('samePerson.confirmTitle', { name, other })

export const doneText = ({ name, intoName }: Linked): string =>
  isSame(name, intoName)
    ? t('samePerson.doneSame', { name: intoName })
    : t('samePerson.done', { name, other: intoName })

/** A link in the list, since when. */
export const areText = (name: string, other: string, at: number): string => {
  const date = formatDate(at, { dateStyle: 'long' })
  return isSame(name, other) ? t('samePerson.areSame', { name, date }) : t('samePerson.are', { name, other, date })
}
