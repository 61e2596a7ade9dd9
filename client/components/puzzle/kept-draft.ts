import { forget, remember, remembered } from '../../device.ts'
import type { PuzzleDraft } from '../../../server/protocol/contributions.ts'
import type { ContributionId } from '../../../server/protocol/ids.ts'

/** What the server has not got yet, on this device: a closed lid, a lost network or a reload costs nothing. */
export type KeptDraft = { draft: PuzzleDraft; revision: number; at: number }

const nameOf = (id: ContributionId): string => `puzzle.${id}`

export function keepDraft(id: ContributionId, kept: KeptDraft): void {
  remember(nameOf(id), JSON.stringify(kept))
}

export function keptDraft(id: ContributionId): KeptDraft | null {
  try {
    return JSON.parse(remembered(nameOf(id)) ?? 'null') as KeptDraft | null
  } catch {
    return null
  }
}

export const forgetDraft = (id: ContributionId): void => forget(nameOf(id))
