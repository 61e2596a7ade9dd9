import { t } from '../../i18n.svelte.ts'
import type { AwardInShort } from '../../../server/protocol/awards.ts'

/** What an award is called; one that a season looks back at was not given today. */
export const awardTitle = ({ kind, evening }: Pick<AwardInShort, 'kind' | 'evening'>): string =>
  evening === undefined ? t(`award.${kind}`) : t(kind === 'steepest-climb' ? 'wall.eveningClimb' : 'wall.eveningMost')
